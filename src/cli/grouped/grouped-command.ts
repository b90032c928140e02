import { MEMBERS_ONE_BY_ONE } from '../../check/grouped.js';
import { adviceOn, lacksHistory } from '../advice.js';
import type { CheckRequest } from '../check-request.js';
import type { CheckedRecord } from '../checked-record.js';
import { exitStatuses, exitStatusOf } from '../exit-status.js';
import { configuredChecker } from '../input/read-config.js';
import { readHistory } from '../input/read-history.js';
import { writeOut } from '../output/write.js';
import { byteProgress } from '../progress.js';
import { UsageError } from '../usage-error.js';
import { groupedPieces } from './grouped-pieces.js';
import { groupedReport } from './grouped-report.js';
import { onInterrupt } from './interrupt.js';
import { createMemberStream } from './member-stream.js';
import { openInput } from './open-input.js';

/** Checks a file whose sessions come grouped by member, writing each member when it is done. Gives the exit status. */
export async function runGrouped(files: readonly string[], request: CheckRequest): Promise<number> {
  const { format, failOn, asOf } = request;
  const [file, another] = files;
  if (file === undefined || another !== undefined) throw new UsageError(['--grouped checks one FILE']);
  if (format === 'json') {
    throw new UsageError(['--grouped writes records as they are done: choose --format text or ndjson']);
  }
  const checker = await configuredChecker(request.config);
  const history = request.history === undefined ? undefined : await readHistory(request.history);
  const titleOf = (service: string) => checker.serviceOf(service).title;
  const report = await groupedReport(format, { files, asOf, history: history?.uses, titleOf });
  const stream = createMemberStream({ file, checker, asOf, history });
  const input = await openInput(file);
  const progress = await byteProgress(input.bytes);
  const interrupt = onInterrupt(input.stop);
  let last: CheckedRecord | undefined;
  let records = 0;
  let asksForHistory = false;
  let failure: unknown;
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
    onRead: progress.advance,
    isInterrupted: interrupt.happened,
    advice,
    onFailure: (error) => (failure = error),
  });
  try {
    await writeOut(pieces, process.stdout);
  } finally {
    input.stop();
    progress.stop();
    interrupt.release();
  }
  if (interrupt.happened()) {
    say([`interrupted: ${String(records)} records are done, up to line ${String(last?.line ?? 0)}`]);
    return exitStatuses.interrupted;
  }
  if (failure !== undefined) throw failure as Error;
  if (format === 'ndjson') say([...advice(), MEMBERS_ONE_BY_ONE]);
  return exitStatusOf(stream.end().totals, failOn);
}

/** Lines of results have no room for what concerns them all. */
function say(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`billability: ${line}\n`);
}
