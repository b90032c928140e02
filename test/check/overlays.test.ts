import { describe, expect, test } from 'vitest';
import {
  createChecker,
  describeService,
  explain,
  InputError,
  imr,
  peerSupport,
  type Overlay,
  type RuleId,
} from '../../src/index.js';
import { peerResult, peerSession, saidBy, type Change } from '../rules/support.js';
import { oneLine } from '../claims/support.js';
import { withoutCodes } from '../support/issues.js';
import { notVoid } from '../support/not-void.js';
import { cite, clause, overlay, withOverlay } from './own-rules.js';

/** How a rule came out. */
function outcome(rule: RuleId, more: Partial<Overlay>, change: Change = {}): string {
  const said = saidBy(rule, peerResult(change, {}, withOverlay(more)));
  return typeof said === 'string' ? said : `${said.outcome} (${said.severity}), ${said.basis}`;
}

const chosen = { plan: { memberChoseService: true } };
const notChosen = { plan: { memberChoseService: false } };

describe('an overlay adds clauses', () => {
  test.each<[title: string, more: Partial<Overlay>, change: Change, outcome: string]>([
    ['met', { criteria: [clause()] }, chosen, 'pass'],
    ['not met', { criteria: [clause()] }, notChosen, 'fail (error), agency'],
    ['not known', { criteria: [clause()] }, {}, 'unknown (error), agency'],
    ['a warning', { criteria: [clause({ severity: 'warning' })] }, notChosen, 'fail (warning), agency'],
    [
      'that does not apply',
      { criteria: [clause({ appliesWhen: { op: 'is', fact: 'personCentered', value: false } })] },
      notChosen,
      'not applicable: clause-does-not-apply',
    ],
    ['on its last day', { criteria: [clause({ through: '2017-05-16' })] }, notChosen, 'fail (error), agency'],
  ])('%s', (_title, more, change, expected) => {
    expect(outcome('custom/chosen', more, change)).toBe(expected);
  });

  test('that are not judged on other days', () => {
    const more = { criteria: [clause({ through: '2017-05-15' })] };
    const { passed, findings, notApplicable } = peerResult(notChosen, {}, withOverlay(more));
    const rules = [...passed, ...findings.map(({ rule }) => rule), ...notApplicable.map(({ rule }) => rule)];
    expect(rules).not.toContain('custom/chosen');
  });

  test('a finding has the citation of the overlay, or its own, and no denial', () => {
    const own = { ...cite, section: '9' };
    const of = (more: Partial<Overlay>) =>
      saidBy('custom/chosen', peerResult(notChosen, {}, withOverlay(more)));
    expect(of({ criteria: [clause()] })).toMatchObject({ basis: 'agency', citations: [cite], denials: [] });
    expect(of({ criteria: [clause({ cite: own })] })).toMatchObject({ citations: [own] });
  });

  test('what is asked of a proposed session is asked in the future tense', () => {
    const said = saidBy(
      'custom/chosen',
      peerResult(
        { phase: 'proposed', documentation: null },
        {},
        withOverlay({ criteria: [clause({ requires: later })] }),
      ),
    );
    expect(said).toMatchObject({ missing: [{ question: expect.stringMatching(/^Will /) as string }] });
  });
});

const later = { op: 'is', fact: 'documentation.meetsProgramRequirements', value: true } as const;

describe('an overlay lowers limits', () => {
  const lower = (units: number, from?: string) => ({
    limits: [{ per: 'day' as const, units, ...(from !== undefined && { from }) }],
  });

  test.each<[title: string, more: Partial<Overlay>, units: number, outcome: string]>([
    ['as many as it allows', lower(16), 16, 'pass'],
    ['one more', lower(16), 17, 'fail (error), agency'],
    ['more than the document allows', lower(16), 33, 'fail (error), reading'],
    ['not in force yet', lower(16, '2017-05-17'), 17, 'pass'],
    ['from that day on', lower(16, '2017-05-16'), 17, 'fail (error), agency'],
    ['as low as that of the document', lower(32), 33, 'fail (error), reading'],
  ])('%s', (_title, more, units, expected) => {
    expect(outcome('units/daily-limit', more, { units, endTime: null, minutes: units * 15 })).toBe(expected);
  });

  test('where the document sets none', () => {
    const limits = [{ per: 'day', units: 4 }] as const;
    const checker = createChecker({ overlays: [{ id: 'custom/x', extends: 'mo/H2017TG', limits, cite }] });
    const [day] = checker.remainingUnits('mo/H2017TG', { on: '2024-03-12', history: [] });
    expect(day).toMatchObject({ limit: 4, remaining: 4 });
  });

  test('and what is left of them is told', () => {
    const checker = createChecker(withOverlay(lower(16)));
    const left = checker.remainingUnits('mo/peer-support', { on: '2017-05-16', history: [] });
    expect(left.map(({ limit }) => limit)).toEqual([16, 96]);
  });

  test('no denial, its own citation, and what the document says beside it', () => {
    const result = peerResult({}, {}, withOverlay(lower(4)));
    expect(saidBy('units/daily-limit', result)).toMatchObject({
      basis: 'agency',
      citations: [cite],
      denials: [],
      data: { limit: 4, asked: 8 },
    });
    expect(result).toMatchObject({ verdict: 'not-billable', verdictBySource: 'billable' });
  });

  test('of several overlays the lowest counts', () => {
    const overlays = [overlay(lower(7)), overlay({ id: 'custom/other', ...lower(6) })];
    expect(saidBy('units/daily-limit', peerResult({}, {}, { overlays }))).toMatchObject({
      data: { limit: 6 },
    });
  });

  test('of one that begins later and is higher nothing changes', () => {
    const overlays = [overlay(lower(6)), overlay({ id: 'custom/other', ...lower(7, '2017-01-01') })];
    for (const dateOfService of ['2016-12-31', '2017-01-01', '2017-05-16'])
      expect(saidBy('units/daily-limit', peerResult({ dateOfService }, {}, { overlays }))).toMatchObject({
        data: { limit: 6 },
      });
  });
});

describe('an overlay narrows dates', () => {
  test.each<[title: string, inForce: NonNullable<Overlay['inForce']>, outcome: string, verdict: string]>([
    ['to the day', { from: '2017-05-16', through: '2017-05-16' }, 'pass', 'billable'],
    ['from the next day', { from: '2017-05-17' }, 'unknown (error), agency', 'undetermined'],
    ['through the day before', { through: '2017-05-15' }, 'unknown (error), agency', 'undetermined'],
  ])('%s', (_title, inForce, expected, verdict) => {
    expect(outcome('service/in-force', { inForce })).toBe(expected);
    expect(peerResult({}, {}, withOverlay({ inForce })).verdict).toBe(verdict);
  });

  test('and what the document refuses stays refused', () => {
    const result = peerResult({ units: 9 }, {}, withOverlay({ inForce: { from: '2017-05-17' } }));
    expect(result.verdict).toBe('not-billable');
    expect(result).not.toHaveProperty('verdictBySource');
  });

  test('outside the days of the document nothing else is judged', () => {
    const { findings, passed } = peerResult(
      { dateOfService: '2013-05-16' },
      {},
      withOverlay({ inForce: { from: '2016-01-01' }, criteria: [clause()] }),
    );
    expect(findings.map(({ rule, basis }) => [rule, basis])).toEqual([['service/in-force', 'source']]);
    expect(passed).toEqual([]);
  });
});

describe('an overlay raises severities', () => {
  const imrOverlay = (severities: Overlay['severities']): Overlay =>
    overlay({ extends: 'mt/imr', ...(severities !== undefined && { severities }) });
  const materials = { materials: [] };
  const said = (overlays: Overlay[], change: Change = materials) =>
    createChecker({ overlays }).checkSession(
      { ...peerSession(change), service: 'mt/imr', dateOfService: '2024-03-01' },
      { history: [], readings: { materials: 'program' } },
    );

  test('of a warning to an error, with the citation of the overlay beside that of the document', () => {
    const without = saidBy('session/materials', said([]));
    const raised = saidBy('session/materials', said([imrOverlay({ 'session/materials': 'error' })]));
    expect(without).toMatchObject({ severity: 'warning' });
    expect(raised).toMatchObject({ severity: 'error', basis: 'reading' });
    expect(typeof raised === 'string' ? [] : raised.citations.map(({ source }) => source)).toEqual([
      imr.inForce.cite.source,
      'agency',
    ]);
  });

  test('and lessens none that is worse', () => {
    const severities = { 'units/whole': 'warning' } as const;
    expect(saidBy('units/whole', peerResult({ units: 1.5 }, {}, withOverlay({ severities })))).toMatchObject({
      severity: 'error',
    });
  });
});

describe('an overlay makes groups smaller', () => {
  const group = (participants: number): Change => ({ format: 'group', group: { participants, staff: 1 } });

  test.each<[title: string, perStaff: number, participants: number, outcome: string]>([
    ['as many as it allows', 5, 5, 'pass'],
    ['one more', 5, 6, 'fail (error), agency'],
  ])('%s', (_title, perStaff, participants, expected) => {
    expect(outcome('session/group-size', { group: { perStaff } }, group(participants))).toBe(expected);
  });

  test('of several the smallest counts', () => {
    const overlays = [
      overlay({ group: { perStaff: 5 } }),
      overlay({ id: 'custom/b', group: { perStaff: 4 } }),
    ];
    expect(saidBy('session/group-size', peerResult(group(5), {}, { overlays }))).toMatchObject({
      data: { perStaff: 4 },
    });
  });
});

describe('what documents say is as before', () => {
  test('an own code of an overlay is no code of the document', () => {
    const criteria = [clause({ requires: { op: 'includesAny', fact: 'activities', codes: ['bingo'] } })];
    const change = { activities: ['bingo'] };
    const { findings } = peerResult(change, {}, withOverlay({ criteria }));
    expect(findings.map(({ rule, outcome }) => [rule, outcome])).toEqual([
      ['session/key-function', 'unknown'],
      ['session/not-only-transportation', 'unknown'],
    ]);
    expect(outcome('custom/chosen', { criteria }, change)).toBe('pass');
  });

  test('sessions keep the id of the service, and the shipped clauses are decided as before', () => {
    const plain = peerResult();
    const { service, passed } = peerResult(chosen, {}, withOverlay({ criteria: [clause()] }));
    expect(service).toBe('mo/peer-support');
    expect(passed).toEqual([...plain.passed, 'custom/chosen']);
  });

  test('a session that did not take place is not asked', () => {
    const { notApplicable } = peerResult({ phase: 'cancelled' }, {}, withOverlay({ criteria: [clause()] }));
    expect(notApplicable).toContainEqual(
      expect.objectContaining({ rule: 'custom/chosen', code: 'not-taken-place' }),
    );
  });
});

describe('a line over several days', () => {
  const claim = {
    ...oneLine('mo-peer-support', {}),
  };
  const line = (overlays: Overlay[], days: { dateOfService: string; dateOfServiceThrough: string }) => {
    const [first] = claim.lines;
    const codes = { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '20.00' }] };
    const stated = { ...claim, lines: [{ ...first, ...days, procedureCode: 'H0038', modifiers: [] }] };
    const [judged] = notVoid(
      createChecker({ codes, overlays }).checkClaim(stated as never, { history: [] }),
    ).lines;
    return judged;
  };
  const days = { dateOfService: '2017-05-16', dateOfServiceThrough: '2017-05-17' };

  test('is asked on each of them, and the document by itself', () => {
    const plain = line([], days);
    const asked = line(
      [overlay({ criteria: [clause({ from: '2017-05-17' })], inForce: { from: '2017-05-17' } })],
      days,
    );
    const rules = (one: typeof plain) => one?.findings.map(({ rule, outcome }) => `${rule} ${outcome}`);
    expect(rules(asked)).toEqual([
      'service/in-force unknown',
      ...(rules(plain) ?? []),
      'custom/chosen unknown',
    ]);
    expect(asked?.verdictBySource ?? asked?.verdict).toBe(plain?.verdict);
  });
});

describe('an overlay cannot be used', () => {
  const taken = { ...peerSupport, id: 'xx/own', criteria: [{ ...clause(), cite }] } as never;

  test.each<[title: string, stated: unknown, path: string, message: RegExp]>([
    ['a list', [], '', /^expected an object, found a list$/],
    ['null', null, '', /^expected an object, found null$/],
    ['no limits', { ...overlay(), limits: [] }, '/limits', /at least one entry/],
    ['null as limits', { ...overlay(), limits: null }, '/limits', /^expected a list, found null$/],
    ['no clauses', { ...overlay(), criteria: [] }, '/criteria', /at least one entry/],
    [
      'a higher limit',
      overlay({ limits: [{ per: 'day', units: 33 }] }),
      '/limits/0/units',
      /^expected at most 32/,
    ],
    [
      'a limit that is higher on some days',
      {
        ...overlay({
          limits: [
            { per: 'day', units: 20 },
            { per: 'day', units: 40, from: '2018-01-01' },
          ],
        }),
      },
      '/limits/1/units',
      /^expected at most 32/,
    ],
    [
      'an unknown service',
      overlay({ extends: 'mo/peer-suport' }),
      '/extends',
      /did you mean "mo\/peer-support"\?$/,
    ],
    ['a service like none', overlay({ extends: 'somewhere' }), '/extends', /; on file: mo\/H2017TG, /],
    [
      'an id that is not of its own',
      { ...overlay(), id: 'mo/peer-support' },
      '/id',
      /^expected an id of your own/,
    ],
    ['the id of a rule on file', overlay({ id: 'custom/chosen' }), '/id', /^expected an id of its own/],
    [
      'a shipped rule',
      overlay({ criteria: [clause({ rule: 'member/age' })] }),
      '/criteria/0/rule',
      /found the id of a shipped clause$/,
    ],
    [
      'a rule that is there',
      { ...overlay({ extends: 'xx/own' }), criteria: [clause()] },
      '/criteria/0/rule',
      /^this rule id stands/,
    ],
    [
      'a denial',
      { ...overlay(), criteria: [{ ...clause(), denial: 'plan' }] },
      '/criteria/0',
      /^an unknown key/,
    ],
    [
      'a document as source',
      { ...overlay(), cite: { ...cite, basis: 'source' } },
      '/cite/basis',
      /^expected one of "agency"/,
    ],
    [
      'a day before the service',
      overlay({ inForce: { from: '2014-09-30' } }),
      '/inForce/from',
      /no day before/,
    ],
    [
      'days out of order',
      overlay({ inForce: { from: '2018-01-01', through: '2017-01-01' } }),
      '/inForce/through',
      /./,
    ],
    [
      'larger groups',
      overlay({ extends: 'mo/H2017HOHQ', group: { perStaff: 99 } }),
      '/group/perStaff',
      /^expected at most/,
    ],
    [
      'a severity that is lessened',
      overlay({ severities: { 'member/age': 'warning' } }),
      '/severities/member~1age',
      /lessen none$/,
    ],
    [
      'a rule that is off',
      { ...overlay(), severities: { 'member/age': 'off' } },
      '/severities/member~1age',
      /^expected one of "error", "warning"$/,
    ],
    [
      'a rule that is none',
      { ...overlay(), severities: { 'membr/age': 'error' } },
      '/severities/membr~1age',
      /did you mean "member\/age"\?$/,
    ],
    [
      'a rule like none',
      { ...overlay(), severities: { 'M. Mustermann': 'error' } },
      '/severities',
      /such as "units\/daily-limit"$/,
    ],
  ])('%s', (_title, stated, path, message) => {
    expect(issuesOf([stated], { services: [taken] })).toEqual([
      { path: `/overlays/0${path}`, message: expect.stringMatching(message) as string },
    ]);
  });

  test('with the id of one before it', () => {
    expect(issuesOf([overlay(), overlay()])).toEqual([
      { path: '/overlays/1/id', message: 'an overlay before it has this id' },
    ]);
  });

  test('with a clause of one before it', () => {
    const criteria = [clause()];
    expect(issuesOf([overlay({ criteria }), overlay({ id: 'custom/b', criteria })])).toEqual([
      {
        path: '/overlays/1/criteria/0/rule',
        message: expect.stringMatching(/in an overlay before/) as string,
      },
    ]);
  });

  test('after the last day of the service', () => {
    const services = [
      { ...peerSupport, id: 'xx/own', inForce: { ...peerSupport.inForce, through: '2020-12-31' } },
    ];
    const inForce = { through: '2021-01-01' };
    expect(issuesOf([overlay({ extends: 'xx/own', inForce })], { services })).toEqual([
      { path: '/overlays/0/inForce/through', message: 'expected no day after those of the service' },
    ]);
  });
});

function issuesOf(overlays: readonly unknown[], more: Parameters<typeof createChecker>[0] = {}) {
  try {
    createChecker({ ...more, overlays: overlays as Overlay[] });
  } catch (error) {
    if (error instanceof InputError) return withoutCodes(error.issues);
    throw error;
  }
  return [];
}

describe('pages', () => {
  const checker = createChecker(
    withOverlay({
      criteria: [clause()],
      limits: [{ per: 'day', units: 16 }],
      group: { perStaff: 5 },
      inForce: { from: '2016-01-01' },
      severities: { 'units/unbilled-time': 'warning', 'session/person-centered': 'error' },
    }),
  );

  test('the sheet says what is beyond the document', () => {
    const { sections } = describeService('mo/peer-support', { checker });
    const beyond = sections.find(({ heading }) => heading === 'Beyond the document');
    expect(beyond?.lines.map(({ says, rule, citation }) => [says, rule, citation.basis])).toEqual([
      ['In force from 2016-01-01.', 'service/in-force', 'agency'],
      ['At most 5 people are in a group for one qualified staff member.', 'session/group-size', 'agency'],
      ['A member may receive at most 16 units in a day.', 'units/daily-limit', 'agency'],
      ['The member has chosen the service.', 'custom/chosen', 'agency'],
      ['A failure is at least a warning.', 'units/unbilled-time', 'agency'],
      ['A failure is at least an error.', 'session/person-centered', 'agency'],
    ]);
    expect(sections.filter((section) => section !== beyond)).toEqual(
      describeService('mo/peer-support').sections,
    );
  });

  test('explain says each rule', () => {
    expect(explain('custom/chosen', { checker }).statements).toMatchObject([
      { says: 'The member has chosen the service.', services: [{ id: 'mo/peer-support', citation: cite }] },
    ]);
    const limits = explain('units/daily-limit', { checker }).statements;
    expect(limits.map(({ says, services: [one] }) => [says, one?.citation.basis])).toEqual([
      ['A member may receive at most 32 units in a day.', 'source'],
      ['A member may receive at most 16 units in a day.', 'agency'],
    ]);
  });
});
