import { said, type Plain, type PlainCode, type SaidBy, type SaidOf } from './said.js';

/** Why a rule is not applicable, by code. A code is forever. */
export const reasonSentences = {
  // What a definition says stands in its place.
  'clause-does-not-apply': () => 'The clause does not apply.',
  'unit-not-set': () => 'A unit is not set by this source.',
  'limit-not-set': () => 'Units are not limited by this source on that day.',
  'rate-not-set': () => 'A rate is not set by this source.',
  'rates-differ': () => 'The codes of the service have different rates, and none is known to be meant.',
  'no-code-on-file': () => 'No code is on file for this service.',
  'funding-not-told': () => 'The code of the line tells no funding.',
  'charge-not-stated': () => 'No charge is stated.',
  'units-not-stated': () => 'No units are stated.',
  'units-or-time-not-known': () => 'The units or the time are not known.',
  'times-impossible': () => 'The times stated cannot be so.',
  'times-tell-no-units': () => 'The times stated cannot be so, and tell no units.',
  'not-taken-place': () => 'The session did not take place.',
  'birth-date-not-stated': () => 'No birth date is stated.',
  'funding-not-set': () => 'Who pays is not set by this source.',
  'clock-not-stated': () => 'No clock times are stated.',
  'clock-not-known': () => 'The clock times are not both known, or cannot be so.',
  'several-days': () => 'The line is of several days, and its clock times are not read.',
  'minutes-not-added': () => 'The minutes of a day are not added up under the readings in use.',
  'staff-not-known': () => 'It is not known who rendered the session.',
  'phase-proposed': () => 'The session is proposed.',
  'as-of-not-stated': () => 'No day of the check (asOf) is stated.',
  'session-individual': () => 'The session is individual.',
  'group-not-stated': () => 'No group is stated.',
  'turned-off': () => 'The rule is turned off in your own configuration.',
  'members-one-by-one': () => 'Sessions of other members are not seen in a grouped batch.',
} as const;

type Sentences = typeof reasonSentences;

/** Why a rule is not applicable, as a program reads it. Each code: `docs/notices-and-reasons.md`. */
export type ReasonCode = keyof Sentences;

/**
 * Why a rule is not applicable. Its `code` is forever; the message may change. All codes: `docs/notices-and-reasons.md`.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03' };
 * checkSession(session).notApplicable[0]?.code; // 'clock-not-stated'
 */
export type Reason = SaidBy<Sentences>;

/** A reason without data: the same wherever it is given, and so made once by whoever gives it. */
export type PlainReason = Plain<PlainCode<Sentences>>;

export function reason<Code extends ReasonCode>(
  code: Code,
  ...data: Parameters<Sentences[Code]>
): SaidOf<Sentences, Code> {
  return said<Sentences, Code>(reasonSentences, code, data);
}
