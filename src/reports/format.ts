import type { Checker } from '../check/checker.js';
import type { BatchResult } from '../check/records.js';
import type { ClaimResult, SessionResult, VoidResult } from '../check/result.js';
import type { RulePage } from '../explain/rule-page.js';
import type { FoundRecords } from '../facts/found.js';
import type { PriorUse } from '../facts/generated/types.js';
import type { RuleId } from '../findings/finding-data.js';
import type { WaysToPass } from '../findings/ways.js';
import type { CivilDate } from '../values/civil-date.js';
import { shownOf, type Only } from './only.js';
import { checkedRecordsOf, type CheckedRecord, type Place, type Sums } from './records.js';
import type { RuleTable } from './rule-table.js';

/**
 * A format of reports, for a batch that is done and for one whose entries still come.
 *
 * @typeParam Piece what its reports are made of: text, or what a caller makes of it, such as the bytes of a workbook.
 */
export interface Format<Piece = string> {
  /** As `--format` names it. */
  readonly name: string;
  /** What it is, after its name: "csv is a worklist: one row for each thing to do." */
  readonly says: string;
  /** Of a table: its columns in their order, with what each holds. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Whether what is written of a report is of use where the rest never comes. Otherwise a stream cannot have it. */
  readonly streams: boolean;
  /** Whether a report tells notices. Where it does not, they are to be told beside it. */
  readonly tellsNotices: boolean;
  /** Whether a report has room for what would make each record pass. */
  readonly tellsWays?: true;
  /** Whether it is no text, so that no terminal shows it. */
  readonly isBinary?: true;
  /** Whether it shows only some records by itself, as it needs all of them. Otherwise it is given those alone. */
  readonly takesAll?: boolean;
  readonly open: (options: ReportOptions) => Report<Piece>;
}

/** A report that is being written. It is {@link start}, then the pieces of {@link records}, then those of {@link end}. */
export interface Report<Piece = string> {
  readonly start: string;
  /** Takes the next records, in the order of the entries. What their findings point at is among them. */
  readonly records: (done: readonly CheckedRecord[]) => Iterable<Piece>;
  readonly end: (sums: Sums) => Iterable<Piece>;
}

/** What a report may say beside records and sums. */
export interface ReportOptions {
  /** What judged: it has the titles of services and their limits. Left out, ids stand for titles, and no units left are told. */
  readonly checker?: Pick<Checker, 'serviceOf' | 'remainingUnits'> | undefined;
  /** The day of the check. */
  readonly asOf?: CivilDate | undefined;
  /** What was billed before, as the check had it. */
  readonly history?: readonly PriorUse[] | undefined;
  /** Where each prior use of it was read. */
  readonly historyPlaces?: readonly Place[] | undefined;
  /** Whether a notice asks for the history, once for all records. Otherwise each record that lacks it does. */
  readonly asksForHistory?: boolean | undefined;
  /** The files that were read, each once. */
  readonly files?: readonly string[] | undefined;
  /** Whether the entries are a stream, of any length: then no record is held. */
  readonly streamed?: boolean | undefined;
  /** Says what a rule demands, such as `explain`. Left out, formats that list rules tell the clause of each. */
  readonly explain?: ((rule: RuleId) => Pick<RulePage, 'statements'>) | undefined;
  /**
   * In SARIF, what is open or due has no level, as only what fails has one there. With `'note'` it is told as what fails,
   * with the level of a note, for those who show nothing else.
   */
  readonly openAs?: 'note' | undefined;
  /** Colours and weights of text; plain where left out. */
  readonly style?: Style | undefined;
  /**
   * Whether members and staff are told by their keys. Left out, each format does as it is meant for: in a worklist they
   * stand, in a page that is passed on they do not.
   */
  readonly keys?: boolean | undefined;
  /** Which records and findings are shown; totals are of all. Left out, each that a format has. */
  readonly only?: Only | undefined;
  /**
   * Of text and JSON: a table of `createRuleTable`, in which it is told how each rule of each service came out, over all
   * records. Left out, it is not told.
   */
  readonly byRule?: RuleTable | undefined;
  /** Of text: how records are sorted, by the money that waits for them where left out. */
  readonly sort?: 'money' | 'file' | undefined;
  /** Of text: whether what many records share is told with each of them, and lists are told to their ends. */
  readonly full?: boolean | undefined;
  /** Of text: whether it ends with the counts. */
  readonly quiet?: boolean | undefined;
  /** Of text: its columns, 80 where left out. */
  readonly width?: number | undefined;
}

/** What gives a text a colour or a weight, such as `createColors(true)` of picocolors. */
export type Style = Readonly<
  Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan', (text: string) => string>
>;

/** What a report of a batch may say besides. */
export interface BatchReportOptions extends ReportOptions {
  /** Where each entry was read. */
  readonly places?: readonly Place[] | undefined;
  /**
   * Of text, HTML and JSON: what would make each entry pass, such as `waysToPass` says; undefined of one of which it was not
   * searched.
   */
  readonly ways?: readonly (WaysToPass | undefined)[] | undefined;
}

/**
 * The report of a batch, piece by piece: a long one is more than one text can hold.
 *
 * @param entries what was checked, in the order in which it was; or what a reader of an adapter gave, as `checkRecords` took it.
 *
 * @example
 * const entries = [{ service: 'mo/peer-support', dateOfService: '2025-03-03', units: 33 }];
 * const batch = checkSessions(entries, { history: [] });
 * const table = [...reportOf(csv, batch, entries)].join('');
 * table.split('\n')[1]; // 'clinician,session,,,2025-03-03,mo/peer-support,33,…
 * const report = [...reportOf(text, batch, entries, { asOf: '2025-04-01' })].join('');
 * report.split('\n')[0]; // 'Billability of 1 record as of 2025-04-01'
 */
export function* reportOf<Piece = string>(
  format: Format<Piece>,
  batch: BatchResult<SessionResult | ClaimResult | VoidResult>,
  entries: readonly unknown[] | FoundRecords,
  { places, ways, ...options }: BatchReportOptions = {},
): Generator<string | Piece> {
  const report = openReport(format, options);
  yield report.start;
  yield* report.records(checkedRecordsOf(batch, entries, places, ways));
  yield* report.end(batch);
}

/** A report that is written once all records are there. */
export function reportOfAll<Piece = string>(
  write: (records: readonly CheckedRecord[], sums: Sums) => Iterable<Piece>,
): Report<Piece> {
  const all: CheckedRecord[] = [];
  return {
    start: '',
    records(done) {
      for (const record of done) all.push(record);
      return [];
    },
    end: (sums) => write(all, sums),
  };
}

/** A report of the records that are to be shown. */
export function openReport<Piece>(format: Format<Piece>, options: ReportOptions): Report<Piece> {
  const report = format.open(options);
  const { only, byRule } = options;
  const isShownAll = only === undefined || format.takesAll === true;
  const shown: Report<Piece> = isShownAll
    ? report
    : { ...report, records: (done) => report.records(shownOf(done, only)) };
  if (byRule === undefined) return shown;
  return {
    ...shown,
    records(done) {
      for (const record of done) byRule.add(record);
      return shown.records(done);
    },
    end: (sums) => shown.end({ ...sums, byRule: byRule.rows() }),
  };
}
