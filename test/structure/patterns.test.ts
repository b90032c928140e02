import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../src', import.meta.url));

/** Patterns that only read what has an end: the digits of a number, what is written by the engine itself. */
const bounded = [String.raw`(?<!\.\d*)\B(?=(\d{3})+(?!\d))`];

/** Where none of these stands there is no pattern: a slash that begins no comment, after what is no name and no text. */
const mayBegin = /(?:^|[^\w.*/'"`])\/(?![/*])/m;

/** Every pattern of the source, once. */
const patterns = [
  ...new Map(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => patternsIn(readFileSync(`${root}/${file}`, 'utf8')))
      .map((pattern) => [String(pattern), pattern]),
  ).values(),
];

function patternsIn(source: string): RegExp[] {
  if (!mayBegin.test(source)) return [];
  const found: RegExp[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest));
  return found;
}

const LENGTH = 4_000;
const starts = ['', 'a', 'A', 'A0000', 'a@', 'F3', '{', '/', '-', '2025-03-03', 'sep=', '"'];
const ends = ['', '!', '\n', 'x', ' x', '\u0000'];
const pumps = [
  ...[
    ' ',
    '\t',
    '\n',
    '\r',
    '0',
    'a',
    'A',
    '-',
    '_',
    '.',
    '..',
    ',',
    ';',
    ':',
    '@',
    '/',
    '~',
    '{',
    '"',
    "'",
    '=',
    '|',
    '\u2028',
  ],
  ...['a-', 'a.', '0.', 'A0', '/a', '~0', '/~0', ' ,', ' 0', '\r\n', '\n{', '{a', '@.', '/..', ' a', 'a '],
];

/** Texts made to hurt, those of one middle and start together, in one piece each. */
const hurting = pumps.flatMap((pump) => {
  const middle = pump.repeat(LENGTH / pump.length);
  return starts.map((start) => ends.map((end) => Buffer.from(start + middle + end).toString()));
});

/** The longest that a pattern takes with any of them, in milliseconds of the least of three tries. */
function slowest(pattern: RegExp): number {
  let most = 0;
  for (const texts of hurting) {
    // What all of them take together, none takes alone.
    const together = timed(pattern, texts, 3);
    const slow = together < SLOW ? [together] : texts.map((text) => timed(pattern, [text], 1));
    most = Math.max(most, ...slow);
    if (most >= SLOW) return most;
  }
  return most;
}

/** Of so long a text one whose time grows with the square takes several times as much, any other a hundredth. */
const SLOW = 4;

function timed(pattern: RegExp, texts: readonly string[], tries: number): number {
  const before = process.cpuUsage();
  for (const text of texts) text.replace(pattern, '');
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  // What was slow for another reason is not so three times.
  return took < SLOW || tries === 3 ? took : Math.min(took, timed(pattern, texts, tries + 1));
}

describe('every pattern takes time that grows as the text does', () => {
  test('there are some', () => {
    expect(patterns.length).toBeGreaterThan(20);
    expect(patterns.map(({ source }) => source)).toEqual(expect.arrayContaining(bounded));
  });

  test.each(
    patterns
      .filter(({ source }) => !bounded.includes(source))
      .map((pattern) => [String(pattern), pattern] as const),
  )('%s', (_source, pattern) => {
    expect(slowest(pattern)).toBeLessThan(SLOW);
  });
});

describe('one that does not is found', () => {
  test.each([/^([^@]+)(@(.*)\.\.(.*))?$/, /[\s,;:]+$/, /^(?:[a-z]+-?)+$/, /^\s*(.*?)\s*$/])(
    '%s',
    (pattern) => {
      // Of a shorter text, which is enough.
      expect(pumps.some((pump) => grows(pattern, pump))).toBe(true);
    },
  );
});

/** Whether twice as much text takes more than three times as long. */
function grows(pattern: RegExp, pump: string): boolean {
  return starts.some((start) =>
    ends.some(
      (end) =>
        timed(pattern, [start + pump.repeat(24 / pump.length) + end], 3) > SLOW ||
        timed(pattern, [start + pump.repeat(LENGTH / pump.length) + end], 3) > SLOW,
    ),
  );
}
