import { checkBatch } from './checked-batch.js';
import { exitStatusOf, type FailOn } from './exit-status.js';
import { readFiles } from './input/read-files.js';
import { readHistory } from './input/read-history.js';
import { STANDARD_INPUT } from './input/read-source.js';
import { reportOf, type ReportFormat } from './output/report.js';
import { writeOut } from './output/write.js';
import { showProgress } from './progress.js';
import { UsageError } from './usage-error.js';

/** What `billability check` is asked to do. */
export interface CheckRequest {
  readonly format: ReportFormat;
  readonly failOn: FailOn;
  readonly asOf?: string;
  readonly history?: string;
}

const NOTHING_BILLED = 'none';

/** Reads, checks and reports. Gives the exit status. */
export async function runCheck(stated: readonly string[], request: CheckRequest): Promise<number> {
  const files = filesOf(stated, request.history);
  const history = await historyOf(request.history);
  const records = await readFiles(files);
  const progress = await showProgress(records.length);
  const batch = checkBatch({ files, records, asOf: request.asOf, history, onChecked: progress?.advance });
  progress?.stop();
  await writeOut(await reportOf(batch, request.format), process.stdout);
  // Lines of results have no room for what concerns them all.
  if (request.format === 'ndjson') {
    for (const notice of batch.notices) process.stderr.write(`billability: ${notice}\n`);
  }
  return exitStatusOf(batch.totals, request.failOn);
}

function filesOf(stated: readonly string[], history: string | undefined): readonly string[] {
  if (stated.length === 0 && process.stdin.isTTY) {
    throw new UsageError(['name a FILE to check, or send records to standard input']);
  }
  const files = stated.length === 0 ? [STANDARD_INPUT] : stated;
  if ([...files, history].filter((file) => file === STANDARD_INPUT).length > 1) {
    throw new UsageError(['standard input can be read only once']);
  }
  return files;
}

async function historyOf(
  stated: string | undefined,
): Promise<Awaited<ReturnType<typeof readHistory>> | undefined> {
  if (stated === undefined) return undefined;
  return stated === NOTHING_BILLED ? [] : await readHistory(stated);
}
