import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkerOf } from '../../../src/check/checker.js';
import { checkPart } from '../../../src/cli/grouped/check-part.js';
import { groupedPieces } from '../../../src/cli/grouped/grouped-pieces.js';
import { createMemberStream, streamSettings } from '../../../src/cli/grouped/member-stream.js';
import { lineBatches } from '../../../src/cli/grouped/record-batches.js';
import { createPartCutter } from '../../../src/cli/grouped/part-cutter.js';
import { partPieces } from '../../../src/cli/grouped/part-pieces.js';
import { UsageError } from '../../../src/cli/usage-error.js';
import { configured } from '../../../src/configured.js';
import { csv, ndjson, text, type Format } from '../../../src/reports/index.js';
import { baseSession } from '../../support/cases.js';
import { expectSame } from '../../support/alike.js';

const onFile = configured({});
const settings = streamSettings(onFile, { asOf: undefined, missingFacts: 'block', history: [] });
const options = { checker: checkerOf(onFile), files: ['-'], history: [], streamed: true };
const base = baseSession('mo-peer-support');

interface Written {
  readonly text: string;
  readonly problems: readonly string[];
  readonly sums: unknown;
  readonly records: number;
}

/** What is written of a file, cut into parts of so many lines, or as a whole. */
async function write(content: string, format: Format, linesOfPart?: number): Promise<Written> {
  let sums: unknown;
  let records = 0;
  const input = (async function* () {
    yield await Promise.resolve(Buffer.from(content));
  })();
  const grouped = {
    settings,
    onDone: (done: { readonly records: number }) => (records += done.records),
    onEnd: (all: unknown) => (sums = all),
    onRead: () => undefined,
    isInterrupted: () => false,
    advice: () => [],
  };
  const pieces =
    linesOfPart === undefined
      ? groupedPieces({
          ...grouped,
          batches: lineBatches(input),
          stream: createMemberStream('-', settings),
          report: format.open(options),
        })
      : partPieces({
          ...grouped,
          file: '-',
          pieces: input,
          format,
          options,
          cutter: createPartCutter(linesOfPart),
          inFlight: 2,
          pool: {
            // As it comes out of another thread.
            check: (part) =>
              Promise.resolve(structuredClone(checkPart(part, '-', settings, format, options))),
          },
        });
  const written: string[] = [];
  const problems: string[] = [];
  try {
    for await (const piece of pieces) written.push(piece);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push(...error.problems);
  }
  return { text: written.join(''), problems, sums, records };
}

const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('M-1', 'M-2', ' m-1', 'M-3', 'M-4').map(ofMember) },
  { weight: 1, arbitrary: fc.constant(JSON.stringify({ ...base, member: { ...base.member, id: null } })) },
  { weight: 1, arbitrary: fc.constantFrom('{', '', '{"member":{"id":"M-2"}}', '{"lines":[]}', '[]') },
);

function ofMember(id: string): string {
  return JSON.stringify({ ...base, id: `S-${id}`, member: { ...base.member, id } });
}

/** Mostly grouped by member, as a file should be. */
const content = fc
  .array(fc.tuple(line, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 12 })
  .map(
    (runs) =>
      `${ofMember('M-0')}\n${runs.flatMap(([one, times]) => Array<string>(times).fill(one)).join('\n')}`,
  );

test.each([ndjson, csv, text])(
  'a file in parts is written as it is as a whole, wherever a member comes back: $name',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 1, max: 5 }), async (file, lines) => {
        expect(await write(file, format, lines)).toEqual(await write(file, format));
      }),
      { numRuns: 60 },
    );
  },
);

test('a part is cut between two members only', () => {
  const cutter = createPartCutter(2);
  const lines = ['M-1', 'M-1', 'M-1', 'M-2', 'M-2', 'M-3'].map(ofMember);
  const parts = [
    ...cutter.push(lines.map((one, index) => ({ line: index + 1, text: one }))),
    ...cutter.end(),
  ];
  expectSame(
    parts.map(({ firstEntry, lines: own }) => [firstEntry, own.length]),
    [
      [0, 3],
      [3, 2],
      [5, 1],
    ],
  );
  expectSame(cutter.end(), []);
});

test('a part ends where no line states a member', () => {
  const cutter = createPartCutter(2);
  const lines = Array.from({ length: 5 }, (_, index) => ({ line: index + 1, text: '{}' }));
  expectSame(
    [...cutter.push(lines), ...cutter.end()].map((part) => part.lines.length),
    [2, 2, 1],
  );
});
