import { readMapping as readFhirMapping, type FhirMapping } from './adapters/fhir/mapping.js';
import { tableFacts } from './adapters/tables/columns.js';
import { planOf, type Mapping } from './adapters/tables/mapping.js';
import { readMapping as readX12Mapping, type X12Mapping } from './adapters/x12/mapping.js';
import type { CheckerConfig } from './check/checker.js';
import type { BatchResult } from './check/records.js';
import type { ClaimResult, InvalidResult, SessionResult, VoidResult } from './check/result.js';
import { configured } from './configured.js';
import type { Claim, PriorUse, Session } from './facts/generated/types.js';
import { InputError, told, type InputIssue } from './facts/input-error.js';
import { parse, parseClaim, parseSession, unreadable, type Parsed } from './facts/parse.js';
import { historySchema, useSchema } from './facts/prior-use.js';
import { readDefinition } from './schema/define.js';
import { resultSchema } from './schema/told-result.js';
import type { Service } from './services/service.js';

/** What is wrong, as Standard Schema has it: with the keys that lead there, and our code. */
export interface SchemaIssue extends Omit<InputIssue, 'path'> {
  readonly path: readonly (string | number)[];
}

/** A Standard Schema (https://standardschema.dev): what form libraries, routers and queues take to validate. */
export interface Schema<Value> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'billability';
    readonly validate: (
      value: unknown,
    ) => { readonly value: Value; readonly issues?: undefined } | { readonly issues: readonly SchemaIssue[] };
    readonly types?: { readonly input: Value; readonly output: Value } | undefined;
  };
}

/** What each schema is of. */
export interface Schemas {
  readonly session: Schema<Session>;
  readonly claim: Schema<Claim>;
  /** One use of units that was already billed. */
  readonly priorUse: Schema<PriorUse>;
  /** All of them, among which each reversal finds what it reverses. */
  readonly history: Schema<readonly PriorUse[]>;
  /** What a check returns, and what a report in JSON or NDJSON tells of it. */
  readonly result: Schema<SessionResult | ClaimResult | VoidResult | InvalidResult | BatchResult>;
  /** A definition, as `defineService` takes it. */
  readonly service: Schema<Service>;
  /** What `createChecker` and `--config` take. */
  readonly config: Schema<CheckerConfig>;
  /** The mapping of a table. */
  readonly mapping: Schema<Mapping>;
  readonly x12Mapping: Schema<X12Mapping>;
  readonly fhirMapping: Schema<FhirMapping>;
}

/**
 * The shapes of what goes in and comes out, as values. Each says what the functions of the library say of the same input,
 * and never repeats a value of it.
 *
 * @example
 * const read = schemas.session['~standard'].validate({ service: 'mo/peer-support', dateOfService: '2025-02-30' });
 * read.issues?.[0]?.path; // [ 'dateOfService' ]
 */
export const schemas: Schemas = /* @__PURE__ */ allSchemas();

function allSchemas(): Schemas {
  return {
    session: schemaOf(parseSession),
    claim: schemaOf(parseClaim),
    priorUse: schemaOf((value) => parse(useSchema, value)),
    history: schemaOf((value) => parse(historySchema, value)),
    result: schemaOf(
      (value) => parse(resultSchema, value) as Parsed<SessionResult | ClaimResult | VoidResult | BatchResult>,
    ),
    service: schemaOf((value) => {
      const read = readDefinition(value);
      return 'service' in read ? { ok: true, value: read.service } : { ok: false, issues: told(read.issues) };
    }),
    config: thatIsTaken<CheckerConfig>(configured),
    mapping: thatIsTaken<Mapping>((value) => planOf(value, tableFacts([]))),
    x12Mapping: thatIsTaken<X12Mapping>(readX12Mapping),
    fhirMapping: thatIsTaken<FhirMapping>(readFhirMapping),
  };
}

function schemaOf<Value>(read: (value: unknown) => Parsed<Value>): Schema<Value> {
  return {
    '~standard': {
      version: 1,
      vendor: 'billability',
      validate(value) {
        const parsed = read(value);
        return parsed.ok ? { value: parsed.value } : { issues: parsed.issues.map(atKeys) };
      },
    },
  };
}

/** Of what is taken as a whole, or refused with all that is wrong. */
function thatIsTaken<Value>(take: (value: Value) => unknown): Schema<Value> {
  return schemaOf((value) => {
    try {
      take(value as Value);
      return { ok: true, value: value as Value };
    } catch (error) {
      // A proxy of the caller's may throw whatever it likes.
      return { ok: false, issues: error instanceof InputError ? [...error.issues] : [unreadable] };
    }
  });
}

function atKeys({ path, ...issue }: InputIssue): SchemaIssue {
  const keys = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return { ...issue, path: keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key)) };
}
