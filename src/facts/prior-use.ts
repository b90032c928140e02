import * as z from 'zod';
import { civilDate, clockTime, endTime, fact, quantity, text } from './scalars.js';

/** Units already billed, and neither denied nor voided. */
export const priorUseSchema = z.strictObject({
  id: fact(text),
  service: text,
  memberId: fact(text),
  dateOfService: civilDate,
  units: quantity,
  minutes: fact(quantity),
  startTime: fact(clockTime),
  endTime: fact(endTime),
});
export type PriorUse = z.infer<typeof priorUseSchema>;

export const historySchema = z.array(priorUseSchema);
