import { describe, expect, test } from 'vitest';
import { explainDenials, type X12Answer, type X12LineFacts } from '../../../src/adapters/x12/index.js';
import { checkClaims, type Claim, type ClaimLine } from '../../../src/index.js';

const line: ClaimLine = { procedureCode: 'H2017', modifiers: ['HO'], dateOfService: '2025-03-18', units: 4 };
/** Forecast: units that are not whole draw CO-16 with M53, likely. */
const fraction: ClaimLine = { ...line, units: 2.5 };
const claimOf = (lines: ClaimLine[], more: Partial<Claim> = {}): Claim => ({
  id: 'C-1',
  jurisdiction: 'MO',
  lines,
  ...more,
});

interface Sent {
  readonly value: Claim;
  readonly lineFacts?: readonly X12LineFacts[];
}

function explained(sent: readonly Sent[], answers: readonly X12Answer[]) {
  const { results } = checkClaims(
    sent.map(({ value }) => value),
    { history: [] },
  );
  const checked = results.flatMap((result, place) =>
    sent
      .slice(place, place + 1)
      .map(({ value, lineFacts = [] }) => ({ claim: { value, lineFacts }, result })),
  );
  return explainDenials(checked, answers);
}

const sentAs = { procedureCode: 'H2017', modifiers: ['HO'], dateOfService: '2025-03-18' };
const answerTo = (more: Partial<X12Answer> = {}): X12Answer => ({
  claimId: 'C-1',
  status: '1',
  line: sentAs,
  adjustments: [],
  rarcs: [],
  place: 'line 9, ST 0001 segment 7, loop 2110, SVC',
  ...more,
});
const cas = (group: string, carc: string) => ({
  group,
  carc,
  place: 'line 11, ST 0001 segment 9, loop 2110, CAS02',
});
const denied = (group: string, carc: string, ...rarcs: string[]) =>
  answerTo({ adjustments: [cas(group, carc)], rarcs });

describe('a denial', () => {
  test.each<[what: string, answer: X12Answer, match: string, rules: string[]]>([
    ['of group, reason and remark', denied('CO', '16', 'N1', 'M53'), 'exact', ['units/whole']],
    ['with another remark', denied('CO', '16', 'N1'), 'carc', ['units/whole']],
    ['without a remark', denied('CO', '16'), 'carc', ['units/whole']],
    ['of another group', denied('PI', '16', 'M53'), 'carc', ['units/whole']],
    ['that no rule forecast', denied('CO', '197', 'M53'), 'none', []],
    ['of a claim that was not checked', { ...denied('CO', '16', 'M53'), claimId: 'C-9' }, 'not-checked', []],
    [
      'of another day',
      { ...denied('CO', '16', 'M53'), line: { ...sentAs, dateOfService: '2025-03-19' } },
      'none',
      [],
    ],
    [
      'of another last day',
      { ...denied('CO', '16', 'M53'), line: { ...sentAs, dateOfServiceThrough: '2025-03-19' } },
      'none',
      [],
    ],
    [
      'of the same last day',
      { ...denied('CO', '16', 'M53'), line: { ...sentAs, dateOfServiceThrough: '2025-03-18' } },
      'exact',
      ['units/whole'],
    ],
    ['of another code', { ...denied('CO', '16', 'M53'), line: { ...sentAs, modifiers: ['TG'] } }, 'none', []],
    [
      'of the code in another spelling',
      { ...denied('CO', '16', 'M53'), line: { procedureCode: 'h2017ho', dateOfService: '2025-03-18' } },
      'exact',
      ['units/whole'],
    ],
    ['of a line without a code', { ...denied('CO', '16', 'M53'), line: {} }, 'none', []],
  ])('%s', (_what, answer, match, rules) => {
    const { denials, counts } = explained([{ value: claimOf([fraction]) }], [answer]);
    expect(denials).toMatchObject([{ match, rarcs: answer.rarcs, claimId: answer.claimId }]);
    expect(denials[0]?.forecasts.map(({ rule }) => rule)).toEqual(rules);
    expect(counts).toEqual({ exact: 0, carc: 0, none: 0, 'not-checked': 0, [match]: 1 });
  });

  test.each(['45', '1', '3'])('neither CO-45 nor patient responsibility is one: %s', (carc) => {
    const answer = answerTo({ adjustments: [cas(carc === '45' ? 'CO' : 'PR', carc)] });
    expect(explained([{ value: claimOf([fraction]) }], [answer]).denials).toEqual([]);
  });

  test('PR-45 is none, PI-45 is one', () => {
    const answer = answerTo({ adjustments: [cas('PR', '45'), cas('PI', '45')] });
    expect(explained([{ value: claimOf([fraction]) }], [answer]).denials).toMatchObject([
      { group: 'PI', match: 'none' },
    ]);
  });

  test('of a claim as a whole is held against all of its lines, and has no line', () => {
    const whole: X12Answer = {
      claimId: 'C-1',
      status: '4',
      adjustments: [cas('CO', '16')],
      rarcs: ['M53'],
      place: 'line 7',
    };
    const { denials, sums } = explained([{ value: claimOf([line, fraction]) }], [whole]);
    expect(denials).toMatchObject([{ lineNumbers: [], match: 'exact' }]);
    expect(sums).toMatchObject([{ rule: 'units/whole', forecast: 1, exact: 1 }]);
  });

  test('of a claim without a key, or of a remittance without one, is of none that was checked', () => {
    const { id, ...without } = claimOf([fraction]);
    expect(id).toBe('C-1');
    const { claimId, ...answer } = denied('CO', '16', 'M53');
    expect(claimId).toBe('C-1');
    const { denials } = explained([{ value: without }], [answer]);
    expect(denials).toMatchObject([{ match: 'not-checked' }]);
    expect(denials[0]).not.toHaveProperty('claimId');
  });

  test('of a claim that could not be checked', () => {
    expect(explained([{ value: claimOf([]) }], [denied('CO', '16', 'M53')]).counts['not-checked']).toBe(1);
  });

  test('of a void, which has findings of its own alone', () => {
    const value = claimOf([line], { frequency: 'void' });
    const { denials, sums } = explained([{ value }], [denied('CO', '16', 'M47')]);
    expect(denials).toMatchObject([{ match: 'exact', forecasts: [{ rule: 'claim/replaces' }] }]);
    expect(sums).toMatchObject([{ rule: 'claim/replaces', exact: 1 }]);
  });

  test('findings of the claim as a whole stand for each line; what is exact comes first', () => {
    const value = claimOf([fraction], { frequency: 'replacement' });
    const { denials } = explained([{ value }], [denied('CO', '16', 'M53')]);
    expect(denials[0]?.forecasts.map(({ rule, match }) => [rule, match])).toEqual([
      ['units/whole', 'exact'],
      ['claim/replaces', 'carc'],
    ]);
  });
});

describe('the line that is answered', () => {
  const value = claimOf([{ ...line, lineNumber: 7 }, fraction]);
  const lineFacts = [{ key: 'L-1' }, { key: 'L-2' }];
  const numbers = (key: string | undefined) => {
    const answered = { ...sentAs, ...(key !== undefined && { key }) };
    return explained([{ value, lineFacts }], [{ ...denied('CO', '16', 'M53'), line: answered }]).denials[0]
      ?.lineNumbers;
  };

  test('is told by its number (REF*6R), else by code and day', () => {
    expect(numbers('L-1')).toEqual([7]);
    expect(numbers('L-2')).toEqual([2]);
    expect(numbers('L-9')).toEqual([7, 2]);
    expect(numbers(undefined)).toEqual([7, 2]);
  });

  test('may be of several claims with one key', () => {
    const { denials } = explained(
      [{ value: claimOf([line]) }, { value: claimOf([fraction]) }],
      [denied('CO', '16', 'M53')],
    );
    expect(denials).toMatchObject([{ lineNumbers: [1, 1], match: 'exact' }]);
  });
});

describe('how often a forecast came true', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, place) => ({ value: claimOf([fraction], { id: `C-${place + 1}` }) }));
  const to = (number: number, answer: X12Answer) => ({ ...answer, claimId: `C-${number}` });

  test('is counted over the claims that were answered', () => {
    const { sums } = explained(many(5), [
      to(1, denied('CO', '16', 'M53')),
      to(2, denied('CO', '16', 'N1')),
      to(3, denied('CO', '119', 'N362')),
      to(4, answerTo()),
    ]);
    expect(sums).toEqual([
      {
        rule: 'units/whole',
        denial: { carc: '16', rarc: 'M53', group: 'CO', likelihood: 'likely', seenAt: 'claim' },
        forecast: 4,
        exact: 1,
        byCarc: 1,
      },
    ]);
  });

  test('once for each finding, however many adjustments name it', () => {
    const twice = answerTo({
      adjustments: [cas('CO', '16'), cas('OA', '16'), cas('CO', '16')],
      rarcs: ['M53'],
    });
    expect(explained(many(1), [twice, twice]).sums).toMatchObject([{ forecast: 1, exact: 1, byCarc: 0 }]);
  });

  test('what is over the rate is no denial, and no forecast of one', () => {
    const over = claimOf([{ ...line, charge: '999.00' }]);
    const { denials, sums } = explained(
      [{ value: over }],
      [answerTo({ adjustments: [cas('CO', '45')], rarcs: ['N600'] })],
    );
    expect(denials).toEqual([]);
    expect(sums.filter(({ rule }) => rule === 'claim/charge')).toEqual([]);
  });
});
