import { describe, expect, test } from 'vitest';
import { check, file, recordsOf } from '../run.js';
import { billable, malformed, ndjson, notBillable, undetermined } from '../sessions.js';

/** Writes what a check of records gave. */
async function earlier(name: string, records: readonly unknown[], format = 'json'): Promise<string> {
  const { stdout } = await check(['--history', 'none', '--format', format], ndjson(...records));
  return file(name, stdout);
}

/** What is shown of records: each with the rules that found something new in it. */
async function shown(before: string, records: readonly unknown[], more: readonly string[] = []) {
  const run = await check(
    ['--history', 'none', '--format', 'ndjson', '--since', before, ...more],
    ndjson(...records),
  );
  const told = recordsOf(run).map(({ id, findings = [], verdict }) =>
    verdict === 'invalid' ? [String(id), verdict] : [String(id), ...findings.map(({ rule }) => rule)],
  );
  return { ...run, told };
}

const tooMany = { ...notBillable, units: 9 };
const claim = {
  id: 'C-1',
  jurisdiction: 'MO',
  lines: [{ procedureCode: 'H2017HO', dateOfService: '2024-03-12', units: 1, charge: '20.36' }],
};
const keyless = { ...notBillable, id: null };

describe('check --since shows only what is new', () => {
  test.each<[string, unknown[], unknown[], string[][]]>([
    ['nothing', [notBillable], [notBillable], []],
    ['what another rule finds', [notBillable], [tooMany], [['too-young', 'units/time']]],
    ['a record that was not there', [billable], [billable, notBillable], [['too-young', 'member/age']]],
    ['not what is gone', [tooMany], [notBillable], []],
    [
      'an outcome that is another one',
      [{ ...notBillable, id: 'of-unknown-age' }],
      [undetermined],
      [['of-unknown-age', 'member/age']],
    ],
    [
      'what cannot be read any more',
      [billable],
      [{ ...malformed, id: billable.id }],
      [['S-4001', 'invalid']],
    ],
    ['not what could not be read before', [malformed], [malformed], []],
    ['records in another order', [billable, notBillable], [notBillable, billable], []],
    ['one without a key at its place', [keyless], [keyless], []],
    ['one without a key at another place', [keyless], [billable, keyless], [['undefined', 'member/age']]],
  ])('%s', async (_, before, after, told) => {
    const name = await earlier('earlier.json', before);
    expect((await shown(name, after)).told).toEqual(told);
    expect((await shown(name, after, ['--grouped'])).told).toEqual(told);
    const lines = await earlier('earlier.ndjson', before, 'ndjson');
    expect((await shown(lines, after)).told).toEqual(told);
  });

  test('of a claim line by line', async () => {
    const name = await earlier('claim.json', [claim]);
    const run = await check(
      ['--history', 'none', '--format', 'ndjson', '--since', name],
      ndjson({ ...claim, lines: claim.lines.map((line) => ({ ...line, units: 1.5 })) }),
    );
    expect(recordsOf(run)[0]?.lines?.[0]?.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['units/whole', 'claim/charge']),
    );
    expect(
      (await check(['--history', 'none', '--format', 'ndjson', '--since', name], ndjson(claim))).stdout,
    ).toBe('');
  });

  test('together with other filters', async () => {
    const name = await earlier('filtered.json', [notBillable]);
    expect((await shown(name, [tooMany], ['--rule', 'member/age'])).told).toEqual([]);
  });

  test('and the status is of all', async () => {
    const name = await earlier('status.json', [notBillable]);
    expect((await shown(name, [notBillable])).status).toBe(1);
    expect((await shown(name, [billable])).status).toBe(0);
  });
});

describe('the text', () => {
  test.each([
    ['at once', []],
    ['record by record', ['--grouped']],
  ])('says %s that nothing is new, and that the table is of all', async (_, more) => {
    const name = await earlier('text.json', [notBillable]);
    const { stdout } = await check(['--history', 'none', '--since', name, ...more], ndjson(notBillable));
    expect(stdout).toContain('Not billable          1  8 units');
    expect(stdout).toContain('only what is new since the earlier\n  check is told.');
    expect(stdout).toContain('Nothing is new.\n');
    expect(stdout).not.toMatch(/Why|Units left/);
  });

  test('says that nothing else is new where all lack the history', async () => {
    const name = await earlier('text.json', [notBillable]);
    const { stdout } = await check(['--since', name], ndjson(notBillable));
    expect(stdout).toContain('Nothing else is new.\n');
  });

  test('tells what is', async () => {
    const name = await earlier('text.json', [notBillable]);
    const { stdout } = await check(['--history', 'none', '--since', name], ndjson(tooMany));
    expect(stdout).toContain('1 record to look at');
    expect(stdout).not.toContain('Nothing is new');
  });
});

describe('what is no earlier result', () => {
  const session = { kind: 'session', verdict: 'billable', findings: [] };
  const text = JSON.stringify;
  test.each<[string, string, string]>([
    ['an empty file', ' \n', 'before.json: is empty; it holds no results of a check'],
    [
      'the records themselves',
      ndjson(billable),
      'before.json: expected a result of a check, which has "kind": session, claim, void or invalid; a report of it is written by "billability check FILE --format json" or ndjson',
    ],
    [
      'broken JSON',
      `${text(session)}\n{"kind":`,
      'before.json:2: expected one complete JSON object, found JSON that ends too early',
    ],
    ['a number', '[1]', 'before.json: /0: expected a result of a check, found none'],
    [
      'no verdict',
      text([{ ...session, verdict: 'good' }]),
      'before.json: /0/verdict: expected one of billable, not-billable, undetermined',
    ],
    [
      'no findings',
      text({ results: [{ ...session, findings: 1 }] }),
      'before.json: /results/0/findings: expected a list',
    ],
    [
      'a finding that is none',
      text([{ ...session, findings: [1] }]),
      'before.json: /0/findings/0: expected an object',
    ],
    [
      'a finding without its parts',
      text({ kind: 'void', findings: [{}] }),
      'before.json: /findings/0/rule: expected the id of a rule\nbillability: before.json: /findings/0/outcome: expected one of fail, unknown, due\nbillability: before.json: /findings/0/severity: expected one of error, warning, info',
    ],
    [
      'an issue without its parts',
      text([{ kind: 'invalid', issues: [{ code: 1, path: '' }] }]),
      'before.json: /0/issues/0/code: expected text',
    ],
    [
      'a claim without lines',
      text([{ ...session, kind: 'claim' }]),
      'before.json: /0/lines: expected a list',
    ],
  ])('%s', async (_, content, said) => {
    file('before.json', content);
    const { status, stderr, stdout } = await check(['--since', 'before.json'], ndjson(billable));
    expect({ status, stderr, stdout }).toEqual({ status: 2, stderr: `billability: ${said}\n`, stdout: '' });
  });

  test('is told ten times, and then how often more', async () => {
    file('before.json', JSON.stringify(Array.from({ length: 12 }, () => 1)));
    const { stderr } = await check(['--since', 'before.json'], ndjson(billable));
    expect(stderr).toContain('billability: before.json: and 2 more\n');
  });

  test('is no file that the report may replace', async () => {
    const name = await earlier('kept.json', [billable]);
    const { status, stderr } = await check(['--since', name, '--output', name], ndjson(billable));
    expect(status).toBe(2);
    expect(stderr).toContain('is read by the command');
  });
});
