import * as z from '../facts/zod.js';
import type { FactType, Holder } from '../facts/rows/row.js';
import { civilDate } from '../facts/scalars.js';
import type { FindingOutcome, Json, Severity } from '../findings/result.js';
import { readingsSchema } from '../readings/generated.js';
import { aboutRules } from '../rules/index.js';
import type { AboutRule, DataParts } from '../rules/rule.js';
import { basisSchema, citationSchema } from './citation.js';
import { clauseRule } from './rule-id.js';
import { waiverReasonSchema } from './waiver.js';
import { words, wording } from './words.js';

const POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/;

export const pointer = z
  .string()
  .check(z.regex(POINTER))
  .register(words, { id: 'JsonPointer', description: 'A JSON Pointer into what was checked.' });

const place = z.int().check(z.minimum(0));

export const position = z
  .union([z.strictObject({ entry: place, line: z.exactOptional(place) }), z.strictObject({ history: place })])
  .register(words, {
    id: 'Position',
    description: 'A place in what the caller passed, from 0: an entry, a line of one, or a prior use.',
  });

/** An amount that may be the sum of many. */
export const amount = z.string().check(z.regex(/^[0-9]+\.[0-9]{2}$/));

export const holder = z.enum(
  z.everyOne<Holder>({
    'front-desk': true,
    clinician: true,
    supervisor: true,
    personnel: true,
    billing: true,
    agency: true,
  }),
);

const missingFact = z
  .strictObject({
    path: pointer,
    question: wording('What to ask.'),
    type: z.enum(
      z.everyOne<FactType>({
        boolean: true,
        code: true,
        codes: true,
        'dated-codes': true,
        date: true,
        integer: true,
        money: true,
        number: true,
        'prior-uses': true,
        text: true,
        time: true,
        trainings: true,
      }),
    ),
    heldBy: holder,
    accepts: z.exactOptional(
      z.array(z.string()).register(words, {
        description:
          'Codes that would satisfy the rule, in the order of their list; of a word that is on no list.',
      }),
    ),
    nearest: z.exactOptional(
      z
        .string()
        .register(words, { description: 'The listed code within one edit of a word that is on no list.' }),
    ),
    parts: z.exactOptional(
      z.array(z.string()).register(words, { description: 'All that a yes stands for, two or more.' }),
    ),
    goodAnswer: z.exactOptional(
      z.boolean().register(words, { description: 'Which answer satisfies the clause, of a yes/no fact.' }),
    ),
  })
  .register(words, {
    id: 'MissingFact',
    title: 'Missing fact',
    description: 'A fact that would help to settle a finding.',
  });

const reading = z
  .strictObject({
    name: wording('Its name.'),
    setting: z
      .nullable(z.keyof(readingsSchema))
      .register(words, { description: 'The option of `readings` that changes it; null where none does.' }),
  })
  .register(words, {
    id: 'DecidingReading',
    title: 'Deciding reading',
    description: 'The named reading on which a finding rests.',
  });

const denial = z
  .strictObject({
    carc: z.string(),
    rarc: z.exactOptional(z.string()),
    group: z.enum(['CO', 'OA']),
    likelihood: z.enum(['likely', 'possible']),
    seenAt: z.enum(['claim', 'audit']).register(words, {
      description: 'Whether what failed shows on a claim, or only in an audit of the records.',
    }),
  })
  .register(words, {
    id: 'Denial',
    title: 'Denial',
    description: 'What a payer may answer to a failure: adjustment reason and remark code, by number.',
  });

const shared = {
  outcome: z
    .enum(z.everyOne<FindingOutcome>({ fail: true, unknown: true, due: true }))
    .register(words, { id: 'Outcome' }),
  severity: z
    .enum(z.everyOne<Severity>({ error: true, warning: true, info: true }))
    .register(words, { id: 'Severity' }),
  message: wording('One sentence. Names no person.'),
  paths: z.array(pointer),
  missing: z.array(missingFact),
  citations: z.array(citationSchema).check(z.minLength(1)),
  basis: basisSchema,
  reading: z.exactOptional(reading),
  denials: z.array(denial),
  waived: z.exactOptional(
    z
      .strictObject({
        id: wording("The waiver's own id."),
        reason: waiverReasonSchema,
        through: civilDate.register(words, { description: 'The last day of service for which it holds.' }),
      })
      .register(words, {
        id: 'Waived',
        title: 'Waived',
        description: 'A waiver holds for it: it keeps nothing from being billed.',
      }),
  ),
  places: z.exactOptional(
    z.record(pointer, z.string()).register(words, {
      id: 'Places',
      description:
        "By each pointer of `paths` and `missing`, where it stands in the person's file, of a record that an adapter has read.",
    }),
  ),
};

const parts: DataParts = { position, amount };
/** A shape that several rules have is one. */
const shapes = new Map<string, z.mini.ZodMiniType>();

type About = typeof aboutRules;
type DataSchema<Rule extends keyof About> = ReturnType<About[Rule]['data']>;

/** The shape of the numbers behind a finding of a rule that computes. */
function dataSchemaOf<Rule extends keyof About>(rule: Rule): DataSchema<Rule> {
  const { data, dataWords }: AboutRule<unknown> = aboutRules[rule];
  if (dataWords === undefined) return data(parts) as DataSchema<Rule>;
  const shape = shapes.get(dataWords.id) ?? data(parts).register(words, dataWords);
  shapes.set(dataWords.id, shape);
  return shape as DataSchema<Rule>;
}

/** A finding of a rule that computes: the rule tells the shape of the data. */
function computed<Rule extends keyof About>(rule: Rule) {
  return z.strictObject({ rule: z.literal(rule), ...shared, data: dataSchemaOf(rule) });
}

type Computed = { [Rule in keyof About]: ReturnType<typeof computed<Rule>> };

const computedFindings = Object.fromEntries(
  Object.keys(aboutRules).map((rule) => [rule, computed(rule as keyof About)]),
) as Computed;

const json: z.mini.ZodMiniType<Json, Json> = z
  .lazy(() =>
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), z.record(z.string(), json)]),
  )
  .register(words, { id: 'Json', description: 'Any JSON.' });

const clauseFinding = z.strictObject({ rule: clauseRule, ...shared, data: z.record(z.string(), json) });

/** One thing that stands between a session and its payment. */
export const findingSchema = z.union([...Object.values(computedFindings), clauseFinding]);
