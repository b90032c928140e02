import { checkBatch } from './checked-batch.js';
import { exitStatusOf, type FailOn } from './exit-status.js';
import { readFiles } from './input/read-files.js';
import { NOTHING_BILLED, readHistory } from './input/read-history.js';
import { STANDARD_INPUT } from './input/read-source.js';
import { reportOf, type ReportFormat } from './output/report.js';
import { writeOut } from './output/write.js';
import { withProgress } from './progress.js';
import { UsageError } from './usage-error.js';

/** What `billability check` is asked to do. */
export interface CheckRequest {
  readonly format: ReportFormat;
  readonly failOn: FailOn;
  readonly asOf?: string;
  readonly history?: string;
}

/** Reads, checks and reports. Gives the exit status. */
export async function runCheck(stated: readonly string[], request: CheckRequest): Promise<number> {
  const { format, failOn, asOf } = request;
  const files = filesOf(stated, request.history);
  const history = request.history === undefined ? undefined : await readHistory(request.history);
  const records = await readFiles(files);
  const batch = await withProgress(records.length, (onChecked) =>
    checkBatch({ files, records, asOf, history, onChecked }),
  );
  await writeOut(await reportOf(batch, format), process.stdout);
  // Lines of results have no room for what concerns them all.
  if (format === 'ndjson') for (const line of batch.advice) process.stderr.write(`billability: ${line}\n`);
  return exitStatusOf(batch.totals, failOn);
}

function filesOf(stated: readonly string[], history = NOTHING_BILLED): readonly string[] {
  if (stated.length === 0 && process.stdin.isTTY) {
    throw new UsageError(['name a FILE to check, or send records to standard input']);
  }
  const files = stated.length === 0 ? [STANDARD_INPUT] : stated;
  if ([...files, history].filter((file) => file === STANDARD_INPUT).length > 1) {
    throw new UsageError(['standard input can be read only once']);
  }
  return files;
}
