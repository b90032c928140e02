import * as z from '../facts/zod.js';
import type { Verdict } from '../findings/result.js';
import { words } from './words.js';

export const verdictSchema = z
  .enum(z.everyOne<Verdict>({ billable: true, 'not-billable': true, undetermined: true }))
  .register(words, { id: 'Verdict' });
