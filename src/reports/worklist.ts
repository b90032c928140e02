import type { BatchResult } from '../check/records.js';
import type { ClaimResult, SessionResult, VoidResult } from '../check/result.js';
import type { FoundRecords } from '../facts/found.js';
import type { Position } from '../findings/finding-data.js';
import type { Denial } from '../findings/result.js';
import type { Finding } from '../rules/index.js';
import type { BatchReportOptions, ReportOptions } from './format.js';
import { createKeys } from './keys.js';
import { clauseInWords, waiversOf } from './own-rules.js';
import {
  checkedRecordsOf,
  fileInWords,
  findAmong,
  memberIdOf,
  otherOf,
  placeInWords,
  positionInWords,
  type CheckedRecord,
  type Find,
  type Found,
} from './records.js';
import { printable } from './text/layout.js';
import { amountsOf, toDosOf, type ToDo } from './to-dos.js';

/** The columns in their order, with what each holds. */
export const worklistColumns = {
  heldBy: 'who can answer or correct it: front-desk, clinician, supervisor, personnel, billing or agency',
  about:
    'what it is about: session, claim, member, staff, agency, plan, assessment, documentation or history',
  memberId: "the member's own key",
  staffId: "the staff member's own key",
  dateOfService: 'of the session or line',
  service: 'of the session or line',
  units: 'of the session, line or claim: as stated, or as the time supports',
  charge: 'as stated, or at the rate on file',
  verdict: 'of the record: billable, not-billable, undetermined, invalid or void',
  rule: 'of the finding; empty where the record cannot be read',
  outcome: 'fail, unknown or due',
  severity: 'error, warning or info',
  message: 'what is found, or why the record cannot be read',
  question: 'what to ask, where something is not known',
  clause: 'where it is written',
  denials:
    'what a payer may answer: group, CARC, RARC, likely or possible, and "at audit" where no claim shows it',
  id: "the record's own key",
  file: 'where the record was read',
  line: 'the line on which it starts; of a file in which nobody counts them, what starts there',
  key: 'the same in the next run, so that what was ticked is found again',
  toDo: 'what to do about it, beside asking',
  claimLine: 'the line of the claim that it is about',
  facts: 'JSON Pointers of the facts that may have to be corrected',
  missing: 'JSON Pointers of the facts that are asked for',
  places: 'where all of these stand in your own file, each place once, where an adapter has read it',
  waived: 'why it is not to be done, and through which day of service, where you have waived it',
  reading: 'the named reading on which it rests',
  other: 'file and line of the record that it is about beside this one',
} as const;

/** A column of the worklist. */
export type WorklistColumn = keyof typeof worklistColumns;

/** One thing to do, by column. What is not known, or does not apply, is left out. No text steers what shows it. */
export type WorklistRow = Partial<Record<WorklistColumn, string | number>>;

/**
 * The rows of a worklist: one for each thing to do, in the order of the records. A fact that is not known is one for each
 * clause that asks for it; so is each failure, what is due, and each thing that keeps a record from being read. Days are
 * `YYYY-MM-DD`, charges US dollars with two digits after the point, units numbers. A record that needs nothing has none.
 *
 * @param entries what was checked, in the order in which it was; or what a reader of an adapter gave, as `checkRecords` took it.
 *
 * @example
 * const at = { dateOfService: '2025-03-03', startTime: '09:00', endTime: '10:00' };
 * const entries = [{ id: 'V-1', service: 'mo/peer-support', ...at, units: 33 }];
 * const rows = worklistRows(checkSessions(entries, { history: [] }), entries);
 * rows[0]?.message; // '33 units are claimed. 60 minutes support only 4 units of 15 minutes.'
 * rows.find(({ rule }) => rule === 'member/age')?.heldBy; // 'front-desk'
 */
export function worklistRows(
  batch: BatchResult<SessionResult | ClaimResult | VoidResult>,
  entries: readonly unknown[] | FoundRecords,
  { places, ...options }: BatchReportOptions = {},
): WorklistRow[] {
  return [...createWorklist(options).rowsByRecord(checkedRecordsOf(batch, entries, places))].flat();
}

/** A worklist that is being made. */
export interface Worklist {
  /** The rows of each of the next records, in the order of the entries. What their findings point at is among them. */
  readonly rowsByRecord: (done: readonly CheckedRecord[]) => Iterable<WorklistRow[]>;
}

export function createWorklist(options: ReportOptions): Worklist {
  const keyOnce = createKeys(options.streamed === true);
  return {
    *rowsByRecord(done) {
      const find = findAmong(done, options.historyPlaces);
      for (const record of done) {
        yield toDosOf(record, options).map((toDo) => ({
          ...(options.keys !== false && peopleOf(toDo, record)),
          ...cellsOf(toDo, record),
          ...(toDo.finding && cellsOfFinding(toDo.finding, find)),
          key: keyOnce(record, toDo.rule, toDo.at),
        }));
      }
    },
  };
}

function peopleOf({ item }: ToDo, record: CheckedRecord): WorklistRow {
  return stated({ memberId: memberIdOf(record), staffId: item?.staffId });
}

function cellsOf(toDo: ToDo, record: CheckedRecord): WorklistRow {
  const { heldBy, about, item, message, question, facts, missing, places, toDo: step } = toDo;
  const { entry, place, result } = record;
  const { units, charge } = amountsOf(toDo, record);
  return stated({
    heldBy,
    about,
    dateOfService: item?.dateOfService,
    service: item?.service ?? undefined,
    units,
    charge,
    verdict: result.kind === 'void' ? 'void' : result.verdict,
    message,
    question,
    toDo: step,
    id: result.id,
    file: place && fileInWords(place.file),
    line: place === undefined ? entry + 1 : (place.line ?? place.at),
    claimLine: item?.result.kind === 'line' ? item.result.lineNumber : undefined,
    facts: facts.join(' '),
    missing: missing.join(' '),
    places: places.join('; '),
  });
}

function cellsOfFinding(finding: Finding, find: Find): WorklistRow {
  const { rule, outcome, severity, citations, denials, reading } = finding;
  const other = otherOf(finding);
  return stated({
    rule,
    outcome,
    severity,
    clause: citations.map(clauseInWords).join('; '),
    denials: denials.map(denialInWords).join('; '),
    waived: waiversOf([finding])[0],
    reading: reading?.name,
    other: other === null ? '' : otherInWords(other, find(other)),
  });
}

/** Without the cells that hold nothing; none steers what shows it. */
function stated(cells: Partial<Record<WorklistColumn, string | number | undefined>>): WorklistRow {
  const row: WorklistRow = {};
  for (const [column, cell] of Object.entries(cells)) {
    if (cell === undefined || cell === '') continue;
    row[column as WorklistColumn] = typeof cell === 'string' ? printable(cell) : cell;
  }
  return row;
}

function denialInWords({ carc, rarc, group, likelihood, seenAt }: Denial): string {
  const seen = seenAt === 'audit' ? 'at audit' : undefined;
  return [group, carc, rarc, likelihood, seen].filter((part) => part !== undefined).join(' ');
}

/** Where the other session stands; which it is, where that is not known. */
function otherInWords(other: Position, { place }: Found): string {
  if (place === undefined) return positionInWords(other);
  const line = 'line' in other ? `, line ${String(other.line + 1)}` : '';
  return `${placeInWords(place)}${line}`;
}
