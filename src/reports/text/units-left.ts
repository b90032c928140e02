import type { Checker } from '../../check/checker.js';
import { entriesById, settled, type OwnEntry } from '../../facts/history.js';
import { add, createAccount, used, type Account } from '../../units/account.js';
import { addUnits, between, exactly } from '../../units/quantity.js';
import type { CivilDate } from '../../values/civil-date.js';
import { sessionOf, type CheckedRecord } from '../records.js';
import { counted, grouped } from './layout.js';
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

/** What the members with the fewest units left have left. No one is named: each is the member of a record. */
export function* unitsLeftSection(records: readonly CheckedRecord[], page: Page): Generator<string> {
  const members = unitsLeft(records, page);
  if (members.length === 0) return;
  yield `\n${page.style.bold('Units left in the month')}, each member by the record that used units last\n\n`;
  const shown = members
    .slice(0, MOST_SHOWN)
    .map(({ remaining, limit, atMost, from, service, day, lastUsedBy }) => ({
      units: `${atMost ? 'at most ' : ''}${grouped(remaining)} of ${grouped(limit)}`,
      rest: `${monthOf(from)}  ${page.titleOf(service, day)}  ${recordInWords(lastUsedBy)}`,
    }));
  const width = Math.max(...shown.map(({ units }) => units.length));
  for (const { units, rest } of shown) yield `  ${units.padStart(width)}  ${rest}\n`;
  const more = members.length - shown.length;
  if (more > 0) yield `  and ${counted(more, 'member')} more, with no fewer left\n`;
}

/** "March 2025" */
export function monthOf(date: string): string {
  const month = Number(date.slice(5, 7));
  return [...months.slice(month - 1, month), date.slice(0, 4)].join(' ');
}

/** For each member with units used in the batch, what is left of the latest month in which they were; the least first. */
export function unitsLeft(
  records: readonly CheckedRecord[],
  { options: { history, checker } }: Pick<Page, 'options'>,
): UnitsLeft[] {
  if (history === undefined || checker === undefined) return [];
  const account = createAccount(true);
  const own = records.flatMap(ownSession);
  const { isEntry } = entriesById(own);
  const withoutCode = new Set<string>();
  for (const { service, dateOfService } of own.map(({ session }) => session)) {
    if (checker.serviceOf(service, dateOfService).codes === undefined) withoutCode.add(service);
  }
  for (const { use } of settled(history).uses) {
    // In a batch each states whose it is.
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
  return [{ lastUsedBy: record, service, day, from, limit, remaining, atMost: atLeast < atMost }];
}
