import type { UnknownFact } from '../conditions/circumstances.js';
import type { Leaf } from '../conditions/condition.js';
import { describe } from '../conditions/describe.js';
import type { Hint } from '../conditions/operators/operator.js';
import { isOfNothing, placeOf } from '../facts/read.js';
import { factsOf, operatorOf } from '../conditions/walk.js';
import { namesOf } from '../findings/missing.js';
import { count, forReasons, ifAsked, inTurn, notKnown, sentence } from '../findings/wording.js';
import { ageInYears } from '../values/civil-date.js';
import type { SessionUnderCheck } from './rule.js';

/** Why a clause is not met, or not known to be. */
export interface Why {
  /** Known not to be met, though it may not be known whether it is asked. */
  readonly isUnmet: boolean;
  /** What is so when it fails, as a clause. */
  readonly fails: string;
  /** The questions whose answer makes it fail; none where it does not. */
  readonly failing: readonly Leaf[];
  /** Those of its demands that can be named one by one. */
  readonly unmet: readonly Leaf[];
  readonly hints: readonly Hint[];
  /** What is not known of whether it applies, and of whether it is met. */
  readonly unknown: readonly UnknownFact[];
}

/** What is wrong or not known, in sentences, then the clause that minds. */
export function messageOf(why: Why, says: string, under: SessionUnderCheck): string {
  const { isUnmet, unknown } = why;
  return inTurn(
    unknown.length === 0 ? '' : notKnown(namesOf(unknown)),
    isUnmet && unknown.length > 0 ? ifAsked : '',
    isUnmet ? whatIsSo(why, under) : '',
    sentence(says),
  );
}

/** What is so where the clause is not met, which of several demands that is, and why a code does not count. */
function whatIsSo({ fails, failing, unmet, hints }: Why, under: SessionUnderCheck): string {
  const absent = whatIsAbsent(failing, unmet, under);
  if (absent !== undefined) return `There is no ${absent}.`;
  const isHinted = (leaf: Leaf) => leaf.op === 'holds' && hints.some(({ code }) => leaf.codes.includes(code));
  const reasons = unmet
    .filter((leaf) => !isHinted(leaf))
    .map((leaf) => operatorOf(leaf).tells?.(leaf, under) ?? describe(leaf, false));
  return inTurn(forReasons(inserted(fails, under), reasons), ...hints.map((hint) => hint.sentence));
}

const nouns: Readonly<Record<string, string>> = {
  '/plan': 'plan',
  '/assessment': 'assessment',
  '/staff/supervisor': 'supervisor',
  '/documentation/attendanceLog': 'attendance log',
  '/documentation/weeklyNote': 'weekly note',
  '/documentation/progressNote': 'progress note',
};

/** What is stated not to exist, where a demand fails for that reason alone. */
function whatIsAbsent(
  failing: readonly Leaf[],
  unmet: readonly Leaf[],
  { session }: SessionUnderCheck,
): string | undefined {
  const isAbsent = (leaf: Leaf) => factsOf(leaf).some((path) => isOfNothing(path, session));
  const absent = unmet.find(isAbsent) ?? (failing.every(isAbsent) ? failing[0] : undefined);
  const path = absent && factsOf(absent).find((one) => isOfNothing(one, session));
  return path && nouns[placeOf(path, session)];
}

function inserted(fails: string, under: SessionUnderCheck): string {
  return fails.replaceAll('{on}', under.on).replaceAll('{age}', () => ageInWords(under));
}

function ageInWords({ session, on, readings }: SessionUnderCheck): string {
  const birthDate = session.member?.birthDate;
  if (birthDate == null) return 'of an age that is not known';
  const age = ageInYears(birthDate, on, readings.leapBirthday);
  return age < 0 ? 'not yet born' : `${count(age, 'year')} old`;
}
