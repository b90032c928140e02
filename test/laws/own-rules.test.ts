import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createChecker,
  type Checker,
  type CheckerConfig,
  type CheckOptions,
  type Overlay,
  type OverlayCriterion,
  type RuleId,
  type SessionResult,
} from '../../src/index.js';
import { sessionOf, type RandomCheck } from '../oracle/generate.js';
import { clause, cite, overlay, waiver } from '../check/own-rules.js';
import { lawRuns } from '../support/runs.js';
import { checks, outcomesOf } from './random-sessions.js';

/** An overlay cannot loosen what a document says, and what judged a result tells what it was. */

/** Names of our lists, and of none. */
const words = ['setting-goals', 'bingo', 'transportation'] as const;

const conditions: fc.Arbitrary<OverlayCriterion['requires']> = fc.oneof(
  fc.record({
    op: fc.constant('is' as const),
    fact: fc.constantFrom('personCentered' as const, 'plan.sessionServesGoal' as const),
    value: fc.boolean(),
  }),
  fc.record({
    op: fc.constantFrom('includesAny' as const, 'notOnly' as const),
    fact: fc.constant('activities' as const),
    codes: fc.subarray([...words], { minLength: 1 }),
  }),
);

const clauses = fc
  .record({
    requires: conditions,
    appliesWhen: fc.option(conditions, { nil: undefined }),
    severity: fc.constantFrom('error' as const, 'warning' as const),
  })
  .map(({ appliesWhen, ...rest }): OverlayCriterion =>
    clause({ ...rest, ...(appliesWhen !== undefined && { appliesWhen }) }),
  );

/** Each part of an overlay, of which some services take no part. */
const parts = fc.record({
  criteria: fc.option(clauses.map((one) => [one])),
  limits: fc.option(fc.constantFrom(0.5, 1, 4, 31).map((units) => [{ per: 'day' as const, units }])),
  group: fc.option(fc.integer({ min: 1, max: 5 }).map((perStaff) => ({ perStaff }))),
  inForce: fc.option(
    fc.constantFrom({ from: '2026-01-01' }, { through: '2015-12-31' }, { through: '2030-12-31' }),
  ),
  severities: fc.option(
    fc.constantFrom<Overlay['severities']>({ 'claim/charge': 'error' }, { 'units/unbilled-time': 'warning' }),
  ),
});

function overlayOf(
  id: string,
  stated: typeof parts extends fc.Arbitrary<infer Parts> ? Parts : never,
  place = 0,
): Overlay {
  const said = Object.entries(stated).filter(([, part]) => part != null);
  const more = Object.fromEntries(said) as Partial<Overlay>;
  const criteria = more.criteria?.map((one) => ({ ...one, rule: `custom/chosen-${String(place)}` as const }));
  return overlay({ ...more, ...(criteria && { criteria }), id: `custom/own-${String(place)}`, extends: id });
}

/** A word that is on no list stands among the activities of some. */
function sessionWith(check: RandomCheck, word: string | null) {
  const session = sessionOf(check);
  return word === null ? session : { ...session, activities: [word] };
}

const verdicts = { 'not-billable': 0, undetermined: 1, billable: 2 } as const;
const outcomes = { fail: 0, unknown: 1, due: 2, pass: 2 } as const;
const plain = createChecker();

test('with an overlay no rule is judged more mildly, and no verdict is better', () => {
  const asked = fc.record({
    check: checks,
    word: fc.constantFrom(null, ...words),
    stated: fc.array(parts, { minLength: 1, maxLength: 2 }),
  });
  fc.assert(
    fc.property(asked, ({ check, word, stated }) => {
      const session = sessionWith(check, word);
      const overlays = stated.map((one, place) => overlayOf(session.service, one, place));
      const before = plain.checkSession(session, check.options);
      const after = createChecker({ overlays }).checkSession(session, check.options);
      const outcomesAfter = outcomesOf(after);
      for (const [rule, outcome] of outcomesOf(before))
        expect(outcomes[outcomesAfter.get(rule) ?? 'pass'], rule).toBeLessThanOrEqual(outcomes[outcome]);
      expect(verdicts[after.verdict]).toBeLessThanOrEqual(verdicts[before.verdict]);
      // What the document says it says with an overlay too.
      expect(after.verdictBySource ?? after.verdict).toBe(before.verdict);
      expect(findingsOfDocument(after)).toEqual(findingsOfDocument(before, after));
    }),
    lawRuns(80, 7),
  );
});

/** Those of the document that no agency says more strictly. */
function findingsOfDocument({ findings }: SessionResult, beside?: SessionResult): unknown[] {
  const restated = new Set(
    (beside ?? { findings }).findings.flatMap((one) =>
      one.basis === 'agency' || isRaised(one) ? one.rule : [],
    ),
  );
  return findings.filter((one) => one.basis !== 'agency' && !restated.has(one.rule));
}

function isRaised({ citations }: SessionResult['findings'][number]): boolean {
  return citations.some(({ basis }) => basis === 'agency');
}

/** Each differs from all others in something of which results may tell. */
const variants: readonly (readonly [config: CheckerConfig, options: CheckOptions])[] = [
  [{}, {}],
  [{ readings: { rounding: 'midpoint' } }, {}],
  [{}, { missingFacts: 'report' }],
  [{}, { asOf: '2017-07-01' }],
  [{ codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '16.00' }] } }, {}],
  [{ codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '17.00' }] } }, {}],
  [{ words: { 'staff.credentials': { Peer: 'MO-CPS' } } }, {}],
  [{ words: { 'staff.credentials': { Peer: 'other' } } }, {}],
  [{ overlays: [overlay()] }, {}],
  [{ overlays: [overlay({ id: 'custom/other' })] }, {}],
  [{ overlays: [overlay({ cite: { ...cite, section: '2.2' } })] }, {}],
  [{ overlays: [overlay({ extends: 'sc/prs' })] }, {}],
  [{ overlays: [overlay({ limits: [{ per: 'day', units: 16 }] })] }, {}],
  [{ overlays: [overlay({ limits: [{ per: 'day', units: 15 }] })] }, {}],
  [{ overlays: [overlay({ criteria: [clause()] })] }, {}],
  [{ overlays: [overlay({ criteria: [clause({ says: 'Others say it so.' })] })] }, {}],
  [{ overlays: [overlay({ severities: { 'units/unbilled-time': 'warning' } })] }, {}],
  [{ overlays: [overlay(), overlay({ id: 'custom/other' })] }, {}],
  [{ overlays: [overlay({ id: 'custom/other' }), overlay()] }, {}],
  [{ severities: { 'member/age': 'warning' } }, {}],
  [{ severities: { 'member/age': 'off' } }, {}],
  [{ severities: { 'plan/goal': 'off' } }, {}],
  [{ waivers: [waiver()] }, {}],
  [{ waivers: [waiver({ note: 'Another note.' })] }, {}],
  [{ waivers: [waiver(), waiver({ id: 'W-2' })] }, {}],
];

const ofVariants = variants.map(([config]) => createChecker(config));
const bare = { service: 'mo/peer-support', dateOfService: '2017-05-16' };

test('any change of a reading, code, word, overlay, severity, waiver or option changes `rules`', () => {
  const rules = variants.map(([, options], place) => ofVariants[place]?.checkSession(bare, options).rules);
  expect(new Set(rules.map((one) => JSON.stringify(one))).size).toBe(variants.length);
});

test('equal input and equal `rules` give equal bytes', () => {
  const place = fc.nat(variants.length - 1);
  fc.assert(
    fc.property(checks, place, place, (check, one, other) => {
      const session = sessionOf(check);
      const resultBy = (made: Checker | undefined, variant: number) =>
        JSON.stringify(made?.checkSession(session, { ...check.options, ...variants[variant]?.[1] }));
      const result = resultBy(ofVariants[one], one);
      expect(resultBy(createChecker(variants[one]?.[0]), one)).toBe(result);
      const beside = resultBy(ofVariants[other], other);
      const rulesOf = (text: string) => JSON.stringify((JSON.parse(text) as SessionResult).rules);
      if (rulesOf(beside) === rulesOf(result)) expect(beside).toBe(result);
    }),
    lawRuns(30, 11),
  );
});

test('no severity and no waiver changes what the documents say', () => {
  const rules: readonly RuleId[] = [
    'member/age',
    'units/time',
    'plan/goal',
    'units/whole',
    'staff/credential',
  ];
  const asked = fc.record({
    check: checks,
    severities: fc.dictionary(fc.constantFrom(...rules), fc.constantFrom('error', 'warning', 'info', 'off')),
    waived: fc.subarray([...rules]),
  });
  fc.assert(
    fc.property(asked, ({ check, severities, waived }) => {
      const session = { ...sessionOf(check), id: 'S-4001' };
      const { dateOfService: day } = session;
      const waivers = waived.map((rule) =>
        waiver({ id: rule, rule, from: day, through: day, approvedOn: day, expires: '2999-12-31' }),
      );
      const options = { ...check.options, asOf: '2026-01-01' };
      const before = plain.checkSession(session, options);
      const after = createChecker({
        severities: severities,
        waivers,
      }).checkSession(session, options);
      expect(after.verdictBySource ?? after.verdict).toBe(before.verdict);
      expect(after.passed).toEqual(before.passed);
      const holding = after.findings.filter((one) => one.severity === 'error' && one.waived === undefined);
      const isOutside = before.findings.some(({ rule }) => rule === 'service/in-force');
      const worst = holding.some(({ outcome }) => outcome === 'fail')
        ? 'not-billable'
        : holding.some(({ outcome }) => outcome === 'unknown') &&
            (isOutside || options.missingFacts !== 'report')
          ? 'undetermined'
          : 'billable';
      expect(after.verdict).toBe(worst);
    }),
    lawRuns(40, 13),
  );
});
