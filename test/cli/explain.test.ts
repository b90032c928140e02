import { describe, expect, test } from 'vitest';
import { services } from '../../src/index.js';
import { ruleIdsOf, rulePageOf } from '../../src/explain/rule-page.js';
import { billability } from './run.js';

describe('explain', () => {
  test('says what a rule means, where it is written, what it reads and what it may draw', async () => {
    expect(await billability(['explain', 'units/monthly-limit'])).toEqual({
      status: 0,
      stdout: expect.stringMatching(
        /^units\/monthly-limit\n\n.* 96 units .*\nPasses when the units .*\n(.*\n)*A failure is an error: .*\n {2}mo\/peer-support: Clinical Services Bulletin FY15-Clinical-30, Peer Support\n {4}Services, 6\.1\n\nFacts it reads\n(.*\n)* {2}history \(billing\): Which units .*\n.*\n\nWhat a payer may answer to a failure\n {2}More units than .*\n {4}likely: CARC 119, RARC N362, group CO\n {4}possible: CARC 273, group CO\n\nWhat is left open, and how it is read\n {2}limit-scope: /,
      ) as string,
      stderr: '',
    });
  });

  test('names the setting of a reading', async () => {
    expect((await billability(['explain', 'units/time'])).stdout).toMatch(
      /What is left open, and how it is read\n {2}rounding: How do minutes become units\? (.*\n)*.*Setting:\s+`rounding`: 'floor' \(default\),/,
    );
  });

  test('says once what holds for several services, with the clause of each', async () => {
    const { stdout } = await billability(['explain', 'units/time']);
    expect(stdout.match(/more than the time spent supports/g)).toHaveLength(1);
    for (const { id } of services) expect(stdout).toContain(`\n  ${id}: `);
    expect(stdout).toContain('\n  mt/imr: not applicable, as its document does not set it\n');
    expect((await billability(['explain', 'session/time'])).stdout).toContain(
      '\n  every service: General billing rule',
    );
  });

  test('knows the rules that see lines and sessions beside each other', async () => {
    const { stdout } = await billability(['explain', 'claim/code']);
    expect(stdout).toContain('  lines[].procedureCode, of the claim\n');
    expect(stdout).toContain('    likely: CARC 16, RARC N822, group CO\n');
  });

  test('says where no denial is known', async () => {
    expect((await billability(['explain', 'units/unbilled-time'])).stdout).toContain(
      '  Nothing that is known.\n',
    );
  });

  test('lists all rules', async () => {
    const ids = ruleIdsOf(services);
    expect((await billability(['explain'])).stdout).toBe(ids.map((id) => `${id}\n`).join(''));
    expect(JSON.parse((await billability(['explain', '--format', 'json'])).stdout)).toEqual(ids);
  });

  test('as JSON gives the page', async () => {
    const { stdout } = await billability(['explain', 'member/age', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual(rulePageOf(services, 'member/age'));
  });

  test.each([
    ['member/agee', 'member/age'],
    ['monthly-limit', 'units/monthly-limit'],
    ['unit/time', 'units/time'],
    ['schedule/stafff-overlap', 'schedule/staff-overlap'],
  ])('takes %s for %s', async (stated, meant) => {
    expect((await billability(['explain', stated])).stderr).toBe(
      `billability: rule: expected the id of a rule; did you mean "${meant}"?\n`,
    );
  });

  test('says what an id looks like when nothing is near', async () => {
    expect((await billability(['explain', 'xyz'])).stderr).toBe(
      'billability: rule: expected the id of a rule, such as units/daily-limit\n',
    );
  });
});
