import { describe, expect, test } from 'vitest';
import {
  checkSession,
  peerSupport,
  type CheckOptions,
  type Criterion,
  type Service,
  type SessionResult,
  type Verdict,
  services,
} from '../../src/index.js';
import { is } from '../../src/conditions/build.js';
import { general } from '../../src/findings/citation.js';
import { rulesOf } from '../../src/rules/index.js';
import { anyService, resultOf } from '../rules/service/any-service.js';
import { generalCitation, peerResult, peerSession, type Change } from '../rules/support.js';
import { digestOf } from '../../src/values/digest.js';
import { version } from '../../src/version.js';
import { notice } from '../../src/findings/notices.js';
import { reason } from '../../src/findings/reasons.js';

const used = { package: 'billability', version, definition: digestOf(peerSupport) };
const limitsNotice = notice('limits-seen-here');

test('a complete session is billable, and the result says what was looked at', () => {
  expect(peerResult()).toStrictEqual({
    kind: 'session',
    id: 'S-4001',
    service: 'mo/peer-support',
    verdict: 'billable',
    findings: [],
    passed: rulesOf(peerSupport)
      .map(({ id }) => id)
      .filter((id) => !['session/delivered', 'claim/charge'].includes(id)),
    notApplicable: [
      { rule: 'session/delivered', ...reason('as-of-not-stated') },
      { rule: 'claim/charge', ...reason('rate-not-set') },
    ],
    units: { rounding: 'floor', claimed: 8, supported: 8, minutes: 120 },
    notices: [limitsNotice],
    rules: used,
  });
});

describe('the verdict', () => {
  const failure: Change = { staff: { treatmentTeamMember: false } };
  const gap: Change = { plan: null };

  test.each<[title: string, Change, Verdict, underReport: Verdict]>([
    ['nothing found', {}, 'billable', 'billable'],
    ['an error failed', failure, 'not-billable', 'not-billable'],
    ['an error is not known', gap, 'undetermined', 'billable'],
    ['an error failed and another is not known', { ...failure, ...gap }, 'not-billable', 'not-billable'],
    ['only a warning failed', { personCentered: false }, 'billable', 'billable'],
    ['only a warning is not known', { personCentered: null }, 'billable', 'billable'],
    ['a supportive activity alone', { activities: ['recovery-dialogue'] }, 'billable', 'billable'],
    ['time left unbilled', { units: 1 }, 'billable', 'billable'],
    ['something due', { phase: 'proposed', documentation: null }, 'billable', 'billable'],
    ['not in force', { dateOfService: '2014-09-30' }, 'undetermined', 'undetermined'],
  ])('%s: %s', (_title, change, verdict, underReport) => {
    expect(peerResult(change).verdict).toBe(verdict);
    expect(peerResult(change, { missingFacts: 'report' }).verdict).toBe(underReport);
  });
});

describe('missing facts that are reported only', () => {
  const reported = peerResult({ plan: null }, { missingFacts: 'report' });

  test('are found all the same', () => {
    expect(reported.findings).toEqual(peerResult({ plan: null }).findings);
    expect(reported.findings.map(({ rule, outcome }) => [rule, outcome])).toEqual([['plan/goal', 'unknown']]);
  });

  test('are no demand, as a notice says', () => {
    expect(reported.notices).toEqual([limitsNotice, notice('missing-facts-reported')]);
  });
});

describe('a definition that is not in force', () => {
  test.each<[CheckOptions]>([[{}], [{ missingFacts: 'report' }], [{ asOf: '2014-01-01' }]])(
    'runs no other rule, with %j',
    (options) => {
      const { findings, ...rest } = peerResult(
        { dateOfService: '2014-09-30', units: 99, charge: '1.00' },
        options,
      );
      expect(findings.map(({ rule }) => rule)).toEqual(['service/in-force']);
      expect(rest).toStrictEqual({
        kind: 'session',
        id: 'S-4001',
        service: 'mo/peer-support',
        verdict: 'undetermined',
        passed: [],
        notApplicable: [],
        notices: [],
        rules: { ...used, ...(Object.keys(options).length > 0 && { settings: options }) },
      });
    },
  );
});

test('of times that cannot be so, only the units stated are told', () => {
  expect(peerResult({ minutes: 500 }).units).toStrictEqual({ claimed: 8, rounding: 'floor' });
  expect(peerResult({ minutes: 500, units: null }).units).toStrictEqual({ rounding: 'floor' });
});

test.each([
  [undefined, 'general'],
  ['letter-date', 'reading'],
] as const)('a price whose rate rests on the reading %s cites a %s', (reading, basis) => {
  const rates = [{ rate: '4.95', providerPay: '4.38', cite: general('Rates'), ...(reading && { reading }) }];
  const service: Service = {
    ...anyService,
    unit: { minutes: 15, cite: general('Unit') },
    codes: [{ funding: 'medicaid', procedureCode: 'H0000', modifiers: [], rates }],
  };
  const { price, notices } = resultOf(service, { units: 2 });
  expect(price?.citation).toEqual({ ...general('Rates'), basis });
  expect(notices.filter(({ code }) => code === 'rate-date')).toEqual([]);
});

test('findings come in the order of the rules', () => {
  const { findings, passed } = checkSession({ service: 'mo/peer-support', dateOfService: '2025-03-03' });
  expect(passed).toEqual(['service/in-force', 'session/took-place', 'session/funding']);
  expect(findings.map(({ rule }) => rule)).toEqual([
    'units/time',
    'units/daily-limit',
    'units/monthly-limit',
    ...peerSupport.criteria.map(({ rule }) => rule).filter((rule) => rule !== 'staff/own-supervisor'),
  ]);
});

describe('units', () => {
  test.each<[Change, CheckOptions, SessionResult['units']]>([
    [{}, {}, { rounding: 'floor', claimed: 8, supported: 8, minutes: 120 }],
    [{ units: null, endTime: '10:53' }, {}, { rounding: 'floor', supported: 7, minutes: 113 }],
    [
      { units: null, endTime: '10:53' },
      { readings: { rounding: 'midpoint' } },
      { rounding: 'midpoint', supported: 8, minutes: 113 },
    ],
    [{ minutes: 100 }, {}, { rounding: 'floor', claimed: 8, supported: 6, minutes: 100 }],
    [{ startTime: null, endTime: null }, {}, { rounding: 'floor', claimed: 8 }],
    [{ endTime: '08:00' }, {}, { rounding: 'floor', claimed: 8 }],
    [{ endTime: '08:00', minutes: 45, units: null }, {}, { rounding: 'floor' }],
  ])('%j', (change, options, units) => {
    expect(peerResult(change, options).units).toStrictEqual(units);
  });

  test('are not told where the document sets no unit', () => {
    expect(resultOf(anyService, { units: 8, minutes: 120 })).not.toHaveProperty('units');
  });
});

describe('price', () => {
  const codes = {
    'mo/peer-support': [{ procedureCode: 'H0038', rate: '4.95', providerPay: '4.38', from: '2016-01-01' }],
  };

  test('is rate and provider pay times the units, with its citation and a notice', () => {
    const { price, notices } = peerResult({}, {}, { codes });
    expect(price).toStrictEqual({
      rate: '4.95',
      charge: '39.60',
      providerPay: '35.04',
      citation: generalCitation("The caller's own configuration of codes"),
    });
    expect(notices).toEqual([notice('rate-date', { from: '2016-01-01' }), limitsNotice]);
  });

  test.each<[title: string, Change]>([
    ['the units are not known', { units: null, startTime: null, endTime: null }],
    ['no rate is on file for the day', { dateOfService: '2015-12-31' }],
    ['no rate is on file for the funding', { funding: 'purchase-of-service' }],
  ])('is left out where %s', (_title, change) => {
    const result = peerResult(change, {}, { codes });
    expect(result).not.toHaveProperty('price');
    expect(result.notices).toEqual([limitsNotice]);
  });

  test('of a rate without a day names no day that nobody stated', () => {
    const { price, notices } = peerResult(
      {},
      {},
      { codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '4.95' }] } },
    );
    expect(price).toMatchObject({ rate: '4.95', charge: '39.60', providerPay: '39.60' });
    expect(notices).toEqual([limitsNotice]);
  });
});

describe('the rules of an old document are told to be so', () => {
  const agesOf = (result: SessionResult) => result.notices.filter(({ code }) => code === 'source-age');
  const old = (from: string) => [notice('source-age', { from })];

  test.each<[service: string, dateOfService: string, from: string | undefined]>([
    ['mo/H2017TG', '2014-03-30', undefined],
    ['mo/H2017TG', '2014-03-31', '2009-03-30'],
    ['mo/H2017HO', '2014-06-03', undefined],
    ['mo/H2017HO', '2014-06-04', '2009-06-03'],
    ['mo/H2017HOHQ', '2014-06-04', '2009-06-03'],
    ['mo/peer-support', '2019-10-01', undefined],
    ['mo/peer-support', '2019-10-02', '2014-10-01'],
    ['mt/imr', '2027-10-01', undefined],
    ['mt/imr', '2027-10-02', '2022-10-01'],
    ['sc/prs', '2027-10-02', undefined],
    ['mo/peer-support', '2014-09-30', undefined],
  ])('%s on %s: %s', (service, dateOfService, from) => {
    expect(agesOf(checkSession({ service, dateOfService }))).toEqual(from === undefined ? [] : old(from));
  });

  test('but not where a clause is newer', () => {
    const [clause, ...others] = peerSupport.criteria as [Criterion, ...Criterion[]];
    const criteria = [{ ...clause, through: '2016-06-30' }, { ...clause, from: '2016-07-01' }, ...others];
    const service: Service = { ...peerSupport, id: 'xx/any', criteria };
    const on = (dateOfService: string) => agesOf(resultOf(service, { dateOfService }));
    expect([on('2021-07-01'), on('2021-07-02')]).toEqual([[], old('2016-07-01')]);
  });
});

test('a document that sets nothing gives a result without units, price and limits', () => {
  const service: Service = {
    ...anyService,
    criteria: [
      {
        rule: 'custom/face',
        requires: is('faceToFace'),
        says: 'Face to face.',
        fails: 'Not',
        cite: general('1'),
      },
    ],
  };
  const inOrder = [...services, service].sort((one, other) => (one.id < other.id ? -1 : 1));
  expect(resultOf(service, { faceToFace: true })).toStrictEqual({
    kind: 'session',
    service: 'xx/any',
    verdict: 'billable',
    findings: [],
    passed: ['service/in-force', 'session/took-place', 'session/funding', 'custom/face'],
    notApplicable: [
      { rule: 'session/time', ...reason('clock-not-stated') },
      { rule: 'session/delivered', ...reason('as-of-not-stated') },
      { rule: 'member/born', ...reason('birth-date-not-stated') },
      { rule: 'units/whole', ...reason('units-not-stated') },
      { rule: 'units/time', ...reason('unit-not-set') },
      { rule: 'units/unbilled-time', ...reason('unit-not-set') },
      { rule: 'claim/charge', ...reason('rate-not-set') },
    ],
    notices: [notice('source-undated')],
    rules: {
      package: 'billability',
      version,
      definition: digestOf(service),
      settings: { services: digestOf(inOrder) },
    },
  });
});

test('a session without a key gives a result without one', () => {
  expect(peerResult({ id: null })).not.toHaveProperty('id');
  expect(checkSession({ ...peerSession(), id: null }, { history: [] })).not.toHaveProperty('id');
});
