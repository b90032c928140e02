import { describe, expect, test } from 'vitest';
import type { CheckOptions, Finding, RuleId } from '../../src/index.js';
import { bulletin, peerResult, saidBy, type Change } from './support.js';

const likely = (carc: string, rarc: string) => ({ carc, rarc, group: 'CO', likelihood: 'likely' });

const outcomeOf = (said: Finding | string) =>
  typeof said === 'string' ? said : `${said.outcome} ${said.severity}`;

/** For each rule: a title that a biller can check, the change, and what comes of it. */
const boundaries: [RuleId, title: string, Change, outcome: string, CheckOptions?][] = [
  [
    'member/program',
    'enrolled on the day',
    { member: { programs: [{ code: 'MO-PR-PLUS', from: '2017-05-16' }] } },
    'pass',
  ],
  [
    'member/program',
    'enrolled from tomorrow',
    { member: { programs: [{ code: 'MO-PR-PLUS', from: '2017-05-17' }] } },
    'fail error',
  ],
  [
    'member/program',
    'discharged on the day',
    { member: { programs: [{ code: 'MO-PR-PLUS', through: '2017-05-16' }] } },
    'pass',
  ],
  [
    'member/program',
    'discharged the day before',
    { member: { programs: [{ code: 'MO-PR-PLUS', through: '2017-05-15' }] } },
    'fail error',
  ],
  ['member/program', 'enrolled in nothing', { member: { programs: [] } }, 'fail error'],
  ['plan/goal', 'no plan', { plan: 'none' }, 'fail error'],
  ['plan/goal', 'a plan that is over still has the goal', { plan: { through: '2017-05-01' } }, 'pass'],
  ['session/key-function', 'mutual support alone', { activities: ['mutual-support-group'] }, 'fail warning'],
  [
    'session/key-function',
    'mutual support beside goals',
    { activities: ['mutual-support-group', 'setting-goals'] },
    'pass',
  ],
  ['session/key-function', 'no activity', { activities: [] }, 'fail error'],
  ['session/not-only-transportation', 'no activity', { activities: [] }, 'pass'],
  [
    'session/not-only-transportation',
    'a ride to a meeting',
    { activities: ['transportation', 'mutual-support-group'] },
    'pass',
  ],
  ['staff/credential', 'MRSS-P', { staff: { credentials: [{ code: 'MO-MRSS-P' }] } }, 'pass'],
  [
    'staff/credential',
    'CPS in February 2018',
    { dateOfService: '2018-02-28', staff: { credentials: [{ code: 'MO-CPS' }] } },
    'fail error',
  ],
  [
    'staff/credential',
    'CPS in March 2018',
    { dateOfService: '2018-03-01', staff: { credentials: [{ code: 'MO-CPS' }] } },
    'pass',
  ],
  [
    'staff/supervision',
    'by a QMHP',
    { staff: { supervisor: { credentials: [{ code: 'MO-QMHP' }] } } },
    'pass',
  ],
  ['staff/supervision', 'by a QAP', { staff: { supervisor: { credentials: [{ code: 'MO-QAP' }] } } }, 'pass'],
  [
    'staff/supervision',
    'by a peer specialist',
    { staff: { supervisor: { credentials: [{ code: 'MO-CMPS' }] } } },
    'fail error',
  ],
  ['member/other-staff-assigned', 'a nurse alone', { member: { careTeamRoles: ['nurse'] } }, 'pass'],
  ['member/other-staff-assigned', 'nobody', { member: { careTeamRoles: [] } }, 'fail error'],
  ['member/age', '16 on the day', { member: { birthDate: '2001-05-16' } }, 'pass'],
  ['member/age', '16 tomorrow', { member: { birthDate: '2001-05-17' } }, 'fail error'],
  [
    'documentation/program-requirements',
    'proposed, not known',
    { phase: 'proposed', documentation: null },
    'due error',
  ],
  [
    'documentation/program-requirements',
    'proposed, not met',
    { phase: 'proposed', documentation: { meetsProgramRequirements: false } },
    'due error',
  ],
  ['documentation/program-requirements', 'proposed, met', { phase: 'proposed' }, 'pass'],
  [
    'documentation/program-requirements',
    'no phase stated is delivered',
    { phase: null, documentation: null },
    'unknown error',
  ],
];

test.each(boundaries)('%s: %s', (rule, _title, change, outcome, options) => {
  expect(outcomeOf(saidBy(rule, peerResult(change, options)))).toBe(outcome);
});

describe('a finding that says more', () => {
  test('documentation of a proposed session is due', () => {
    const rule = 'documentation/program-requirements';
    expect(saidBy(rule, peerResult({ phase: 'proposed', documentation: null }))).toMatchObject({
      outcome: 'due',
      severity: 'error',
      paths: ['/documentation/meetsProgramRequirements'],
      citations: [bulletin('6.5')],
      basis: 'source',
      denials: [],
    });
  });

  test('one of the supportive activities alone', () => {
    expect(saidBy('session/key-function', peerResult({ activities: ['recovery-dialogue'] }))).toMatchObject({
      message:
        'The session has a supportive activity of 5.4 but none of the key service functions. Peer support consists of the seven key service functions.',
      denials: [likely('272', 'N180')],
    });
  });

  test('a lapsed credential', () => {
    const change = {
      staff: { credentials: [{ code: 'MO-LPC' }, { code: 'MO-CMPS', through: '2017-05-15' }] },
    };
    expect(saidBy('staff/credential', peerResult(change))).toMatchObject({
      message:
        'On 2017-05-16 the rendering staff member holds neither credential. MO-CMPS was held only through 2017-05-15. Peer support is given by a Missouri Recovery Support Specialist - Peer or a Certified Missouri Peer Specialist.',
      data: { hints: [{ code: 'MO-CMPS', text: 'MO-CMPS was held only through 2017-05-15' }] },
      paths: ['/staff/credentials', '/staff/credentials/1'],
      denials: [likely('185', 'N570'), { ...likely('B7', 'N570'), likelihood: 'possible' }],
    });
  });

  test('a misspelt credential, which is no lapse', () => {
    const change = { staff: { credentials: [{ code: 'MO-CMPZ' }] } };
    expect(saidBy('staff/credential', peerResult(change))).toMatchObject({
      paths: ['/staff/credentials', '/staff/credentials/0'],
      denials: [likely('185', 'N570')],
    });
  });

  test('one misspelt entry is told once', () => {
    const change = { staff: { credentials: [{ code: 'MO-CMPZ' }] } };
    expect(saidBy('staff/credential', peerResult(change))).toMatchObject({
      message:
        'On 2017-05-16 the rendering staff member holds neither credential. One entry is written almost like MO-CMPS. Peer support is given by a Missouri Recovery Support Specialist - Peer or a Certified Missouri Peer Specialist.',
      data: { hints: [{ code: 'MO-CMPS', text: 'one entry is written almost like MO-CMPS' }] },
    });
  });

  test('no plan: the place that says so is to be corrected', () => {
    expect(saidBy('plan/goal', peerResult({ plan: 'none' }))).toMatchObject({ paths: ['/plan'] });
  });

  test('someone not yet born', () => {
    expect(saidBy('member/age', peerResult({ member: { birthDate: '2017-06-01' } }))).toMatchObject({
      message: 'The member is not yet born on 2017-05-16. Peer support is for individuals aged 16 and older.',
      data: { age: -1 },
    });
  });

  test('an age that rests on the reading of leap days', () => {
    const change = { dateOfService: '2100-02-28', member: { birthDate: '2084-02-29' } };
    expect(saidBy('member/age', peerResult(change))).toMatchObject({
      outcome: 'fail',
      basis: 'reading',
      reading: { name: 'leap-birthday', setting: 'leapBirthday' },
    });
    expect(saidBy('member/age', peerResult(change, { readings: { leapBirthday: 'feb-28' } }))).toBe('pass');
  });
});
