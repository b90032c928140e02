import type { Session } from '../facts/generated/types.js';
import { canonicalJson, compareText } from '../values/canonical-json.js';
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
  const texts = new Map<object, string>();
  const textOf = (value: object): string => {
    const text = texts.get(value) ?? canonicalJson(value);
    texts.set(value, text);
    return text;
  };
  return [...entries].sort(
    (one, other) =>
      compareWhen(one.session, other.session) ||
      placeOf(one) - placeOf(other) ||
      compareText(textOf(one.session), textOf(other.session)) ||
      compareText(textOf(one.claim ?? one.session), textOf(other.claim ?? other.session)),
  );
}

function compareWhen(one: Session, other: Session): number {
  return (
    compareText(one.dateOfService, other.dateOfService) ||
    compareText(one.startTime ?? AFTER_EVERY_TEXT, other.startTime ?? AFTER_EVERY_TEXT) ||
    compareText(one.id ?? AFTER_EVERY_TEXT, other.id ?? AFTER_EVERY_TEXT)
  );
}

function placeOf(one: Ordered): number {
  return one.kind === 'line' ? one.position.line : 0;
}
