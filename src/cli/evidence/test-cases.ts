import { isDeepStrictEqual } from 'node:util';
import {
  createChecker,
  InputError,
  type Checker,
  type CheckerConfig,
  type CheckOptions,
  type Session,
} from '../../index.js';
import { issueInWords } from '../../facts/input-error.js';
import { counted, paragraph, printable } from '../../reports/text/layout.js';
import { exitStatuses } from '../exit-status.js';
import { refusedIn } from '../input/problem.js';
import type { Io } from '../io.js';
import type { Answer } from '../look-ups/answer.js';
import { withProgress } from '../progress.js';
import { answerOfAllTo, answerTo, askedIn, askedOfAllIn, issuesAnswered } from './asked-of-cases.js';
import { createBases } from './bases.js';
import { mergePatch } from './merge-patch.js';
import { readCases, type StatedCase } from './read-cases.js';

interface TestRequest {
  readonly cases: string;
  readonly checker: Checker;
}

/** A case that does not hold: what was expected and what came, where they differ. */
interface NotHeld {
  /** From 1. */
  readonly case: number;
  readonly name: string;
  readonly expected: Told;
  readonly came: Told;
}
type Told = Readonly<Record<string, unknown>>;

/** Checks the session of each case, and says of which something else came than it asks for. */
export async function testCases({ cases: file, checker }: TestRequest, io: Io): Promise<Answer> {
  const cases = await readCases(file, io);
  const baseOf = createBases(file);
  const notHeld = await withProgress(cases.length, io, (onChecked) =>
    cases.flatMap((one, index): NotHeld[] => {
      const place = `${file}: /${String(index)}`;
      const own =
        one.config === undefined
          ? checker
          : refusedIn(`${place}/config`, () => createChecker(one.config as CheckerConfig));
      // Whatever it has become, the check reads it as a caller's.
      const session = mergePatch(baseOf(one.base, `${place}/base`), one.change ?? {}) as unknown as Session;
      const differing = differenceIn(one, () =>
        own.checkSession(session, one.options as CheckOptions | undefined),
      );
      onChecked?.();
      return differing === undefined ? [] : [{ case: index + 1, name: one.name, ...differing }];
    }),
  );
  return {
    text: [...inWords(notHeld, cases.length)].join(''),
    json: { cases: cases.length, held: cases.length - notHeld.length, notHeld },
    status: notHeld.length === 0 ? exitStatuses.allBillable : exitStatuses.notBillable,
  };
}

type Difference = Pick<NotHeld, 'expected' | 'came'>;

function differenceIn(
  one: StatedCase,
  check: () => ReturnType<Checker['checkSession']>,
): Difference | undefined {
  if (one.issues !== undefined)
    return differing({ issues: one.issues }, { issues: issuesAnswered(one.issues, check) });
  try {
    const result = check();
    return differing(
      { verdict: one.verdict, ...askedIn(one), ...askedOfAllIn(one) },
      { verdict: result.verdict, ...answerTo(one, result), ...answerOfAllTo(one, result) },
    );
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { expected: { verdict: one.verdict }, came: { issues: error.issues.map(issueInWords) } };
  }
}

/** What differs, kind by kind, and of kinds that are told by rule only the rules that do. */
function differing(expected: Told, came: Told): Difference | undefined {
  const kinds = Object.keys(expected).filter((kind) => !isDeepStrictEqual(expected[kind], came[kind]));
  if (kinds.length === 0) return undefined;
  const pairs = kinds.map((kind) => {
    const [asked, answer] = [expected[kind], came[kind]];
    return isByRule(asked) && isByRule(answer)
      ? ([kind, without(asked, answer), without(answer, asked)] as const)
      : ([kind, asked, answer] as const);
  });
  return {
    expected: Object.fromEntries(pairs.map(([kind, asked]) => [kind, asked])),
    came: Object.fromEntries(pairs.map(([kind, , answer]) => [kind, answer])),
  };
}

function without(all: Told, same: Told): Told {
  return Object.fromEntries(
    Object.entries(all).filter(([key, value]) => !isDeepStrictEqual(value, same[key])),
  );
}

function isByRule(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function* inWords(notHeld: readonly NotHeld[], cases: number): Generator<string> {
  if (notHeld.length === 0) {
    yield cases === 1 ? 'The case holds.\n' : `All ${counted(cases, 'case')} hold.\n`;
    return;
  }
  yield `${String(notHeld.length)} of ${counted(cases, 'case')} ${notHeld.length === 1 ? 'does' : 'do'} not hold\n`;
  for (const { case: number, name, expected, came } of notHeld) {
    yield `\n${paragraph(`case ${String(number)}: ${printable(name)}`, '')}`;
    for (const kind of new Set([...Object.keys(expected), ...Object.keys(came)]))
      yield* kindInWords(kind, expected[kind], came[kind]);
  }
}

function* kindInWords(kind: string, expected: unknown, came: unknown): Generator<string> {
  if (!isByRule(expected) || !isByRule(came)) {
    yield line(kind, expected, came);
    return;
  }
  for (const rule of new Set([...Object.keys(expected), ...Object.keys(came)]))
    yield line(kind === 'findings' ? rule : `${kind} of ${rule}`, expected[rule], came[rule]);
}

function line(what: string, expected: unknown, came: unknown): string {
  return paragraph(
    `${printable(what)}: expected ${inOneLine(expected)}, came ${inOneLine(came)}`,
    '  ',
    '    ',
  );
}

function inOneLine(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  return printable(typeof value === 'string' ? value : JSON.stringify(value));
}
