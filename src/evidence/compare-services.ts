import { checkerOnFile, type Checker } from '../check/checker.js';
import { serviceOf, type OnFile } from '../check/on-file.js';
import type { ServiceId } from '../facts/generated/service-ids.js';
import type { Session } from '../facts/generated/types.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Service } from '../services/service.js';
import { shipped } from '../shipped.js';
import { daysToAsk, looserClauses } from './compare-clauses.js';
import { looserParts } from './compare-parameters.js';
import { pairOf } from './shown.js';
import type { Budget } from './weigh-clauses.js';

/** In what one of two definitions is looser than the other. */
export interface Difference {
  /** The rule, or what of the definition rules read: the length of a unit, its limits, codes and rates, days in force. */
  readonly at: RuleId | 'unit' | 'limits' | 'codes' | 'inForce';
  /** In words: what is asked, and what the session comes to under each. */
  readonly says: string;
  /**
   * A session that shows it: it names the first service, and is checked under both with `history: []`. No session shows
   * that a code is on file.
   */
  readonly session?: Session;
}

/** How two definitions differ in what they let pass. */
export interface ServiceComparison {
  /** Where the second lets pass what the first does not. */
  readonly looser: Difference[];
  /** Where the first lets pass what the second does not. */
  readonly stricter: Difference[];
  /** Where neither is proved nor shown within the budget. */
  readonly undecided: Difference[];
}

/** Options of a comparison. */
export interface CompareOptions {
  /** Whose services, readings and words count; the shipped ones where left out. */
  readonly checker?: Checker | undefined;
}

/** Whether one definition is as strict as another: proved, refuted by a session, or neither within the budget. */
export type AsStrict =
  | { readonly answer: 'yes' }
  | { readonly answer: 'no'; readonly session: Session }
  | { readonly answer: 'not-decided' };

/**
 * In what the second of two definitions is looser or stricter than the first. Looser is what lets a session come out
 * higher, of a failure, what is not known, a warning, what may be one, what is due, and what passes, whatever facts the
 * session states or leaves out. A clause counts for its rule, or for rules that the other definition has not; so one that
 * is left out is missed even where another holds back the same. What stands in none of the three lists is proved.
 *
 * It holds under the readings and words of the checker. Each difference has a session that was checked under both.
 *
 * @param one a definition, or the id of one on file: of several that follow each other, the last.
 * @throws InputError if no such service is on file, DefinitionError if a definition cannot be used.
 *
 * @example
 * const criteria = peerSupport.criteria.filter(({ rule }) => rule !== 'member/age');
 * const { looser, stricter } = compareServices('mo/peer-support', { ...peerSupport, criteria });
 * looser.map(({ at }) => at); // [ 'member/age' ]
 * stricter; // []
 */
export function compareServices(
  one: Service | ServiceId,
  other: Service | ServiceId,
  { checker }: CompareOptions = {},
): ServiceComparison {
  const onFile = checker === undefined ? shipped : checkerOnFile(checker);
  const [first, second] = [serviceOf(onFile, one), serviceOf(onFile, other)];
  const budget: Budget = { left: MOST_STEPS, known: new Map() };
  const there = looserIn(first, second, onFile, budget);
  const back = looserIn(second, first, onFile, budget);
  const asTold = (found: readonly Difference[], names: readonly [string, string]) =>
    found.map((one) => told(one, names, first.id));
  return {
    looser: asTold(there.looser, NAMES),
    stricter: asTold(back.looser, [NAMES[1], NAMES[0]]),
    undecided: [...asTold(there.undecided, NAMES), ...asTold(back.undecided, [NAMES[1], NAMES[0]])],
  };
}

/** What the two are called. */
const NAMES = ['the first', 'the second'] as const;

function told(
  { at, says, session }: Difference,
  [one, other]: readonly [string, string],
  service: string,
): Difference {
  return {
    at,
    says: says.replaceAll('{one}', one).replaceAll('{other}', other),
    ...(session !== undefined && { session: { ...session, service } }),
  };
}

/** Steps of a search in all. */
const MOST_STEPS = 60_000;

function looserIn(one: Service, other: Service, onFile: OnFile, budget: Budget) {
  const pair = pairOf(one, other, onFile);
  const days = daysToAsk(one, other);
  const parts = looserParts(pair, days);
  const clauses = looserClauses(pair, days, budget);
  return {
    looser: [...parts.looser, ...clauses.looser] as Difference[],
    undecided: [...parts.undecided, ...clauses.undecided] as Difference[],
  };
}

/**
 * Whether a definition is at least as strict as another: under it no session comes out higher, whatever facts it states
 * or leaves out. Codes of its own take nothing from that.
 *
 * @param service a definition, or the id of one on file.
 * @throws InputError if no such service is on file, DefinitionError if a definition cannot be used.
 *
 * @example
 * const criteria = peerSupport.criteria.filter(({ rule }) => rule !== 'member/age');
 * atLeastAsStrictAs(peerSupport, 'mo/peer-support'); // { answer: 'yes' }
 * atLeastAsStrictAs({ ...peerSupport, criteria }, 'mo/peer-support').answer; // 'no'
 */
export function atLeastAsStrictAs(
  service: Service | ServiceId,
  than: Service | ServiceId,
  { checker }: CompareOptions = {},
): AsStrict {
  const onFile = checker === undefined ? shipped : checkerOnFile(checker);
  const { looser, undecided } = looserThan(serviceOf(onFile, than), serviceOf(onFile, service), onFile);
  const [session] = looser.flatMap((one) => one.session ?? []);
  if (session !== undefined) return { answer: 'no', session };
  return { answer: undecided.length > 0 ? 'not-decided' : 'yes' };
}

/** In what the second definition is looser than the first. */
export function looserThan(
  one: Service,
  other: Service,
  onFile: OnFile,
): Omit<ServiceComparison, 'stricter'> {
  const { looser, undecided } = looserIn(one, other, onFile, { left: MOST_STEPS, known: new Map() });
  const asTold = (found: readonly Difference[]) => found.map((difference) => told(difference, NAMES, one.id));
  return { looser: asTold(looser), undecided: asTold(undecided) };
}
