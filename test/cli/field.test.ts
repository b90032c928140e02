import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { billability, fixture, recordsOf, type OutputRecord } from './run.js';

/** Files as people have them, and what the command makes of them: `fixtures/field`, a folder each. */
interface Field {
  readonly why: string;
  readonly runs: readonly FieldRun[];
}

interface FieldRun {
  /** What is typed after `billability`. */
  readonly run: string;
  readonly status: number;
  /** The rules that are looked at; left out, all of them. */
  readonly about?: readonly string[];
  /** Every record by its key; its findings, those of its lines too, as rule and outcome, but for remarks. */
  readonly records?: Readonly<
    Record<string, { readonly verdict: string; readonly findings: readonly string[] }>
  >;
  /** What the report and the messages say, however the lines are broken. */
  readonly says?: readonly string[];
  readonly saysNot?: readonly string[];
}

const root = fixture('field');
const names = readdirSync(root);

function fieldOf(name: string): Field {
  return JSON.parse(readFileSync(`${root}/${name}/case.json`, 'utf8')) as Field;
}

function findingsOf({ findings = [], lines = [] }: OutputRecord, about: FieldRun['about']): string[] {
  return [...findings, ...lines.flatMap((line) => line.findings)]
    .filter(({ rule, severity }) => severity !== 'info' && about?.includes(rule) !== false)
    .map(({ rule, outcome }) => `${rule} ${outcome}`);
}

describe.each(names)('%s', (name) => {
  const { why, runs } = fieldOf(name);

  test('says why, and has no file that no run reads', () => {
    expect(why).toMatch(/^[A-Z].*\.$/s);
    const read = runs.flatMap(({ run }) => run.split(' '));
    const files = readdirSync(`${root}/${name}`).filter((file) => file !== 'case.json');
    expect(files.filter((file) => !read.includes(file))).toEqual([]);
  });

  const typed = runs.map(({ run, ...rest }) => [run, rest] as const);

  test.each(typed)('%s', async (args, { status, about, records, says = [], saysNot = [] }) => {
    const format = records === undefined ? [] : ['--format', 'ndjson'];
    const run = await billability([...args.split(' '), ...format], '', {}, `${root}/${name}`);
    expect(run.status, run.stderr).toBe(status);
    if (records !== undefined) {
      const found = recordsOf(run).map((record) => {
        return [record.id, { verdict: record.verdict, findings: findingsOf(record, about) }] as const;
      });
      expect(Object.fromEntries(found)).toEqual(records);
      expect(found).toHaveLength(Object.keys(records).length);
    }
    const told = `${run.stdout} ${run.stderr}`.replace(/\s+/g, ' ');
    for (const words of says) expect(told).toContain(words);
    for (const words of saysNot) expect(told).not.toContain(words);
  });
});
