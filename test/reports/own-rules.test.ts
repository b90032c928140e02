import { describe, expect, test } from 'vitest';
import { createChecker, type Session } from '../../src/index.js';
import {
  csv,
  fhir,
  formatFinding,
  github,
  html,
  junit,
  markdown,
  reportOf,
  sarif,
  text,
  worklistRows,
  type Format,
} from '../../src/reports/index.js';
import { clause, overlay, waiver } from '../check/own-rules.js';
import { peerSession } from '../rules/support.js';
import { unwrapped } from './support.js';

/** One fails at a rule of the agency's own; what another fails at, and what is not known of it, is waived. */
const entries: Session[] = [
  peerSession({ plan: { memberChoseService: false }, charge: '160.00' }),
  peerSession({
    id: 'S-2',
    startTime: '12:00',
    endTime: '14:00',
    member: { birthDate: '2010-01-01' },
    plan: { memberChoseService: true },
    staff: { treatmentTeamMember: null },
  }),
];
const of = { member: 'M-4' };
const checker = createChecker({
  readings: { rounding: 'midpoint' },
  severities: { 'units/unbilled-time': 'warning' },
  overlays: [overlay({ criteria: [clause()] })],
  waivers: [
    waiver({ of }),
    waiver({ of, id: 'W-2', rule: 'staff/treatment-team', reason: 'record-held-elsewhere' }),
  ],
});
const asOf = '2017-07-01';
const batch = checker.checkRecords(entries, { history: [], asOf });

function report(format: Format): string {
  return unwrapped([...reportOf(format, batch, entries, { checker, asOf, history: [] })].join(''));
}

const WITH = 'With: rounding midpoint; units/unbilled-time: warning; overlay custom/policy-7; waivers.';

describe('a report', () => {
  test.each<[format: Format, parts: readonly string[]]>([
    [
      text,
      [
        WITH,
        'fails: The member has not chosen it. The member has chosen the service.',
        'Policy 7, 2.1 (own rule) [custom/chosen]',
        'waived: payer-agreed, through 2017-05-31',
        'waived: record-held-elsewhere, through 2017-05-31',
      ],
    ],
    [
      html,
      [
        `<p>${WITH}</p>`,
        'Policy 7, 2.1 (own rule) [custom/chosen]',
        '</s> <span class="ask">Waived: payer-agreed, through 2017-05-31.</span>',
      ],
    ],
    [
      markdown,
      [
        'overlay custom/policy\\-7'.replace('\\-', '-'),
        '(own rule',
        '*waived: payer-agreed, through 2017-05-31*',
      ],
    ],
    [csv, ['"Policy 7, 2.1 (own rule)"', '"payer-agreed, through 2017-05-31"']],
    [github, ['member/age: Waived (payer-agreed, through 2017-05-31): ']],
    [junit, ['waived: payer-agreed, through 2017-05-31', 'Policy 7, 2.1 (own rule)']],
    [fhir, ['"text":"Waived (payer-agreed, through 2017-05-31): ', 'Policy 7, 2.1 (own rule)']],
    [
      sarif,
      [
        '"suppressions":[{"kind":"external","status":"accepted","justification":"payer-agreed, through 2017-05-31"}]',
        'Policy 7, 2.1 (own rule)',
      ],
    ],
  ])('$name', (format, parts) => {
    const written = report(format);
    for (const part of parts) expect(written).toContain(part);
  });

  test('asks nobody about what is waived, and counts it as billable', () => {
    expect(batch.totals).toMatchObject({ billable: 1, notBillable: 1 });
    expect(report(text)).not.toContain('ask supervisor');
    const rows = worklistRows(batch, entries).filter(({ waived }) => waived !== undefined);
    expect(rows.map(({ rule, question, toDo }) => [rule, question, toDo])).toEqual([
      ['staff/treatment-team', undefined, undefined],
      ['member/age', undefined, undefined],
    ]);
  });

  test('with --held-by shows nothing that is waived', () => {
    const only = { heldBy: ['front-desk', 'supervisor', 'personnel'] } as const;
    const shown = [...reportOf(csv, batch, entries, { only, history: [] })].join('');
    expect(shown).not.toContain('through 2017-05-31');
  });

  test('says nothing of settings where all is as by default', () => {
    const plain = createChecker().checkRecords(entries, { history: [] });
    expect([...reportOf(text, plain, entries)].join('')).not.toContain('With:');
  });
});

test('settings that are lists, services and options', () => {
  const own = createChecker({ readings: { noteItems: ['setting'] }, without: ['sc/prs'] });
  const results = own.checkRecords(entries, { missingFacts: 'report' });
  expect(unwrapped([...reportOf(text, results, entries)].join(''))).toContain(
    'With: services of your own; noteItems; missing facts are only reported.',
  );
});

test('a finding in words', () => {
  const [, second] = batch.results;
  const findings = second?.kind === 'session' ? second.findings : [];
  expect(findings.map((one) => formatFinding(one).split('\n')[2])).toEqual([
    '  waived: record-held-elsewhere, through 2017-05-31',
    '  waived: payer-agreed, through 2017-05-31',
  ]);
});
