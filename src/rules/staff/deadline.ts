import type { UnknownFact } from '../../conditions/circumstances.js';
import type { Session } from '../../facts/generated/types.js';
import type { TrainingRequirement } from '../../services/service.js';
import { addMonths, type CivilDate } from '../../values/civil-date.js';

/** Whether the additional training is due still, overdue, or not known to be. */
export interface Deadline {
  readonly state: 'running' | 'over' | 'unknown';
  /** Last day in time, where it is known; counted from the hire date it is the earliest that it can be. */
  readonly dueOn: CivilDate | null;
  /** The same as a sentence; nothing where it is not known. */
  readonly note: string;
  readonly unknown: readonly UnknownFact[];
}

/** The facts that tell when it is due. */
export const deadlineReads = ['staff.firstServiceDate', 'staff.hireDate'] as const;

/** Reading *training-deadline*: months from the first service; it cannot have been given before the hire. */
export function deadlineOf(
  { withinMonths }: TrainingRequirement,
  staff: Session['staff'],
  on: CivilDate,
): Deadline {
  if (staff?.firstServiceDate != null) {
    const dueOn = addMonths(staff.firstServiceDate, withinMonths);
    return on <= dueOn
      ? { state: 'running', dueOn, note: `It is due on ${dueOn}.`, unknown: [] }
      : { state: 'over', dueOn, note: `It was due on ${dueOn}.`, unknown: [] };
  }
  if (staff?.hireDate != null) {
    const dueOn = addMonths(staff.hireDate, withinMonths);
    const note = `It is due on ${dueOn} at the earliest.`;
    if (on <= dueOn) return { state: 'running', dueOn, note, unknown: [] };
  }
  return { state: 'unknown', dueOn: null, note: '', unknown: [{ path: 'staff.firstServiceDate' }] };
}
