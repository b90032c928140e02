import { remainingUnits } from '../../../index.js';
import { add, createAccount, used, type Account } from '../../../units/account.js';
import { addUnits, between, exactly } from '../../../units/quantity.js';
import type { CheckedBatch } from '../../checked-batch.js';
import type { CheckedRecord } from '../../checked-record.js';

/** What a member has left of a service's month, as told by the record that used units of it last. */
export interface UnitsLeft {
  readonly lastUsedBy: CheckedRecord;
  readonly service: string;
  /** First day of the month. */
  readonly from: string;
  readonly limit: number;
  readonly remaining: number;
  /** Whether a session with units that are not known may have used some of these. */
  readonly atMost: boolean;
}

/** For each member with units used in the batch, what is left of the latest month in which they were; the least first. */
export function unitsLeft({ records, history = [] }: CheckedBatch): UnitsLeft[] {
  const account = createAccount(true);
  const ids = new Set(records.map(({ session }) => session?.id));
  for (const { id, memberId, service, dateOfService: day, units } of history) {
    // A prior use with the key of a record is that record; in a batch each states whose it is.
    const isRecord = id != null && ids.has(id);
    if (!isRecord) add(account, { who: String(memberId), service, day, units: exactly(units) });
  }
  const lastUses = new Map<string, LastUse>();
  for (const record of records) {
    const { session, result } = record;
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
    .flatMap((last) => leftOf(last, account))
    .sort((one, other) => one.remaining - other.remaining);
}

interface LastUse {
  readonly record: CheckedRecord;
  readonly who: string;
  readonly service: string;
  readonly day: string;
  /** Day and time, which compare as text. */
  readonly at: string;
}

function leftOf({ record, who, service, day }: LastUse, account: Account): UnitsLeft[] {
  const month = remainingUnits(service, { on: day }).find(({ per }) => per === 'calendar-month');
  const { atLeast, atMost } = used(account, who, service, day, 'calendar-month');
  if (month?.limit == null || atLeast === 0) return [];
  const { from, limit } = month;
  const remaining = Math.max(0, addUnits(limit, -atLeast));
  return [{ lastUsedBy: record, service, from, limit, remaining, atMost: atLeast < atMost }];
}
