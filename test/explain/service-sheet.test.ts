import { describe, expect, test } from 'vitest';
import { ageAtLeast, is, planInForce, reading } from '../../src/conditions/build.js';
import {
  describeService,
  InputError,
  peerSupport,
  services,
  type Criterion,
  type Service,
} from '../../src/index.js';
import { rulePageOf, ruleIdsOf } from '../../src/explain/rule-page.js';
import { sheetMarkdown } from '../../src/explain/markdown.js';
import { sheetOf } from '../../src/explain/service-sheet.js';
import { anyService } from '../rules/service/any-service.js';
import { general } from '../../src/findings/citation.js';

const cite = general('A contract');

function linesOf(service: Service, heading: string, on?: string) {
  const section = sheetOf(service, on).sections.find((one) => one.heading === heading);
  return section?.lines.map(({ says }) => says);
}

describe('the day of the rates', () => {
  test.each([
    [undefined, '`mo/peer-support`, MO'],
    ['2025-01-01', '`mo/peer-support`, MO, rates of 2025-01-01'],
  ])('%s: %s', (on, line) => {
    expect(describeService('mo/peer-support', { on }).markdown.split('\n')[2]).toBe(line);
    expect(sheetOf(peerSupport, on).on).toBe(on);
  });

  test('is a day that exists', () => {
    expect(() => describeService(peerSupport, { on: '2025-02-30' })).toThrow(
      '/on: expected a day that exists',
    );
  });

  test('is no text in place of the options', () => {
    expect(() => describeService(peerSupport, '2025-01-01' as never)).toThrow(InputError);
  });
});

describe('when a service is in force', () => {
  test.each([
    [{}, 'On every date: the source is undated.'],
    [{ from: '2020-01-01' }, 'In force from 2020-01-01.'],
    [{ through: '2020-12-31' }, 'In force through 2020-12-31.'],
    [{ from: '2020-01-01', through: '2020-12-31' }, 'In force from 2020-01-01 through 2020-12-31.'],
  ])('%j: %s', (period, says) => {
    expect(linesOf({ ...anyService, inForce: { ...period, cite } }, 'In force')).toEqual([says]);
  });
});

describe('how much', () => {
  const limit = { rule: 'units/daily-limit', per: 'day', cite } as const;
  const limits = [
    { ...limit, from: '2025-01-01', units: 8 },
    { ...limit, from: '2026-01-01', units: 12 },
  ];

  test.each([
    ['2024-12-31', ['Units are not limited by this source.']],
    ['2025-12-31', ['At most 8 units a day for a member.']],
    ['2026-01-01', ['At most 12 units a day for a member.']],
    [undefined, ['At most 12 units a day for a member.']],
  ])('on %s: %j', (on, expected) => {
    const lines = linesOf({ ...anyService, limits }, 'How much', on);
    expect(lines).toEqual(['The length of a unit: not set by this source.', ...expected]);
  });
});

describe('how many people in a group', () => {
  test.each([
    [undefined, 'The size of a group is not limited by this source.'],
    [{ perStaff: 1, cite }, 'At most 1 person for one qualified staff member.'],
    [{ perStaff: 8, cite }, 'At most 8 people for one qualified staff member.'],
  ])('%j: %s', (group, says) => {
    const service = { ...anyService, ...(group !== undefined && { group }) };
    expect(linesOf(service, 'What a session is')).toContain(says);
  });
});

describe('what is paid', () => {
  const code = { funding: 'medicaid', procedureCode: 'H0038', modifiers: ['HQ'] } as const;
  const first = { rate: '4.95', providerPay: '4.38', cite };
  const later = { from: '2025-01-01', rate: '5.10', providerPay: '4.50', cite };

  test.each([
    ['2024-12-31', 'Medicaid H0038 HQ: $4.95 a unit, provider pay $4.38.'],
    ['2025-01-01', 'Medicaid H0038 HQ: $5.10 a unit, provider pay $4.50, rate of 2025-01-01.'],
    [undefined, 'Medicaid H0038 HQ: $5.10 a unit, provider pay $4.50, rate of 2025-01-01.'],
  ])('on %s: %s', (on, says) => {
    const service = { ...anyService, codes: [{ ...code, rates: [first, later] }] };
    expect(linesOf(service, 'What is paid', on)).toEqual([says]);
  });

  test('nothing that the document sets', () => {
    expect(linesOf(anyService, 'What is paid')).toEqual([
      'Procedure code: not set by this source.',
      'Rate: not set by this source.',
    ]);
    expect(linesOf({ ...anyService, codes: [{ ...code, rates: [] }] }, 'What is paid')).toEqual([
      'Medicaid H0038 HQ, rate: not set by this source.',
    ]);
  });
});

test('a service whose document has no list of clauses has nothing that no rule can judge', () => {
  expect(linesOf(anyService, 'What no rule can judge')).toBeUndefined();
  expect(sheetMarkdown(sheetOf(anyService))).toContain('# Any service');
});

describe('a sheet names the readings that the pages of its rules name', () => {
  const clause: Criterion = {
    rule: 'custom/clause',
    requires: is('faceToFace'),
    says: 'The session is face-to-face.',
    fails: 'It was not',
    cite,
  };

  test.each<[title: string, Partial<Criterion>, reading: string]>([
    ['of a plan in force', { requires: planInForce() }, 'current-plan'],
    ['of an age that is expected', { expects: ageAtLeast({ years: 18 }) }, 'leap-birthday'],
    ['of a paper that is owed after the week', { owed: 'after-the-week' }, 'week'],
    ['of a setting', { appliesWhen: reading('licensedMhc', 'center') }, 'licensed-mhc'],
  ])('%s', (_title, change, expected) => {
    const service = { ...anyService, criteria: [{ ...clause, ...change }] };
    const names = (some: readonly { name: string }[] = []) => some.map(({ name }) => name);
    expect(names(sheetOf(service).readings)).toContain(expected);
    expect(names(rulePageOf([service], 'custom/clause')?.readings)).toContain(expected);
  });

  test.each(services.map((service) => [service.id, service] as const))('%s', (_id, service) => {
    const ofRules = ruleIdsOf([service])
      .filter((id) => service.criteria.some(({ rule }) => rule === id))
      .flatMap((id) => rulePageOf([service], id)?.readings ?? []);
    const ofSheet = sheetOf(service).readings.map(({ name }) => name);
    expect(ofSheet).toEqual(expect.arrayContaining(ofRules.map(({ name }) => name)));
  });
});
