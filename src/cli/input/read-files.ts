import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { sessionColumns } from './csv-columns.js';
import type { InputRecord } from './input-record.js';
import { readRecords } from './read-records.js';
import { readSource } from './read-source.js';

/** A record and the file from which it was read. */
export interface FiledRecord extends InputRecord {
  readonly file: string;
}

/** The records of several files as one batch, in the order given. What is wrong with any file is told at once. */
export async function readFiles(files: readonly string[], io: Io): Promise<FiledRecord[]> {
  const records: FiledRecord[] = [];
  const problems: string[] = [];
  for (const file of files) {
    try {
      for (const record of await readRecords(file, await readSource(file, io), sessionColumns)) {
        records.push({ ...record, file });
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new UsageError(problems);
  return records;
}
