import { describe, expect, test } from 'vitest';
import { ageAtLeast, exists, hasDiagnosis, holds, is, planInForce } from '../../src/conditions/build.js';
import type { Leaf } from '../../src/conditions/condition.js';
import type { DenialKey } from '../../src/findings/denials.js';
import type { Session } from '../../src/index.js';
import { denialsFor } from '../../src/rules/denials-for.js';

const note = is('documentation.progressNote.setting');
const includes = is('plan.includesService');
const classes = (['bipolar', 'majorDepression', 'psychotic', 'substanceUse'] as const).map(hasDiagnosis);
const licensed = holds('staff.credentials', ['MO-LPC']);
const supervised = is('staff.supervisor.clinical');
const session: Session = { service: 'xx/any', dateOfService: '2025-03-03' };
const interfere = is('assessment.symptomsInterfere');

describe('the denials of a failure fit its reason', () => {
  test.each<[title: string, DenialKey, Leaf[], Partial<Session>, carcAndRarc: string]>([
    [
      'a note lacks an item',
      'note',
      [note],
      { documentation: { progressNote: { setting: false } } },
      '251 N394',
    ],
    ['there is no note', 'note', [note], { documentation: { progressNote: 'none' } }, '252 N393'],
    [
      'the plan does not list the service',
      'plan',
      [includes],
      { plan: { includesService: false } },
      '272 M135',
    ],
    ['the plan is over', 'plan', [planInForce()], { plan: { through: '2020-01-01' } }, '272 N351'],
    [
      'the plan is over, and does not list the service',
      'plan',
      [includes, planInForce()],
      { plan: { includesService: false, through: '2020-01-01' } },
      '272 N351',
    ],
    ['there is no plan', 'plan', [includes], { plan: 'none' }, '272 M135'],
    ['there is no plan, nor its days', 'plan', [includes, planInForce()], { plan: 'none' }, '272 M135'],
    ['there is no assessment at all', 'necessity', [exists('assessment')], { assessment: 'none' }, '252 N42'],
    [
      'there is no day of an assessment',
      'necessity',
      [ageAtLeast({ years: 6 }, 'assessment.date')],
      { assessment: 'none' },
      '252 N42',
    ],
    [
      'symptoms do not interfere',
      'necessity',
      [interfere],
      { assessment: { symptomsInterfere: false } },
      '50 N661',
    ],
    ['there is no assessment', 'necessity', [interfere], { assessment: 'none' }, '252 N42'],
    ['a diagnosis of no class', 'necessity', classes, { assessment: { diagnoses: ['F41.1'] } }, '11 N569'],
    ['no diagnosis', 'necessity', classes, { assessment: { diagnoses: [] } }, '50 N661'],
    ['diagnoses not known', 'necessity', classes, { assessment: {} }, '50 N661'],
    ['an assessment not known', 'necessity', classes, { assessment: null }, '50 N661'],
    ['no word of an assessment', 'necessity', classes, {}, '50 N661'],
    [
      'a diagnosis of no class, where that is a matter of the program',
      'programRules',
      classes,
      { assessment: { diagnoses: ['F41.1'] } },
      '272 N180',
    ],
    [
      'a diagnosis of none of some classes',
      'necessity',
      classes.slice(1),
      { assessment: { diagnoses: ['F31'] } },
      '50 N661',
    ],
  ])('%s', (_title, key, failing, facts, expected) => {
    const [first] = denialsFor(key, failing, { ...session, ...facts }, false);
    expect(`${first?.carc ?? ''} ${first?.rarc ?? ''}`).toBe(expected);
  });
});

test('none, where none is predicted', () => {
  expect(denialsFor(undefined, [note], session, false)).toEqual([]);
  expect(denialsFor(undefined, [note], session, true)).toEqual([]);
});

describe('a credential that lapsed', () => {
  test.each<[title: string, DenialKey, Partial<Session>, hasLapsed: boolean, carcs: string]>([
    ['none of the kind', 'renderingStaff', { staff: { credentials: [] } }, false, '185'],
    ['one held before', 'renderingStaff', { staff: { credentials: [] } }, true, '185 B7'],
    [
      'one held before, and no supervisor',
      'renderingStaff',
      { staff: { supervisor: 'none' } },
      true,
      '185 B7',
    ],
    ['where nothing else is predicted', 'programRules', { staff: { credentials: [] } }, true, '272'],
  ])('%s', (_title, key, facts, hasLapsed, carcs) => {
    const denials = denialsFor(key, [licensed, supervised], { ...session, ...facts }, hasLapsed);
    expect(denials.map(({ carc }) => carc).join(' ')).toBe(carcs);
  });
});
