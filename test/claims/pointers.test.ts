import { describe, expect, test } from 'vitest';
import {
  checkClaim,
  InputError,
  parseClaim,
  type Claim,
  type Finding,
  type LineResult,
} from '../../src/index.js';
import { claimOf, foundIn, lineOf, oneLine, resultOf, saidOf, type Base, type Change } from './support.js';
import { bases } from '../support/cases.js';
import { notVoid } from '../support/not-void.js';

function found(line: LineResult | undefined, rule: Finding['rule']): Finding {
  const said = line === undefined ? 'no line' : saidOf(rule, line);
  if (typeof said === 'string') throw new Error(`${rule}: ${said}`);
  return said;
}

describe('pointers lead into the claim', () => {
  test.each<[rule: Finding['rule'], base: Base, line: Change, claim: Change, paths: string[]]>([
    ['staff/qualification', 'mo-H2017TG', { staff: { credentials: [] } }, {}, ['/lines/0/staff/credentials']],
    ['agency/certification', 'mo-H2017TG', {}, { agency: { credentials: [] } }, ['/agency/credentials']],
    [
      'member/adult',
      'mo-H2017TG',
      {},
      { member: { birthDate: '2010-01-01' } },
      ['/member/birthDate', '/lines/0/dateOfService'],
    ],
    [
      'units/time',
      'mo-H2017TG',
      { units: 7 },
      {},
      ['/lines/0/units', '/lines/0/session/startTime', '/lines/0/session/endTime'],
    ],
    ['units/whole', 'mo-H2017TG', { units: 1.5 }, {}, ['/lines/0/units']],
    ['claim/charge', 'mo-H2017TG', { charge: '1.00' }, {}, ['/lines/0/charge', '/lines/0/units']],
    [
      'session/time',
      'mo-H2017TG',
      { session: { endTime: '09:00' } },
      {},
      ['/lines/0/session/startTime', '/lines/0/session/endTime'],
    ],
    [
      'session/group-size',
      'mo-H2017TG',
      { session: { group: { participants: 9 } } },
      {},
      ['/lines/0/session/group/participants', '/lines/0/session/group/staff'],
    ],
    [
      'session/core-component',
      'mo-H2017TG',
      { session: { activities: ['recreation'] } },
      {},
      ['/lines/0/session/activities'],
    ],
    [
      'documentation/weekly-note',
      'mo-H2017TG',
      { session: { documentation: { weeklyNote: { clientResponse: false } } } },
      {},
      ['/lines/0/session/documentation/weeklyNote/clientResponse'],
    ],
    ['plan/goal', 'mo-peer-support', {}, { plan: { sessionServesGoal: false } }, ['/plan/sessionServesGoal']],
    [
      'staff/supervision',
      'mo-peer-support',
      { staff: { supervisor: { credentials: [] } } },
      {},
      ['/lines/0/staff/supervisor/credentials'],
    ],
    [
      'necessity/adult-admission-g',
      'sc-prs-adult',
      {},
      { assessment: { recommendedByLpha: false } },
      ['/assessment/recommendedByLpha'],
    ],
  ])('%s of %s', (rule, base, line, claim, paths) => {
    const { lines } = resultOf(oneLine(base, line, claim));
    expect([...found(lines[0], rule).paths].sort()).toEqual([...paths].sort());
  });

  test.each<[rule: Finding['rule'], base: Base, line: Change, claim: Change, missing: string[]]>([
    ['staff/qualification', 'mo-H2017TG', { staff: null }, {}, ['/lines/0/staff/credentials']],
    ['agency/certification', 'mo-H2017TG', {}, { agency: null }, ['/agency/credentials']],
    ['member/adult', 'mo-H2017TG', {}, { member: { birthDate: null } }, ['/member/birthDate']],
    ['session/time', 'mo-H2017TG', { session: { endTime: null } }, {}, ['/lines/0/session/endTime']],
    [
      'units/time',
      'mo-H2017TG',
      { session: { startTime: null, endTime: null } },
      {},
      ['/lines/0/session/startTime', '/lines/0/session/endTime'],
    ],
    [
      'session/group-size',
      'mo-H2017TG',
      { session: { group: { participants: null } } },
      {},
      ['/lines/0/session/group/participants'],
    ],
    [
      'staff/initial-training',
      'mo-H2017HO',
      {
        staff: {
          trainings: [
            { topic: 'cpr-program-orientation' },
            { topic: 'documentation-and-medicaid-compliance', completedOn: '2023-01-01' },
          ],
        },
      },
      {},
      ['/lines/0/staff/trainings/0/completedOn'],
    ],
    ['plan/goal', 'mo-peer-support', {}, { plan: null }, ['/plan/sessionServesGoal']],
    [
      'necessity/adult-admission-g',
      'sc-prs-adult',
      {},
      { assessment: { recommendedByLpha: null } },
      ['/assessment/recommendedByLpha'],
    ],
  ])('what %s of %s asks for', (rule, base, line, claim, missing) => {
    const { lines } = resultOf(oneLine(base, line, claim));
    const finding = found(lines[0], rule);
    expect(finding.outcome).toBe('unknown');
    expect(finding.missing.map(({ path }) => path)).toEqual(missing);
    for (const path of missing) expect(finding.paths).toContain(path);
  });

  test('of the second line they have its place in the list, from 0', () => {
    const second = lineOf('mo-H2017TG', {
      lineNumber: 7,
      staff: { credentials: [] },
      session: { startTime: '13:00', endTime: '14:30' },
    });
    const { lines } = resultOf(claimOf('mo-H2017TG', [lineOf('mo-H2017TG'), second]));
    expect(found(lines[1], 'staff/qualification').paths).toEqual(['/lines/1/staff/credentials']);
  });

  test('a finding of the schedule too', () => {
    const second = lineOf('mo-H2017TG', { session: { startTime: '11:00', endTime: '12:30' } });
    const { lines } = resultOf(claimOf('mo-H2017TG', [lineOf('mo-H2017TG'), second]));
    expect(found(lines[1], 'schedule/member-overlap').paths).toEqual([
      '/lines/1/session/startTime',
      '/lines/1/session/endTime',
    ]);
  });

  test('every pointer of a claim about which nothing is known leads to a place where the fact can be stated', () => {
    for (const service of [
      'mo/H2017TG',
      'mo/H2017HO',
      'mo/H2017HOHQ',
      'mo/peer-support',
      'mt/imr',
      'sc/prs',
    ]) {
      const jurisdiction = service.slice(0, 2).toUpperCase();
      const codes = { 'mo/H2017TG': 'H2017TG', 'mo/H2017HO': 'H2017HO', 'mo/H2017HOHQ': 'H2017HOHQ' };
      const procedureCode = new Map(Object.entries(codes)).get(service) ?? 'H2017';
      const line = { procedureCode, service, dateOfService: '2024-03-12', units: 4 };
      const claim: Claim = { jurisdiction, lines: [line] };
      const missing = notVoid(checkClaim(claim)).lines.flatMap(({ findings }) =>
        findings.flatMap((one) => one.missing),
      );
      expect(missing.length).toBeGreaterThan(0);
      for (const { path } of missing.filter((fact) => fact.path !== '/history')) {
        const stated = JSON.parse(JSON.stringify(claim)) as object;
        put(stated, path.split('/').slice(1), null);
        expect([path, parseClaim(stated).ok]).toEqual([path, true]);
      }
    }
  });
});

/** States a fact at a pointer, making what holds it. */
function put(holder: object, [key = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    Reflect.set(holder, key, value);
    return;
  }
  const inner: unknown = Reflect.get(holder, key) ?? {};
  Reflect.set(holder, key, inner);
  put(inner as object, rest, value);
}

describe('line numbers', () => {
  const line = (lineNumber: number | null, hour: string) =>
    lineOf('mo-H2017TG', {
      lineNumber,
      units: 1,
      charge: null,
      session: { startTime: `${hour}:00`, endTime: `${hour}:15` },
    });

  test.each<[given: (number | null)[], expected: number[]]>([
    [[null], [1]],
    [
      [null, null, null],
      [1, 2, 3],
    ],
    [[5], [5]],
    [
      [7, null],
      [7, 2],
    ],
    [
      [3, 2, 1],
      [3, 2, 1],
    ],
  ])('%j: %j', (given, expected) => {
    const lines = given.map((number, index) => line(number, `1${String(index)}`));
    expect(resultOf(claimOf('mo-H2017TG', lines)).lines.map(({ lineNumber }) => lineNumber)).toEqual(
      expected,
    );
  });
});

describe('what a claim cannot carry is not known, and asked for', () => {
  const thin: Claim = {
    jurisdiction: 'MO',
    lines: [
      { procedureCode: 'H2017', modifiers: ['TG'], dateOfService: '2024-03-12', units: 6, charge: '29.70' },
    ],
  };

  test('of a line with code, date and units', () => {
    const result = resultOf(thin);
    expect(result.verdict).toBe('undetermined');
    expect(result.lines.map(foundIn)).toEqual([
      {
        'units/time': 'unknown',
        'session/format': 'unknown',
        'session/group-size': 'unknown',
        'agency/certification': 'unknown',
        'agency/approval': 'unknown',
        'staff/qualification': 'unknown',
        'session/core-component': 'unknown',
        'documentation/attendance-log': 'unknown',
        'documentation/attendance-available': 'unknown',
        'documentation/attendance-distinguishes': 'unknown',
        'documentation/weekly-note': 'unknown',
        'documentation/weekly-note-covers-both': 'unknown',
        'member/adult': 'unknown',
      },
    ]);
    expect(found(result.lines[0], 'units/time').missing).toEqual([
      {
        path: '/lines/0/session/startTime',
        question: 'At what time did the session start?',
        type: 'time',
        heldBy: 'clinician',
      },
      {
        path: '/lines/0/session/endTime',
        question: 'At what time did the session end?',
        type: 'time',
        heldBy: 'clinician',
      },
    ]);
    expect(result.totals).toMatchObject({ units: 6, charge: '29.70', undeterminedCharge: '29.70' });
  });

  test('the code, the charge and the units are still judged', () => {
    const [line] = resultOf(thin).lines;
    expect(line?.passed).toEqual(
      expect.arrayContaining([
        'claim/code',
        'claim/local-code',
        'claim/charge',
        'units/whole',
        'service/in-force',
      ]),
    );
  });

  test('reported only, it does not hold the verdict back, and a notice says so', () => {
    const result = resultOf(thin, { missingFacts: 'report' });
    expect([result.verdict, result.lines[0]?.verdict]).toEqual(['billable', 'billable']);
    const found = (one: typeof result) => one.lines.flatMap((line) => Object.entries(foundIn(line)));
    expect(found(result)).toEqual(found(resultOf(thin)));
    expect(found(result)).not.toEqual([]);
    expect(result.lines[0]?.notices.map(({ code }) => code)).toContain('missing-facts-reported');
  });

  test('what is wrong is wrong all the same', () => {
    const [line] = thin.lines;
    if (line === undefined) throw new Error('one line');
    const result = resultOf({ ...thin, lines: [{ ...line, units: 1.5 }] }, { missingFacts: 'report' });
    expect(result.verdict).toBe('not-billable');
  });

  test('a proposed line owes no papers yet', () => {
    const line = lineOf('mo-H2017TG', { session: { phase: 'proposed', documentation: null } });
    const result = resultOf(claimOf('mo-H2017TG', [line]));
    expect(result.verdict).toBe('billable');
    expect(result.lines.map(foundIn)).toEqual([
      {
        'documentation/attendance-log': 'due',
        'documentation/attendance-available': 'due',
        'documentation/weekly-note': 'due',
      },
    ]);
  });
});

describe('the result of a claim', () => {
  test('has the key of the claim, and none where it has none', () => {
    expect(resultOf(oneLine('mo-H2017TG')).id).toBe('C-1');
    expect(resultOf(oneLine('mo-H2017TG', {}, { id: null }))).not.toHaveProperty('id');
  });

  test.each(bases)('a complete claim of %s is billable, with nothing found', (base) => {
    const result = resultOf(oneLine(base));
    expect([result.verdict, result.findings, ...result.lines.map(foundIn)]).toEqual(['billable', [], {}]);
  });

  test('is not billable where one line is not, undetermined where one is and none fails', () => {
    const good = lineOf('mo-H2017TG');
    const at = (start: string, end: string, change: object) =>
      lineOf('mo-H2017TG', { session: { startTime: start, endTime: end }, ...change });
    const bad = at('12:00', '13:30', { staff: { credentials: [] } });
    const open = at('14:00', '15:30', { staff: { credentials: null } });
    const verdict = (...lines: Claim['lines']) => resultOf(claimOf('mo-H2017TG', lines)).verdict;
    expect([verdict(good), verdict(good, open), verdict(good, bad), verdict(open, bad, good)]).toEqual([
      'billable',
      'undetermined',
      'not-billable',
      'not-billable',
    ]);
  });

  test('names no person', () => {
    const claim = oneLine(
      'mo-H2017TG',
      { units: 99, staff: { credentials: [] } },
      { member: { birthDate: '2010-01-02' } },
    );
    const { findings } = resultOf(claim).lines[0] ?? { findings: [] };
    expect(findings.length).toBeGreaterThan(2);
    expect(JSON.stringify(findings)).not.toMatch(/M-1\b|T-1\b|2010-01-02/);
  });
});

describe('a malformed claim', () => {
  const good = oneLine('mo-H2017TG');

  test.each<[title: string, claim: unknown, path: string]>([
    ['no lines', { ...good, lines: [] }, '/lines'],
    ['no jurisdiction', { ...good, jurisdiction: undefined }, '/jurisdiction'],
    ['another funding', { ...good, funding: 'private' }, '/funding'],
    ['a misspelt key of the member', { ...good, member: { birthdate: '1979-05-02' } }, '/member/birthdate'],
    ['units as text', { ...good, lines: [{ ...good.lines[0], units: '6' }] }, '/lines/0/units'],
    ['units as text', { ...good, lines: [{ ...good.lines[0], units: '6' }] }, '/lines/0/units'],
    ['a charge as a number', { ...good, lines: [{ ...good.lines[0], charge: 29.7 }] }, '/lines/0/charge'],
    [
      'a day that does not exist',
      { ...good, lines: [{ ...good.lines[0], dateOfService: '2025-02-29' }] },
      '/lines/0/dateOfService',
    ],
    [
      'the service within the session',
      { ...good, lines: [{ ...good.lines[0], session: { service: 'mo/H2017TG' } }] },
      '/lines/0/session/service',
    ],
    [
      'the member within the session',
      { ...good, lines: [{ ...good.lines[0], session: { member: { id: 'M-1' } } }] },
      '/lines/0/session/member',
    ],
    ['a line number of 0', { ...good, lines: [{ ...good.lines[0], lineNumber: 0 }] }, '/lines/0/lineNumber'],
  ])('%s: an input error', (_title, claim, path) => {
    expect(() => checkClaim(claim as Claim)).toThrow(InputError);
    try {
      checkClaim(claim as Claim);
    } catch (error) {
      expect((error as InputError).issues.map((issue) => issue.path)).toEqual([path]);
    }
    expect(parseClaim(claim).ok).toBe(false);
  });
});
