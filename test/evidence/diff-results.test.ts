import { expect, test } from 'vitest';
import { checkClaims, checkRecords, checkSessions, type Claim, type Session } from '../../src/index.js';
import { diffResults } from '../../src/evidence/record.js';
import { baseSession } from '../support/cases.js';

const session = baseSession('mo-peer-support');
const options = { history: [] };
const visit = (id: string | null, change: Partial<Session> = {}): Session => ({ ...session, ...change, id });
const check = (...entries: readonly unknown[]) => checkRecords(entries, options);
const none = { verdicts: [], came: [], went: [] };

test.each<[name: string, before: unknown[], after: unknown[], said: object]>([
  ['nothing differs', [visit('V-1')], [visit('V-1')], { by: 'id', ...none }],
  [
    'a verdict falls, and what was found came',
    [visit('V-1'), visit('V-2', { dateOfService: '2017-05-17' })],
    [visit('V-2', { dateOfService: '2017-05-17' }), visit('V-1', { units: 99 })],
    {
      by: 'id',
      verdicts: [{ key: 'V-1', before: 'billable', after: 'not-billable' }],
      came: [
        { key: 'V-1', rule: 'units/time' },
        { key: 'V-1', rule: 'units/daily-limit' },
        { key: 'V-1', rule: 'units/monthly-limit' },
      ],
      went: [],
    },
  ],
  [
    'without keys they are compared by place',
    [visit(null, { personCentered: false })],
    [visit(null)],
    { by: 'position', verdicts: [], came: [], went: [{ key: '/0', rule: 'session/person-centered' }] },
  ],
  [
    'a key that is there twice tells nothing',
    [visit('V-1')],
    [visit('V-1'), visit('V-1', { dateOfService: '2017-05-18' })],
    { by: 'position' },
  ],
  [
    'an entry that is in one alone',
    [visit('V-1')],
    [],
    { by: 'id', ...none, verdicts: [{ key: 'V-1', before: 'billable', after: null }] },
  ],
  [
    'an unreadable one',
    [visit('V-1')],
    [{ ...visit('V-1'), units: 'many' }],
    { by: 'id', verdicts: [{ key: 'V-1', before: 'billable', after: 'invalid' }] },
  ],
])('%s', (_, before, after, said) => {
  expect(diffResults(check(...before), check(...after))).toMatchObject(said);
});

test('claims are compared line by line, and voids are told', () => {
  const claim = (units: number): Claim => ({
    id: 'C-1',
    jurisdiction: 'MO',
    lines: [{ procedureCode: 'H2017HO', dateOfService: '2024-03-12', units, charge: '20.36' }],
  });
  const before = checkClaims([claim(1)], options);
  const after = checkClaims([claim(1.5)], options);
  expect(diffResults(before, after).came).toEqual([
    { key: 'C-1', rule: 'units/whole' },
    { key: 'C-1', rule: 'claim/charge' },
  ]);
  const voided = checkClaims([{ ...claim(1), frequency: 'void', replaces: 'P-1' }], options);
  expect(diffResults(before, voided).verdicts).toEqual([
    { key: 'C-1', before: 'undetermined', after: 'void' },
  ]);
});

test('money is what is billable', () => {
  const charged = (units: number) => checkSessions([visit('V-1', { units, charge: '20.00' })], options);
  expect(diffResults(charged(99), charged(1)).money).toEqual({ before: '0.00', after: '20.00' });
});
