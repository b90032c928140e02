import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { jsonSchemaOf, schemas, type SchemaName } from '../../src/schemas.js';
import {
  checkClaim,
  checkSession,
  checkSessions,
  createChecker,
  defineService,
  DefinitionError,
  InputError,
  parseClaim,
  parseClaimOrThrow,
  parseSession,
  parseSessionOrThrow,
  peerSupport,
} from '../../src/index.js';

const session = { service: 'mo/peer-support', dateOfService: '2025-03-03' };
const use = { ...session, memberId: 'M-1', units: 4 };
const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
const claim = { jurisdiction: 'MO', lines: [line] };

type Name = keyof typeof schemas;
const read = (name: Name, value: unknown) => schemas[name]['~standard'].validate(value);

/** For each schema what it takes, and what it does not, with where and why. */
const cases: Readonly<
  Record<Name, { takes: readonly unknown[]; refuses: readonly [unknown, ...(string | number)[]][] }>
> = {
  session: {
    takes: [session],
    refuses: [[{ ...session, dateOfService: '2025-02-30' }, 'dateOfService'], [5]],
  },
  claim: { takes: [claim], refuses: [[{ ...claim, lines: [{ ...line, units: '6' }] }, 'lines', 0, 'units']] },
  priorUse: { takes: [use], refuses: [[{ ...use, units: null }, 'units']] },
  history: { takes: [[], [use]], refuses: [[[use, { ...use, units: 'x' }], 1, 'units']] },
  result: {
    takes: [
      JSON.parse(JSON.stringify(checkSession(session))),
      JSON.parse(JSON.stringify(checkClaim(claim))),
      JSON.parse(JSON.stringify(checkSessions([session, {}]))),
    ],
    refuses: [[null]],
  },
  service: {
    takes: [JSON.parse(JSON.stringify(peerSupport))],
    refuses: [[{ ...peerSupport, limits: 5 }, 'limits']],
  },
  config: {
    takes: [{}, { without: ['mt/imr'], readings: { rounding: 'midpoint' } }],
    refuses: [
      [{ codes: { 'mt/imr': [{ procedureCode: 'X', rate: 5 }] } }, 'codes', 'mt/imr', 0, 'rate'],
      [{ services: [{ ...peerSupport, id: 'xx/own', limits: 5 }] }, 'services', 0, 'limits'],
    ],
  },
  mapping: {
    takes: [{}, { columns: { DOB: 'member.birthDate' } }],
    refuses: [
      [{ columns: { DOB: 'member.birthdate' } }, 'columns', 'DOB'],
      [{ constants: 5 }, 'constants'],
    ],
  },
  x12Mapping: { takes: [{ jurisdiction: 'MO' }], refuses: [[{}, 'jurisdiction']] },
  fhirMapping: { takes: [{ zone: 'America/Chicago' }], refuses: [[{ zone: 5 }, 'zone']] },
};

describe.each(Object.entries(cases))('the schema of %s', (name, { takes, refuses }) => {
  const named = name as Name;

  test.each(takes.map((value) => [value]))('takes %j', (value) => {
    expect(read(named, value)).toEqual({ value });
  });

  test.each(refuses)('refuses %j', (value, ...path) => {
    const { issues = [] } = read(named, value);
    expect(issues.map((issue) => issue.path)).toEqual([path]);
    expect(issues.map(({ code, message }) => [typeof code, typeof message])).toEqual([['string', 'string']]);
  });

  test('has a name of who made it', () => {
    expect(schemas[named]['~standard']).toMatchObject({ version: 1, vendor: 'billability' });
  });
});

test('each schema says what the library says', () => {
  const withKeys = (issues: readonly { path: string }[]) =>
    issues.map((issue) => ({ ...issue, path: issue.path.split('/').slice(1) }));
  const bad = { ...session, phase: 'later', member: { birthdate: '' } };
  const parsed = parseSession(bad);
  expect(read('session', bad).issues).toEqual(parsed.ok ? [] : withKeys(parsed.issues));
  const badClaim = { lines: 5 };
  const parsedClaim = parseClaim(badClaim);
  expect(read('claim', badClaim).issues).toEqual(parsedClaim.ok ? [] : withKeys(parsedClaim.issues));
  const badConfig = { readings: { rounding: 'up' } };
  expect(read('config', badConfig).issues).toEqual(
    withKeys(issuesOf(() => createChecker(badConfig as object))),
  );
  const badService = { ...peerSupport, id: '' };
  expect(read('service', badService).issues).toEqual(withKeys(issuesOf(() => defineService(badService))));
});

test('keys of an input that hold what a pointer escapes stay as they are', () => {
  const { issues } = read('mapping', { columns: { 'a/b~c': 'member.birthdate' } });
  expect(issues?.[0]?.path).toEqual(['columns', 'a/b~c']);
});

test('what an object throws that cannot be read is not passed on', () => {
  const trap = new Proxy(
    {},
    {
      get: () => {
        throw new Error('M-1');
      },
      ownKeys: () => {
        throw new Error('M-1');
      },
    },
  );
  for (const name of ['session', 'claim', 'config', 'service'] as const)
    expect(read(name, trap).issues?.map(({ code }) => code)).toEqual(['not-plain-data']);
});

test('nor what one throws that can be read at first', () => {
  const codesOf = (readTimes: number) => {
    let left = readTimes;
    const ownKeys = () => {
      if (left === 0) throw new Error('M-1');
      left -= 1;
      return [];
    };
    return read('config', { codes: new Proxy({}, { ownKeys }) }).issues?.map(({ code }) => code);
  };
  const told = Array.from({ length: 9 }, (_, times) => codesOf(times));
  expect(new Set(told.flat())).toEqual(new Set(['not-plain-data', undefined]));
});

test('what is read, or thrown', () => {
  expect(parseSessionOrThrow(session)).toEqual(session);
  expect(parseClaimOrThrow(claim)).toEqual(claim);
  expect(() => parseSessionOrThrow({ ...session, units: 'x' })).toThrow(InputError);
  expect(issuesOf(() => parseSessionOrThrow({ ...session, units: 'x' }))[0]?.path).toBe('/units');
  expect(issuesOf(() => parseClaimOrThrow({ ...claim, lines: [] }))[0]?.path).toBe('/lines');
});

test.each(readdirSync(new URL('../../docs/schema', import.meta.url)))('%s is a value too', (file) => {
  const committed = readFileSync(new URL(`../../docs/schema/${file}`, import.meta.url), 'utf8');
  expect(jsonSchemaOf(file.replace('.json', '') as SchemaName)).toEqual(JSON.parse(committed));
});

function issuesOf(call: () => unknown): InputError['issues'] {
  try {
    call();
    return [];
  } catch (error) {
    if (error instanceof InputError || error instanceof DefinitionError) return error.issues;
    throw error;
  }
}
