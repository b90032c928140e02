import { describe, expect, test } from 'vitest';
import type { Service } from '../../../src/index.js';
import type { SessionUnderCheck } from '../../../src/rules/rule.js';
import { inForce } from '../../../src/rules/service/in-force.js';
import { bulletin, generalCitation, wholeSentences, peerResult, saidBy } from '../support.js';
import { anyService, resultOf } from './any-service.js';

describe('peer support is in force from 2014-10-01', () => {
  test.each(['2014-10-01', '2014-10-02', '2099-12-31'])('%s: pass', (dateOfService) => {
    expect(saidBy('service/in-force', peerResult({ dateOfService }))).toBe('pass');
  });

  test('2014-09-30: we have no rules for that day, and nothing is missing', () => {
    const message = 'No rules are on file for 2014-09-30. The definition is in force from 2014-10-01.';
    expect(message).toMatch(wholeSentences);
    expect(saidBy('service/in-force', peerResult({ dateOfService: '2014-09-30' }))).toStrictEqual({
      rule: 'service/in-force',
      outcome: 'unknown',
      severity: 'error',
      message,
      data: { from: '2014-10-01', through: null, dateOfService: '2014-09-30' },
      paths: ['/dateOfService'],
      missing: [],
      citations: [bulletin('header')],
      basis: 'source',
      denials: [],
    });
  });
});

test('the rule says so where it is', () => {
  const under = { on: '2025-03-03' } as SessionUnderCheck;
  expect(inForce.forService(anyService)?.judge(under)).toBe('pass');
});

describe('a definition', () => {
  const cite = { ...generalCitation('A period'), basis: 'general' } as const;

  test.each<[Omit<Service['inForce'], 'cite'>, on: string, outcome: 'pass' | 'unknown', period?: string]>([
    [{}, '0001-01-01', 'pass'],
    [{}, '9999-12-31', 'pass'],
    [{ through: '2025-06-30' }, '2025-06-30', 'pass'],
    [{ through: '2025-06-30' }, '2025-07-01', 'unknown', 'through 2025-06-30'],
    [
      { from: '2025-01-01', through: '2025-06-30' },
      '2024-12-31',
      'unknown',
      'from 2025-01-01 through 2025-06-30',
    ],
    [
      { from: '2025-01-01', through: '2025-06-30' },
      '2025-07-01',
      'unknown',
      'from 2025-01-01 through 2025-06-30',
    ],
  ])('in force %j on %s: %s', (period, dateOfService, outcome, inWords) => {
    const service = { ...anyService, inForce: { ...period, cite } };
    const said = saidBy('service/in-force', resultOf(service, { dateOfService }));
    expect(said).toEqual(
      outcome === 'pass'
        ? 'pass'
        : expect.objectContaining({
            outcome,
            message: `No rules are on file for ${dateOfService}. The definition is in force ${inWords ?? ''}.`,
            data: { from: period.from ?? null, through: period.through ?? null, dateOfService },
          }),
    );
  });

  test('in force from the date of a letter rests on that reading', () => {
    const service = { ...anyService, inForce: { from: '2025-01-01', cite, reading: 'letter-date' } } as const;
    expect(saidBy('service/in-force', resultOf(service, { dateOfService: '2024-12-31' }))).toMatchObject({
      basis: 'reading',
      reading: { name: 'letter-date', setting: null },
    });
  });
});
