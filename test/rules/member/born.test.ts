import { expect, test } from 'vitest';
import { generalCitation, peerResult, saidBy, wholeSentences } from '../support.js';

const said = (birthDate: string | null) => saidBy('member/born', peerResult({ member: { birthDate } }));

test.each<[title: string, birthDate: string | null, outcome: string]>([
  ['born long before the session', '1990-08-09', 'pass'],
  ['born on the day of the session', '2017-05-16', 'pass'],
  ['with no birth date stated', null, 'not applicable: birth-date-not-stated'],
])('%s', (_title, birthDate, outcome) => {
  expect(said(birthDate)).toBe(outcome);
});

test('born the day after the session', () => {
  const message =
    "The member's birth date is after the date of service, 2017-05-16. A member is born on or before the date of service.";
  expect(message).toMatch(wholeSentences);
  expect(said('2017-05-17')).toStrictEqual({
    rule: 'member/born',
    outcome: 'fail',
    severity: 'error',
    message,
    data: { dateOfService: '2017-05-16' },
    paths: ['/member/birthDate', '/dateOfService'],
    missing: [],
    citations: [generalCitation('A service is for someone who was born')],
    basis: 'general',
    denials: [{ carc: '14', group: 'CO', likelihood: 'likely', seenAt: 'claim' }],
  });
});
