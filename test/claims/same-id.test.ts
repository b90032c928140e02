import { describe, expect, test } from 'vitest';
import { createChecker, type Claim } from '../../src/index.js';
import { claimOf, lineOf } from './support.js';

const checker = createChecker();
const rule = 'claim/duplicate';
const bare = { startTime: null, endTime: null };

function claim(id: string, units = 8, change: object = {}): Claim {
  const line = lineOf('mo-peer-support', { units, session: { ...bare, minutes: units * 15, ...change } });
  return claimOf('mo-peer-support', [line], { id });
}

function checked(...claims: readonly Claim[]) {
  const { results, totals } = checker.checkClaims(claims, { history: [] });
  const found = results.map((result) => {
    if (!('lines' in result)) throw new Error('every claim can be read');
    const ofClaim = result.findings.map(({ rule, severity }) => `${rule} ${severity}`);
    return [result.verdict, ...ofClaim, ...result.lines.map(({ verdict }) => verdict)];
  });
  return { results, found, totals };
}

describe('claims of one id', () => {
  test('that state the same: the later fails, and its lines use no units', () => {
    const { found, totals } = checked(claim('C-1', 16), claim('C-1', 16), claim('C-2', 12));
    expect(found).toEqual([
      ['billable', 'billable'],
      ['not-billable', `${rule} error`, 'billable'],
      ['undetermined', 'undetermined'],
    ]);
    expect(totals).toMatchObject({ billable: 1, notBillable: 1, undetermined: 1 });
  });

  test('that state something else are each a warning, and use their units', () => {
    expect(checked(claim('C-1', 16), claim('C-1', 17)).found).toEqual([
      ['billable', `${rule} warning`, 'billable'],
      ['not-billable', `${rule} warning`, 'not-billable'],
    ]);
  });

  test('the finding names the other claim', () => {
    const { results } = checked(claim('C-1'), claim('C-1'));
    expect(results[1]).toMatchObject({
      findings: [
        {
          rule,
          outcome: 'fail',
          message:
            'Another claim of the batch has the same id and states the same. A session is billed once.',
          data: { other: { entry: 0 } },
          paths: ['/id'],
        },
      ],
    });
  });

  test('one whose line has no service on file', () => {
    const [line] = claim('C-1').lines;
    const unknown = { ...claim('C-1'), lines: [{ ...line, service: null, procedureCode: 'X9999' }] } as Claim;
    expect(checked(claim('C-1'), unknown).found.map(([, finding]) => finding)).toEqual([
      `${rule} warning`,
      `${rule} warning`,
    ]);
  });

  test('other ids, and none', () => {
    const { found } = checked(claim('C-1', 4), { ...claim('C-1', 4, { startTime: '08:00' }), id: null });
    expect(found.map(([, finding]) => finding)).not.toContain(`${rule} warning`);
  });
});

test('units left out of a line are those that its time supports', () => {
  const line = lineOf('mo-H2017HO', { units: null, charge: null });
  const { results, totals } = checked(claimOf('mo-H2017HO', [line]));
  expect(results).toMatchObject([{ verdict: 'billable', totals: { units: 4, charge: '81.44' } }]);
  expect(totals).toMatchObject({ units: 4, billableCharge: '81.44' });
});
