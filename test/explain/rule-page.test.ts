import { describe, expect, test } from 'vitest';
import {
  facts,
  checkClaim,
  checkSession,
  checkSessions,
  peerSupport,
  services,
  type Finding,
} from '../../src/index.js';
import { aboutRules, computedRules, rulesOf } from '../../src/rules/index.js';
import { ruleIdsOf, rulePageOf } from '../../src/explain/rule-page.js';
import { caseFiles, linesOfMonth, months, sessionOf } from '../support/cases.js';
import { notVoid } from '../support/not-void.js';

/** Everything that is found in the conformance cases and in the months. */
const found: Finding[] = [
  ...caseFiles().flatMap(([, cases]) =>
    cases.flatMap((one) => checkSession(sessionOf(one), one.options).findings),
  ),
  ...months.flatMap((month) => {
    const { results } = checkSessions(linesOfMonth(month), { history: [], asOf: '2025-04-01' });
    return results.flatMap((result) => (result.verdict === 'invalid' ? [] : result.findings));
  }),
];

test('every rule has a page', () => {
  const ids = ruleIdsOf(services);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining(services.flatMap((service) => rulesOf(service).map(({ id }) => id))),
  );
  for (const id of ids) {
    const page = rulePageOf(services, id);
    expect(page).toMatchObject({ rule: id });
    expect(page?.statements.length).toBeGreaterThan(0);
    for (const { says } of page?.statements ?? []) expect(says).toMatch(/^[A-Z].+\.$/);
  }
});

test('what is no rule has none', () => {
  expect(rulePageOf(services, 'member/agee')).toBeUndefined();
});

test('a limit that changed cites the document of each of its values', () => {
  const [first] = peerSupport.limits ?? [];
  if (first === undefined) throw new Error('a limit');
  const later = { ...first, from: '2027-01-01', units: 40, cite: { ...first.cite, section: 'a later one' } };
  const page = rulePageOf([{ ...peerSupport, limits: [first, later] }], 'units/daily-limit');
  const [statement] = page?.statements ?? [];
  expect(statement?.says).toBe(
    'A member may receive at most 32 units (from 2027-01-01 on 40 units) in a day.',
  );
  expect(statement?.services.map(({ citation }) => citation.section)).toEqual(['6.1', 'a later one']);
});

test.each([
  ['units/daily-limit', 'of a day'],
  ['units/monthly-limit', 'of a month'],
])('of two limits, %s cites the document of its own', (rule, section) => {
  const [first] = peerSupport.limits ?? [];
  if (first === undefined) throw new Error('a limit');
  const limits = [
    { ...first, per: 'day', cite: { ...first.cite, section: 'of a day' } },
    { ...first, per: 'calendar-month', cite: { ...first.cite, section: 'of a month' } },
  ] as const;
  const page = rulePageOf([{ ...peerSupport, limits }], rule);
  expect(page?.statements.flatMap((one) => one.services.map(({ citation }) => citation.section))).toEqual([
    section,
  ]);
});

describe('the page of a rule covers what its findings say', () => {
  const byRule = new Map<string, Finding[]>();
  for (const finding of found) byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);

  test.each([...byRule])('%s', (rule, findings) => {
    const page = rulePageOf(services, rule);
    const names = page?.readings.map(({ name }) => name) ?? [];
    const questions = (page?.facts ?? []).flatMap(({ path }) => Object.values(facts[path].question));
    const severities = page?.statements.map(({ severity }) => severity) ?? [];
    for (const { denials, reading, missing, severity, citations } of findings) {
      expect((page?.denials ?? []).flatMap((drawn) => drawn.denials)).toEqual(
        expect.arrayContaining(denials),
      );
      if (reading !== undefined) expect(names).toContain(reading.name);
      expect(severity === 'warning' || severities.includes(severity)).toBe(true);
      // A fact of one entry of a list is asked for where the list is read.
      for (const { question, path } of missing)
        if (!/\/\d+(?:\/|$)/.test(path)) expect(questions).toContain(question);
      const sections =
        page?.statements.flatMap((one) => one.services.map(({ citation }) => citation.section)) ?? [];
      expect(rule === 'claim/charge' || sections).toSatisfy(
        (known: true | string[]) =>
          known === true || citations.every(({ section }) => known.includes(section)),
      );
    }
  });
});

describe('a rule beside the others is described as it judges', () => {
  const session = sessionOf({ base: 'mo-peer-support', change: { group: { id: 'G', participants: 1 } } });
  const later = { ...session, startTime: '10:00', endTime: '12:00' };
  const ofAnother = {
    ...session,
    group: { id: 'G', participants: 2 },
    member: { ...session.member, id: 'M-9' },
  };
  const alone = { ...ofAnother, group: null };
  const group = sessionOf({ base: 'mo-H2017HOHQ', change: {} });
  const larger = sessionOf({
    base: 'mo-H2017HOHQ',
    change: { id: 'S-2', member: { id: 'M-9' }, group: { participants: 9 } },
  });
  const short = sessionOf({ base: 'mo-H2017HO', change: { startTime: '13:00', endTime: '13:08', units: 1 } });
  const alsoShort = { ...short, id: 'S-2', startTime: '14:00', endTime: '14:08' };
  const line = { procedureCode: 'H2017', modifiers: ['ZZ'], dateOfService: '2024-03-12', units: 1 };
  const pos = { ...line, procedureCode: 'H2017G', modifiers: [] };
  const judged = [
    ...[session, later, alone].map((other) =>
      checkSessions([session, { ...other, id: 'S-2' }], { history: [] }),
    ),
    checkSessions([session, { ...ofAnother, id: 'S-2' }], { history: [] }),
    checkSessions([group, larger], { history: [] }),
    checkSessions([short, alsoShort], { history: [], readings: { rounding: 'midpoint', dayTotal: 'error' } }),
  ].flatMap(({ results }) =>
    results.flatMap((result) => (result.verdict === 'invalid' ? [] : result.findings)),
  );
  const claim = notVoid(
    checkClaim(
      { jurisdiction: 'MO', funding: 'medicaid', replaces: 'C-1', linesLeftOut: 1, lines: [line, pos, pos] },
      { history: [] },
    ),
  );
  const all = [...judged, ...claim.findings, ...claim.lines.flatMap(({ findings }) => findings)];

  test.each(computedRules.filter((rule) => rule.scope !== 'session'))('$id', ({ id }) => {
    const { says, cite, severity } = aboutRules[id];
    const findings = all.filter(({ rule }) => rule === id);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(finding.message.toLowerCase()).toContain(says.toLowerCase());
      expect(finding.citations).toEqual([cite]);
      expect(finding.severity).toBe(severity);
      const drawn = rulePageOf(services, id)?.denials.flatMap(({ denials }) => denials);
      expect(drawn).toEqual(expect.arrayContaining(finding.denials));
    }
  });
});
