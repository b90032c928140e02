import type { CheckedRecord, Sums } from '../../reports/index.js';
import { adviceOn, lacksHistory } from '../advice.js';
import type { CheckRequest } from '../check-request.js';
import { exitStatuses, exitStatusOf } from '../exit-status.js';
import { streamingFormats } from '../format-option.js';
import { configuredChecker } from '../input/read-config.js';
import { readHistory } from '../input/read-history.js';
import type { Io } from '../io.js';
import { reportOptions } from '../output/report-options.js';
import type { Output } from '../output/output.js';
import { writeOut, type Ending } from '../output/write.js';
import { say } from '../say.js';
import { byteProgress } from '../progress.js';
import { UsageError } from '../usage-error.js';
import { groupedPieces } from './grouped-pieces.js';
import { onInterrupt } from '../interrupt.js';
import { createMemberStream } from './member-stream.js';
import { openInput } from './open-input.js';

/**
 * Checks a file whose sessions come grouped by member, writing each member when it is done. Gives the exit status; where
 * the reader of the report is gone, the rest is not checked.
 */
export async function runGrouped(
  files: readonly string[],
  request: CheckRequest,
  output: Output,
  io: Io,
): Promise<number> {
  const { format, failOn, asOf, missingFacts } = request;
  const [file, another] = files;
  if (file === undefined || another !== undefined) throw new UsageError(['--grouped checks one FILE']);
  if (!format.streams) {
    throw new UsageError([
      `--grouped writes records as they are done, which --format ${format.name} cannot: choose --format ${streamingFormats}`,
    ]);
  }
  const checker = await configuredChecker(request.config, io);
  const history =
    request.history === undefined ? undefined : await readHistory(request.history, checker.services, io);
  const options = reportOptions(
    { files, checker, asOf, history, output: request.output, streamed: true },
    io,
  );
  const stream = createMemberStream({ file, checker, asOf, missingFacts, history });
  const input = await openInput(file, io);
  const progress = await byteProgress(input.bytes, request.output, io);
  const interrupt = onInterrupt(input.stop);
  let last: CheckedRecord | undefined;
  let records = 0;
  let sums: Sums | undefined;
  let asksForHistory = false;
  const advice = () => adviceOn({ records, lacksHistory: asksForHistory, history, checker });
  const pieces = groupedPieces({
    file,
    input,
    stream,
    report: format.open(options),
    onDone(done) {
      last = done.at(-1) ?? last;
      records += done.length;
      asksForHistory ||= history === undefined && done.some(({ result }) => lacksHistory(result));
    },
    onEnd(all) {
      sums = all;
    },
    onRead: progress.advance,
    isInterrupted: () => interrupt.status() !== undefined,
    advice,
  });
  let ending: Ending;
  try {
    ending = await writeOut(pieces, output, interrupt);
  } finally {
    input.stop();
    progress.stop();
    interrupt.release();
  }
  const signalled = interrupt.status();
  if (signalled !== undefined) {
    const done = `${String(records)} records are done, up to line ${String(last?.place?.line ?? 0)}`;
    say([`interrupted: ${request.output === undefined ? done : `${request.output} is as it was`}`], io);
    return signalled;
  }
  if (ending === 'closed' || sums === undefined) return exitStatuses.readerGone;
  const { totals, notices } = sums;
  const notCompared = notices.filter(({ code }) => code === 'not-compared');
  if (!format.tellsNotices) {
    say(
      [...advice(), ...notCompared].map(({ message }) => message),
      io,
    );
  }
  return exitStatusOf(totals, failOn);
}
