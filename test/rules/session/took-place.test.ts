import { describe, expect, test } from 'vitest';
import { checkClaim, checkSessions, type Session } from '../../../src/index.js';
import { notVoid } from '../../support/not-void.js';
import { generalCitation, peerResult, peerSession, saidBy, wholeSentences, type Change } from '../support.js';

const said = (change: Change) => saidBy('session/took-place', peerResult(change));

describe('the session of 2017-05-16', () => {
  test.each<[title: string, Change, outcome: string]>([
    ['delivered', { phase: 'delivered' }, 'pass'],
    ['with no phase stated', { phase: null }, 'pass'],
    ['proposed', { phase: 'proposed' }, 'not applicable: phase-proposed'],
  ])('%s', (_title, change, outcome) => {
    expect(said(change)).toBe(outcome);
  });

  test.each([
    ['cancelled', 'The session was cancelled. A session that did not take place is not billed.'],
    ['no-show', 'The member did not come to the session. A session that did not take place is not billed.'],
  ])('%s', (phase, message) => {
    expect(message).toMatch(wholeSentences);
    expect(said({ phase })).toStrictEqual({
      rule: 'session/took-place',
      outcome: 'fail',
      severity: 'error',
      message,
      data: { phase },
      paths: ['/phase'],
      missing: [],
      citations: [generalCitation('A session that did not take place is not billed')],
      basis: 'general',
      denials: [{ carc: '112', group: 'CO', likelihood: 'possible', seenAt: 'audit' }],
    });
  });
});

test('nothing else is asked of it, and it has no units and no price', () => {
  const result = peerResult({ phase: 'no-show', plan: 'none', endTime: '08:00', charge: '1.00' });
  expect(result.findings.map(({ rule }) => rule)).toEqual(['session/took-place']);
  expect(result.passed).toEqual([]);
  expect(new Set(result.notApplicable.map(({ code }) => code))).toEqual(new Set(['not-taken-place']));
  const rules = result.notApplicable.map(({ rule }) => rule);
  expect(rules[0]).toBe('service/in-force');
  expect(new Set(rules).size).toBe(rules.length);
  expect(rules).not.toContain('session/took-place');
  expect(result).not.toHaveProperty('units');
  expect(result).not.toHaveProperty('price');
});

describe('in a batch', () => {
  const visit = (change: Change): Session => peerSession(change);
  const check = (...sessions: Session[]) => checkSessions(sessions, { history: [] });

  test('it is compared with no other', () => {
    const { results } = check(visit({ id: 'A', phase: 'cancelled' }), visit({ id: 'B' }));
    expect(results.map(({ verdict }) => verdict)).toEqual(['not-billable', 'billable']);
    const [cancelled] = results;
    const codes = cancelled?.kind === 'session' ? cancelled.notApplicable : [];
    expect(codes.find(({ rule }) => rule === 'claim/duplicate')?.code).toBe('not-taken-place');
  });

  test('it is not counted among those that could not be compared', () => {
    const { notices } = check(visit({ id: 'A', phase: 'no-show', startTime: null, staff: null }));
    expect(notices).toEqual([]);
  });

  test.each<[title: string, Change, notBillable: number, notTakenPlace: number, charge: string]>([
    ['that states neither units nor a charge', { units: null }, 0, 1, '0.00'],
    ['that states units', {}, 1, 0, '0.00'],
    ['that states a charge', { units: null, charge: '5.00' }, 1, 0, '5.00'],
  ])('one %s', (_title, change, notBillable, notTakenPlace, charge) => {
    const { totals, notices } = check(visit({ phase: 'no-show', ...(change as object) }));
    expect(notices).toEqual([]);
    expect(totals).toEqual({
      entries: 1,
      billable: 0,
      notBillable,
      undetermined: 0,
      invalid: 0,
      notTakenPlace,
      void: 0,
      units: 0,
      charge,
      billableCharge: '0.00',
      notBillableCharge: charge,
      undeterminedCharge: '0.00',
    });
  });
});

describe('a line of a claim', () => {
  const line = {
    dateOfService: '2024-03-12',
    units: 4,
    charge: '1.00',
    session: { phase: 'cancelled' },
  } as const;

  test.each([
    ['of a service', 'H2017HO', 'mo/H2017HO'],
    ['of no service that is on file', 'X9999', null],
  ])('%s', (_title, procedureCode, service) => {
    const { verdict, lines, totals } = notVoid(
      checkClaim({ jurisdiction: 'MO', lines: [{ ...line, procedureCode }] }, { history: [] }),
    );
    expect(verdict).toBe('not-billable');
    expect(totals).toMatchObject({ units: 0, charge: '1.00', notBillableCharge: '1.00' });
    const [only] = lines;
    expect(only).toMatchObject({ service, verdict: 'not-billable', passed: [] });
    expect(only?.findings.map(({ rule, paths }) => [rule, paths])).toEqual([
      ['session/took-place', ['/lines/0/session/phase']],
    ]);
    expect(only?.notApplicable.map(({ rule }) => rule)).toContain('claim/code');
  });
});
