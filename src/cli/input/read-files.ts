import type { Notice } from '../../findings/notices.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import type { Known } from '../../adapters/tables/columns.js';
import { sessionColumns } from './csv-columns.js';
import type { InputRecord } from './input-record.js';
import { readRecords } from './read-records.js';
import { readSource } from './read-source.js';

/** A record and the file from which it was read. */
export interface FiledRecord extends InputRecord {
  readonly file: string;
}

/** The records of some files, and what a person should know of how each was read. */
export interface ReadFiles {
  readonly records: readonly FiledRecord[];
  readonly notices: readonly Notice[];
}

/** The records of several files as one batch, in the order given. What is wrong with any file is told at once. */
export async function readFiles(files: readonly string[], known: Known, io: Io): Promise<ReadFiles> {
  const all: FiledRecord[] = [];
  const told: Notice[] = [];
  const problems: string[] = [];
  const columns = sessionColumns(known);
  for (const file of files) {
    try {
      const { records, notices } = await readRecords(file, await readSource(file, io), columns);
      for (const record of records) all.push({ ...record, file });
      for (const notice of notices) told.push(notice);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      for (const problem of error.problems) problems.push(problem);
    }
  }
  if (problems.length > 0) throw new UsageError(problems);
  return { records: all, notices: told };
}
