import { keyOf } from './items.js';
import type { CheckedRecord } from './records.js';

/** The keys of things to do in one run: a second one of the same entry, rule and place is told apart. */
export function createKeys(): (record: CheckedRecord, rule: string, at: string) => string {
  const given = new Map<string, number>();
  return (record, rule, at) => {
    const key = keyOf(record, rule, at);
    const times = (given.get(key) ?? 0) + 1;
    given.set(key, times);
    return times === 1 ? key : keyOf(record, rule, `${at}#${String(times)}`);
  };
}
