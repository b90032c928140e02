import type { PriorUse } from '../../facts/generated/types.js';
import type { Notice } from '../../findings/notices.js';
import { fileName } from '../../reports/text/page.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import type { InputRecord } from './input-record.js';
import type { InputJoin } from './joins.js';
import type { Asked } from './asked.js';
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
  /** What the files say was billed before, where one does. */
  readonly history?: readonly PriorUse[];
}

/** The records of several files as one batch, in the order given. What is wrong with any file is told at once. */
export async function readFiles(
  files: readonly string[],
  asked: Asked,
  join: InputJoin | undefined,
  io: Io,
): Promise<ReadFiles> {
  const all: FiledRecord[] = [];
  const told: Notice[] = [];
  const problems: string[] = [];
  const uses: PriorUse[][] = [];
  for (const file of files) {
    try {
      const { records, notices, history } = await readRecords(await readSource(file, io), asked);
      for (const record of records) all.push({ ...joined(record, join, file), file });
      for (const notice of notices) told.push(notice);
      if (history !== undefined) uses.push([...history]);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      for (const problem of error.problems) problems.push(problem);
    }
  }
  if (problems.length > 0) throw new UsageError(problems);
  return {
    records: all,
    notices: [...asked.notices, ...told, ...(join?.notices() ?? [])],
    ...(uses.length > 0 && { history: uses.flat() }),
  };
}

/** A record with the facts that tables state of its keys. */
export function joined(record: InputRecord, join: InputJoin | undefined, file: string): InputRecord {
  const { value, issues, line, places } = record;
  if (join === undefined || issues.length > 0 || typeof value !== 'object' || value === null) return record;
  const here = places ?? { '': `${fileName(file)}:${String(line)}` };
  const found = join.add({ value, places: here });
  if (places !== undefined) return { ...record, value: found.value, places: found.places };
  const others = Object.entries(found.places).filter(([pointer]) => pointer !== '');
  return { ...record, value: found.value, places: Object.fromEntries(others) };
}
