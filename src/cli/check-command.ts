import { reportOf } from '../reports/index.js';
import { STANDARD_INPUT } from '../reports/records.js';
import type { CheckRequest } from './check-request.js';
import { checkBatch } from './checked-batch.js';
import { exitStatusOf } from './exit-status.js';
import { configurationOf } from './input/read-config.js';
import { readFiles, type FiledRecord } from './input/read-files.js';
import { NOTHING_BILLED, readHistory } from './input/read-history.js';
import type { Io } from './io.js';
import { onInterrupt } from './interrupt.js';
import { createSizeAdvice } from './large-input.js';
import { reportOptions } from './output/report-options.js';
import { fileOutput } from './output/file-output.js';
import type { Output } from './output/output.js';
import { standardOutput } from './output/standard-output.js';
import { writeOut } from './output/write.js';
import { withProgress } from './progress.js';
import { say } from './say.js';
import { UsageError } from './usage-error.js';

/** Reads, checks and reports. Gives the exit status. */
export async function runCheck(stated: readonly string[], request: CheckRequest, io: Io): Promise<number> {
  const files = filesOf(stated, request, io);
  const output = outputOf(request, files, io);
  if (request.grouped !== true && request.workers !== undefined) {
    throw new UsageError(['--workers is for --grouped: other files are checked as a whole']);
  }
  if (request.grouped === true) {
    const { runGrouped } = await import('./grouped/grouped-command.js');
    return runGrouped(files, request, output, io);
  }
  const { format, failOn, asOf, missingFacts } = request;
  const { checker, words } = await configurationOf(request.config, io);
  const history =
    request.history === undefined ? undefined : await readHistory(request.history, checker.services, io);
  const size = createSizeAdvice(io);
  await size.onFiles(files);
  const input = await readFiles(files, { services: checker.services, words }, io);
  const { records } = input;
  const steps = stepsOf(records);
  size.onRecords(steps);
  const batch = await withProgress(steps, io, (onChecked) =>
    checkBatch({ input, checker, asOf, missingFacts, history, onChecked }),
  );
  const options = reportOptions({ files, checker, asOf, history, output: request.output }, io);
  const values = records.map(({ value }) => value);
  const report = reportOf(format, batch, values, { ...options, places: records });
  // Until here nothing is written, and a signal ends the command at once.
  const interrupt = onInterrupt();
  const ending = await writeOut(report, output, interrupt);
  interrupt.release();
  if (ending === 'interrupted') say([interruptedInWords(request)], io);
  // Lines and rows of results have no room for what concerns them all.
  else if (!format.tellsNotices) {
    say(
      batch.advice.map(({ message }) => message),
      io,
    );
  }
  return interrupt.status() ?? exitStatusOf(batch.totals, failOn);
}

function interruptedInWords({ output }: CheckRequest): string {
  return output === undefined
    ? 'interrupted: the report is not complete'
    : `interrupted: ${output} is as it was`;
}

/** Where the report goes; no file that is read can be it. */
function outputOf({ output, history, config }: CheckRequest, files: readonly string[], io: Io): Output {
  if (output === undefined) return standardOutput(io);
  return fileOutput(
    output,
    [...files, history, config].filter((file) => file !== undefined),
    io,
  );
}

function filesOf(
  stated: readonly string[],
  { history = NOTHING_BILLED, config }: CheckRequest,
  io: Io,
): string[] {
  if (stated.length === 0 && io.stdin.isTTY === true) {
    throw new UsageError(['name a FILE to check, or send records to standard input']);
  }
  const files = stated.length === 0 ? [STANDARD_INPUT] : [...stated];
  if ([...files, history, config].filter((file) => file === STANDARD_INPUT).length > 1) {
    throw new UsageError(['standard input can be read only once']);
  }
  return files;
}

/** How many sessions and lines of claims there are to check. */
function stepsOf(records: readonly FiledRecord[]): number {
  return records.reduce((sum, { value }) => {
    const lines = (value as { readonly lines?: unknown } | null | undefined)?.lines;
    return sum + (Array.isArray(lines) ? lines.length : 1);
  }, 0);
}
