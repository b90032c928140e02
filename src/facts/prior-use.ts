import * as z from './zod.js';
import type { Facts } from './stated.js';
import { civilDate, clockTime, endTime, fact, quantity, key, text } from './scalars.js';

export const priorUseSchema = z.strictObject({
  id: fact(text),
  service: text,
  memberId: fact(key),
  dateOfService: civilDate,
  units: quantity,
  minutes: fact(quantity),
  startTime: fact(clockTime),
  endTime: fact(endTime),
});

/**
 * Units already billed, and neither denied nor voided: for limits, duplicates and overlaps. One with the `id` of a session
 * under check is that session, and is not counted.
 *
 * @example
 * const use: PriorUse = { service: 'mo/peer-support', memberId: 'M-1', dateOfService: '2025-03-03', units: 25 };
 */
export interface PriorUse extends Facts<typeof priorUseSchema> {}

/** In a batch each prior use states whose it is. */
export const memberUseSchema = z.strictObject({ ...priorUseSchema.shape, memberId: key });

export const historySchema = z.array(priorUseSchema);
