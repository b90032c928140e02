import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseClaim, parseSession } from '../../src/index.js';
import { historySchema } from '../../src/facts/prior-use.js';
import { caseFiles, readFixture, readText, sessionOf } from '../support/cases.js';
import { objections, shippedSchema } from './support.js';

/** Whether the library reads a value, and what a standard validator objects to. */
const parsers = {
  session: (value: unknown) => parseSession(value).ok,
  claim: (value: unknown) => parseClaim(value).ok,
  history: (value: unknown) => historySchema.safeParse(value).success,
};
type Kind = keyof typeof parsers;

/** What JSON Schema cannot say: that one day is not before another. */
function hasInvertedPeriod(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { code, from, through } = value as Record<string, unknown>;
  if (typeof code === 'string' && typeof from === 'string' && typeof through === 'string' && through < from) {
    return true;
  }
  return Object.values(value).some(hasInvertedPeriod);
}

/** Nor that one key stands in place of another, or that one use takes back another. */
function isUnsound(use: unknown): boolean {
  const { service, procedureCode, units } = Object(use) as Record<string, unknown>;
  return (service == null && procedureCode == null) || (typeof units === 'number' && units < 0);
}

function expectAgreement(kind: Kind, value: unknown): void {
  const found = objections(kind, value);
  const isRead = parsers[kind](value);
  const isSayable = !hasInvertedPeriod(value) && !(kind === 'history' && [value].flat().some(isUnsound));
  if (isRead || isSayable) expect({ isValid: found.length === 0, found }).toMatchObject({ isValid: isRead });
}

function linesOf(path: string): unknown[] {
  return readText(path)
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as unknown];
      } catch {
        return [];
      }
    });
}

const filesIn = (folder: string, ending: string) =>
  readdirSync(new URL(`../../fixtures/${folder}/`, import.meta.url)).filter((file) => file.endsWith(ending));

describe('a standard validator takes what the library reads, and refuses what it refuses', () => {
  test.each(filesIn('sessions', '.json'))('session %s', (file) => {
    const session = readFixture(`sessions/${file}`);
    expect(parseSession(session).ok).toBe(true);
    expect(objections('session', session)).toEqual([]);
  });

  test.each(caseFiles())('cases %s', (_file, cases) => {
    for (const one of cases) {
      expectAgreement('session', sessionOf(one));
      if (one.options?.history != null) expectAgreement('history', one.options.history);
    }
  });

  test.each(filesIn('months', '.ndjson'))('month %s', (file) => {
    for (const line of linesOf(`months/${file}`)) expectAgreement('session', line);
  });

  test.each(filesIn('claims', '.ndjson'))('claims %s', (file) => {
    for (const line of linesOf(`claims/${file}`)) expectAgreement('claim', line);
  });

  test.each([
    ['months', 'session'],
    ['claims', 'claim'],
  ] as const)('among the %s is at least one that both refuse', (folder, kind) => {
    const lines = filesIn(folder, '.ndjson').flatMap((file) => linesOf(`${folder}/${file}`));
    expect(lines.some((line) => objections(kind, line).length > 0)).toBe(true);
  });
});

describe('whatever stands in place of a fact', () => {
  const junk = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      '',
      'none',
      'None',
      '2024-02-29',
      '2025-02-29',
      '2100-02-29',
      '2000-02-29',
      '0000-01-01',
      '0001-01-01',
      '2025-04-31',
      '2025-4-3',
      '2025-03-03T00:00:00',
      '00:00',
      '23:59',
      '24:00',
      '9:00',
      '20.36',
      '20.3',
      '-1.00',
      '1234567890123456.00',
      'medicaid',
      'group',
      -1,
      0,
      0.5,
      1,
      1.5,
      1e9,
      1e9 + 1,
      2 ** 53,
      true,
      false,
      [],
      {},
      [null],
      [''],
      [{ code: 'X' }],
      [{ code: 'X', from: '2025-01-01', through: '2025-01-01' }],
      [{ from: '2025-01-01' }],
    ),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const edit = fc.record({ place: fc.nat(), value: junk, how: fc.constantFrom('put', 'drop', 'add') });

  const sessions = filesIn('sessions', '.json').map((file) => readFixture(`sessions/${file}`));
  const bases: Record<Kind, unknown[]> = {
    session: sessions,
    claim: sessions.map((session) => claimAround(session as Record<string, unknown>)),
    history: [
      [
        {
          id: 'S-1',
          service: 'mo/peer-support',
          memberId: 'M-1',
          dateOfService: '2025-03-03',
          units: 4,
          minutes: 60,
          startTime: '09:00',
          endTime: '10:00',
        },
      ],
    ],
  };

  test.each(Object.keys(parsers) as Kind[])('of a %s, both judge alike', (kind) => {
    const base = fc.constantFrom(...bases[kind]);
    fc.assert(
      fc.property(base, fc.array(edit, { minLength: 1, maxLength: 2 }), (value, edits) => {
        const copy = JSON.parse(JSON.stringify(value)) as object;
        // A list that is put in twice would hold itself.
        for (const one of edits) change(copy, { ...one, value: structuredClone(one.value) });
        expectAgreement(kind, copy);
      }),
      { numRuns: 400 },
    );
  });
});

/** A claim with everything of a session in it. */
function claimAround(session: Record<string, unknown>): unknown {
  const { member, agency, plan, assessment, dateOfService, units, charge, staff, ...own } = session;
  const facts = Object.entries(own).filter(([key]) => !['id', 'service', 'funding'].includes(key));
  const line = {
    lineNumber: 1,
    procedureCode: 'H2017',
    modifiers: ['HO'],
    service: own['service'],
    dateOfService,
    units: units ?? 4,
    charge,
    staff,
    session: Object.fromEntries(facts),
  };
  return {
    id: 'C-1',
    jurisdiction: 'MO',
    funding: 'medicaid',
    member,
    agency,
    plan,
    assessment,
    lines: [line],
  };
}

/** Puts a value in place of a part, drops the part, or adds a key beside it. */
function change(root: object, { place, value, how }: { place: number; value: unknown; how: string }): void {
  const parts = [...partsOf(root)];
  const [holder, key] = parts[place % parts.length] ?? [root, ''];
  if (how === 'put') Reflect.set(holder, key, value);
  else if (how === 'drop' && !Array.isArray(holder)) Reflect.deleteProperty(holder, key);
  else if (how === 'add') Reflect.set(holder, `${key}x`, value);
}

function* partsOf(holder: object): Iterable<[holder: object, key: string]> {
  for (const [key, value] of Object.entries(holder)) {
    yield [holder, key];
    if (typeof value === 'object' && value !== null) yield* partsOf(value as object);
  }
}

test('what JSON Schema cannot say is left to the library', () => {
  const session = {
    service: 'mo/peer-support',
    dateOfService: '2025-03-03',
    staff: { credentials: [{ code: 'MO-CPS', from: '2025-03-03', through: '2025-03-02' }] },
  };
  expect(parseSession(session).ok).toBe(false);
  expect(objections('session', session)).toEqual([]);
});

describe.each(['session', 'claim', 'history', 'result', 'service'])('schema/%s.json', (name) => {
  const schema = shippedSchema(name);

  test('says what it is', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:billability:schema:${name}`,
      title: expect.any(String) as string,
      description: expect.stringMatching(/\.$/) as string,
    });
  });

  test('leaves nothing unsaid: every object lists its keys and takes no other', () => {
    const open: string[] = [];
    const visit = (part: unknown, path: string): void => {
      if (typeof part !== 'object' || part === null) return;
      const { type, additionalProperties } = part as Record<string, unknown>;
      if (type === 'object' && additionalProperties === undefined) open.push(path);
      for (const [key, inner] of Object.entries(part)) visit(inner, `${path}/${key}`);
    };
    visit(schema, '');
    expect(open).toEqual([]);
  });
});

describe.each(['session', 'claim', 'history'])('schema/%s.json in words', (name) => {
  test('every fact says what it is', () => {
    const silent: string[] = [];
    const visit = (part: unknown, path: string): void => {
      if (typeof part !== 'object' || part === null) return;
      const { properties } = part as { properties?: Record<string, Record<string, unknown>> };
      for (const [key, fact] of Object.entries(properties ?? {})) {
        if (typeof fact['description'] !== 'string') silent.push(`${path}/${key}`);
      }
      for (const [key, inner] of Object.entries(part)) visit(inner, `${path}/${key}`);
    };
    visit(shippedSchema(name), '');
    expect(silent).toEqual([]);
  });
});
