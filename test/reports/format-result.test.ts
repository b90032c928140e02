import { expect, test } from 'vitest';
import { checkClaim, checkSessions, type Finding } from '../../src/index.js';
import { formatFinding, formatResult } from '../../src/reports/index.js';
import { peerResult, type Change } from '../rules/support.js';

const use = { service: 'mo/peer-support', dateOfService: '2017-05-16', units: 25 };

function only(change: Change, history = [] as (typeof use)[]): Finding {
  const [finding, ...others] = peerResult(change, { history }).findings;
  if (finding === undefined || others.length > 0) throw new Error(`${others.length + 1} findings`);
  return finding;
}

test('a failure: rule, message, clause and the reading that it rests on', () => {
  expect(formatFinding(only({}, [use]))).toBe(
    [
      'units/daily-limit: fail (error)',
      '  Asked for 8 units, beside 25 units already used, of the 32 units allowed on 2017-05-16. 7 units remain.',
      '  Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 6.1',
      '  reading: partial-excess',
    ].join('\n'),
  );
});

test('a warning without a reading', () => {
  expect(formatFinding(only({ personCentered: false }))).toBe(
    [
      'session/person-centered: fail (warning)',
      '  The session was not all of these: individualized, person-centered, strengths-based, with a focus on recovery. Peer support is individualized, person-centered and strengths-based.',
      '  Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 3.2.1, 3.2.2',
    ].join('\n'),
  );
});

test('what is not known: each question, and who holds the answer', () => {
  expect(formatFinding(only({ member: { birthDate: null } }))).toBe(
    [
      'member/age: unknown (error)',
      "  Not known: the member's birth date. Peer support is for individuals aged 16 and older.",
      '  Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 6.4',
      '  When was the member born? (front-desk)',
    ].join('\n'),
  );
});

test('where an adapter has read what it is about: each place once, without what would steer a terminal', () => {
  const finding = only({ personCentered: false });
  const at = 'visits.csv row 12, column "Person\u001b[31m"';
  expect(formatFinding({ ...finding, places: { '/personCentered': at, '/plan': at } }).split('\n')[2]).toBe(
    '  at visits.csv row 12, column "Person?[31m"',
  );
});

test('a finding of several clauses lists each', () => {
  const finding = only({ member: { birthDate: null } });
  const [citation] = finding.citations;
  const two = { ...finding, citations: citation ? [citation, { ...citation, section: '9.9' }] : [] };
  expect(formatFinding(two).split('\n').slice(2, 4)).toEqual([
    '  Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 6.4',
    '  Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 9.9',
  ]);
});

test('a result: verdict, findings in order, then the notices', () => {
  const result = peerResult({ personCentered: false, units: 7 }, { missingFacts: 'report' });
  expect(formatResult(result)).toBe(
    [
      'mo/peer-support: billable',
      'units/unbilled-time: fail (info)',
      '  7 units are claimed. 120 minutes support 8 units of 15 minutes, which is more.',
      '  Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 6.1',
      '  reading: rounding (setting rounding)',
      'session/person-centered: fail (warning)',
      '  The session was not all of these: individualized, person-centered, strengths-based, with a focus on recovery. Peer support is individualized, person-centered and strengths-based.',
      '  Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 3.2.1, 3.2.2',
      'note: Unit limits are judged on the units stated; units billed by other agencies are not seen.',
      'note: Missing facts are reported and do not hold the verdict back.',
    ].join('\n'),
  );
});

test('a result of nothing found', () => {
  expect(formatResult(peerResult())).toBe(
    [
      'mo/peer-support: billable',
      'note: Unit limits are judged on the units stated; units billed by other agencies are not seen.',
    ].join('\n'),
  );
});

test('a claim: what is found of it as a whole, then line by line, then the notices of all, each once', () => {
  const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
  const codes = ['H2017TG', 'H2017G', 'H9999'];
  const lines = codes.map((procedureCode) => ({ ...line, procedureCode }));
  const text = formatResult(checkClaim({ jurisdiction: 'MO', lines }, { history: [] })).split('\n');
  expect(text.slice(0, 2)).toEqual(['claim: not-billable', 'claim/local-code: fail (error)']);
  expect(text.filter((said) => /^(line|note)/.test(said))).toEqual([
    'line 1, mo/H2017TG: undetermined',
    'line 2, mo/H2017TG: undetermined',
    'line 3: undetermined',
    'note: The rate on file is of 2009-03-30.',
    'note: The rules are those of 2009-03-30; later ones are not on file. Compare with what your payer says now.',
    'note: The totals leave out the charges of 1 line: none is stated and no rate is on file.',
    'note: Overlaps: 2 entries without both clock times could not be compared.',
  ]);
  expect(text[text.indexOf('line 3: undetermined') + 1]).toBe('claim/code: unknown (error)');
});

test('what cannot be read: why', () => {
  const [session, none] = checkSessions([
    { service: 'mo/peer-support', dateOfService: 3, units: -1 },
    null,
  ]).results;
  expect(session && formatResult(session)).toBe(
    [
      'entry: invalid',
      '  /dateOfService: expected a day that exists, written YYYY-MM-DD, found a number',
      '  /units: expected a number of at least 0, found a smaller one',
    ].join('\n'),
  );
  expect(none && formatResult(none)).toBe('entry: invalid\n  expected an object, found null');
});

test('no text names the member, the staff or the session', () => {
  const text = formatResult(peerResult({ units: 40, staff: { credentials: [] }, plan: null }));
  expect(text.split('\n').length).toBeGreaterThan(10);
  expect(text).not.toMatch(/M-4|T-4|T-9|S-4001|1990/);
});
