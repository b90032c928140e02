import { issueInWords } from '../../facts/input-error.js';
import { acceptMemberUse, acceptUse } from '../../facts/generated/acceptors.js';
import { parse, type Parsed } from '../../facts/parse.js';
import { memberUseSchema, useSchema } from '../../facts/prior-use.js';
import { isReversal, NOTHING_TO_REVERSE, settled } from '../../facts/history.js';
import type { PriorUse } from '../../facts/generated/types.js';
import { notice, type Notice } from '../../findings/notices.js';
import type { Place } from '../../reports/index.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import type { Known } from '../../adapters/tables/columns.js';
import { priorUseColumns, sessionColumns, type Columns } from './csv-columns.js';
import type { InputRecord } from './input-record.js';
import { readRecords } from './read-records.js';
import { readSource } from './read-source.js';
import { isSession, useOf } from './session-use.js';

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
  /** Whether a row of CSV that does not say whose it is cannot be read. */
  readonly asksForMember: boolean;
}

/** In a batch each prior use states whose it is. */
const ofMembers: Form = {
  read: (value) => parse(memberUseSchema, value, acceptMemberUse),
  asksForMember: true,
};

/** Of one member alone, none needs to. */
const ofOneMember: Form = {
  read: (value) => parse(useSchema, value, acceptUse),
  asksForMember: false,
};

/** Stated in place of a file: nothing else was billed. */
export const NOTHING_BILLED = 'none';

const MOST_PROBLEMS_SHOWN = 20;

/** The units already billed, one prior use or session a record. One that cannot be read would make every limit wrong. */
export async function readHistory(file: string, services: Known['services'], io: Io): Promise<StatedHistory> {
  return readUses(file, ofMembers, services, io);
}

/** The same, of one member. Uses of several would add up to what nobody used. */
export async function readHistoryOfOne(
  file: string,
  services: Known['services'],
  io: Io,
): Promise<StatedHistory> {
  const history = await readUses(file, ofOneMember, services, io);
  const members = new Set(history.uses.flatMap(({ memberId }) => memberId ?? []));
  if (members.size <= 1) return history;
  throw new UsageError([`${file}: holds what ${String(members.size)} members used; give that of one`]);
}

async function readUses(
  file: string,
  form: Form,
  services: Known['services'],
  io: Io,
): Promise<StatedHistory> {
  if (file === NOTHING_BILLED) return { uses: [], places: [], notices: [] };
  const forms = columnsFor(form, services);
  const { records, notices } = await readRecords(file, await readSource(file, io), ...forms);
  const uses: PriorUse[] = [];
  const places: Place[] = [];
  const problems: string[] = [];
  for (const record of records) {
    const read = readUse(record, form);
    if (!read.ok) {
      for (const issue of read.issues)
        problems.push(`${file}:${String(record.line)}: ${issueInWords(issue)}`);
    } else if (read.value !== undefined) {
      uses.push(read.value);
      places.push({ file, line: record.line });
    }
  }
  for (const index of problems.length > 0 ? [] : settled(uses).reversingNothing) {
    problems.push(
      `${file}:${String(places[index]?.line)}: /units: expected ${NOTHING_TO_REVERSE}, found none`,
    );
  }
  // A cell that was read as empty may be the very one that is missed.
  if (problems.length > 0)
    throw new UsageError([...shortened(problems, file), ...notices.map(({ message }) => message)]);
  const reversals = uses.filter(isReversal).length;
  return {
    uses,
    places,
    notices: reversals === 0 ? notices : [...notices, notice('reversals', { count: reversals })],
  };
}

function shortened(problems: readonly string[], file: string): string[] {
  const more = problems.length - MOST_PROBLEMS_SHOWN;
  return [
    ...problems.slice(0, MOST_PROBLEMS_SHOWN),
    ...(more > 0 ? [`${file}: and ${String(more)} more`] : []),
  ];
}

/** Columns of prior uses, or of sessions that were billed. */
function columnsFor({ asksForMember }: Form, services: Known['services']): [Columns, Columns] {
  const [uses, sessions] = [priorUseColumns(services), sessionColumns({ services, words: {} })];
  const required = (member: string) => [...uses.required, ...(asksForMember ? [member] : [])];
  return [
    { ...uses, required: required('memberId') },
    { ...sessions, required: required('member.id') },
  ];
}

/** Nothing where the record is a session that did not take place. */
function readUse({ value, issues }: InputRecord, { read }: Form): Parsed<PriorUse | undefined> {
  if (issues.length > 0) return { ok: false, issues: [...issues] };
  return isSession(value) ? useOf(value, read) : read(value);
}
