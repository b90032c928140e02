import { reportOf, sarif } from '../reports/index.js';
import { both } from '../conditions/operators/series.js';
import type { CheckOptions } from '../index.js';
import { counted } from '../reports/text/layout.js';
import { STANDARD_INPUT } from '../reports/records.js';
import type { FoundRecords } from '../facts/found.js';
import type { CheckRequest, StatedCheck } from './check-request.js';
import { isOfWaivers } from './advice.js';
import { checkBatch, type CheckedBatch } from './checked-batch.js';
import { exitStatusOf } from './exit-status.js';
import { formats } from './formats.js';
import { readEarlier } from './evidence/read-results.js';
import { recordFileOf, type RecordFile } from './evidence/record-file.js';
import { askedOf, type Asked } from './input/asked.js';
import { withConfig } from './input/found-config.js';
import { readJoins } from './input/joins.js';
import { placeIn, valueToCheck } from './input/input-record.js';
import { readFiles, type FiledRecord } from './input/read-files.js';
import { NOTHING_BILLED, readHistory, withFound } from './input/read-history.js';
import type { Io } from './io.js';
import { onInterrupt } from './interrupt.js';
import { createSizeAdvice } from './large-input.js';
import { reportOptions } from './output/report-options.js';
import { fileOutput } from './output/file-output.js';
import type { Output } from './output/output.js';
import { refuseTerminal, standardOutput } from './output/standard-output.js';
import { writeOut } from './output/write.js';
import { withProgress } from './progress.js';
import { say } from './say.js';
import { UsageError } from './usage-error.js';

/** Reads, checks and reports. Gives the exit status. */
export async function runCheck(named: readonly string[], stated: StatedCheck, io: Io): Promise<number> {
  if (stated.printConfig === true) {
    const { printConfig } = await import('./print-config.js');
    return printConfig(named, stated, io);
  }
  const files = filesOf(named, stated, io);
  const request = withConfig(stated, files.includes(STANDARD_INPUT) || stated.workers !== undefined);
  const output = outputOf(request, files, io);
  const openRecord = await recordFileOf(request, [...files, ...otherFiles(request)], io);
  refuseMisfits(request);
  if (request.grouped === true) {
    const { runGrouped } = await import('./grouped/grouped-command.js');
    return runGrouped(files, request, output, openRecord, io);
  }
  const { format, asOf, missingFacts } = request;
  if (format.isBinary === true) refuseTerminal(request.output, `worklist.${format.name}`, io);
  const { asked } = await askedOf(request, files.length, io);
  const { checker, maps } = asked;
  const billed = request.history === undefined ? undefined : await readHistory(request.history, asked, io);
  const join = await readJoins(request, asked, io);
  const since = await readEarlier(request.since, io);
  const size = createSizeAdvice(io);
  await size.onFiles(files);
  const input = await readFiles(files, asked, join, io);
  say(maps.unused(), io);
  const { records } = input;
  const history = withFound(billed, input.history);
  const steps = stepsOf(records);
  size.onRecords(steps);
  const batch = await withProgress(steps, io, (onChecked) =>
    checkBatch({ input, checker, asOf, missingFacts, history, onChecked }),
  );
  const options = reportOptions({ files, checker, asOf, history, request, since }, io);
  const places = records.map((record) => placeIn(record.file, record));
  const ways = await waysIn(request, batch, { records, checker, history: history?.uses }, io);
  const report = reportOf(format, batch, { records: records.map(entryOf) }, { ...options, places, ways });
  // Until here nothing is written, and a signal ends the command at once.
  const record = openRecord?.({ history: history?.uses, asOf, missingFacts, judged: 'together' });
  if (record !== undefined) await writeRecord(record, records, batch.judged);
  const interrupt = onInterrupt();
  const ending = await writeOut(report, output, interrupt);
  interrupt.release();
  if (ending === 'interrupted') say([interruptedInWords(request)], io);
  // Lines and rows of results have no room for what concerns them all.
  else if (!format.tellsNotices) {
    say(
      [...batch.advice, ...batch.notices.filter(isOfWaivers)].map(({ message }) => message),
      io,
    );
  }
  return interrupt.status() ?? exitStatusOf(batch.totals, request);
}

/** @throws UsageError where options are stated that do not go with each other. */
function refuseMisfits({ grouped, workers, firstLine, name, format, openAs, ways }: CheckRequest): void {
  const isGrouped = grouped === true;
  const misfits: readonly [stated: boolean, message: string][] = [
    [!isGrouped && workers !== undefined, '--workers is for --grouped: other files are checked as a whole'],
    [!isGrouped && firstLine !== undefined, `--first-line ${OF_PARTS}`],
    [!isGrouped && name !== undefined, `--name ${OF_PARTS}`],
    [
      openAs !== undefined && format.name !== sarif.name,
      '--open-as is for --format sarif: no other format has levels',
    ],
    [isGrouped && ways === true, '--ways is for files that are checked as a whole, not for --grouped'],
  ];
  for (const [isStated, message] of misfits) if (isStated) throw new UsageError([message]);
}

const OF_PARTS = 'is for --grouped, which checks parts of a longer file';

/** What was checked of each record, and what came of it. */
async function writeRecord(
  file: RecordFile,
  records: readonly FiledRecord[],
  judged: CheckedBatch['judged'],
): Promise<void> {
  for (const [index, result] of judged.entries()) {
    for (const one of records.slice(index, index + 1)) file.add(valueToCheck(one), result);
    if (index % RECORDS_AT_ONCE === 0) await file.flush();
  }
  await file.finish();
}

const RECORDS_AT_ONCE = 200;

/** What would make each session pass, where that is asked for. */
async function waysIn(
  { ways, asOf, missingFacts, format }: CheckRequest,
  { results }: CheckedBatch,
  { records, checker, history }: Pick<Asked, 'checker'> & WithRecords,
  io: Io,
) {
  if (ways !== true) return undefined;
  if (format.tellsWays !== true) {
    const others = formats.flatMap(({ name, tellsWays }) => (tellsWays === true ? name : []));
    say([`--ways is not used: it is of --format ${both(others)}`], io);
    return undefined;
  }
  const claims = results.filter(({ kind }) => kind === 'claim').length;
  if (claims > 0)
    say([`ways are searched for sessions alone: there are none of ${counted(claims, 'claim')}`], io);
  const { waysOfBatch } = await import('./evidence/ways-of-batch.js');
  const values = records.map(valueToCheck);
  return waysOfBatch({ values, results, checker, options: { asOf, missingFacts, history } });
}

interface WithRecords {
  readonly records: readonly FiledRecord[];
  readonly history: CheckOptions['history'];
}

/** What a report says of a record beside its result. */
function entryOf({ value, places }: FiledRecord): FoundRecords['records'][number] {
  return { value, places };
}

function interruptedInWords({ output }: CheckRequest): string {
  return output === undefined
    ? 'interrupted: the report is not complete'
    : `interrupted: ${output} is as it was`;
}

/** Where the report goes; no file that is read can be it. */
function outputOf(request: CheckRequest, files: readonly string[], io: Io): Output {
  const { output } = request;
  return output === undefined
    ? standardOutput(io)
    : fileOutput(output, [...files, ...otherFiles(request)], io);
}

/** The files that are read beside those that are checked. */
function otherFiles(stated: StatedCheck): string[] {
  const { history = [], config, map = [], facts = [], waivers = [], since, seal } = stated;
  return [
    ...history.filter((file) => file !== NOTHING_BILLED),
    ...(typeof config === 'string' ? [config] : []),
    ...map,
    ...facts,
    ...waivers,
    ...[since, seal].filter((file) => file !== undefined),
  ];
}

function filesOf(stated: readonly string[], request: StatedCheck, io: Io): string[] {
  if (stated.length === 0 && io.stdin.isTTY === true) {
    throw new UsageError(['name a FILE to check, or send records to standard input']);
  }
  const files = stated.length === 0 ? [STANDARD_INPUT] : [...stated];
  if ([...files, ...otherFiles(request)].filter((file) => file === STANDARD_INPUT).length > 1) {
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
