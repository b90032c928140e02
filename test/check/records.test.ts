import { describe, expect, test } from 'vitest';
import { notice } from '../../src/findings/notices.js';
import type { Claim, Session } from '../../src/index.js';
import { oneLine } from '../claims/support.js';
import { checker, entry, ofUnits, use } from './support.js';

const nothingElse = { history: [] };

describe('a record with lines is read as a claim, anything else as a session', () => {
  const unreadable = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('M-SECRET');
      },
    },
  );

  test.each<[title: string, record: unknown, lacks: string | undefined]>([
    ['no facts', {}, '/service'],
    ['no lines', { lines: [] }, '/jurisdiction'],
    ['lines that are null', { lines: null }, '/jurisdiction'],
    ['lines and a service', { lines: [], service: 'mo/peer-support' }, '/jurisdiction'],
    ['lines of a prototype', Object.create({ lines: [] }), '/jurisdiction'],
    ['a list', [], ''],
    ['null', null, ''],
    ['nothing', undefined, ''],
    ['text', 'lines', ''],
    ['a number', 7, ''],
    ['a function', () => 7, ''],
    ['what cannot be read', unreadable, undefined],
  ])('%s', (_title, record, lacks) => {
    const { results, totals } = checker.checkRecords([record], nothingElse);
    const [result] = results;
    const paths = result?.kind === 'invalid' ? result.issues.map(({ path }) => path) : [];
    if (lacks === undefined) expect(paths).not.toEqual([]);
    else expect(paths).toContain(lacks);
    expect(totals).toMatchObject({ entries: 1, invalid: 1 });
    expect(JSON.stringify(result)).not.toContain('SECRET');
  });

  test('a list of sessions has no claims, and a list of claims no sessions', () => {
    const [claim] = checker.checkSessions([oneLine('mo-H2017TG')], nothingElse).results;
    const [session] = checker.checkClaims([entry('A')], nothingElse).results;
    expect([claim?.kind, session?.kind]).toEqual(['invalid', 'invalid']);
  });
});

test('a malformed record keeps its key where that can be read', () => {
  const unreadable = {
    get id(): string {
      throw new Error('M-SECRET');
    },
  };
  const list = [{ id: 'S-1' }, { id: 7 }, 'text', unreadable, { id: 'C-1', lines: [] }];
  expect(checker.checkRecords(list).results.map((result) => ('id' in result ? result.id : null))).toEqual([
    'S-1',
    null,
    null,
    null,
    'C-1',
  ]);
});

describe('sessions and claims in one list', () => {
  const ofOneDay = (id: string, startTime: string): Session => entry(id, ofUnits(20, startTime));
  const claimOfDay = (id: string, startTime: string): Claim => {
    const { units, minutes, ...session } = ofUnits(20, startTime);
    const change = { dateOfService: '2017-05-16', units, session: { ...session, minutes } };
    return oneLine('mo-peer-support', change, { id, member: { id: 'M-4' } });
  };
  const list = [
    claimOfDay('C-1', '08:00'),
    ofOneDay('S-1', '08:00'),
    ofOneDay('S-2', '14:00'),
    claimOfDay('C-2', '14:00'),
  ];

  test('share the limits and the schedule with their like, in their places', () => {
    const { results } = checker.checkRecords(list, nothingElse);
    expect(results.map((result) => ['id' in result && result.id, result.kind, result.verdict])).toEqual([
      ['C-1', 'claim', 'billable'],
      ['S-1', 'session', 'billable'],
      ['S-2', 'session', 'not-billable'],
      ['C-2', 'claim', 'not-billable'],
    ]);
  });

  test('are summed up together, and what the sums leave out is told of each kind', () => {
    const { totals, notices } = checker.checkRecords([...list, null], nothingElse);
    expect(totals).toMatchObject({ entries: 5, billable: 2, notBillable: 2, invalid: 1, units: 80 });
    const leftOut = notices.filter(({ code }) => code === 'charges-left-out');
    expect(leftOut).toEqual([
      notice('charges-left-out', { count: 2, of: 'entry', unitsNotKnown: 0 }),
      notice('charges-left-out', { count: 2, of: 'line', unitsNotKnown: 0 }),
    ]);
  });

  test('what was billed before counts for both', () => {
    const history = [use(13)];
    const { results } = checker.checkRecords([list[0], list[1]], { history });
    expect(results.map(({ verdict }) => verdict)).toEqual(['not-billable', 'not-billable']);
  });

  test('the caller hears of each once', () => {
    let heard = 0;
    checker.checkRecords([...list, null], nothingElse, () => heard++);
    expect(heard).toBe(5);
  });
});

test('a session that was billed before is spoken of as such', () => {
  const { results } = checker.checkRecords([entry('A')], {
    history: [use(8, { startTime: '09:00', endTime: '11:00' })],
  });
  expect(results[0]).toMatchObject({
    findings: [
      { rule: 'claim/duplicate', message: expect.stringContaining('of a session already billed') as string },
    ],
  });
});

test('prior uses that are one of the records are not said to lack a start', () => {
  const ofClaim = use(1, { id: 'C-1', dateOfService: '2017-05-17' });
  const history = [use(1, { id: 'S-1' }), ofClaim, use(1, { id: 'S-9' }), use(1)];
  const claim = oneLine('mo-peer-support', { dateOfService: '2017-05-17' }, { id: 'C-1' });
  expect(checker.checkRecords([entry('S-1'), claim], { history }).notices).toContainEqual(
    notice('no-start-time', { count: 2 }),
  );
});
