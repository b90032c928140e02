import * as z from '../facts/zod.js';
import { claimSchema } from '../facts/generated/schemas.js';
import { historySchema } from '../facts/prior-use.js';
import { civilDate, clockTime, endTime, money } from '../facts/scalars.js';
import { sessionSchema } from '../facts/generated/schemas.js';
import { claim, priorUse, session } from '../facts/rows/index.js';
import type { Rows } from '../facts/rows/row.js';
import { resultSchema } from './told-result.js';
import { serviceSchema } from './service.js';
import { withWords, type JsonSchema } from './with-words.js';
import { words } from './words.js';

/** A day that exists, from 0001-01-01 on: the leap years are written out. */
const CIVIL_DATE =
  '^(?:(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29|[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8])))$';
const CLOCK_TIME = '(?:[01][0-9]|2[0-3]):[0-5][0-9]';

// JSON Schema cannot run a refinement: a pattern says the same.
words
  .add(civilDate, {
    id: 'CivilDate',
    description: 'A day that exists, YYYY-MM-DD.',
    pattern: CIVIL_DATE,
    not: { pattern: '^0000' },
  })
  .add(clockTime, {
    id: 'ClockTime',
    description: 'Local time at the place of service, 00:00 to 23:59.',
    pattern: `^${CLOCK_TIME}$`,
  })
  .add(endTime, {
    id: 'EndTime',
    description: 'Local time at the place of service, 00:00 to 24:00.',
    pattern: `^(?:${CLOCK_TIME}|24:00)$`,
  })
  .add(money, {
    id: 'Money',
    description: 'US dollars with exactly two digits after the point, such as "20.36". Never a number.',
    pattern: '^[0-9]{1,15}\\.[0-9]{2}$',
  });

interface Document {
  readonly schema: z.mini.ZodMiniType;
  readonly title: string;
  readonly description: string;
  /** The facts in it; each has its words. */
  readonly rows?: Rows;
}

const silence = 'A fact left out or null is not known; a list that is given is complete.';

/** The name of a shape that has a JSON Schema. */
export type SchemaName = 'session' | 'claim' | 'history' | 'result' | 'service';

// Were the names those of the inferred type, the declarations of the package would hold each schema in full.
const documents: Readonly<Record<SchemaName, Document>> = {
  session: {
    schema: sessionSchema,
    title: 'Session',
    description: `One person's session of one service, proposed or delivered. ${silence}`,
    rows: session.facts,
  },
  claim: {
    schema: claimSchema,
    title: 'Claim',
    description: `A professional claim, with the facts of the sessions behind its lines where they are known. ${silence}`,
    rows: claim.facts,
  },
  history: {
    schema: historySchema,
    title: 'History',
    description:
      'Units already billed, and neither denied nor voided. An empty list: nothing else was billed.',
    rows: priorUse.facts,
  },
  result: {
    schema: resultSchema,
    title: 'Result',
    description:
      'What a check returns: of a session, of a claim, or of a batch of either; and what a report in JSON or NDJSON tells of it.',
  },
  service: {
    schema: serviceSchema,
    title: 'Service definition',
    description:
      'One service of one payer as its document defines it. `defineService` checks more than this.',
  },
};

/** The shapes that have a JSON Schema. */
export const schemaNames = Object.keys(documents) as SchemaName[];

/**
 * JSON Schema, dialect 2020-12, of what the library takes or returns: as `billability/schema/NAME.json`.
 *
 * @example
 * jsonSchemaOf('session').$id; // 'urn:billability:schema:session'
 */
export function jsonSchemaOf(name: SchemaName): JsonSchema {
  const { schema, title, description, rows } = documents[name];
  const { $schema, ...made } = z.toJSONSchema(schema, { io: 'input', metadata: words }) as JsonSchema;
  const { $defs, ...shape } = rows === undefined ? made : withWords(made, rows);
  return { $schema, $id: `urn:billability:schema:${name}`, title, description, ...shape, $defs };
}
