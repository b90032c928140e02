import { describe, expect, test } from 'vitest';
import { bulletin, peerResult, saidBy } from './support.js';

const atAudit = (carc: string, rarc: string) => ({
  carc,
  rarc,
  group: 'CO',
  likelihood: 'possible',
  seenAt: 'audit',
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
        'The session has a supportive activity (5.4) and none of the key service functions. Peer support consists of the seven key service functions.',
      denials: [atAudit('272', 'N180')],
    });
  });

  test('a lapsed credential', () => {
    const change = {
      staff: { credentials: [{ code: 'MO-LPC' }, { code: 'MO-CMPS', through: '2017-05-15' }] },
    };
    expect(saidBy('staff/credential', peerResult(change))).toMatchObject({
      message:
        'Certified Missouri Peer Specialist (MO-CMPS) ended on 2017-05-15, before the session. Peer support is given by a Missouri Recovery Support Specialist - Peer or a Certified Missouri Peer Specialist.',
      data: {
        hints: [
          {
            code: 'MO-CMPS',
            text: 'Certified Missouri Peer Specialist (MO-CMPS) ended on 2017-05-15, before the session',
          },
        ],
      },
      paths: ['/staff/credentials', '/staff/credentials/1'],
      denials: [atAudit('185', 'N570'), atAudit('B7', 'N570')],
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
