import { civilDate, key } from '../facts/scalars.js';
import * as z from '../facts/zod.js';
import type { WaiverReason } from '../findings/result.js';
import { agencyCitationSchema } from './citation.js';
import { words, wording } from './words.js';

/** Why the agency bills what a rule would hold back. */
export const waiverReasonSchema = z
  .enum(
    z.everyOne<WaiverReason>({
      'clause-allows': true,
      'payer-agreed': true,
      'record-held-elsewhere': true,
      'agency-accepts': true,
    }),
  )
  .register(words, { id: 'WaiverReason', description: 'Why the agency bills what a rule would hold back.' });

const ofOne = z
  .strictObject({
    session: z.exactOptional(key),
    member: z.exactOptional(key),
    staff: z.exactOptional(key),
  })
  .check(
    z.refine((of) => Object.keys(of).length === 1, {
      error: 'one of session, member and staff, with its key',
      params: { code: 'does-not-fit', found: 'none or several' },
    }),
  );

/** A waiver by itself: whether its rule and service are on file it does not know. */
export const waiverSchema = z.strictObject({
  id: key,
  rule: z.string(),
  service: z.exactOptional(z.string()),
  of: ofOne,
  from: civilDate,
  through: civilDate,
  expires: civilDate,
  reason: waiverReasonSchema,
  note: wording('Why, in words.'),
  approver: wording('Who approved it.'),
  approvedOn: civilDate,
  evidence: wording('What shows it.'),
  cite: z.exactOptional(agencyCitationSchema),
});
