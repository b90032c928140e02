import { jsonPointer } from '../../facts/input-error.js';
import { canonicalJson } from '../../values/canonical-json.js';
import { putFact, type TableFact } from './columns.js';

/** A fact that a row states, with where: by pointer into the value, `''` for itself. */
export interface Stated {
  readonly fact: TableFact;
  readonly value: unknown;
  readonly places: Readonly<Record<string, string>>;
}

/** A record in the making. */
export interface Draft {
  readonly value: Record<string, unknown>;
  readonly places: Record<string, string>;
  readonly line?: number;
}

/** Puts facts into a record, below the steps of a pointer. */
export function putStated(draft: Draft, facts: readonly Stated[], within: readonly string[] = []): void {
  // What is said not to exist, and has facts: no such record can be read, whatever else it says.
  const refuted = facts.filter(
    ({ fact }) => fact.column.type === 'none' && facts.some((one) => isOf(one, fact.path)),
  );
  const left =
    refuted.length === 0 ? facts : facts.filter((one) => !refuted.some(({ fact }) => isOf(one, fact.path)));
  const prefix = jsonPointer(within);
  for (const one of left) {
    const { fact, value, places } = one;
    const at = within.length === 0 ? fact.steps : [...within, ...fact.steps];
    putFact(draft.value, at, refuted.includes(one) ? [value] : value);
    for (const pointer in places)
      draft.places[`${prefix}${fact.pointer}${pointer}`] = String(places[pointer]);
  }
}

function isOf({ fact }: Stated, path: string): boolean {
  return fact.path.startsWith(`${path}.`);
}

/** Facts by path, where those of one list are put together: entries of several columns, or of several rows. */
export function together(facts: readonly Stated[]): Stated[] {
  const byPath = new Map<string, Stated>();
  for (const one of facts) {
    const before = byPath.get(one.fact.path);
    byPath.set(one.fact.path, before === undefined ? one : withEntries(before, one));
  }
  return [...byPath.values()];
}

function withEntries(before: Stated, more: Stated): Stated {
  // What cannot be read stays so.
  if (!Array.isArray(before.value)) return before;
  if (!Array.isArray(more.value)) return more;
  const value: unknown[] = [...(before.value as unknown[])];
  const places = { ...before.places };
  for (const [index, entry] of (more.value as unknown[]).entries()) {
    if (value.some((one) => isSame(one, entry))) continue;
    for (const [pointer, place] of Object.entries(more.places)) {
      const [, of, rest = ''] = /^\/(\d+)(.*)$/s.exec(pointer) ?? [];
      if (of === String(index)) places[`/${String(value.length)}${rest}`] = place;
    }
    value.push(entry);
  }
  return { ...before, value, places };
}

export function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}

/**
 * What is left of a fact that is stated twice and differently: it is not known; and where leaving it out would say
 * something, the record says both, which nothing reads.
 */
export function disputed(one: Stated, other: Stated): Stated | undefined {
  const { row } = one.fact;
  return row.kind === 'group' || row.leftOut === undefined
    ? undefined
    : { ...one, value: [one.value, other.value] };
}
