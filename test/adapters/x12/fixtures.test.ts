import { describe, expect, test } from 'vitest';
import { explainDenials, readX12Claims, readX12Remittances } from '../../../src/adapters/x12/index.js';
import { checkClaims } from '../../../src/index.js';
import { readFixture, readText } from '../../support/cases.js';

/** What must come of the files that an invented agency sent and got: `fixtures/make/x12.mjs` plants what is odd. */
interface Sent {
  readonly problems: string[];
  readonly claims: readonly {
    readonly id: string;
    readonly what?: string;
    readonly member: string | null;
    readonly lines: number;
    readonly linesLeftOut?: number;
    readonly frequency: string | null;
    readonly minutes?: number;
    readonly spans?: number;
    readonly staff?: string;
    readonly place?: string;
  }[];
}

interface Answered {
  readonly problems: string[];
  readonly denials: readonly { readonly claim: string; readonly carc: string; readonly match: string }[];
  readonly uses: readonly object[];
}

const payers = { MO0001: 'MO' };
const sent = readFixture('x12/missouri.837.expected.json') as Sent;
const answered = readFixture('x12/missouri.835.expected.json') as Answered;
const claims = readX12Claims(readText('x12/missouri.837'), { payers });
const remittance = readX12Remittances(readText('x12/missouri.835'), { payers });
const values = claims.records.map(({ value }) => value);
const batch = checkClaims(values, { history: [], asOf: '2025-04-01' });
const told = (problems: readonly { code: string; count?: number }[]) =>
  problems.flatMap(({ code, count = 1 }) => Array.from({ length: count }, () => code)).sort();

describe('what an agency sent', () => {
  test.each(sent.claims.map((claim, index) => [claim.what ?? 'plain', claim, index] as const))(
    '%s',
    (_what, claim, index) => {
      const [{ value, lineFacts }] = claims.records.slice(index, index + 1) as [(typeof claims.records)[0]];
      const [first] = value.lines;
      expect({
        id: value.id,
        ...(claim.what !== undefined && { what: claim.what }),
        member: value.member?.id ?? null,
        lines: value.lines.length,
        ...(value.linesLeftOut != null && { linesLeftOut: value.linesLeftOut }),
        frequency: value.frequency ?? null,
        ...(claim.minutes && {
          minutes: value.lines.filter(({ session }) => session?.minutes != null).length,
        }),
        ...(claim.spans && { spans: value.lines.filter((line) => line.dateOfServiceThrough != null).length }),
        ...(claim.staff && { staff: first?.staff?.id }),
        ...(claim.place && { place: lineFacts[0]?.placeOfService }),
      }).toEqual(claim);
      expect(value).toMatchObject({ jurisdiction: 'MO', funding: 'medicaid', agency: { id: '1999999984' } });
      const others = value.lines.filter((line) => line.dateOfServiceThrough == null);
      expect(others.every(({ charge }) => /^\d+\.\d\d$/.test(charge ?? ''))).toBe(true);
      const verdict = batch.results[index]?.verdict;
      if (claim.lines === 0) expect(verdict).toBe('invalid');
      else if (claim.linesLeftOut !== undefined) expect(verdict).not.toBe('billable');
    },
  );

  test('and what was said of it', () => {
    expect(told(claims.problems)).toEqual(sent.problems);
    expect(claims.records).toHaveLength(sent.claims.length);
  });
});

describe('what the payer answered', () => {
  test('uses', () => {
    const uses = remittance.records.map(({ value }) => ({
      id: value.id,
      day: value.dateOfService.replaceAll('-', ''),
      units: value.units,
      ...(value.memberId?.startsWith('M-') === true && { member: value.memberId }),
      ...(value.service === null && { service: null }),
    }));
    const byText = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
    expect(byText(uses)).toEqual(byText(answered.uses));
    expect(told(remittance.problems)).toEqual([...answered.problems].sort());
  });

  test('denials, and what forecast them', () => {
    const checked = claims.records.flatMap((claim, index) =>
      batch.results.slice(index, index + 1).map((result) => ({ claim, result })),
    );
    const { denials, sums } = explainDenials(checked, remittance.answers);
    expect(denials.map(({ claimId, carc, match }) => ({ claim: claimId, carc, match }))).toEqual(
      answered.denials,
    );
    expect(sums).toMatchObject([{ rule: 'units/whole', forecast: 1, exact: 1, byCarc: 0 }]);
  });
});
