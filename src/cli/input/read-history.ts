import { parse } from '../../facts/parse.js';
import { priorUseSchema, type PriorUse } from '../../facts/prior-use.js';
import { text } from '../../facts/scalars.js';
import { UsageError } from '../usage-error.js';
import { priorUseColumns } from './csv-columns.js';
import type { InputRecord } from './input-record.js';
import { readRecords } from './read-records.js';
import { readSource } from './read-source.js';

/** In a batch each prior use states whose it is. */
const memberUseSchema = priorUseSchema.extend({ memberId: text });

/** Stated in place of a file: nothing else was billed. */
export const NOTHING_BILLED = 'none';

const MOST_PROBLEMS_SHOWN = 20;

/** The units already billed, one prior use a record. A record that cannot be read would make every limit wrong. */
export async function readHistory(file: string): Promise<PriorUse[]> {
  if (file === NOTHING_BILLED) return [];
  const records = await readRecords(file, await readSource(file), priorUseColumns);
  const uses: PriorUse[] = [];
  const problems: string[] = [];
  for (const record of records) {
    const read = readUse(record);
    if ('value' in read) uses.push(read.value);
    else problems.push(...read.problems.map((problem) => `${file}:${String(record.line)}: ${problem}`));
  }
  if (problems.length === 0) return uses;
  const more = problems.length - MOST_PROBLEMS_SHOWN;
  throw new UsageError([
    ...problems.slice(0, MOST_PROBLEMS_SHOWN),
    ...(more > 0 ? [`${file}: and ${String(more)} more`] : []),
  ]);
}

function readUse({ value, issues }: InputRecord): { value: PriorUse } | { problems: string[] } {
  const parsed = issues.length > 0 ? ({ ok: false, issues } as const) : parse(memberUseSchema, value);
  if (parsed.ok) return { value: parsed.value };
  return {
    problems: parsed.issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)),
  };
}
