import type { UnknownFact } from '../conditions/circumstances.js';
import type { Leaf } from '../conditions/condition.js';
import { ageAtService } from '../conditions/operators/age-at-least.js';
import type { Hint } from '../conditions/operators/operator.js';
import type { Told } from '../conditions/told.js';
import { isOfNothing, placeOf } from '../facts/read.js';
import { factsOf } from '../conditions/walk.js';
import { namesOf } from '../findings/missing.js';
import { capitalized, inTurn, notKnown, sentence } from '../findings/wording.js';
import type { SessionUnderCheck } from './rule.js';

/** Why a clause is not met, or not known to be. */
export interface Why {
  /** Known not to be met, though it may not be known whether it is asked. */
  readonly isUnmet: boolean;
  /** What is so when it fails, as a clause. */
  readonly fails: string;
  /** The questions whose answer makes it fail; none where it does not. */
  readonly failing: readonly Leaf[];
  /** What of it is not met, where there is more to say than `fails`. */
  readonly told: readonly Told[];
  readonly hints: readonly Hint[];
  /** What would make it apply, as clauses, where that is not known. */
  readonly asked: readonly string[];
  /** What is not known of whether it applies, and of whether it is met. */
  readonly unknown: readonly UnknownFact[];
}

/** What is wrong or not known, in sentences, then the clause that minds. */
export function messageOf(why: Why, says: string, under: SessionUnderCheck): string {
  const { isUnmet, asked, unknown } = why;
  const ifAsked = isUnmet && asked.length > 0 ? `If ${asked.join(' and ')}, this is not met.` : '';
  return inTurn(
    unknown.length === 0 ? '' : notKnown(namesOf(unknown)),
    ifAsked,
    isUnmet ? whatIsSo(why, under) : '',
    sentence(says),
  );
}

/** What is so where the clause is not met: what does not exist, which demands are not met, and why a code does not count. */
function whatIsSo({ fails, failing, told, hints }: Why, under: SessionUnderCheck): string {
  const isHinted = (leaf: Leaf) =>
    hints.some(
      ({ fact, code }) =>
        'fact' in leaf && leaf.fact === fact && (!('codes' in leaf) || leaf.codes.includes(code)),
    );
  const lacks = told.map((one) => ({ ...one, absence: absenceOf(one.leaves, under) }));
  const isAbsent = lacks.some(({ absence }) => absence !== undefined);
  const reasons = lacks.flatMap(({ leaves, text, absence }) => {
    // What there is not needs no age.
    const isAge = isAbsent && absence === undefined && leaves.every(({ op }) => op === 'ageAtLeast');
    return isAge || leaves.some(isHinted) ? [] : [absence ?? text];
  });
  if (told.length === 0) reasons.push(absenceOf(failing, under) ?? fails);
  return inTurn(...[...new Set([...reasons, ...hints.map(({ text }) => text)])].map(asSentence), '');

  function asSentence(clause: string): string {
    return sentence(capitalized(inserted(clause, under)));
  }
}

const nouns: Readonly<Record<string, string>> = {
  '/plan': 'plan',
  '/assessment': 'assessment',
  '/staff/supervisor': 'supervisor',
  '/documentation/attendanceLog': 'attendance log',
  '/documentation/weeklyNote': 'weekly note',
  '/documentation/progressNote': 'progress note',
};

/** What is stated not to exist, where questions fail for that reason alone. */
function absenceOf(failing: readonly Leaf[], { session }: SessionUnderCheck): string | undefined {
  const paths = failing.map((leaf) => factsOf(leaf).find((path) => isOfNothing(path, session)));
  const [path] = paths;
  if (path === undefined || paths.includes(undefined)) return undefined;
  return `there is no ${String(nouns[placeOf(path, session)])}`;
}

function inserted(clause: string, under: SessionUnderCheck): string {
  return clause.replaceAll('{on}', under.on).replaceAll('{age}', () => ageAtService(under));
}
