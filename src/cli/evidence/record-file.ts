import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { createAuditRecords, type EntryResult, type Judged } from '../../evidence/audit-records.js';
import type { CheckOptions } from '../../index.js';
import { fileOutput } from '../output/file-output.js';
import type { CheckRequest } from '../check-request.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { readSeal } from './read-seal.js';

/** The file of `--record`, which is replaced when all is written. */
export interface RecordFile {
  /** Takes the next entry as it was checked, and what came of it. */
  readonly add: (entry: unknown, result: EntryResult) => void;
  /** Writes what was taken. */
  readonly flush: () => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly abandon: () => void;
}

/** What is stated of a check, and how it was judged. */
interface Stated extends Pick<CheckRequest, 'missingFacts'> {
  readonly asOf: string | undefined;
  readonly history: CheckOptions['history'];
  readonly judged: Judged;
}

/** Whether a record is written, before anything is read: no file that is read can be it. */
export type OpenRecordFile = (stated: Stated) => RecordFile;

/**
 * Opens the file of `--record`, where it is stated.
 *
 * @throws UsageError where it cannot be, or OutputError.
 */
export async function recordFileOf(
  { record, seal: sealFile, output: report }: CheckRequest,
  inputs: readonly string[],
  io: Io,
): Promise<OpenRecordFile | undefined> {
  if (record === undefined) {
    if (sealFile !== undefined) throw new UsageError(['--seal is for --record: nothing is recorded']);
    return undefined;
  }
  if (report !== undefined && pathOf(report) === pathOf(record))
    throw new UsageError([`${record}: cannot be the report and the record at once`]);
  const output = fileOutput(record, inputs, io, '--record');
  const seal = sealFile === undefined ? undefined : await readSeal(sealFile, io);
  return ({ history, asOf, missingFacts, judged }) => {
    const options = { history, asOf, ...(missingFacts === 'report' && { missingFacts }) };
    const records = createAuditRecords(options, { previous: undefined, seal, judged });
    let lines: string[] = [];
    const take = (made: readonly object[]) => {
      for (const one of made) lines.push(`${JSON.stringify(one)}\n`);
    };
    async function flush(): Promise<void> {
      const text = lines.join('');
      lines = [];
      await output.write(text);
    }
    return {
      add: (entry, result) => {
        take(records.add(entry, result));
      },
      flush,
      async finish() {
        take(records.end());
        await flush();
        await output.finish();
      },
      abandon: output.abandon,
    };
  };
}

/** Where a file is, or will be. */
function pathOf(file: string): string {
  return existsSync(file) ? realpathSync(file) : resolve(file);
}
