import * as z from '../facts/zod.js';
import { amount, findingSchema } from './finding.js';
import {
  batchResultSchema,
  claimResultSchema,
  invalidResultSchema,
  lineResultSchema,
  sessionResultSchema,
  voidResultSchema,
} from './result.js';
import { ruleIdSchema } from './rule-id.js';
import { issueSchema } from './said.js';
import { waysSchema } from './ways.js';
import { words, wording } from './words.js';

/** Results as the library gives them, and as a report in JSON or NDJSON tells them: what it adds may be left out. */

const line = z.int().check(z.minimum(1));
const count = z.int().check(z.minimum(0));

const where = {
  file: z.exactOptional(wording('In a report: the file in which it stands.')),
  line: z.exactOptional(
    line.register(words, { description: 'In a report: the line of the file at which it begins.' }),
  ),
  at: z.exactOptional(
    wording('In a report, of a file in which nobody counts lines: what begins there, such as Claim/C-1.'),
  ),
};

const otherFile = z.string().register(words, {
  id: 'OtherFile',
  description: 'In a report: the file of the other record that a finding is about.',
});
const otherLine = z
  .int()
  .check(z.minimum(1))
  .register(words, { id: 'OtherLine', description: 'In a report: the line of that record.' });
const otherAt = z.string().register(words, {
  id: 'OtherAt',
  description: 'In a report: what begins there, of a file in which nobody counts lines.',
});
const whereOther = {
  otherFile: z.exactOptional(otherFile),
  otherLine: z.exactOptional(otherLine),
  otherAt: z.exactOptional(otherAt),
};

const finding = z.union(findingSchema.def.options.map((one) => z.extend(one, whereOther))).register(words, {
  id: 'Finding',
  title: 'Finding',
  description:
    'One thing that stands between a session and its payment. Its rule tells the shape of its data.',
});

const findingsOfSession = z.array(finding).register(words, {
  description: 'Every outcome but pass and not applicable, in the order of the rules.',
});

const lineResult = z
  .extend(lineResultSchema, { findings: findingsOfSession })
  .register(words, { id: 'LineResult', title: 'Result of a claim line' });

const sessionResult = z
  .extend(sessionResultSchema, {
    ...where,
    findings: findingsOfSession,
    ways: z.exactOptional(waysSchema),
  })
  .register(words, { id: 'SessionResult', title: 'Result of a session' });

const claimResult = z
  .extend(claimResultSchema, {
    ...where,
    findings: z.array(finding).register(words, { description: 'About the claim as a whole.' }),
    lines: z.array(lineResult),
  })
  .register(words, { id: 'ClaimResult', title: 'Result of a claim' });

const voidResult = z
  .extend(voidResultSchema, { ...where, findings: z.array(finding) })
  .register(words, { id: 'VoidResult', title: 'Result of a claim that voids another' });

const invalidResult = z
  .extend(invalidResultSchema, {
    ...where,
    issues: z.array(
      z
        .extend(issueSchema, {
          place: z.exactOptional(wording("In a report: where it stands in the person's file.")),
        })
        .register(words, { id: 'InputIssue', title: 'One thing wrong with an input' }),
    ),
  })
  .register(words, { id: 'InvalidResult', title: 'An entry that could not be read' });

export const ruleRowSchema = z
  .strictObject({
    service: z.nullable(z.string()),
    rule: ruleIdSchema,
    passed: count,
    notApplicable: count,
    failed: count,
    unknown: count,
    due: count,
    charge: amount,
    chargeWithOthers: amount,
    units: z.number(),
    unitsWithOthers: z.number(),
  })
  .register(words, { id: 'RuleRow', title: 'How a rule came out', description: 'Over all records.' });

const batchResult = z
  .extend(batchResultSchema, {
    results: z.array(z.union([sessionResult, claimResult, voidResult, invalidResult])),
    byRule: z.exactOptional(
      z.array(ruleRowSchema).register(words, { description: 'In a report, where it is asked for.' }),
    ),
  })
  .register(words, { id: 'BatchResult', title: 'Result of a batch' });

/** Of a session, of a claim, of an entry that could not be read, or of a batch. */
export const resultSchema = z.union([sessionResult, claimResult, voidResult, invalidResult, batchResult]);
