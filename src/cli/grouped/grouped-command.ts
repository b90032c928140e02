import { partStreamsOf } from '../../check/stream.js';
import { configured } from '../../configured.js';
import { openReport } from '../../reports/format.js';
import { formats, type Format, type Sums } from '../../reports/index.js';
import { adviceOn, isOfWaivers } from '../advice.js';
import type { CheckRequest } from '../check-request.js';
import { exitStatuses, exitStatusOf } from '../exit-status.js';
import { streamingFormats } from '../format-option.js';
import { readEarlier } from '../evidence/read-results.js';
import type { OpenRecordFile, RecordFile } from '../evidence/record-file.js';
import { askedOf } from '../input/asked.js';
import { readJoins, type InputJoin } from '../input/joins.js';
import { readHistory, withFound } from '../input/read-history.js';
import type { Io } from '../io.js';
import { reportOptions } from '../output/report-options.js';
import type { Chunk, Output } from '../output/output.js';
import { writeOut, type Ending } from '../output/write.js';
import { say } from '../say.js';
import { byteProgress } from '../progress.js';
import { UsageError } from '../usage-error.js';
import { groupedPieces } from './grouped-pieces.js';
import { onInterrupt } from '../interrupt.js';
import { addDone, type Done } from './check-part.js';
import { createMemberStream, streamSettings } from './member-stream.js';
import { createPartCutter } from './part-cutter.js';
import { partPieces } from './part-pieces.js';
import { createPool } from './pool.js';
import { openInput, type OpenInput } from './open-input.js';
import { openRecords } from './record-batches.js';

/**
 * Checks a file whose sessions come grouped by member, writing each member when it is done. Gives the exit status; where
 * the reader of the report is gone, the rest is not checked.
 */
export async function runGrouped(
  files: readonly string[],
  request: CheckRequest,
  output: Output,
  openRecord: OpenRecordFile | undefined,
  io: Io,
): Promise<number> {
  const { asOf, missingFacts } = request;
  const [file, another] = files;
  if (file === undefined || another !== undefined) throw new UsageError(['--grouped checks one FILE']);
  const format = streaming(request.format);
  const { asked, config } = await askedOf(request, files.length, io);
  const { checker } = asked;
  const stated = request.history === undefined ? undefined : await readHistory(request.history, asked, io);
  const join = await readJoins(request, asked, io);
  const since = await readEarlier(request.since, io);
  const workers = request.workers ?? 1;
  const { firstLine = 1, name = file } = request;
  const firstEntry = firstLine - 1;
  const input = await openInput(file, io, request.firstLine !== undefined);
  if (workers > 1) refuseParts(file, input, join, openRecord);
  const source = await openRecords(input, file, asked, join, firstLine);
  const history = withFound(stated, source.history);
  const options = reportOptions(
    { files: [name], checker, asOf, history, request, since, streamed: true },
    io,
  );
  const uses = history?.uses;
  const settings = streamSettings(configured(config), { asOf, missingFacts, history: uses });
  const record = openRecord?.({ history: uses, asOf, missingFacts, judged: 'by-member' });
  const progress = await byteProgress(input.bytes, request.output, io);
  const interrupt = onInterrupt(input.stop);
  let all: Done = { records: 0, lastLine: undefined, lacksHistory: false };
  let sums: Sums | undefined;
  const advice = () => adviceOn({ ...all, read: source.notices(), history, checker });
  const grouped = {
    settings,
    onDone(done: Done) {
      all = addDone(all, done);
    },
    onEnd(ofAll: Sums) {
      sums = ofAll;
    },
    onRead: progress.advance,
    isInterrupted: () => interrupt.status() !== undefined,
    advice,
  };
  const pool =
    workers > 1
      ? createPool(workers, {
          file: name,
          config,
          missingFacts,
          format: format.name,
          // What no thread can be given is left out.
          options: {
            ...options,
            checker: undefined,
            style: undefined,
            explain: undefined,
            byRule: undefined,
          },
        })
      : undefined;
  const pieces =
    pool === undefined
      ? groupedPieces({
          ...grouped,
          batches: source.batches,
          stream: createMemberStream(
            name,
            partStreamsOf('records', settings),
            { firstEntry, isDone: () => false },
            record?.add,
          ),
          report: openReport(format, options),
        })
      : partPieces({
          ...grouped,
          file: name,
          pieces: input.pieces,
          format,
          options,
          pool,
          cutter: createPartCutter(firstLine),
          inFlight: 2 * workers,
        });
  let ending: Ending | undefined;
  try {
    ending = await writeOut(record === undefined ? pieces : recorded(pieces, record), output, interrupt);
    if (ending === 'whole') await record?.finish();
  } finally {
    if (record !== undefined && ending !== 'whole') record.abandon();
    pool?.close();
    input.stop();
    progress.stop();
    interrupt.release();
  }
  say(asked.maps.unused(), io);
  const signalled = interrupt.status();
  if (signalled !== undefined) {
    const done = `${String(all.records)} records are done, up to line ${String(all.lastLine ?? 0)}`;
    say([`interrupted: ${request.output === undefined ? done : `${request.output} is as it was`}`], io);
    return signalled;
  }
  if (ending === 'closed' || sums === undefined) return exitStatuses.readerGone;
  const { totals, notices } = sums;
  const told = notices.filter((notice) => notice.code === 'not-compared' || isOfWaivers(notice));
  if (!format.tellsNotices) {
    say(
      [...advice(), ...told].map(({ message }) => message),
      io,
    );
  }
  return exitStatusOf(totals, request);
}

/** The pieces of a report, before each of which the records of what it tells are written. */
async function* recorded(pieces: AsyncIterable<Chunk>, record: RecordFile): AsyncGenerator<Chunk> {
  for await (const piece of pieces) {
    await record.flush();
    yield piece;
  }
}

/** @throws UsageError where the format does not stream. */
function streaming({ name }: CheckRequest['format']): Format {
  const format = formats.find((one) => one.name === name && one.streams);
  if (format !== undefined) return format;
  throw new UsageError([
    `--grouped writes records as they are done, which --format ${name} cannot: choose --format ${streamingFormats}`,
  ]);
}

/** @throws UsageError where what is checked cannot be cut into parts. */
function refuseParts(
  file: string,
  { kind }: OpenInput,
  join: InputJoin | undefined,
  record: OpenRecordFile | undefined,
): void {
  if (record !== undefined)
    throw new UsageError([
      '--workers writes no --record, in which each line rests on the one before: leave --workers out',
    ]);
  if (kind !== 'ndjson')
    throw new UsageError([
      `${file}: --workers checks parts of NDJSON beside each other; another file is read by one: leave --workers out`,
    ]);
  if (join !== undefined)
    throw new UsageError(['--workers reads no --facts: leave --workers out, or add the facts first']);
}
