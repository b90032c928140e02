import { issueInWords } from '../../facts/input-error.js';
import { parse, type Parsed } from '../../facts/parse.js';
import { memberUseSchema } from '../../facts/prior-use.js';
import { priorUseSchema } from '../../facts/generated/schemas.js';
import type { PriorUse } from '../../facts/generated/types.js';
import type { Notice } from '../../findings/notices.js';
import type { Place } from '../../reports/index.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { priorUseColumns, type OnFile } from './csv-columns.js';
import type { InputRecord } from './input-record.js';
import { readRecords } from './read-records.js';
import { readSource } from './read-source.js';

/** What was billed before, and where it is written. */
export interface StatedHistory {
  readonly uses: readonly PriorUse[];
  /** Of each use. */
  readonly places: readonly Place[];
  /** What a person should know of how it was read. */
  readonly notices: readonly Notice[];
}

/** How the records of a history are read. */
interface Form {
  readonly read: (value: unknown) => Parsed<PriorUse>;
  /** Columns without which no row of CSV can be read. */
  readonly required: readonly string[];
}

/** In a batch each prior use states whose it is. */
const ofMembers: Form = {
  read: (value) => parse(memberUseSchema, value),
  required: ['service', 'memberId', 'dateOfService', 'units'],
};

/** Of one member alone, none needs to. */
const ofOneMember: Form = {
  read: (value) => parse(priorUseSchema, value),
  required: ['service', 'dateOfService', 'units'],
};

/** Stated in place of a file: nothing else was billed. */
export const NOTHING_BILLED = 'none';

const MOST_PROBLEMS_SHOWN = 20;

/** The units already billed, one prior use a record. A record that cannot be read would make every limit wrong. */
export async function readHistory(file: string, services: OnFile, io: Io): Promise<StatedHistory> {
  return readUses(file, ofMembers, services, io);
}

/** The same, of one member. Uses of several would add up to what nobody used. */
export async function readHistoryOfOne(file: string, services: OnFile, io: Io): Promise<StatedHistory> {
  const history = await readUses(file, ofOneMember, services, io);
  const members = new Set(history.uses.flatMap(({ memberId }) => memberId ?? []));
  if (members.size <= 1) return history;
  throw new UsageError([`${file}: holds what ${String(members.size)} members used; give that of one`]);
}

async function readUses(file: string, form: Form, services: OnFile, io: Io): Promise<StatedHistory> {
  if (file === NOTHING_BILLED) return { uses: [], places: [], notices: [] };
  const columns = { ...priorUseColumns(services), required: form.required };
  const { records, notices } = await readRecords(file, await readSource(file, io), columns);
  const uses: PriorUse[] = [];
  const places: Place[] = [];
  const problems: string[] = [];
  for (const record of records) {
    const read = readUse(record, form);
    if ('problems' in read) {
      for (const problem of read.problems) problems.push(`${file}:${String(record.line)}: ${problem}`);
      continue;
    }
    uses.push(read.value);
    places.push({ file, line: record.line });
  }
  // A cell that was read as empty may be the very one that is missed.
  if (problems.length > 0)
    throw new UsageError([...shortened(problems, file), ...notices.map(({ message }) => message)]);
  return { uses, places, notices };
}

function shortened(problems: readonly string[], file: string): string[] {
  const more = problems.length - MOST_PROBLEMS_SHOWN;
  return [
    ...problems.slice(0, MOST_PROBLEMS_SHOWN),
    ...(more > 0 ? [`${file}: and ${String(more)} more`] : []),
  ];
}

function readUse(
  { value, issues }: InputRecord,
  { read }: Form,
): { value: PriorUse } | { problems: string[] } {
  const parsed = issues.length > 0 ? ({ ok: false, issues } as const) : read(value);
  if (parsed.ok) return { value: parsed.value };
  return { problems: parsed.issues.map(issueInWords) };
}
