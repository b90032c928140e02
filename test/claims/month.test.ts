import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { createChecker } from '../../src/index.js';
import { readFixture, readText } from '../support/cases.js';
import { foundIn } from './support.js';

interface Expected {
  claims: {
    entry: number;
    id?: string;
    verdict: string;
    findings?: Record<string, string>;
    lines?: { verdict: string; findings: Record<string, string> }[];
  }[];
  totals: object;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const text = readText('claims/missouri.ndjson');
const entries = text.trimEnd().split('\n').map(parsed);
const { claims, totals } = readFixture('claims/missouri.expected.json') as Expected;
const batch = createChecker().checkClaims(entries, { history: [], asOf: '2025-04-01' });

describe('the claims of a month come out as planted', () => {
  test.each(claims.map((claim, index) => [claim.id ?? `entry ${String(index + 1)}`, claim, index] as const))(
    '%s',
    (_id, { verdict, findings, lines }, index) => {
      const result = batch.results[index];
      if (result === undefined) throw new Error('each entry has a result');
      const found = !('lines' in result)
        ? { verdict: result.verdict }
        : {
            verdict: result.verdict,
            findings: foundIn(result),
            lines: result.lines.map((line) => ({ verdict: line.verdict, findings: foundIn(line) })),
          };
      expect(found).toEqual({ verdict, ...(lines !== undefined && { findings, lines }) });
    },
  );

  test('and add up, to the cent', () => {
    expect(batch.totals).toEqual(totals);
    expect(batch.results).toHaveLength(claims.length);
  });

  test('of one to six lines, with all three services', () => {
    const sizes = claims.flatMap(({ lines }) => lines?.length ?? []);
    expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([1, 6]);
    const services = batch.results.flatMap((result) =>
      !('lines' in result) ? [] : result.lines.map(({ service }) => service),
    );
    expect([...new Set(services)].sort()).toEqual(['mo/H2017HO', 'mo/H2017HOHQ', 'mo/H2017TG', null]);
    expect(new Set(claims.map(({ verdict }) => verdict))).toEqual(
      new Set(['billable', 'not-billable', 'undetermined', 'invalid']),
    );
  });
});

test('the files are what their script writes', () => {
  const script = new URL('../../fixtures/make/claims.mjs', import.meta.url).pathname;
  const written = execFileSync(process.execPath, [script, '--print'], { encoding: 'utf8' });
  expect(written).toBe(text);
});
