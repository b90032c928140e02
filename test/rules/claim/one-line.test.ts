import { describe, expect, test } from 'vitest';
import { checkClaim, checkClaims, checkSessions, type Claim, type Finding } from '../../../src/index.js';
import {
  claimOf,
  denialsOf,
  lineOf,
  outcomeOf,
  resultOf,
  saidOf,
  type Change,
} from '../../claims/support.js';
import { notVoid } from '../../support/not-void.js';
import { generalCitation, peerSession, wholeSentences } from '../support.js';

const rule = 'claim/one-line';
const says =
  'Lines of one member, code, rendering staff member and day are billed as one line with the total of their units, unless the place of service differs.';

/** A quarter of an hour of individual PSR at this hour. */
function lineAt(hour: number, staff: string | null = 'T-2'): Claim['lines'][number] {
  const session = { startTime: `${String(hour)}:00`, endTime: `${String(hour)}:15` };
  return lineOf('mo-H2017HO', { units: 1, charge: null, staff: { id: staff }, session });
}

interface Stated {
  readonly member?: string | null;
  readonly staff?: string | null;
}

/** What the rule says of the only line of each claim; the claims are at different hours. */
function saidOfEach(claims: readonly Stated[]): (Finding | string)[] {
  const made = claims.map(({ member = 'M-1', staff = 'T-2' }, index) => {
    const change: Change = { id: `C-${String(index)}`, member: { id: member } };
    return claimOf('mo-H2017HO', [lineAt(10 + index, staff)], change);
  });
  return checkClaims(made, { history: [] }).results.map((result) => {
    if (result.kind !== 'claim' || result.lines[0] === undefined) throw new Error('each claim has a line');
    return saidOf(rule, result.lines[0]);
  });
}

const inWords = (said: Finding | string) => (typeof said === 'string' ? said : said.outcome);
const missingOf = (said: Finding | string) =>
  typeof said === 'string' ? [] : said.missing.map(({ path }) => path);

test('the finding', () => {
  const { lines, verdict } = resultOf(claimOf('mo-H2017HO', [lineAt(10), lineAt(13)]));
  const [first, second] = lines.map((line) => saidOf(rule, line));
  expect(first).toStrictEqual({
    rule,
    outcome: 'fail',
    severity: 'warning',
    message: `Another line of the claim has the same member, code, rendering staff member and day. ${says}`,
    data: { other: { entry: 0, line: 1 } },
    paths: ['/lines/0/procedureCode', '/lines/0/modifiers', '/lines/0/dateOfService', '/lines/0/units'],
    missing: [],
    citations: [generalCitation('A code is billed once for a day')],
    basis: 'general',
    denials: [{ carc: '18', rarc: 'M86', group: 'OA', likelihood: 'possible', seenAt: 'claim' }],
  });
  expect(second).toMatchObject({ data: { other: { entry: 0, line: 0 } } });
  expect(verdict).toBe('billable');
});

describe('lines of two claims', () => {
  test('of one member', () => {
    const [first] = saidOfEach([{}, {}]);
    expect(first).toMatchObject({
      outcome: 'fail',
      message: `A line of another claim has the same member, code, rendering staff member and day. ${says}`,
      data: { other: { entry: 1, line: 0 } },
    });
    expect(first === undefined ? [] : denialsOf(first)).toEqual(['(18 M86)']);
  });

  test.each<[title: string, claims: Stated[], outcomes: string[], missing: string[][]]>([
    ['of two members', [{}, { member: 'M-2' }], ['pass', 'pass'], [[], []]],
    ['of two staff members', [{}, { staff: 'T-3' }], ['pass', 'pass'], [[], []]],
    [
      'the staff member of one is not stated',
      [{}, { staff: null }],
      ['unknown', 'unknown'],
      [['/lines/0/staff/id'], ['/lines/0/staff/id']],
    ],
    [
      'the member of one is not stated',
      [{}, { member: null }],
      ['unknown', 'unknown'],
      [['/member/id'], ['/member/id']],
    ],
    [
      'the member of neither is stated',
      [{ member: null }, { member: null }],
      ['unknown', 'unknown'],
      [['/member/id'], ['/member/id']],
    ],
    [
      'the member of one is not stated, and the staff members are two',
      [{}, { member: null, staff: 'T-3' }],
      ['pass', 'pass'],
      [[], []],
    ],
    [
      'the member of one is not stated, and the staff member of the other',
      [{ staff: null }, { member: null }],
      ['unknown', 'unknown'],
      [
        ['/member/id', '/lines/0/staff/id'],
        ['/member/id', '/lines/0/staff/id'],
      ],
    ],
    [
      'two of one member, and one that may be',
      [{}, {}, { member: null }],
      ['fail', 'fail', 'unknown'],
      [[], [], ['/member/id']],
    ],
  ])('%s', (_title, claims, outcomes, missing) => {
    const said = saidOfEach(claims);
    expect(said.map(inWords)).toEqual(outcomes);
    expect(said.map(missingOf)).toEqual(missing);
  });

  test('what is not known is said', () => {
    const [said] = saidOfEach([{}, { staff: null }]);
    const message = `Not known: who rendered the service. ${says}`;
    expect(said).toMatchObject({ severity: 'warning', message, denials: [] });
    expect(message).toMatch(wholeSentences);
  });
});

test('a line of a prior use is not one of them', () => {
  const history = [{ service: 'mo/H2017HO', dateOfService: '2024-03-12', startTime: '15:00', units: 1 }];
  const { lines } = notVoid(checkClaim(claimOf('mo-H2017HO', [lineAt(10)]), { history }));
  expect(lines.map((line) => outcomeOf(rule, line))).toEqual(['pass']);
});

test('nothing is said of sessions, which are no lines', () => {
  const session = peerSession();
  const { results } = checkSessions([
    session,
    { ...session, id: 'S-2', startTime: '12:00', endTime: '14:00' },
  ]);
  expect(JSON.stringify(results)).not.toContain(rule);
});
