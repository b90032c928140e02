import type { FoundRecord } from '../../facts/found.js';
import { disputed, isSame, putStated, together, type Draft, type Stated } from './stated.js';

/** A row of a table of claims: a line of the claim of its key, or one that could not be read. */
interface ClaimRow {
  /** Nothing where the row states none: it is a claim of its own. */
  readonly key: string | undefined;
  readonly facts: readonly Stated[];
  readonly place: string;
  readonly line: number;
  readonly isLeftOut: boolean;
}

/** Puts rows together into claims. */
export interface ClaimRows {
  readonly add: (row: ClaimRow) => void;
  /** Of a row of which nothing can be read, nobody knows the claim: it may be a line of the one before or after it. */
  readonly addBroken: (row: Pick<ClaimRow, 'place' | 'line'> & Pick<FoundRecord<unknown>, 'unread'>) => void;
  /** The claims that are whole, in the order of their first rows. */
  readonly take: () => FoundRecord<unknown>[];
}

interface OpenClaim extends Draft {
  readonly line: number;
  readonly facts: Map<string, readonly [first: Stated, another?: Stated]>;
  readonly lines: object[];
  leftOut: number;
}

/** @param tellDisputed of a fact that the rows of one claim state differently: its path, and where. */
export function claimRows(tellDisputed: (path: string, place: string) => void): ClaimRows {
  let open: (OpenClaim | FoundRecord<unknown>)[] = [];
  const byKey = new Map<string, OpenClaim>();
  let last: OpenClaim | undefined;
  let brokenBefore = 0;

  function claimOf({ key, place, line }: ClaimRow): OpenClaim {
    const known = key === undefined ? undefined : byKey.get(key);
    if (known !== undefined) return known;
    const lines: object[] = [];
    const [value, places] = [{ lines }, { '': place }];
    const claim: OpenClaim = { value, places, line, facts: new Map(), lines, leftOut: 0 };
    if (key !== undefined) byKey.set(key, claim);
    open.push(claim);
    return claim;
  }

  function addFact(claim: OpenClaim, stated: Stated): void {
    const { path } = stated.fact;
    const [first] = claim.facts.get(path) ?? [];
    if (first === undefined) claim.facts.set(path, [stated]);
    else if (!isSame(first.value, stated.value)) {
      tellDisputed(path, String(stated.places['']));
      claim.facts.set(path, [first, stated]);
    }
  }

  return {
    add(row) {
      const claim = claimOf(row);
      claim.leftOut += brokenBefore + Number(row.isLeftOut);
      [last, brokenBefore] = [claim, 0];
      const facts = together(row.facts);
      for (const one of facts) if (one.fact.level === 'claim') addFact(claim, one);
      if (row.isLeftOut) return;
      const at = ['lines', String(claim.lines.length)];
      claim.lines.push({});
      claim.places[`/${at.join('/')}`] = row.place;
      putStated(
        claim,
        facts.filter(({ fact }) => fact.level === 'line'),
        at,
      );
      putStated(
        claim,
        facts.filter(({ fact }) => fact.level === 'session'),
        [...at, 'session'],
      );
    },
    addBroken({ place, line, unread }) {
      if (last !== undefined) last.leftOut++;
      brokenBefore++;
      open.push({ value: null, places: { '': place }, line, unread });
    },
    take() {
      const taken = open.map((one) => ('lines' in one ? closed(one) : one));
      open = [];
      byKey.clear();
      return taken;
    },
  };
}

function closed(claim: OpenClaim): FoundRecord<unknown> {
  const facts = [...claim.facts.values()].flatMap(([first, another]) =>
    another === undefined ? first : (disputed(first, another) ?? []),
  );
  putStated(claim, facts);
  if (claim.leftOut > 0) claim.value['linesLeftOut'] = claim.leftOut;
  const { value, places, line } = claim;
  return { value, places, line };
}
