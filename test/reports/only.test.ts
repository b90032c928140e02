import { describe, expect, test } from 'vitest';
import { checkRecords } from '../../src/index.js';
import { csv, json, ndjson, reportOf, text, withEntries } from '../../src/reports/index.js';
import { createBatch, type Claim } from '../../src/index.js';
import type { Only } from '../../src/reports/only.js';
import { nothingElse, session, unwrapped } from './support.js';

const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
const claim: Claim = {
  id: 'claim',
  jurisdiction: 'MO',
  member: { id: 'M-8' },
  frequency: 'replacement',
  lines: [line, { ...line, dateOfService: '2024-03-19', units: 1.5 }],
};
const entries = [
  { ...session, id: 'clean' },
  {
    ...session,
    id: 'young',
    dateOfService: '2017-05-17',
    member: { ...session.member, birthDate: '2010-01-01' },
  },
  { ...session, id: 'unborn', dateOfService: '2017-05-18', member: { ...session.member, birthDate: null } },
  {
    ...session,
    id: 'both',
    dateOfService: '2017-05-19',
    units: 33,
    activities: null,
    member: { ...session.member, birthDate: null },
  },
  { ...session, id: 'unread', units: 'many' },
  claim,
  { ...claim, id: 'void', frequency: 'void', lines: [line] },
];
const batch = checkRecords(entries, nothingElse);
const written = (format: typeof csv, only: Only | undefined, more = {}) =>
  [...reportOf(format, batch, entries, { ...nothingElse, only, ...more })].join('');

interface Told {
  id: string;
  findings?: { rule: string }[];
  lines?: { findings: { rule: string }[] }[];
}

/** Which records are told, and the rules of their findings. */
function told(only: Only | undefined): Record<string, string[]> {
  const records = written(ndjson, only)
    .trimEnd()
    .split('\n')
    .flatMap((one) => (one === '' ? [] : (JSON.parse(one) as Told)));
  return Object.fromEntries(
    records.map(({ id, findings = [], lines = [] }) => [
      id,
      [...findings, ...lines.flatMap((one) => one.findings)].map(({ rule }) => rule),
    ]),
  );
}

const everything = told(undefined);

describe('what is shown', () => {
  test('is all, where nothing is asked for', () => {
    expect(Object.keys(everything)).toEqual(['clean', 'young', 'unborn', 'both', 'unread', 'claim', 'void']);
  });

  test.each<[title: string, only: Only, shown: Record<string, string[]>]>([
    [
      'a rule',
      { rules: ['member/age'] },
      { young: ['member/age'], unborn: ['member/age'], both: ['member/age'] },
    ],
    [
      'one of two rules',
      { rules: ['units/time', 'units/whole'] },
      { both: ['units/time'], claim: ['units/time', 'units/whole', 'units/time'] },
    ],
    [
      'a rule of a claim as a whole',
      { rules: ['claim/replaces'] },
      { claim: ['claim/replaces'], void: ['claim/replaces'] },
    ],
    ['a verdict', { verdicts: ['undetermined'] }, { unborn: everything['unborn'] ?? [] }],
    ['one of two verdicts', { verdicts: ['billable', 'invalid'] }, { clean: [], unread: [] }],
    ['a holder', { heldBy: ['front-desk'], verdicts: ['undetermined'] }, { unborn: ['member/age'] }],
    [
      'one of two holders',
      { heldBy: ['front-desk', 'agency'], rules: ['member/age'] },
      { young: ['member/age'], unborn: ['member/age'], both: ['member/age'] },
    ],
    [
      'a rule, a verdict and a holder: each',
      { rules: ['member/age'], verdicts: ['not-billable'], heldBy: ['front-desk'] },
      { young: ['member/age'], both: ['member/age'] },
    ],
    ['what nobody has', { rules: ['member/aged'] }, {}],
  ])('%s', (_title, only, shown) => {
    expect(told(only)).toEqual(shown);
  });

  test('totals are of all records', () => {
    const totals = (only?: Only) => (JSON.parse(written(json, only)) as { totals: unknown }).totals;
    expect(totals({ verdicts: ['billable'] })).toEqual(totals());
  });

  test('of a table, rows', () => {
    expect(
      written(csv, { verdicts: ['undetermined'] })
        .trimEnd()
        .split('\n')
        .every((row, index) => index === 0 || row.includes(',undetermined,')),
    ).toBe(true);
    expect(written(csv, { verdicts: ['undetermined'] })).toContain(',undetermined,');
    expect(written(csv, { verdicts: ['billable'] })).toMatch(/^[^\n]*\n$/);
  });

  test('of a text, the billable ones too, where they are asked for', () => {
    const some = written(text, { verdicts: ['billable'] });
    expect(some).toContain('1 record to look at: 1 billable\n');
    expect(some).toMatch(/\nentry 1 \(clean\) .* BILLABLE\n/);
    expect(written(text, {})).not.toContain('(clean)');
  });

  test('of a stream, the same', () => {
    const only = { rules: ['member/age'] };
    const stream = withEntries(createBatch({ of: 'records', ...nothingElse }));
    for (const entry of entries) stream.add(entry);
    const { records, ...sums } = stream.end();
    const report = text.open({ ...nothingElse, only, streamed: true });
    const pieces = [...report.records(records), ...report.end(sums)].join('');
    expect([...pieces.matchAll(/\n(entry \d)/g)].map(([, entry]) => entry)).toEqual([
      'entry 2',
      'entry 3',
      'entry 4',
    ]);
  });
});

describe('of a text', () => {
  const report = written(text, { rules: ['member/age'] });

  test('it is said that the table is of all, and that is', () => {
    expect(unwrapped(report)).toContain(
      ' The table is of all records; of the rest only what was asked for is told. ',
    );
    const table = (of: string) => of.split('\n').slice(0, 9);
    expect(table(report)).toEqual(table(written(text, undefined)));
    expect(written(text, undefined)).not.toContain('of all records');
  });

  test('why is told of the rules that are shown', () => {
    const why = report.slice(report.indexOf('Why'), report.indexOf('Whom to ask'));
    expect(why).toContain('member/age');
    expect(why).not.toContain('units/time');
  });

  test('only those are to be asked', () => {
    expect(report).toContain('When was the member born?');
    expect(report).not.toContain('What was done in the session?');
    expect(written(text, undefined)).toContain('What was done in the session?');
  });

  test('only those stand below, and no file is said to need nothing', () => {
    expect([...report.matchAll(/\n(entry \d) /g)].map(([, entry]) => entry)).toEqual([
      'entry 4',
      'entry 2',
      'entry 3',
    ]);
    expect(report).toContain('\n3 records to look at: ');
    expect(report).not.toContain('nothing needs attention');
  });

  test('of what nobody has it is the counts', () => {
    const none = written(text, { rules: ['member/aged'] });
    expect(none).not.toMatch(/to look at|Whom to ask|Why/);
  });

  test('that is quiet does not speak of the rest', () => {
    expect(written(text, { rules: ['member/age'] }, { quiet: true })).toBe(
      written(text, undefined, { quiet: true }),
    );
  });
});
