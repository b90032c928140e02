import * as z from '../facts/zod.js';
import { civilDate } from '../facts/scalars.js';
import type { Basis } from '../findings/citation.js';
import { words, wording } from './words.js';

export const basisSchema = z
  .enum(z.everyOne<Basis>({ source: true, reading: true, general: true, agency: true }))
  .register(words, { id: 'Basis' });

/** Where something is written. */
export const citationSchema = z
  .strictObject({
    source: wording('Id of the document, or "general", or "agency".'),
    title: wording('Title of the document.'),
    section: wording('Where in the document.'),
    inForceFrom: z.exactOptional(civilDate),
    basis: basisSchema,
  })
  .register(words, { id: 'Citation', title: 'Citation', description: 'Where something is written.' });

/** Where a rule of the agency's own is written. */
export const agencyCitationSchema = z
  .strictObject({
    source: z.literal('agency'),
    title: wording('Title of the policy.'),
    section: wording('Where in the policy.'),
    inForceFrom: z.exactOptional(civilDate),
    basis: z.literal('agency'),
  })
  .register(words, {
    id: 'AgencyCitation',
    title: "The agency's own citation",
    description: "Where a rule of the agency's own is written.",
  });
