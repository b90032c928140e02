import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/index.js';
import { computedRules } from '../../src/rules/index.js';
import { check, file, recordsOf } from '../cli/run.js';
import {
  answerOfAllTo,
  answerTo,
  askedIn,
  askedOfAllIn,
  issuesAnswered,
  like,
  type Asked,
} from '../support/asked.js';
import {
  checkDecided,
  decidedBatches,
  decidedClaims,
  decidedTables,
  type DecidedClaim,
  type DecidedClaims,
} from '../support/decisions.js';
import { besideCases, checkedClaim, checkedSessions, sayingOf } from '../support/side-by-side.js';

describe.each(besideCases)('$rule', (file) => {
  const { rule } = file;

  if ('base' in file) {
    test.each(file.cases)('$name', (one) => {
      const says = checkedSessions(file.base, one).map((result) => sayingOf(rule, result));
      expect(says).toEqual(one.sessions.map((session) => session.says));
    });
  } else {
    test.each(file.cases)('$name', (one) => {
      const result = checkedClaim(file.line, one);
      const says = result.lines.map((line) => sayingOf(rule, line));
      expect(says).toEqual(one.lines.map((line) => line.says));
      expect(sayingOf(rule, result)).toBe(one.says);
    });
  }
});

test('every rule that sees sessions side by side has its cases', () => {
  const forAll = computedRules.filter(({ scope }) => scope !== 'session');
  expect(besideCases.map(({ rule }) => rule).sort()).toEqual(forAll.map(({ id }) => id).sort());
});

/** A result, a line of one or a batch of them, of whatever kind. */
interface Result {
  readonly kind?: string;
  readonly verdict?: string;
  readonly service?: string | null;
  readonly findings?: readonly Finding[];
  readonly lines?: readonly Result[];
  readonly results?: readonly Result[];
}

/** What may be asked of a result or a line, beside its findings. */
interface AskedBeside extends Asked {
  readonly verdict?: string | null | undefined;
  readonly service?: string | null | undefined;
  readonly kind?: string | undefined;
  readonly lines?: readonly AskedBeside[];
}

/** What is asked of a result and of its lines, without what makes them. */
function asks({ verdict, service, kind, lines, ...asked }: AskedBeside): AskedBeside {
  return { verdict, service, kind, ...askedIn(asked), ...(lines && { lines: lines.map(asks) }) };
}

/** What a result, and its lines, answer. */
function answersOf(
  { verdict, service, kind, lines, ...asked }: AskedBeside,
  result: Result = {},
): AskedBeside {
  return {
    ...(verdict !== undefined && { verdict: result.verdict ?? null }),
    ...(service !== undefined && { service: result.service ?? null }),
    ...(kind !== undefined && { kind: result.kind }),
    ...answerTo(asked, { findings: result.findings ?? [] }),
    ...(lines && { lines: lines.map((line, index) => answersOf(line, result.lines?.[index])) }),
  };
}

/** Results and lines that hold back without an error of their own; a claim may have it on a line. */
function unexplained(result: Result): Result[] {
  const { findings = [], lines = [], results = [], verdict } = result;
  const inside = [...lines, ...results].flatMap(unexplained);
  const isHeld = verdict === 'not-billable' || verdict === 'undetermined';
  const isSaid = [findings, ...lines.map((line) => line.findings ?? [])]
    .flat()
    .some(({ severity }) => severity === 'error');
  return isHeld && !isSaid ? [result, ...inside] : inside;
}

/** What is asked of the totals, as they are. */
const totalsOf = (all: Result, { totals }: Pick<DecidedClaims, 'totals'>) =>
  totals && like((all as { readonly totals?: object }).totals, totals);

describe.each(decidedBatches)('%s', (_subject, cases) => {
  test.each(cases)('$name', (one) => {
    if (one.issues !== undefined) {
      expect(issuesAnswered(one.issues, () => checkDecided(one))).toEqual(one.issues);
      return;
    }
    const batch: Result = checkDecided(one);
    expect(one.sessions.map((asked, index) => answersOf(asked, batch.results?.[index]))).toEqual(
      one.sessions.map(asks),
    );
    expect(answerOfAllTo(one, batch)).toEqual(askedOfAllIn(one));
    expect(totalsOf(batch, one)).toEqual(one.totals);
    expect(unexplained(batch)).toEqual([]);
  });
});

/** The claims of a case, each with its result. */
function claimsOf(one: DecidedClaims, all: Result): [asked: DecidedClaim, result: Result | undefined][] {
  if (one.claim !== undefined) return [[one.claim, all]];
  return (one.claims ?? []).map((asked, index) => [asked, all.results?.[index]]);
}

describe.each(decidedClaims)('%s', (_subject, cases) => {
  test.each(cases)('$name', (one) => {
    if (one.issues !== undefined) {
      expect(issuesAnswered(one.issues, () => checkDecided(one))).toEqual(one.issues);
      return;
    }
    const all: Result = checkDecided(one);
    const claims = claimsOf(one, all);
    expect(claims.map(([asked, result]) => answersOf(asked, result))).toEqual(
      claims.map(([asked]) => asks(asked)),
    );
    expect(answerOfAllTo(one, all)).toEqual(askedOfAllIn(one));
    expect(totalsOf(all, one)).toEqual(one.totals);
    expect(unexplained(all)).toEqual([]);
  });
});

describe.each(decidedTables)('%s', (_subject, cases) => {
  test.each(cases)('$name', async ({ table, rows }) => {
    const name = file('decided.csv', `${table.join('\n')}\n`);
    const records = recordsOf(await check([name, '--history', 'none', '--format', 'ndjson']));
    const said = records.map(({ verdict, findings = [] }, index) => ({
      verdict,
      findings: Object.fromEntries(
        Object.keys(rows[index]?.findings ?? {}).map((rule) => [
          rule,
          findings.find((finding) => finding.rule === rule)?.outcome ?? null,
        ]),
      ),
    }));
    expect(said).toEqual(rows);
  });
});
