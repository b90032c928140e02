import { issueSchema, notApplicableSchema, noticeSchema } from './said.js';
import * as z from '../facts/zod.js';
import { readingsSchema } from '../readings/generated.js';
import { civilDate, money } from '../facts/scalars.js';
import { citationSchema } from './citation.js';
import { amount, findingSchema } from './finding.js';
import { ruleIdSchema } from './rule-id.js';
import { verdictSchema as verdict } from './verdict.js';
import { words, wording } from './words.js';

const whole = z.int().check(z.minimum(0));
const key = z.exactOptional(
  z.string().register(words, { description: "The caller's own key, as it was stated." }),
);
/** What the documents alone say, where overlays, severities or waivers made it another. */
const verdictBySource = z.exactOptional(verdict);
const notices = z.array(noticeSchema);

const rules = z
  .strictObject({
    package: z.string(),
    version: z.string(),
    definition: z.exactOptional(
      wording('Digest of the definition as used. Left out of a line whose service is not known.'),
    ),
    settings: z.exactOptional(
      z
        .strictObject({
          readings: z.exactOptional(z.partial(readingsSchema)),
          missingFacts: z.exactOptional(z.literal('report')),
          asOf: z.exactOptional(civilDate),
          services: z.exactOptional(
            wording('Digest of all definitions on file, where they are not the shipped ones alone.'),
          ),
          severities: z.exactOptional(
            z.record(z.string(), z.enum(['error', 'warning', 'info', 'off'])).register(words, {
              description: 'What a failure of a rule means, where that is of your own.',
            }),
          ),
          overlays: z.exactOptional(
            z.array(z.string()).register(words, { description: 'Each overlay by its id and digest.' }),
          ),
          waivers: z.exactOptional(wording('Digest of all waivers.')),
        })
        .register(words, { description: 'What differs from the defaults.' }),
    ),
  })
  .register(words, {
    id: 'Rules',
    title: 'What judged it',
    description: 'Equal rules and equal input give equal results, byte for byte.',
  });

/** What is said of a session, and of a claim line, but for the service. */
const ofSession = {
  id: key,
  verdict,
  verdictBySource,
  findings: z.array(findingSchema),
  passed: z.array(ruleIdSchema),
  notApplicable: z.array(notApplicableSchema),
  units: z.exactOptional(
    z.strictObject({
      claimed: z.exactOptional(z.number()),
      supported: z.exactOptional(z.number()),
      minutes: z.exactOptional(z.number()),
      rounding: readingsSchema.shape.rounding,
    }),
  ),
  price: z.exactOptional(
    z.strictObject({ rate: money, charge: amount, providerPay: amount, citation: citationSchema }),
  ),
  notices,
  rules,
};

const totals = {
  units: z.number(),
  charge: amount,
  billableCharge: amount,
  notBillableCharge: amount,
  undeterminedCharge: amount,
};

export const sessionResultSchema = z.strictObject({
  kind: z.literal('session'),
  ...ofSession,
  service: z.string(),
});

export const lineResultSchema = z.strictObject({
  kind: z.literal('line'),
  lineNumber: z.int().check(z.minimum(1)),
  ...ofSession,
  service: z
    .nullable(z.string())
    .register(words, { description: 'Null where no definition is on file for the code.' }),
});

export const claimResultSchema = z.strictObject({
  kind: z.literal('claim'),
  id: key,
  verdict,
  verdictBySource,
  lines: z.array(lineResultSchema),
  findings: z.array(findingSchema),
  notices,
  totals: z.strictObject(totals),
});

export const voidResultSchema = z.strictObject({
  kind: z.literal('void'),
  id: key,
  verdict: z.exactOptional(z.never()),
  findings: z.array(findingSchema),
  notices,
});

export const invalidResultSchema = z.strictObject({
  kind: z.literal('invalid'),
  id: key,
  verdict: z.literal('invalid'),
  issues: z.array(issueSchema),
});

export const batchResultSchema = z.strictObject({
  results: z.array(z.union([sessionResultSchema, claimResultSchema, voidResultSchema, invalidResultSchema])),
  totals: z.strictObject({
    ...totals,
    entries: whole,
    billable: whole,
    notBillable: whole,
    undetermined: whole,
    invalid: whole,
    notTakenPlace: z.int().check(z.minimum(0)).register(words, {
      description: 'Cancelled sessions and no-shows that state neither units nor a charge.',
    }),
    void: whole,
  }),
  notices,
});
