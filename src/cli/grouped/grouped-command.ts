import { adviceOn, lacksHistory } from '../advice.js';
import type { CheckRequest } from '../check-request.js';
import type { CheckedRecord } from '../checked-record.js';
import { exitStatuses, exitStatusOf } from '../exit-status.js';
import { configuredChecker } from '../input/read-config.js';
import { readHistory } from '../input/read-history.js';
import type { Output } from '../output/output.js';
import { writeOut, type Ending } from '../output/write.js';
import { say } from '../say.js';
import { byteProgress } from '../progress.js';
import { UsageError } from '../usage-error.js';
import { groupedPieces } from './grouped-pieces.js';
import { groupedReport } from './grouped-report.js';
import type { Sums } from './report-in-parts.js';
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
): Promise<number> {
  const { format, failOn, asOf, missingFacts } = request;
  const [file, another] = files;
  if (file === undefined || another !== undefined) throw new UsageError(['--grouped checks one FILE']);
  if (format === 'json') {
    throw new UsageError(['--grouped writes records as they are done: choose --format text, ndjson or csv']);
  }
  const checker = await configuredChecker(request.config);
  const history = request.history === undefined ? undefined : await readHistory(request.history);
  const titleOf = (service: string) => checker.serviceOf(service).title;
  const context = { files, asOf, history: history?.uses, titleOf };
  const report = await groupedReport(format, context, request.output);
  const stream = createMemberStream({ file, checker, asOf, missingFacts, history });
  const input = await openInput(file);
  const progress = await byteProgress(input.bytes, request.output);
  const interrupt = onInterrupt(input.stop);
  let last: CheckedRecord | undefined;
  let records = 0;
  let sums: Sums | undefined;
  let asksForHistory = false;
  const advice = () =>
    adviceOn({
      records,
      lacksHistory: asksForHistory,
      history: history?.uses,
      onFile: checker.services.map(({ id }) => id),
    });
  const pieces = groupedPieces({
    file,
    input,
    stream,
    report,
    onDone(done) {
      last = done.at(-1) ?? last;
      records += done.length;
      asksForHistory ||= history === undefined && done.some(lacksHistory);
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
    const done = `${String(records)} records are done, up to line ${String(last?.line ?? 0)}`;
    say([`interrupted: ${request.output === undefined ? done : `${request.output} is as it was`}`]);
    return signalled;
  }
  if (ending === 'closed' || sums === undefined) return exitStatuses.readerGone;
  const { totals, notices } = sums;
  const notCompared = notices.filter(({ code }) => code === 'not-compared');
  if (format !== 'text') say([...advice(), ...notCompared].map(({ message }) => message));
  return exitStatusOf(totals, failOn);
}
