import { expectTypeOf, test } from 'vitest';
import {
  ageAtLeast,
  atLeastNumber,
  doneBy,
  exists,
  hasDiagnosis,
  holds,
  includesAny,
  is,
  oneOf,
  reading,
} from '../../src/conditions/build.js';
import type { Condition } from '../../src/conditions/condition.js';

test('a misspelt fact does not compile', () => {
  is('personCentered');
  // @ts-expect-error personCentered
  is('personCentred');
  // @ts-expect-error plan.includesService
  is('plan.includeService');
  // @ts-expect-error member.programs
  holds('member.program', ['MO-PR-PLUS']);
  // @ts-expect-error it is activities
  includesAny('activity', ['counseling']);
});

test('a fact of another kind does not compile', () => {
  // @ts-expect-error a list is no flag
  is('activities');
  // @ts-expect-error a date is no flag
  is('member.birthDate');
  // @ts-expect-error an object is no flag
  is('plan');
  // @ts-expect-error a list of plain codes is not dated
  holds('activities', ['counseling']);
  // @ts-expect-error a list of dated codes is not plain
  includesAny('member.programs', ['MO-PR-PLUS']);
  // @ts-expect-error a flag is no number
  atLeastNumber('personCentered', 1);
  // @ts-expect-error money is no number
  atLeastNumber('charge', 1);
  // @ts-expect-error a flag is no code
  oneOf('personCentered', ['group']);
  // @ts-expect-error a number is no day
  ageAtLeast({ years: 16 }, 'units');
  // @ts-expect-error a member always exists
  exists('member');
});

test('a code of another list does not compile', () => {
  holds('staff.credentials', ['MO-CMPS']);
  // @ts-expect-error a program is no credential
  holds('staff.credentials', ['MO-PR-PLUS']);
  // @ts-expect-error a credential of staff is none of an agency
  holds('agency.credentials', ['MO-CMPS']);
  // @ts-expect-error a material is no activity
  includesAny('activities', ['imr-practitioners-guide']);
  // @ts-expect-error an impairment is none or mild, moderate or severe
  oneOf('assessment.impairments.recreation', ['group']);
  // @ts-expect-error on no list of topics
  doneBy('staff.trainings', 'juggling');
});

test('an age is in years or in months', () => {
  ageAtLeast({ months: 18 });
  // @ts-expect-error neither of them
  ageAtLeast({ days: 18 });
  // @ts-expect-error a number of what?
  ageAtLeast(18);
});

test('a reading or class that does not exist does not compile', () => {
  reading('adultProgram', 'off');
  // @ts-expect-error a value of another reading
  reading('adultProgram', 'center');
  // @ts-expect-error no such class of diagnosis
  hasDiagnosis('anxiety');
});

test('what is built is a condition', () => {
  expectTypeOf(is('faceToFace')).toExtend<Condition>();
  expectTypeOf(exists('plan')).toExtend<Condition>();
});
