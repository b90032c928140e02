import { checkBatch } from './checked-batch.js';
import type { CheckRequest } from './check-request.js';
import { exitStatusOf } from './exit-status.js';
import { configuredChecker } from './input/read-config.js';
import { readFiles, type FiledRecord } from './input/read-files.js';
import { NOTHING_BILLED, readHistory } from './input/read-history.js';
import { STANDARD_INPUT } from './input/read-source.js';
import { reportOf } from './output/report.js';
import { writeOut } from './output/write.js';
import { withProgress } from './progress.js';
import { UsageError } from './usage-error.js';

/** Reads, checks and reports. Gives the exit status. */
export async function runCheck(stated: readonly string[], request: CheckRequest): Promise<number> {
  const files = filesOf(stated, request);
  if (request.grouped === true) {
    const { runGrouped } = await import('./grouped/grouped-command.js');
    return runGrouped(files, request);
  }
  const { format, failOn, asOf } = request;
  const checker = await configuredChecker(request.config);
  const history = request.history === undefined ? undefined : await readHistory(request.history);
  const records = await readFiles(files);
  const batch = await withProgress(stepsOf(records), (onChecked) =>
    checkBatch({ files, records, checker, asOf, history, onChecked }),
  );
  await writeOut(await reportOf(batch, format), process.stdout);
  // Lines of results have no room for what concerns them all.
  if (format === 'ndjson') for (const line of batch.advice) process.stderr.write(`billability: ${line}\n`);
  return exitStatusOf(batch.totals, failOn);
}

function filesOf(stated: readonly string[], { history = NOTHING_BILLED, config }: CheckRequest): string[] {
  if (stated.length === 0 && process.stdin.isTTY) {
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
