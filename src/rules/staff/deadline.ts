import type { UnknownFact } from '../../conditions/circumstances.js';
import type { Session } from '../../facts/generated/types.js';
import type { Readings } from '../../readings/generated.js';
import type { TrainingRequirement } from '../../services/service.js';
import { addMonths, type CivilDate } from '../../values/civil-date.js';

/** Whether the additional training is due still, overdue, or not known to be. */
export interface Deadline {
  readonly state: 'running' | 'over' | 'unknown';
  /** Last day in time, where it is known; counted from another day than the reading has it, the earliest or latest that it can be. */
  readonly dueOn: CivilDate | null;
  /** The same as a sentence; nothing where it is not known. */
  readonly note: string;
  readonly unknown: readonly UnknownFact[];
}

/** The facts that tell when it is due. */
export const deadlineReads = ['staff.firstServiceDate', 'staff.hireDate'] as const;

/**
 * Reading *training-deadline*: months from the first service, which cannot have been given before the hire, or from the
 * hire. The date of service is a day of service itself: what is stated to be later began on it.
 */
export function deadlineOf(
  { withinMonths }: TrainingRequirement,
  staff: Session['staff'],
  on: CivilDate,
  { trainingFrom }: Pick<Readings, 'trainingFrom'>,
): Deadline {
  const dueAfter = (day: CivilDate) => addMonths(day < on ? day : on, withinMonths);
  const { firstServiceDate, hireDate } = staff ?? {};
  const isFromHire = trainingFrom === 'hire';
  const [first, other] = isFromHire ? [hireDate, firstServiceDate] : [firstServiceDate, hireDate];
  if (first != null) {
    const dueOn = dueAfter(first);
    return on <= dueOn
      ? { state: 'running', dueOn, note: `It is due by ${dueOn}.`, unknown: [] }
      : { state: 'over', dueOn, note: `It was due by ${dueOn}.`, unknown: [] };
  }
  if (other != null) {
    const dueOn = dueAfter(other);
    if (isFromHire && on > dueOn)
      return { state: 'over', dueOn, note: `It was due by ${dueOn} at the latest.`, unknown: [] };
    if (!isFromHire && on <= dueOn)
      return { state: 'running', dueOn, note: `It is due by ${dueOn} at the earliest.`, unknown: [] };
  }
  const path = isFromHire ? 'staff.hireDate' : 'staff.firstServiceDate';
  return { state: 'unknown', dueOn: null, note: '', unknown: [{ path }] };
}
