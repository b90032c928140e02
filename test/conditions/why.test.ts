import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageAtLeast, all, any, is, not, reading, when } from '../../src/conditions/build.js';
import { compile, type Trace } from '../../src/conditions/compile.js';
import type { Condition } from '../../src/conditions/condition.js';
import { askedReadings, otherChoices, type AskedReading } from '../../src/conditions/other-choice.js';
import { restsOn } from '../../src/conditions/walk.js';
import type { Readings } from '../../src/readings/generated.js';
import { failing, holding, truthUnder, undecided } from '../../src/conditions/why.js';
import { conditions, conditionsOnReadings, someFlags, under } from './support.js';

function tracesIn(trace: Trace): Trace[] {
  return [trace, ...trace.parts.flatMap((part) => tracesIn(part.trace))];
}

describe('a trace', () => {
  test('has the truth of the condition, and in each part that of the part', () => {
    fc.assert(
      fc.property(conditions, someFlags, (condition, known) => {
        for (const { condition: part, truth } of tracesIn(compile(condition).explain(under(known)))) {
          expect(truth).toBe(compile(part).truth(under(known)));
        }
      }),
    );
  });

  test('tells one thing: what fails, what holds, or what is not decided', () => {
    fc.assert(
      fc.property(conditions, someFlags, (condition, known) => {
        const trace = compile(condition).explain(under(known));
        const told = [failing(trace), undecided(trace), holding(trace)].map((some) => some.length > 0);
        expect(told.every((isTold, truth) => !isTold || truth === trace.truth)).toBe(true);
      }),
    );
  });
});

describe('the truth under the other choice of a reading', () => {
  test('is that of the condition with the reading set so', () => {
    const birthDates = fc.constantFrom('2004-02-29', '2004-03-01', undefined);
    const choices = fc.record({
      leapBirthday: fc.constantFrom('mar-1', 'feb-28'),
      licensedMhc: fc.constantFrom('person', 'center'),
      adultProgram: fc.constantFrom('warn', 'off'),
    } as const);
    fc.assert(
      fc.property(
        conditionsOnReadings,
        birthDates,
        choices,
        someFlags,
        (condition, birthDate, set, known) => {
          const facts = { ...known, dateOfService: '2022-02-28', member: { birthDate: birthDate ?? null } };
          const here = under(facts, set);
          const trace = compile(condition).explain(here);
          for (const name of askedReadings) {
            for (const readings of otherChoices(name, here.readings))
              expect(truthUnder(name, readings, trace)).toBe(compile(condition).truth({ ...here, readings }));
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is as it is, where nothing rests on it', () => {
    fc.assert(
      fc.property(conditions, someFlags, (condition, known) => {
        const here = under(known);
        const trace = compile(condition).explain(here);
        expect(askedReadings.map((name) => truthUnder(name, here.readings, trace))).toEqual(
          askedReadings.map(() => trace.truth),
        );
      }),
    );
  });
});

describe('the other choices of a reading', () => {
  test.each<[AskedReading, Partial<Readings>, others: Partial<Readings>[]]>([
    ['leap-birthday', { leapBirthday: 'mar-1' }, [{ leapBirthday: 'feb-28' }]],
    ['leap-birthday', { leapBirthday: 'feb-28' }, [{ leapBirthday: 'mar-1' }]],
    ['group-ratio', { groupRatio: 'ratio' }, [{ groupRatio: 'warn' }, { groupRatio: 'flat' }]],
  ])('%s, beside %j: %j', (name, set, others) => {
    const { readings } = under({}, set);
    expect(otherChoices(name, readings)).toEqual(others.map((other) => ({ ...readings, ...other })));
  });
});

describe('what a condition rests on', () => {
  test.each<[Condition, AskedReading[]]>([
    [is('faceToFace'), []],
    [ageAtLeast({ years: 18 }), ['leap-birthday']],
    [not(reading('licensedMhc', 'center')), ['licensed-mhc']],
    [
      when(reading('adultProgram', 'warn'), any(is('faceToFace'), ageAtLeast({ years: 18 }))),
      ['adult-program', 'leap-birthday'],
    ],
    [all(), []],
  ])('%j: %j', (condition, names) => {
    expect(restsOn(condition)).toEqual(names);
  });
});
