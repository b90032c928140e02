import { expectTypeOf, test } from 'vitest';
import type * as z from '../../src/facts/zod.js';
import type {
  BatchResult,
  ClaimResult,
  Condition,
  Criterion,
  Finding,
  FindingData,
  InvalidResult,
  LineResult,
  Service,
  SessionResult,
  VoidResult,
} from '../../src/index.js';
import type { eitherCondition } from '../../src/schema/condition.js';
import type { aboutRules } from '../../src/rules/index.js';
import type { findingSchema } from '../../src/schema/finding.js';
import type {
  batchResultSchema,
  claimResultSchema,
  invalidResultSchema,
  lineResultSchema,
  sessionResultSchema,
  voidResultSchema,
} from '../../src/schema/result.js';
import type { ruleRowSchema } from '../../src/schema/told-result.js';
import type { waysSchema } from '../../src/schema/ways.js';
import type { WaysToPass } from '../../src/findings/ways.js';
import type { RuleRow } from '../../src/reports/rule-row.js';
import type { criterionSchema, serviceSchema } from '../../src/schema/service.js';
import type { ReadingName } from '../../src/readings/generated.js';

/**
 * A type to compare: what a schema gives is written without `readonly`, names of readings are text until they are looked
 * up, and what may be left out is marked, so that a key that only one of two types has is seen.
 */
type Plain<Value> = Value extends readonly (infer Item)[]
  ? Plain<Item>[]
  : Value extends object
    ? {
        -readonly [Key in keyof Value]-?: object extends Pick<Value, Key>
          ? { mayBeLeftOut: Part<Exclude<Value[Key], undefined>> }
          : Part<Value[Key]>;
      }
    : Value;
type Part<Value> = ReadingName extends Value ? string : Plain<Value>;

/** A schema takes what the type has, and gives what the type has. */
type Same<Schema extends z.mini.ZodMiniType, Type> = [Plain<Type>] extends [Plain<z.output<Schema>>]
  ? [Plain<z.output<Schema>>] extends [Plain<Type>]
    ? true
    : 'the schema takes more'
  : 'the schema takes less';

test('definitions', () => {
  expectTypeOf<Same<typeof eitherCondition, Condition>>().toEqualTypeOf<true>();
  expectTypeOf<Same<typeof criterionSchema, Criterion>>().toEqualTypeOf<true>();
  expectTypeOf<Same<typeof serviceSchema, Service>>().toEqualTypeOf<true>();
});

test('the numbers behind a finding, rule by rule', () => {
  type Compared = {
    [Rule in keyof FindingData]: Same<ReturnType<(typeof aboutRules)[Rule]['data']>, FindingData[Rule]>;
  };
  expectTypeOf<Compared>().toEqualTypeOf<Record<keyof FindingData, true>>();
  expectTypeOf<keyof typeof aboutRules>().toEqualTypeOf<keyof FindingData>();
});

test('results', () => {
  expectTypeOf<Same<typeof findingSchema, Finding>>().toEqualTypeOf<true>();
  expectTypeOf<Same<typeof sessionResultSchema, SessionResult>>().toEqualTypeOf<true>();
  expectTypeOf<Same<typeof lineResultSchema, LineResult>>().toEqualTypeOf<true>();
  expectTypeOf<Same<typeof claimResultSchema, ClaimResult>>().toEqualTypeOf<true>();
  expectTypeOf<Same<typeof voidResultSchema, VoidResult>>().toEqualTypeOf<true>();
  expectTypeOf<Same<typeof invalidResultSchema, InvalidResult>>().toEqualTypeOf<true>();
  expectTypeOf<
    Same<typeof batchResultSchema, BatchResult<SessionResult | ClaimResult | VoidResult>>
  >().toEqualTypeOf<true>();
});

test('what a report tells beside them', () => {
  expectTypeOf<Same<typeof waysSchema, WaysToPass>>().toEqualTypeOf<true>();
  expectTypeOf<Same<typeof ruleRowSchema, RuleRow>>().toEqualTypeOf<true>();
});

test('the comparison sees a difference', () => {
  expectTypeOf<
    Same<typeof sessionResultSchema, SessionResult & { more: string }>
  >().toEqualTypeOf<'the schema takes more'>();
  expectTypeOf<
    Same<typeof sessionResultSchema, Omit<SessionResult, 'passed'>>
  >().toEqualTypeOf<'the schema takes less'>();
  expectTypeOf<
    Same<typeof serviceSchema, Service & { unit?: { minutes: string } }>
  >().not.toEqualTypeOf<true>();
  expectTypeOf<Same<typeof serviceSchema, Omit<Service, 'limits'>>>().not.toEqualTypeOf<true>();
});
