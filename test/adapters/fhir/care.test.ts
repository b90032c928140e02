import { describe, expect, test } from 'vitest';
import { changed, concept, session, to, type Resource } from './support.js';

describe('the plan of the day', () => {
  const plan = (change: Resource = {}): Resource =>
    changed(
      {
        resourceType: 'CarePlan',
        id: 'cp',
        status: 'active',
        intent: 'plan',
        subject: to('Patient/p1'),
        period: { start: '2025-01-01', end: '2025-06-30' },
        activity: [{ detail: { code: concept('PEER'), status: 'scheduled' } }],
      },
      change,
    );
  const detail = (one: Resource) => ({ activity: [{ detail: { code: concept('PEER'), ...one } }] });
  const dates = { from: '2025-01-01', through: '2025-06-30' };
  const included = { ...dates, includesService: true };

  test('says from when through when, and that it includes the service', () => {
    const { value, places } = session({}, [plan()]);
    expect(value.plan).toEqual(included);
    expect(places).toMatchObject({
      '/plan/from': 'CarePlan/cp.period.start',
      '/plan/through': 'CarePlan/cp.period.end',
      '/plan/includesService': 'CarePlan/cp',
    });
    expect(session({}).value).not.toHaveProperty('plan');
  });

  test.each<[string, Resource, unknown, string[]]>([
    ['another service: no statement', detail({ code: concept('IMR') }), dates, []],
    ['nothing', { activity: undefined }, dates, []],
    ['not to be done', detail({ doNotPerform: true }), dates, []],
    ['cancelled', detail({ status: 'cancelled' }), dates, []],
    ['stopped', detail({ status: 'stopped' }), dates, []],
    ['on hold', detail({ status: 'on-hold' }), dates, []],
    ['not to be done, in words', detail({ doNotPerform: 'true' }), dates, []],
    ['to be done', detail({ doNotPerform: false }), included, []],
    ['of a status that is none', detail({ status: 5 }), dates, []],
    ['done', detail({ status: 'completed' }), included, []],
    ['of no status', detail({}), included, []],
    [
      'of a changed meaning',
      { activity: [{ ...detail({}).activity[0], modifierExtension: [{}] }] },
      dates,
      ['meaning-changed'],
    ],
    ['an order', { intent: 'order' }, included, []],
    ['a proposal', { intent: 'proposal' }, undefined, ['not-active']],
    ['no intent', { intent: undefined }, undefined, ['not-active']],
    ['a draft', { status: 'draft' }, undefined, ['not-active']],
    ['revoked', { status: 'revoked' }, undefined, ['not-active']],
    ['on hold itself', { status: 'on-hold' }, undefined, ['not-active']],
    ['no status', { status: undefined }, undefined, ['not-active']],
    ['completed', { status: 'completed' }, included, []],
    [
      'completed, and not said when',
      { status: 'completed', period: { start: '2025-01-01' } },
      undefined,
      ['not-active'],
    ],
    ['in error', { status: 'entered-in-error' }, undefined, ['entered-in-error']],
    ['meaning changed', { modifierExtension: [{}] }, undefined, ['meaning-changed']],
    ['days that cannot be read', { period: { start: 'x' } }, undefined, ['malformed']],
    ['of another patient', { subject: to('Patient/p2') }, undefined, []],
    [
      'through the day',
      { period: { start: '2025-03-18', end: '2025-03-18' } },
      { from: '2025-03-18', through: '2025-03-18', includesService: true },
      [],
    ],
    [
      'through the day before',
      { period: { start: '2025-01-01', end: '2025-03-17' } },
      { from: '2025-01-01', through: '2025-03-17' },
      [],
    ],
    ['from the next day', { period: { start: '2025-03-19' } }, { from: '2025-03-19' }, []],
    ['of no start: it may not have begun', { period: { end: '2025-06-30' } }, { through: '2025-06-30' }, []],
    ['of no period', { period: undefined }, undefined, []],
  ])('%s', (_title, change, expected, told) => {
    const read = session({}, [plan(change)]);
    expect(read.value.plan).toEqual(expected);
    expect(read.told).toEqual(told);
  });

  test.each<[string, Resource[], unknown]>([
    [
      'two in force, of other days',
      [plan(), plan({ id: 'cq', period: { start: '2025-02-01' } })],
      { includesService: true },
    ],
    ['two in force, of the same days', [plan(detail({ status: 'stopped' })), plan({ id: 'cq' })], included],
    [
      'the last one, and the one in force',
      [plan(), plan({ id: 'cq', period: { start: '2024-01-01', end: '2024-12-31' } })],
      included,
    ],
    [
      'two that are over',
      [
        plan({ period: { start: '2023-01-01', end: '2023-12-31' } }),
        plan({ id: 'cq', period: { start: '2024-01-01', end: '2024-12-31' } }),
      ],
      { from: '2024-01-01', through: '2024-12-31' },
    ],
    [
      'one to come and one that is over',
      [
        plan({ period: { start: '2025-04-01' } }),
        plan({ id: 'cq', period: { start: '2024-01-01', end: '2024-12-31' } }),
      ],
      { from: '2024-01-01', through: '2024-12-31' },
    ],
    [
      'two to come',
      [plan({ period: { start: '2025-05-01' } }), plan({ id: 'cq', period: { start: '2025-04-01' } })],
      { from: '2025-04-01' },
    ],
  ])('%s', (_title, plans, expected) => {
    expect(session({}, plans).value.plan).toEqual(expected);
    expect(session({}, [...plans].reverse()).value.plan).toEqual(expected);
  });

  test('extensions of the one plan are facts of it', () => {
    const extension = [{ url: 'urn:chose', valueBoolean: true }];
    const more = { extensions: { 'urn:chose': 'plan.memberChoseService' } };
    expect(session({}, [plan({ extension })], more).value.plan).toMatchObject({ memberChoseService: true });
    expect(session({}, [plan({ extension }), plan({ id: 'cq' })], more).value.plan).toEqual(included);
  });
});

describe('notes', () => {
  const LOINC = 'http://loinc.org';
  const document = (change: Resource = {}): Resource =>
    changed(
      {
        resourceType: 'DocumentReference',
        id: 'd',
        status: 'current',
        docStatus: 'final',
        type: concept('11506-3', LOINC),
        context: { encounter: [to('Encounter/e1')] },
      },
      change,
    );
  const composition = (change: Resource = {}): Resource =>
    changed(
      {
        resourceType: 'Composition',
        id: 'n',
        status: 'final',
        type: concept('11506-3', LOINC),
        encounter: to('Encounter/e1'),
      },
      change,
    );
  const codes = { codes: { 'x|week': 'documentation.weeklyNote', 'x|PEER': 'mo/peer-support' } };
  const type = [concept('PEER', 'x')];

  test.each<[string, Resource, unknown]>([
    ['a document', document(), { progressNote: {} }],
    ['an amended one', document({ docStatus: 'amended' }), { progressNote: {} }],
    ['a preliminary one', document({ docStatus: 'preliminary' }), undefined],
    ['one that does not say', document({ docStatus: undefined }), undefined],
    ['one that is superseded', document({ status: 'superseded' }), undefined],
    ['one of another visit', document({ context: { encounter: [to('Encounter/e2')] } }), undefined],
    ['one of no visit', document({ context: undefined }), undefined],
    ['another kind of document', document({ type: concept('64293-4', LOINC) }), undefined],
    ['of a changed meaning', document({ modifierExtension: [{}] }), undefined],
    ['a kind that is mapped', document({ type: concept('week', 'x') }), { weeklyNote: {} }],
    ['a kind that is mapped to no note', document({ type: concept('PEER', 'x') }), undefined],
    ['a composition', composition(), { progressNote: {} }],
    ['a preliminary composition', composition({ status: 'preliminary' }), undefined],
    ['a composition of no visit', composition({ encounter: undefined }), undefined],
  ])('%s', (_title, note, documentation) => {
    expect(session({ type }, [note], codes).value.documentation).toEqual(documentation);
  });

  test('that there is one is said once, and that there is none never', () => {
    const { value, places } = session(
      { type },
      [
        document({ id: 'z' }),
        composition(),
        composition({ id: 'o' }),
        document({ type: concept('week', 'x') }),
      ],
      codes,
    );
    expect(value.documentation).toEqual({ progressNote: {}, weeklyNote: {} });
    expect(places).toMatchObject({ '/documentation/progressNote': 'Composition/n' });
    expect(session({}).value).not.toHaveProperty('documentation');
  });
});
