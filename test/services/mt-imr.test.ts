import { describe, expect, test } from 'vitest';
import { createChecker, imr, type Finding, type RuleId } from '../../src/index.js';
import { saidBy, type Change } from '../rules/support.js';
import { sessionOf } from '../support/cases.js';

const checker = createChecker();
type Readings = Parameters<typeof createChecker>[0];

function said(rule: RuleId, change: Change, config: Readings = {}) {
  return saidBy(rule, createChecker(config).checkSession(sessionOf({ base: 'mt-imr', change })));
}

const mayGive =
  'The service may be given by a licensed mental health professional, or by a paraprofessional or peer support specialist under clinical supervision within a licensed MHC.';
const none =
  'On 2023-02-07 the rendering staff member has no credential as a paraprofessional (MT-PARAPROFESSIONAL), peer support specialist (MT-CBHPSS) or licensed mental health professional (MT-LMHP). If the license is one of a licensed mental health professional, state MT-LMHP';

describe('who may give it: the message says what is lacking', () => {
  test.each<[title: string, Change, fact: string]>([
    [
      'supervision that is not clinical',
      { staff: { supervisor: { clinical: false } } },
      'The supervision is not clinical',
    ],
    ['no supervisor', { staff: { supervisor: 'none' } }, 'There is no supervisor'],
    [
      'neither a licensed center nor clinical supervision',
      { agency: { credentials: [] }, staff: { supervisor: { clinical: false } } },
      'On 2023-02-07 the agency is not licensed as a mental health center (MT-LICENSED-MHC). The supervision is not clinical',
    ],
    [
      'a license that lapsed, whatever else would do',
      { staff: { credentials: [{ code: 'MT-LMHP', through: '2023-02-06' }], supervisor: 'none' } },
      'Licensed mental health professional (MT-LMHP) ended on 2023-02-06, before the session',
    ],
    [
      'an agency that is no licensed center',
      { agency: { credentials: [] } },
      'On 2023-02-07 the agency is not licensed as a mental health center (MT-LICENSED-MHC)',
    ],
    [
      'a center whose license is over',
      { agency: { credentials: [{ code: 'MT-LICENSED-MHC', through: '2023-02-06' }] } },
      'Licensed mental health center (MT-LICENSED-MHC) ended on 2023-02-06, before the session',
    ],
    ['a credential of no kind that is named', { staff: { credentials: [{ code: 'MO-CPS' }] } }, none],
    [
      'nothing that is asked of anyone',
      { staff: { credentials: [], supervisor: 'none' }, agency: { credentials: [] } },
      none,
    ],
  ])('%s', (_title, change, fact) => {
    expect(said('staff/qualification', change)).toMatchObject({
      outcome: 'fail',
      message: `${fact}. ${mayGive}`,
    });
  });

  test('a license that lapsed is told to the payer, whether there is a supervisor or not', () => {
    const lapsed = { credentials: [{ code: 'MT-LMHP', through: '2023-02-06' }] };
    for (const staff of [lapsed, { ...lapsed, supervisor: 'none' }]) {
      expect(said('staff/qualification', { staff })).toMatchObject({
        denials: [{ carc: '185' }, { carc: 'B7', rarc: 'N570', likelihood: 'possible', seenAt: 'audit' }],
      });
    }
  });

  test('where any staff of a licensed center may give it, only who they are and the license are asked for', () => {
    const unknown = { staff: null, agency: null };
    const paths = (config: Readings) =>
      (said('staff/qualification', unknown, config) as { missing: { path: string }[] }).missing.map(
        ({ path }) => path,
      );
    expect(paths({ readings: { licensedMhc: 'center' } })).toEqual([
      '/staff/credentials',
      '/agency/credentials',
    ]);
    expect(paths({})).toEqual(['/staff/credentials', '/agency/credentials', '/staff/supervisor/clinical']);
  });
});

describe('the reading of the current plan is named where the dates of the plan are at issue', () => {
  test.each<[title: string, RuleId, Change, reading: string | undefined]>([
    ['the plan is over', 'member/choice', { plan: { through: '2023-02-06' } }, 'current-plan'],
    ['its first day is not known', 'member/choice', { plan: { from: null } }, 'current-plan'],
    ['no choice is shown', 'member/choice', { plan: { memberChoseService: false } }, undefined],
    ['the choice is not known', 'member/choice', { plan: { memberChoseService: null } }, undefined],
    ['there is no plan', 'member/choice', { plan: 'none' }, undefined],
    ['the plan is over', 'plan/includes-service', { plan: { through: '2023-02-06' } }, 'current-plan'],
    ['it lists other services', 'plan/includes-service', { plan: { includesService: false } }, undefined],
  ])('%s: %s', (_title, rule, change, reading) => {
    const finding = said(rule, change) as Finding;
    expect([finding.reading?.name, finding.basis]).toEqual([
      reading,
      reading === undefined ? 'source' : 'reading',
    ]);
  });
});

test('a plan that there is not is told as that, and not as one of other days', () => {
  expect(said('plan/includes-service', { plan: 'none' })).toMatchObject({
    message:
      "There is no plan. The service must be documented in the individualized treatment plan in force, in the member's file.",
    paths: ['/plan'],
    denials: [{ carc: '272', rarc: 'M135' }],
  });
});

test.each<[title: string, materials: string[], missing: string[]]>([
  ['the guide alone', ['imr-practitioners-guide'], ['imr-educational-handouts']],
  ['the handouts alone', ['imr-educational-handouts'], ['imr-practitioners-guide']],
  ['neither', [], ['imr-practitioners-guide', 'imr-educational-handouts']],
])('of the materials, %s: what is missing is named', (_title, materials, missing) => {
  const named = missing.map((code) =>
    code === 'imr-practitioners-guide'
      ? `IMR Practitioners Guide (${code})`
      : `IMR Educational Handouts (${code})`,
  );
  const which = `${named.length > 1 ? 'neither' : 'no'} ${named.join(' nor ')}`;
  expect(said('session/materials', { materials })).toMatchObject({
    outcome: 'fail',
    message: `The materials used include ${which}. The IMR Practitioners Guide and the IMR Educational Handouts must be used.`,
    reading: { name: 'materials', setting: 'materials' },
  });
});

test('a training that comes later is pointed at', () => {
  const trained = (training: Change) => ({ staff: { trainings: [training] } });
  const topic = 'illness-management-and-recovery';
  expect(said('staff/service-training', trained({ topic, completedOn: '2023-02-08' }))).toMatchObject({
    message: `The rendering staff member has no training in illness management and recovery that is completed by 2023-02-07. The training on illness management and recovery is completed on 2023-02-08, after the session. The practitioner must be trained in the service.`,
    paths: ['/staff/trainings', '/staff/trainings/0'],
  });
});

test('no prior authorization and no review is ever asked for, or predicted as a denial', () => {
  const nothingKnown = { service: 'mt/imr', dateOfService: '2023-02-07' };
  const { documentation } = sessionOf({ base: 'mt-imr', change: {} });
  const everythingWrong = sessionOf({
    base: 'mt-imr',
    change: {
      materials: [],
      billedInBundle: true,
      member: { birthDate: '2010-01-01', determinations: [] },
      staff: { credentials: [], trainings: [], supervisor: 'none' },
      plan: 'none',
      assessment: 'none',
      documentation: Object.fromEntries(Object.keys(documentation ?? {}).map((item) => [item, false])),
    },
  });
  const findings = [nothingKnown, everythingWrong].flatMap(
    (session) => checker.checkSession(session).findings,
  );
  // Who supervises is asked only where both are stated.
  const criteria = imr.criteria.map(({ rule }) => rule).filter((rule) => rule !== 'staff/own-supervisor');
  expect(findings.map(({ rule }) => rule)).toEqual([...criteria, ...criteria]);
  expect(findings.flatMap(({ denials }) => denials.map(({ carc }) => carc))).not.toContain('197');
  for (const { message, missing } of findings) {
    expect(JSON.stringify([message, missing])).not.toMatch(/authori|continued stay|review/i);
  }
});
