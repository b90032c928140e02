import { describe, expect, test } from 'vitest';
import { checkClaim, createChecker, type Claim, type PriorUse } from '../../src/index.js';
import { csv, formatResult, json, ndjson, text } from '../../src/reports/index.js';
import { session, written } from './support.js';

const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
const unnamed: Claim = { id: 'C-9', jurisdiction: 'MO', frequency: 'void', lines: [line] };
const named: Claim = { ...unnamed, replaces: 'C-1' };

describe('a claim that voids another', () => {
  test('in words', () => {
    expect(formatResult(checkClaim(unnamed))).toMatch(/^claim: void\nclaim\/replaces: fail \(warning\)/);
    expect(formatResult(checkClaim(named, { history: [] }))).toMatch(/^claim: void\n.*Claims that stand for/);
  });

  test('in a text, where something is found of it', () => {
    expect(written(text, [unnamed])).toContain('entry 1 (C-9)  VOID\n');
    expect(written(text, [named])).not.toContain('VOID\n');
  });

  test('is a row of the totals, and so is what is replaced', () => {
    const other: Claim = { id: 'C-1', jurisdiction: 'MO', lines: [line] };
    expect(written(text, [named, other])).toMatch(/ {2}Voids +1\n {2}Replaced +1\n/);
    expect(written(text, [named, other])).toMatch(/Records +2 +0 units/);
    expect(written(text, [other])).not.toMatch(/Voids|Replaced/);
  });

  test('as a row of the worklist, where something is to be done', () => {
    expect(written(csv, [unnamed])).toMatch(/\nbilling,claim,.*,void,claim\/replaces/);
    expect(written(csv, [named]).split('\n')).toHaveLength(2);
  });

  test('as JSON', () => {
    expect(JSON.parse(written(ndjson, [named]))).toMatchObject({ kind: 'void', id: 'C-9' });
    expect(written(json, [named])).toContain('"void": 1');
  });
});

describe('units left', () => {
  const use: PriorUse = {
    service: 'mo/peer-support',
    memberId: session.member?.id,
    dateOfService: '2017-05-02',
    units: 40,
    startTime: '09:00',
  };
  const left = (history: readonly PriorUse[], entries: readonly unknown[] = [session]) =>
    /Units left[^]*?\n\n {2}(.*?) {2}/.exec(
      written(text, entries, { history, checker: createChecker() }),
    )?.[1];

  test.each<[title: string, history: PriorUse[], left: string]>([
    ['less what was billed', [use], '48 of 96'],
    ['less what is left of it', [use, { ...use, units: -10 }], '58 of 96'],
    ['less a use with the key of the session, of another day', [{ ...use, id: session.id }], '48 of 96'],
    [
      'but not that of the session itself',
      [{ ...use, id: session.id, dateOfService: '2017-05-16' }],
      '88 of 96',
    ],
    [
      'at most, with a use that may be of the service',
      [{ ...use, service: null, procedureCode: 'H0038' }],
      'at most 88 of 96',
    ],
  ])('%s', (_title, history, expected) => {
    expect(left(history)).toBe(expected);
  });

  test('beside sessions of one key, of a service with a code, and of no member', () => {
    const coded = { ...session, service: 'mo/H2017TG', dateOfService: '2017-05-20' };
    const nobody = { ...session, member: null, dateOfService: '2017-05-21' };
    const other = {
      ...session,
      id: null,
      dateOfService: '2017-05-22',
      member: { ...session.member, id: 'M-9' },
    };
    const others = [coded, nobody, null, other];
    expect(left([use], [session, ...others])).toBe('48 of 96');
  });
});

test('units left out of a line are those of its time, and none where that is not known', () => {
  const without = { ...line, units: null };
  const told = (session: object) =>
    /Records +1 +1 line +(\d+) units?/.exec(
      written(text, [{ jurisdiction: 'MO', lines: [{ ...without, session }] }]),
    )?.[1];
  expect(told({ minutes: 60 })).toBe('4');
  expect(told({})).toBe('0');
  expect(told({ minutes: 60, phase: 'cancelled' })).toBe('0');
});
