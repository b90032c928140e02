import { describe, expect, test } from 'vitest';
import {
  createChecker,
  InputError,
  type ClaimResult,
  type RuleId,
  type Severities,
  type SessionResult,
  type Session,
} from '../../src/index.js';
import { oneLine } from '../claims/support.js';
import { peerResult, peerSession, saidBy, type Change } from '../rules/support.js';
import { withoutCodes } from '../support/issues.js';
import { notVoid } from '../support/not-void.js';

const young = { member: { birthDate: '2010-01-01' } };
const ofUnknownAge = { member: { birthDate: null } };

describe("what a failure means is the caller's to say", () => {
  test.each<
    [title: string, severities: Severities, change: Change, said: string, verdict: string, bySource?: string]
  >([
    ['nothing said', {}, young, 'fail (error)', 'not-billable'],
    ['an error, as it is', { 'member/age': 'error' }, young, 'fail (error)', 'not-billable'],
    ['a warning', { 'member/age': 'warning' }, young, 'fail (warning)', 'billable', 'not-billable'],
    ['information', { 'member/age': 'info' }, young, 'fail (info)', 'billable', 'not-billable'],
    ['off', { 'member/age': 'off' }, young, 'not applicable: turned-off', 'billable', 'not-billable'],
    [
      'a warning of what is not known',
      { 'member/age': 'warning' },
      ofUnknownAge,
      'unknown (warning)',
      'billable',
      'undetermined',
    ],
    [
      'off, of what is not known',
      { 'member/age': 'off' },
      ofUnknownAge,
      'not applicable: turned-off',
      'billable',
      'undetermined',
    ],
    ['off, of what passes', { 'member/age': 'off' }, {}, 'pass', 'billable'],
    [
      'off, of one of two that fail',
      { 'member/age': 'off' },
      { ...young, units: 9 },
      'not applicable: turned-off',
      'not-billable',
    ],
    [
      'a rule that computes',
      { 'units/time': 'warning' },
      { units: 9 },
      'fail (warning)',
      'billable',
      'not-billable',
    ],
    [
      'information that is an error',
      { 'units/unbilled-time': 'error' },
      { units: 7 },
      'fail (error)',
      'not-billable',
      'billable',
    ],
  ])('%s', (_title, severities, change, expected, verdict, bySource) => {
    const rule = (Object.keys(severities)[0] ?? 'member/age') as RuleId;
    const result = peerResult(change, {}, { severities });
    const said = saidBy(rule, result);
    expect(typeof said === 'string' ? said : `${said.outcome} (${said.severity})`).toBe(expected);
    expect([result.verdict, result.verdictBySource]).toEqual([verdict, bySource]);
  });

  test('and what is off is told once, and asks nothing', () => {
    const { findings, notApplicable } = peerResult(ofUnknownAge, {}, { severities: { 'member/age': 'off' } });
    expect(findings).toEqual([]);
    expect(notApplicable.filter(({ rule }) => rule === 'member/age')).toEqual([
      {
        rule: 'member/age',
        code: 'turned-off',
        message: 'The rule is turned off in your own configuration.',
      },
    ]);
  });
});

/** Two sessions at the same time of two members with one staff member. */
const overlapping: Session[] = [
  peerSession(),
  { ...peerSession(), id: 'S-2', member: { ...peerSession().member, id: 'M-5' } },
];

describe('wherever sessions are checked', () => {
  const severities = { 'schedule/staff-overlap': 'off' } as const;
  const verdicts = (results: readonly { verdict?: string; verdictBySource?: string }[]) =>
    results.map(
      ({ verdict, verdictBySource }) => `${String(verdict)}, by source ${String(verdictBySource ?? verdict)}`,
    );

  test('side by side', () => {
    const { results, totals } = createChecker({ severities }).checkSessions(overlapping, { history: [] });
    expect(verdicts(results as SessionResult[])).toEqual(Array(2).fill('billable, by source not-billable'));
    expect(totals).toMatchObject({ billable: 2, notBillable: 0 });
  });

  test('one after the other', () => {
    const stream = createChecker({ severities: { 'member/age': 'warning' } }).createBatch({ history: [] });
    stream.add(peerSession(young));
    const { results, totals } = stream.end();
    expect(verdicts(results as SessionResult[])).toEqual(['billable, by source not-billable']);
    expect(totals).toMatchObject({ billable: 1, notBillable: 0 });
  });

  const claimOf = (more: object, of: Severities) =>
    notVoid(
      createChecker({ severities: of }).checkClaim(
        { ...oneLine('mo-H2017TG', {}), ...more },
        {
          history: [],
        },
      ),
    );
  const rules = ({ findings }: Pick<ClaimResult, 'findings'>) =>
    findings.map((one) => `${one.rule} ${one.severity}`);

  test('of a claim as a whole', () => {
    const leftOut = { linesLeftOut: 1 };
    expect(rules(claimOf(leftOut, {}))).toEqual(['claim/complete error']);
    expect(verdicts([claimOf(leftOut, {})])).toEqual(['undetermined, by source undetermined']);
    expect(rules(claimOf(leftOut, { 'claim/complete': 'warning' }))).toEqual(['claim/complete warning']);
    expect(verdicts([claimOf(leftOut, { 'claim/complete': 'off' })])).toEqual([
      'billable, by source undetermined',
    ]);
  });

  test('of a line of a claim, and the claim has the verdict of its lines', () => {
    const [line] = oneLine('mo-H2017TG', {}).lines;
    const wrong = { lines: [{ ...line, procedureCode: 'H2017', modifiers: ['TG', 'TG'] }] };
    expect(verdicts([claimOf(wrong, {})])).toEqual(['not-billable, by source not-billable']);
    const judged = claimOf(wrong, { 'claim/code': 'info' });
    expect(verdicts([judged, ...judged.lines])).toEqual(Array(2).fill('billable, by source not-billable'));
  });

  test('of a line whose service is not known', () => {
    const [line] = oneLine('mo-H2017TG', {}).lines;
    const unknown = { lines: [{ ...line, procedureCode: 'X9999', modifiers: [] }] };
    const judged = claimOf(unknown, { 'claim/code': 'off' });
    expect(verdicts([judged, ...judged.lines])).toEqual(Array(2).fill('billable, by source undetermined'));
    expect(judged.lines[0]?.notApplicable).toContainEqual(
      expect.objectContaining({ rule: 'claim/code', code: 'turned-off' }),
    );
  });
});

describe('severities that cannot be used', () => {
  test.each<[title: string, stated: unknown, path: string, message: string]>([
    ['a list', [], '/severities', 'expected an object, found a list'],
    [
      'a rule that is none',
      { 'member/aeg': 'off' },
      '/severities/member~1aeg',
      'expected the id of a rule on file; did you mean "member/age"?',
    ],
    [
      'a rule like none',
      { 'Max Mustermann': 'off' },
      '/severities',
      'expected the id of a rule on file, such as "units/daily-limit"',
    ],
    [
      'a rule of a very long name',
      { ['member/age'.repeat(7)]: 'off' },
      '/severities',
      'expected the id of a rule on file, such as "units/daily-limit"',
    ],
    [
      'a severity that is none',
      { 'member/age': 'of' },
      '/severities/member~1age',
      'expected one of "error", "warning", "info", "off"',
    ],
    [
      'no service in force',
      { 'service/in-force': 'off' },
      '/severities/service~1in-force',
      'expected "error": where this rule does not pass, nothing else is judged',
    ],
    [
      'a warning of it',
      { 'session/took-place': 'warning' },
      '/severities/session~1took-place',
      'expected "error": where this rule does not pass, nothing else is judged',
    ],
    [
      'duplicates that are off',
      { 'claim/duplicate': 'off' },
      '/severities/claim~1duplicate',
      'expected no "off": a batch rests on this rule',
    ],
  ])('%s', (_title, stated, path, message) => {
    expect(issuesOf(stated)).toEqual([{ path, message }]);
  });

  test('each other rule on file may be off, and a duplicate a warning', () => {
    expect(
      issuesOf({ 'claim/duplicate': 'warning', 'units/daily-limit': 'off', 'plan/goal': 'off' }),
    ).toEqual([]);
    expect(issuesOf(null)).toEqual([]);
  });
});

function issuesOf(severities: unknown) {
  try {
    createChecker({ severities: severities as Severities });
  } catch (error) {
    if (error instanceof InputError) return withoutCodes(error.issues);
    throw error;
  }
  return [];
}
