import { remainingUnits, type PriorUse } from '../../../index.js';
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

interface Use {
  readonly record: CheckedRecord;
  readonly use: PriorUse;
  readonly unitsKnown: boolean;
}

/** For each member with units used in the batch, what is left of the latest month in which they were; the least first. */
export function unitsLeft({ records, history = [] }: CheckedBatch): UnitsLeft[] {
  const ids = new Set(records.map(({ session }) => session?.id));
  // A prior use with the key of a record is that record.
  const before = groupedByMember(
    history.filter(({ id }) => id == null || !ids.has(id)),
    (use) => use,
  );
  const inBatch = groupedByMember(records.flatMap(useOf), ({ use }) => use);
  return [...inBatch]
    .flatMap(([member, uses]) => leftOf(uses, before.get(member) ?? []))
    .sort((one, other) => one.remaining - other.remaining);
}

function leftOf(uses: readonly Use[], before: readonly PriorUse[]): UnitsLeft[] {
  const [first, ...others] = uses;
  if (first === undefined) return [];
  const last = others.reduce((latest, next) => (whenOf(next) >= whenOf(latest) ? next : latest), first);
  const { service, dateOfService } = last.use;
  const history = [...before, ...uses.map(({ use }) => use)];
  const month = remainingUnits(service, { on: dateOfService, history }).find(
    ({ per }) => per === 'calendar-month',
  );
  if (month?.limit == null || month.remaining === null || month.used === 0) return [];
  const { from, through, limit, remaining } = month;
  const atMost = uses.some(
    ({ unitsKnown, use }) => !unitsKnown && from <= use.dateOfService && use.dateOfService <= through,
  );
  return [{ lastUsedBy: last.record, service, from, limit, remaining, atMost }];
}

/** The units that a session of the batch uses; none if it is not billable or nobody knows whose it is. */
function useOf(record: CheckedRecord): Use[] {
  const { session, result } = record;
  const memberId = session?.member?.id;
  if (session === undefined || memberId == null) return [];
  if (result.verdict === 'invalid' || result.verdict === 'not-billable') return [];
  const counts = 'units' in result ? result.units : undefined;
  const units = counts?.claimed ?? counts?.supported;
  const { service, dateOfService } = session;
  return [
    { record, use: { memberId, service, dateOfService, units: units ?? 0 }, unitsKnown: units !== undefined },
  ];
}

function whenOf({ record: { session } }: Use): string {
  return `${session?.dateOfService ?? ''} ${session?.startTime ?? ''}`;
}

function groupedByMember<Item>(items: readonly Item[], useOf: (item: Item) => PriorUse): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const { memberId, service } = useOf(item);
    const key = JSON.stringify([memberId, service]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
