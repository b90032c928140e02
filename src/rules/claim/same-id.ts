import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import type { Position } from '../../findings/finding-data.js';
import { copyOf, finding } from '../../findings/finding.js';
import type { FindingOf } from '../../findings/result.js';
import { canonicalJson } from '../../values/canonical-json.js';
import type { FoundAcross } from '../rule.js';
import { groupedBy, type PlacedEntry } from '../schedule/placed.js';

const cite = general('A session is billed once');
const says = 'A session is billed once.';

/** An entry of a batch, as far as it tells whether it is another one. */
export interface Identified {
  readonly id?: string | null | undefined;
  readonly content: object;
  readonly position: Position;
}

type SameId = FindingOf<'claim/duplicate', { other: Position | null }>;

/**
 * Of entries with one id, those that state the same as one before them fail; where any states something else, which of
 * them is meant is for a person to see.
 *
 * @param entries such that those that are alike are in limit order.
 */
export function besideSameIds<One extends Identified>(
  entries: readonly One[],
  noun: 'session' | 'claim',
): Map<One, SameId> {
  const found = new Map<One, SameId>();
  for (const ofOneId of groupedBy(entries, ({ id }) => id)) {
    if (ofOneId.length === 1) continue;
    const alike = groupedBy(ofOneId, ({ content }) => canonicalJson(content)) as [One, ...One[]][];
    const firsts = alike.map(([first]) => first);
    for (const [index, same] of alike.entries()) {
      const [first] = same;
      const other = firsts[index === 0 ? 1 : 0];
      for (const one of same) {
        if (one !== first) found.set(one, sameId(first, noun, { isSame: true }));
        else if (other !== undefined) found.set(one, sameId(other, noun, { isSame: false }));
      }
    }
  }
  return found;
}

/**
 * What is found of the sessions among entries that have the id of another one.
 *
 * @param across what was found of them beside those of all members, where these were compared before.
 */
export function sameIds(
  entries: readonly PlacedEntry[],
  across: FoundAcross | undefined,
): (readonly [PlacedEntry, SameId])[] {
  if (across === undefined) {
    const found = besideSameIds(entries.flatMap(sessionById), 'session');
    return [...found].map(([{ placed }, one]) => [placed, one]);
  }
  return entries.flatMap((placed) => {
    const found = across(placed, 'claim/duplicate');
    // What is found by this rule has its data.
    return found === undefined ? [] : [[placed, copyOf(found) as SameId] as const];
  });
}

/** The lines of a claim are compared by their own ids with those of no other: the claim is. */
function sessionById(placed: PlacedEntry): (Identified & { readonly placed: PlacedEntry })[] {
  const { kind, position, session } = placed;
  return kind === 'line' ? [] : [{ id: session.id, content: session, position, placed }];
}

function sameId({ position }: Identified, noun: string, { isSame }: { readonly isSame: boolean }): SameId {
  return finding({
    rule: 'claim/duplicate',
    outcome: 'fail',
    severity: isSame ? 'error' : 'warning',
    message: `Another ${noun} of the batch has the same id and states ${isSame ? 'the same' : 'something else'}. ${says}`,
    data: { other: position },
    paths: ['/id'],
    cite,
    denials: denialsOf(isSame ? 'duplicate' : 'sameId'),
  });
}
