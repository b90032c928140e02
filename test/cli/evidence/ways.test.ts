import { describe, expect, test } from 'vitest';
import type { WaysToPass } from '../../../src/evidence/explain.js';
import { billability, check, file, recordsOf, unwrapped, type Run } from '../run.js';
import { billable, ndjson, notBillable, undetermined } from '../sessions.js';

const tooMany = { ...billable, id: 'too-many', dateOfService: '2017-05-17', units: 9 };
/** With the sessions before it on the same day it is over the limit. */
const later = { ...billable, id: 'later', startTime: '18:00', endTime: '24:00', units: 24 };

file('ways.ndjson', ndjson(billable, notBillable, undetermined, tooMany, later));
const options = ['ways.ndjson', '--history', 'none'];

function waysIn(run: Run): (WaysToPass | undefined)[] {
  return recordsOf(run).map((record) => (record as { ways?: WaysToPass }).ways);
}

describe('ways', () => {
  test('is check --ways, with its status', async () => {
    const ways = await billability(['ways', ...options]);
    expect(ways).toEqual(await check([...options, '--ways']));
    expect(ways.status).toBe(1);
  });

  test('tells in text either, or; what was checked again; and what may not be changed', async () => {
    const { stdout } = await billability(['ways', ...options]);
    const text = unwrapped(stdout);
    expect(text).toContain('member/age: nothing may be changed; do not bill it.');
    expect(text).toContain('8 units are claimed (billing) [checked again: billable]');
    expect(text).toMatch(/member\/age: the member is 16 years or older on the date of service \(.*\)\./);
  });

  test('tells in NDJSON the ways of each session that is held back, beside the others', async () => {
    const run = await check([...options, '--ways', '--format', 'ndjson']);
    const [first, second, third, fourth, fifth] = waysIn(run);
    expect(first).toBeUndefined();
    expect(second?.needs).toEqual([{ rules: ['member/age'], ways: [] }]);
    expect(third?.needs).toMatchObject([{ rules: ['member/age'], ways: [{ kind: 'answer' }] }]);
    expect(fourth?.together).toMatchObject({ safe: true, after: { verdict: 'billable' } });
    expect(fifth?.needs[0]).toMatchObject({
      rules: ['units/daily-limit'],
      ways: [{ kind: 'claim-less', repair: { patch: [{ path: '/units', value: 16 }] } }],
    });
  });

  test('are not told where they are not asked for', async () => {
    expect(waysIn(await check([...options, '--format', 'ndjson']))).toEqual(Array(5).fill(undefined));
  });

  test('a format that has no room for them says so', async () => {
    const { stderr } = await check([...options, '--ways', '--format', 'csv']);
    expect(stderr).toContain('--ways is not used: it is of --format text, json, ndjson and html');
  });

  test('of claims none are searched, which is said', async () => {
    const claim = {
      jurisdiction: 'MO',
      lines: [{ procedureCode: 'H2017', dateOfService: '2024-03-12', units: 1 }],
    };
    const { stderr } = await check(['-', '--ways'], JSON.stringify(claim));
    expect(stderr).toContain('ways are searched for sessions alone: there are none of 1 claim');
  });

  test('of a file that is checked member by member they are refused', async () => {
    const { status, stderr } = await check([...options, '--ways', '--grouped']);
    expect(status).toBe(2);
    expect(stderr).toContain('--ways is for files that are checked as a whole');
  });
});
