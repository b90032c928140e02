import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkerOf } from '../../../src/check/checker.js';
import { partStreamsOf } from '../../../src/check/stream.js';
import { checkPart } from '../../../src/cli/grouped/check-part.js';
import { groupedPieces } from '../../../src/cli/grouped/grouped-pieces.js';
import { createMemberStream, streamSettings } from '../../../src/cli/grouped/member-stream.js';
import { lineBatches } from '../../../src/cli/grouped/record-batches.js';
import { createPartCutter, type Part } from '../../../src/cli/grouped/part-cutter.js';
import { createLineSplitter } from '../../../src/cli/grouped/line-splitter.js';
import { LONGEST_RECORD } from '../../../src/cli/input/unread-line.js';
import { partPieces } from '../../../src/cli/grouped/part-pieces.js';
import { createTextBytes } from '../../../src/cli/output/text-bytes.js';
import { UsageError } from '../../../src/cli/usage-error.js';
import { configured } from '../../../src/configured.js';
import { csv, ndjson, text, type Format } from '../../../src/reports/index.js';
import { baseSession } from '../../support/cases.js';
import { expectSame } from '../../support/alike.js';

const onFile = configured({});
const base = baseSession('mo-peer-support');
const { service, dateOfService } = base;
/** Of a member by either key, of another, and of nobody knows whom. */
const history = [
  { service, dateOfService, memberId: 'M-1', units: 28 },
  { service, dateOfService, memberId: ' m-1', units: 2 },
  { service, dateOfService, memberId: 'M-2', units: 4 },
  { service, dateOfService, units: 3 },
];
const settings = streamSettings(onFile, { asOf: undefined, missingFacts: 'block', history });
/** Of one batch: what was used before is listed for all parts that follow. */
const streams = partStreamsOf('records', settings);
const options = { checker: checkerOf(onFile), files: ['-'], history, streamed: true };

interface Written {
  readonly text: string;
  readonly problems: readonly string[];
  readonly sums: unknown;
  readonly records: number;
}

/** What is written of a file, cut into parts of so many lines, or as a whole. */
async function write(
  content: string,
  format: Format,
  linesOfPart?: number,
  pieceLength = content.length,
): Promise<Written> {
  let sums: unknown;
  let records = 0;
  const bytes = Buffer.from(content);
  const input = (async function* () {
    for (let start = 0; start < bytes.length; start += pieceLength)
      yield await Promise.resolve(bytes.subarray(start, start + pieceLength));
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
          stream: createMemberStream('-', partStreamsOf('records', settings)),
          report: format.open(options),
        })
      : partPieces({
          ...grouped,
          file: '-',
          pieces: input,
          format,
          options,
          cutter: createPartCutter(1, linesOfPart),
          inFlight: 2,
          pool: {
            // As it comes out of another thread.
            check: (part) =>
              Promise.resolve(
                structuredClone(
                  checkPart(part, { file: '-', streams, format, options, text: createTextBytes() }),
                ),
              ),
          },
        });
  const written: Uint8Array[] = [];
  const problems: string[] = [];
  try {
    for await (const piece of pieces) written.push(Buffer.from(piece));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    problems.push(...error.problems);
  }
  return { text: Buffer.concat(written).toString(), problems, sums, records };
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
  .tuple(
    fc.array(fc.tuple(line, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 12 }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([runs, end]) =>
    [ofMember('M-0'), ...runs.flatMap(([one, times]) => Array<string>(times).fill(one))].join(end),
  );

test.each([ndjson, csv, text])(
  'a file in parts is written as it is as a whole, wherever a member comes back: $name',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(
        content,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 4_000 }),
        async (file, lines, pieceLength) => {
          expect(await write(file, format, lines, pieceLength)).toEqual(await write(file, format));
        },
      ),
      { numRuns: 60 },
    );
  },
);

test('entries of one id that state no member have the same keys in a worklist, whichever part they are in', async () => {
  const ofNobody = JSON.stringify({ ...base, member: { ...base.member, id: null } });
  const file = [ofMember('M-0'), ofNobody, ofMember('M-4'), ofNobody].join('\n');
  expect(await write(file, csv, 1)).toEqual(await write(file, csv));
});

const entriesOf = (part: Part) =>
  createLineSplitter({ firstLine: part.firstLine }).push(Buffer.from(part.bytes));
/** The places of the first record and of the first line, and how many records there are. */
const placed = (part: Part) => [part.firstEntry, part.firstLine, entriesOf(part).length];

test.each<[name: string, lines: string[], parts: number[][]]>([
  [
    'a part is cut between two members only',
    ['M-1', 'M-1', 'M-1', 'M-2', 'M-2', 'M-3'].map(ofMember),
    [
      [0, 1, 3],
      [3, 4, 2],
      [5, 6, 1],
    ],
  ],
  [
    'a part ends where no line states a member',
    Array<string>(5).fill('{}'),
    [
      [0, 1, 2],
      [2, 3, 2],
      [4, 5, 1],
    ],
  ],
  [
    'blank lines count as lines, and as no record',
    [ofMember('M-1'), '', ofMember('M-1'), ' ', ofMember('M-2'), ''],
    [
      [0, 1, 2],
      [2, 5, 1],
    ],
  ],
  ['a file of blank lines is one part without a record', ['', ' ', ''], [[0, 1, 0]]],
])('%s', (_name, lines, parts) => {
  const cutter = createPartCutter(1, 2);
  expectSame([...cutter.push(Buffer.from(lines.join('\n'))), ...cutter.end()].map(placed), parts);
  expectSame(cutter.end(), []);
});

test('a line that is too long is one in its part too, and little of it is kept', () => {
  const cutter = createPartCutter(1, 3, 4 * LONGEST_RECORD);
  const lines = [ofMember('M-1'), 'x'.repeat(3 * LONGEST_RECORD), ofMember('M-2')];
  const whole = Buffer.from(lines.join('\n'));
  const parts: Part[] = [];
  for (let start = 0; start < whole.length; start += 65_536)
    parts.push(...cutter.push(whole.subarray(start, start + 65_536)));
  parts.push(...cutter.end());
  expectSame(
    parts.map((part) => entriesOf(part).map((one) => ('unread' in one ? one.unread.code : one.line))),
    [[1, 'too-large', 3]],
  );
  expect(parts[0]?.bytes.length).toBeLessThan(2 * LONGEST_RECORD);
});
