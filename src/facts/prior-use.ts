import * as z from './zod.js';
import type { PriorUse } from './generated/types.js';
import { priorUseSchema } from './generated/schemas.js';
import { endsInTime } from './held.js';
import { isCoded, NOTHING_TO_REVERSE, settled, type CodedUse } from './history.js';
import { key } from './scalars.js';

const hasCode = z.refine<CodedUse>(isCoded, {
  path: ['service'],
  error: 'the id of a service, or the procedure code of a use that no definition has',
  params: { code: 'not-stated' },
});

/** A prior use alone; whether what it reverses is there, only the whole history tells. */
export const useSchema = priorUseSchema.check(hasCode);

/** In a batch each prior use states whose it is. */
export const memberUseSchema = z
  .strictObject({ ...priorUseSchema.shape, memberId: key })
  .check(endsInTime, hasCode);

/** Each reversal has what it reverses beside it. */
export const isWhole = z.check<readonly PriorUse[]>(({ value, issues }) => {
  for (const index of settled(value).reversingNothing) {
    issues.push({
      code: 'custom',
      path: [index, 'units'],
      message: NOTHING_TO_REVERSE,
      params: { code: 'does-not-fit', found: 'none' },
      input: value,
    });
  }
});

export const historySchema = z.array(useSchema).check(isWhole);
export const memberHistorySchema = z.array(memberUseSchema).check(isWhole);
