import { expectTypeOf, test } from 'vitest';
import type { DatePath, FactPath, FlagPath, NumberPath, SessionPath } from '../../src/facts/paths.js';
import type { facts } from './contract.js';

test('facts that are true or false', () => {
  expectTypeOf<FlagPath>().toEqualTypeOf<(typeof facts.boolean)[number]>();
});

test('facts that are a number', () => {
  expectTypeOf<NumberPath>().toEqualTypeOf<(typeof facts.number)[number] | (typeof facts.integer)[number]>();
});

test('days that an age can be asked at are facts', () => {
  expectTypeOf<DatePath>().toExtend<SessionPath>();
});

test('an object of facts is no fact, and neither is a misspelt one', () => {
  expectTypeOf<'member'>().not.toExtend<FactPath>();
  expectTypeOf<'plan'>().not.toExtend<FactPath>();
  expectTypeOf<'documentation.weeklyNote'>().not.toExtend<FactPath>();
  expectTypeOf<'member.birthdate'>().not.toExtend<FactPath>();
  expectTypeOf<'member.programs.code'>().not.toExtend<FactPath>();
});
