import { expectTypeOf, test } from 'vitest';
import type {
  ChargeData,
  Finding,
  FindingData,
  Json,
  LimitData,
  RuleId,
  UnitsData,
  Period,
} from '../../src/index.js';
import type { ComputedRule } from '../../src/findings/generated.js';
import type { unitsWhole } from '../../src/rules/units/whole.js';

declare const found: Finding;

test('the rule of a finding tells the type of its data', () => {
  if (found.rule === 'units/daily-limit') {
    expectTypeOf(found.data).toEqualTypeOf<LimitData>();
    expectTypeOf(found.data.window).toEqualTypeOf<Period>();
  }
  if (found.rule === 'units/time') expectTypeOf(found.data).toEqualTypeOf<UnitsData>();
  if (found.rule === 'claim/charge') expectTypeOf(found.data).toEqualTypeOf<ChargeData>();
  if (found.rule === 'units/whole') expectTypeOf(found.data).toEqualTypeOf<{ claimed: number }>();
  if (found.rule === 'session/delivered') expectTypeOf(found.data.asOf).toEqualTypeOf<string>();
  if (found.rule === 'service/in-force') expectTypeOf(found.data.through).toEqualTypeOf<string | null>();
});

test('the data of a clause is any JSON', () => {
  if (found.rule === 'member/age') {
    expectTypeOf(found.data).toEqualTypeOf<Readonly<Record<string, Json>>>();
  }
});

test('a rule that does not exist does not compile', () => {
  expectTypeOf<'member/agee'>().not.toExtend<RuleId>();
  expectTypeOf<'custom/our-own'>().toExtend<RuleId>();
  // @ts-expect-error no such rule
  if (found.rule === 'units/weekly-limit') expectTypeOf(found.data).toBeNever();
});

test('a finding is not made with the data of another rule', () => {
  type Rule = NonNullable<ReturnType<(typeof unitsWhole)['forService']>>;
  type Found = Extract<ReturnType<Rule['judge']>, { rule: unknown }>;
  expectTypeOf<Found['data']>().toEqualTypeOf<{ claimed: number }>();
  expectTypeOf<Found['rule']>().toEqualTypeOf<'units/whole'>();
});

test('every rule that computes has its data', () => {
  expectTypeOf<keyof FindingData>().toEqualTypeOf<ComputedRule>();
});
