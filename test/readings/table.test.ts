import { describe, expect, test } from 'vitest';
import { checkSession, createChecker, type ReadingsInput } from '../../src/index.js';
import { defaultReadings, readingsOfFact, readingsSchema } from '../../src/readings/generated.js';
import { readingTable, type NamedReading } from '../../src/readings/table.js';
import { caseFiles, sessionOf } from '../support/cases.js';

const rows = Object.entries<NamedReading>(readingTable);
const options = Object.keys(defaultReadings);
const choices = rows.flatMap(([, { setting }]) =>
  setting === undefined || !('choices' in setting)
    ? []
    : Object.keys(setting.choices).map((choice): [option: string, choice: string | number] => [
        setting.option,
        typeof setting.default === 'number' ? Number(choice) : choice,
      ]),
);

test('each option is of one reading', () => {
  expect(options).toEqual(rows.flatMap(([, { setting }]) => setting?.option ?? []));
  expect(new Set(options).size).toBe(options.length);
  const facts = rows.flatMap(([, row]) => row.facts ?? []);
  expect(Object.keys(readingsOfFact).sort()).toEqual([...new Set(facts)].sort());
});

test('a default is a choice', () => {
  expect(readingsSchema.parse(defaultReadings)).toEqual(defaultReadings);
});

describe('every choice may be made', () => {
  const session = sessionOf({ base: 'mo-H2017TG', change: {} });

  test.each(choices)('%s: %s', (option, choice) => {
    const readings = { [option]: choice } as ReadingsInput;
    expect(createChecker({ readings }).checkSession(session)).toEqual(checkSession(session, { readings }));
  });

  test('and so may the default of lists', () => {
    const { diagnosisClasses, noteItems } = defaultReadings;
    expect(() => createChecker({ readings: { diagnosisClasses, noteItems } })).not.toThrow();
  });
});

describe('from a finding to the setting that changes it', () => {
  const found = caseFiles().flatMap(([, cases]) =>
    cases.flatMap((one) => checkSession(sessionOf(one), one.options).findings),
  );
  const named = new Map(
    found.flatMap(({ reading }) => (reading === undefined ? [] : [[reading.name, reading.setting]])),
  );

  test('cases name readings of both kinds', () => {
    expect([...named.values()]).toEqual(
      expect.arrayContaining([null, 'rounding', 'groupRatio', 'weekStartsOn']),
    );
  });

  test.each([...named])('%s: %s', (name, setting) => {
    const { setting: stated }: NamedReading = readingTable[name];
    expect(setting).toBe(stated?.option ?? null);
    expect(setting === null || options.includes(setting)).toBe(true);
  });
});
