import * as z from './zod.js';
import { priorUseSchema } from './generated/schemas.js';
import { key } from './scalars.js';

/** In a batch each prior use states whose it is. */
export const memberUseSchema = z.strictObject({ ...priorUseSchema.shape, memberId: key });

export const historySchema = z.array(priorUseSchema);
