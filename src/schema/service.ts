import * as z from '../facts/zod.js';
import { trainingTopics } from '../facts/generated/codes.js';
import { civilDate, money } from '../facts/scalars.js';
import { fundingSchema } from '../facts/scalars.js';
import { denialTable, type DenialKey } from '../findings/denials.js';
import { everyPer, periods } from '../units/period.js';
import { agencyCitationSchema, citationSchema } from './citation.js';
import { conditionSchema } from './condition.js';
import { clauseRule } from './rule-id.js';
import { words, wording, written } from './words.js';

const cite = citationSchema;
const denialKeys = Object.keys(denialTable) as [DenialKey, ...DenialKey[]];
const capitals = written(/^[A-Z0-9]+$/, 'capitals and digits');

function reading() {
  return z.exactOptional(
    wording('The named reading that it rests on, where the document leaves something open.'),
  );
}

const perStaff = z.int().check(z.minimum(1));
const CUSTOM = /^custom\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

const rateSchema = z.strictObject({
  from: z.exactOptional(civilDate),
  rate: money,
  providerPay: money,
  cite,
  reading: reading(),
});

const codeSchema = z
  .strictObject({
    funding: fundingSchema,
    procedureCode: capitals,
    modifiers: z.array(written(/^[A-Z0-9]{2}$/, 'two capitals or digits')),
    rates: z.array(rateSchema).register(words, {
      description:
        'What a unit is charged at and what the provider is paid, each from its day on; the first may state none.',
    }),
  })
  .register(words, { id: 'BillingCode', title: 'Billing code' });

const formatSchema = z
  .strictObject({
    kind: z.enum(['individual', 'group', 'either']),
    says: wording('The clause, as one sentence.'),
    cite,
    reading: wording('The named reading of a group of one person.'),
    otherwise: z.exactOptional(wording('Id of the service that the other format belongs to.')),
  })
  .register(words, { title: 'Session format', description: 'Who may be in a session.' });

const limitShape = {
  per: z.enum(everyPer),
  rule: z.exactOptional(z.enum(everyPer.map((per) => periods[per].limit))),
  from: z.exactOptional(civilDate),
  units: z.number().check(z.gt(0)),
};

const limitSchema = z
  .strictObject({ ...limitShape, cite })
  .register(words, { title: 'Unit limit', description: 'How many units a member may receive in a period.' });

const topic = z.enum(trainingTopics);
const trainingSchema = z
  .strictObject({
    initial: z.array(topic),
    additional: z.array(z.strictObject({ topic, hours: z.exactOptional(z.number().check(z.gt(0))) })),
    withinMonths: z.int().check(z.minimum(0)),
    cite: z.strictObject({ initial: cite, additional: cite, documented: cite }),
  })
  .register(words, {
    title: 'Training',
    description: 'What the rendering staff member is trained in, and within how many months of service.',
  });

/** What a clause says, but for where it is written and what a payer answers to its failure. */
const clauseShape = {
  rule: clauseRule,
  from: z.exactOptional(civilDate),
  through: z.exactOptional(civilDate),
  requires: conditionSchema,
  appliesWhen: z.exactOptional(conditionSchema),
  otherwise: z.exactOptional(
    wording('Why the rule is not applicable where `appliesWhen` is false, as one sentence.'),
  ),
  expects: z.exactOptional(conditionSchema),
  severity: z.exactOptional(z.enum(['error', 'warning'])),
  owed: z.exactOptional(z.enum(['on-delivery', 'after-the-week'])),
  says: wording('The clause in plain words, as one sentence.'),
  fails: wording('What is so when it fails; {on} becomes the date of service, {age} the age.'),
  fallsShort: z.exactOptional(wording('What is so when only `expects` fails.')),
  reading: reading(),
  readingOfExpected: z.exactOptional(
    wording('The named reading on which `expects` rests, where it is another.'),
  ),
  ageReading: z.exactOptional(
    wording('The named reading that says on which day the age counts, named where no other decides.'),
  ),
};

export const criterionSchema = z
  .strictObject({ ...clauseShape, cite, denial: z.exactOptional(z.enum(denialKeys)) })
  .register(words, {
    id: 'Criterion',
    title: 'Criterion',
    description:
      'One clause: what must hold (`requires`), where it applies, a weaker demand whose failure alone is a warning (`expects`), and the words for it.',
  });

/** One service of one payer, as a file may state it. Names of readings are known to the services only, which check them. */
export const serviceSchema = z.strictObject({
  id: written(/^\S+$/, 'text without blanks', { description: 'Such as "mo/peer-support".' }),
  title: wording('What the document calls the service.'),
  jurisdiction: capitals,
  atLeastAsStrictAs: z.exactOptional(
    written(/^\S+$/, 'text without blanks', {
      description:
        'Id of a service than which this one is meant to be no looser: the command refuses a configuration where it is.',
    }),
  ),
  inForce: z
    .strictObject({
      from: z.exactOptional(civilDate),
      through: z.exactOptional(civilDate),
      cite,
      reading: reading(),
    })
    .register(words, {
      description: 'First and last day on which the definition holds; a bound left out is open.',
    }),
  codes: z.exactOptional(z.array(codeSchema)),
  medicaidAlone: z.exactOptional(
    cite.register(words, {
      description:
        'Where the document says that it is of Medicaid alone; left out where it names codes, or leaves open who pays.',
    }),
  ),
  unit: z.exactOptional(
    z
      .strictObject({ minutes: z.number().check(z.gt(0)), cite })
      .register(words, { description: 'How long a unit is; left out where the document does not say.' }),
  ),
  format: z.exactOptional(formatSchema),
  group: z.exactOptional(
    z
      .strictObject({ perStaff, cite })
      .register(words, { description: 'How many people one qualified staff member may have in a group.' }),
  ),
  limits: z.exactOptional(
    z.array(limitSchema).register(words, {
      description:
        'Where a limit changed, an entry for each value, each from its day on; the first may state none.',
    }),
  ),
  training: z.exactOptional(trainingSchema),
  criteria: z.array(criterionSchema).register(words, {
    description:
      'One for each clause, in the order of the document; one that changed on a day stands there for each of its periods.',
  }),
});

const ownCite = z.exactOptional(agencyCitationSchema);
/** Overlays add clauses of their own, and say no shipped one once more. */
const ownRule = clauseRule.check(
  z.refine((id) => id.startsWith('custom/'), {
    error: 'an id of your own, such as "custom/signed"',
    params: { code: 'id-taken', found: 'the id of a shipped clause' },
  }),
);

/** What an agency asks beyond the document of a service. What it lessens is compared with the service, which this does not know. */
export const overlaySchema = z.strictObject({
  id: written(CUSTOM, 'an id of your own, such as "custom/peer-policy"'),
  extends: wording('Id of the service.'),
  inForce: z.exactOptional(
    z.strictObject({
      from: z.exactOptional(civilDate),
      through: z.exactOptional(civilDate),
      cite: ownCite,
    }),
  ),
  limits: z.exactOptional(z.array(z.strictObject({ ...limitShape, cite: ownCite })).check(z.minLength(1))),
  group: z.exactOptional(z.strictObject({ perStaff, cite: ownCite })),
  criteria: z.exactOptional(
    z.array(z.strictObject({ ...clauseShape, rule: ownRule, cite: ownCite })).check(z.minLength(1)),
  ),
  severities: z.exactOptional(z.record(z.string(), z.unknown())),
  cite: agencyCitationSchema,
});
