import type { Claim, Session } from '../facts/generated/types.js';
import { canonicalJson, compareText } from '../values/canonical-json.js';
import { valueOf } from '../values/value-of.js';
import type { LineEntry, SessionEntry } from './entry.js';

const AFTER_EVERY_TEXT = '\uffff';

/** An entry, as far as its place in the order goes. */
type Ordered =
  | (Pick<SessionEntry, 'kind' | 'session'> & { readonly claim?: never })
  | Pick<LineEntry, 'kind' | 'session' | 'claim' | 'position'>;

/**
 * By date of service, start time, key and canonical JSON, what is not known last: an order that the input has no part in.
 * Lines of one claim, which share its key, come in their order; lines that are alike, in that of their claims.
 */
export function inLimitOrder<One extends Ordered>(entries: readonly One[]): One[] {
  const texts = new Map<Session, string>();
  const textOf = (value: Session): string => {
    const text = texts.get(value) ?? canonicalJson(value);
    texts.set(value, text);
    return text;
  };
  // The text of a claim is as long as its lines together: it is compared once for each claim, and not for each line.
  let ranks: ReadonlyMap<Claim, number> | undefined;
  const rankOf = ({ claim }: Ordered) =>
    claim === undefined ? 0 : valueOf((ranks ??= rankedByText(entries)), claim);
  return [...entries].sort(
    (one, other) =>
      compareWhen(one.session, other.session) ||
      placeOf(one) - placeOf(other) ||
      compareText(textOf(one.session), textOf(other.session)) ||
      rankOf(one) - rankOf(other),
  );
}

/** Claims by their canonical JSON: those with the same have one rank. */
function rankedByText(entries: readonly Ordered[]): Map<Claim, number> {
  // Of sessions none is asked for.
  const claims = new Set(entries.map(({ claim }) => claim) as Claim[]);
  const texts = new Map([...claims].map((claim) => [claim, canonicalJson(claim)]));
  const ranks = new Map([...new Set(texts.values())].sort(compareText).map((text, rank) => [text, rank]));
  return new Map([...texts].map(([claim, text]) => [claim, valueOf(ranks, text)]));
}

/** By date of service, start time and key. */
export function compareWhen(one: Session, other: Session): number {
  return (
    compareText(one.dateOfService, other.dateOfService) ||
    compareText(one.startTime ?? AFTER_EVERY_TEXT, other.startTime ?? AFTER_EVERY_TEXT) ||
    compareText(one.id ?? AFTER_EVERY_TEXT, other.id ?? AFTER_EVERY_TEXT)
  );
}

function placeOf(one: Ordered): number {
  return one.kind === 'line' ? one.position.line : 0;
}
