import type { Checker } from '../../check/checker.js';
import type { PriorUse } from '../../facts/generated/types.js';
import { entriesById, settled, type OwnEntry } from '../../facts/history.js';
import { add, createAccount, used, type Account } from '../../units/account.js';
import { addUnits, between, exactly } from '../../units/quantity.js';
import type { CivilDate } from '../../values/civil-date.js';
import { sessionOf, type CheckedRecord } from '../records.js';
import type { ReportOptions } from '../format.js';
import { columnsOf, counted, grouped, printable } from './layout.js';
import { recordInWords, type Page } from './page.js';

const MOST_SHOWN = 10;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What a member has left of a service's month, as told by the record that used units of it last. */
export interface UnitsLeft {
  readonly lastUsedBy: CheckedRecord;
  readonly member: string;
  readonly service: string;
  /** Of the last use. */
  readonly day: CivilDate;
  /** First day of the month. */
  readonly from: string;
  readonly limit: number;
  readonly remaining: number;
  /** Whether a session with units that are not known may have used some of these. */
  readonly atMost: boolean;
}

/** What members have left. */
export interface MembersLeft {
  readonly add: (record: CheckedRecord) => void;
  /** Those with the fewest units left, and how many members there are. */
  readonly end: () => { readonly fewest: readonly UnitsLeft[]; readonly members: number };
}

/** Of a stream, the records of one member are held at a time. */
export function createMembersLeft(options: ReportOptions, most = MOST_SHOWN): MembersLeft {
  const { history, checker } = options;
  if (history === undefined || checker === undefined)
    return { add: () => undefined, end: () => ({ fewest: [], members: 0 }) };
  const before = usesByMember(history);
  let records: CheckedRecord[] = [];
  let member: string | undefined;
  let fewest: UnitsLeft[] = [];
  let members = 0;

  function close(): void {
    const uses = options.streamed === true ? (before.get(member ?? '') ?? []) : [...before.values()].flat();
    const left = unitsLeft(records, uses, checker as TellsLimits);
    members += left.length;
    fewest = [...fewest, ...left].sort((one, other) => one.remaining - other.remaining).slice(0, most);
    records = [];
  }

  return {
    add(record) {
      const next = sessionOf(record)?.member?.id ?? undefined;
      if (options.streamed === true && (next !== member || next === undefined)) close();
      member = next;
      records.push(record);
    },
    end() {
      close();
      return { fewest, members };
    },
  };
}

type TellsLimits = Pick<Checker, 'serviceOf' | 'remainingUnits'>;

function usesByMember(history: readonly PriorUse[]): Map<string, PriorUse[]> {
  const uses = new Map<string, PriorUse[]>();
  for (const { use } of settled(history).uses) {
    // In a batch each states whose it is.
    const who = String(use.memberId);
    const before = uses.get(who);
    if (before === undefined) uses.set(who, [use]);
    else before.push(use);
  }
  return uses;
}

/** What the members with the fewest units left have left. */
export function* unitsLeftSection(left: MembersLeft, page: Page): Generator<string> {
  const { fewest, members } = left.end();
  if (members === 0) return;
  yield `\n${page.style.bold('Units left in the month')}, fewest first\n\n`;
  const lines = columnsOf(
    fewest.map(({ remaining, limit, atMost, from, service, day, lastUsedBy, member }) => [
      `${atMost ? 'at most ' : ''}${grouped(remaining)} of ${grouped(limit)}`,
      monthOf(from),
      page.options.keys === false ? recordInWords(lastUsedBy) : `member ${printable(member)}`,
      page.titleOf(service, day),
    ]),
    [1, 2, 3],
    page.options.width,
  );
  for (const line of lines) yield `${line}\n`;
  const more = members - fewest.length;
  if (more > 0) yield page.wrap(`and ${counted(more, 'member')} more, with no fewer left`, '  ');
}

/** "March 2025" */
export function monthOf(date: string): string {
  const month = Number(date.slice(5, 7));
  return [...months.slice(month - 1, month), date.slice(0, 4)].join(' ');
}

/** For each member with units used in the batch, what is left of the latest month in which they were; the least first. */
function unitsLeft(
  records: readonly CheckedRecord[],
  uses: readonly PriorUse[],
  checker: TellsLimits,
): UnitsLeft[] {
  const account = createAccount(true);
  const own = records.flatMap(ownSession);
  const { isEntry } = entriesById(own);
  const withoutCode = new Set<string>();
  for (const { service, dateOfService } of own.map(({ session }) => session)) {
    if (checker.serviceOf(service, dateOfService).codes === undefined) withoutCode.add(service);
  }
  for (const use of uses) {
    const who = String(use.memberId);
    if (isEntry({ use, who })) continue;
    const isDoubtful = use.service == null;
    for (const service of isDoubtful ? withoutCode : [use.service])
      add(account, { who, service, day: use.dateOfService, units: exactly(use.units), isDoubtful });
  }
  const lastUses = new Map<string, LastUse>();
  for (const record of records) {
    const session = sessionOf(record);
    const { result } = record;
    const who = session?.member?.id;
    // Nobody knows whose those are whose member is not stated.
    if (session === undefined || who == null || result.kind !== 'session') continue;
    // One that is not billable uses none.
    if (result.verdict === 'not-billable') continue;
    const { service, dateOfService: day } = session;
    const units = result.units?.claimed ?? result.units?.supported;
    add(account, {
      who,
      service,
      day,
      units: units === undefined ? between(0, Infinity, []) : exactly(units),
    });
    const key = JSON.stringify([who, service]);
    const use = { record, who, service, day, at: `${day} ${session.startTime ?? ''}` };
    if (use.at >= (lastUses.get(key)?.at ?? '')) lastUses.set(key, use);
  }
  return [...lastUses.values()]
    .flatMap((last) => leftOf(last, account, checker.remainingUnits))
    .sort((one, other) => one.remaining - other.remaining);
}

function ownSession(record: CheckedRecord): OwnEntry[] {
  const session = record.result.kind === 'session' ? sessionOf(record) : undefined;
  return session === undefined ? [] : [{ session, who: session.member?.id ?? 0 }];
}

interface LastUse {
  readonly record: CheckedRecord;
  readonly who: string;
  readonly service: string;
  readonly day: string;
  /** Day and time, which compare as text. */
  readonly at: string;
}

function leftOf(
  { record, who, service, day }: LastUse,
  account: Account,
  limitsOf: Checker['remainingUnits'],
): UnitsLeft[] {
  const month = limitsOf(service, { on: day }).find(({ per }) => per === 'calendar-month');
  const { atLeast, atMost } = used(account, who, service, day, 'calendar-month');
  if (month?.limit == null || atLeast === 0) return [];
  const { from, limit } = month;
  const remaining = Math.max(0, addUnits(limit, -atLeast));
  return [
    { lastUsedBy: record, member: who, service, day, from, limit, remaining, atMost: atLeast < atMost },
  ];
}
