import { keyOf } from './items.js';
import { memberIdOf, type CheckedRecord } from './records.js';

/**
 * The keys of things to do in one run: a second one of the same entry, rule and place is told apart. Of a stream, in which
 * ids that agree across members are not seen, a second one of a member, or of an entry that states none, as no more is held.
 */
export function createKeys(isStreamed = false): (record: CheckedRecord, rule: string, at: string) => string {
  const given = new Map<string, number>();
  let last: { readonly entry?: number; readonly member?: string | undefined } = {};
  return (record, rule, at) => {
    if (isStreamed && record.entry !== last.entry) {
      const member = memberIdOf(record);
      if (member === undefined || member !== last.member) given.clear();
      last = { entry: record.entry, member };
    }
    const key = keyOf(record, rule, at);
    const times = (given.get(key) ?? 0) + 1;
    given.set(key, times);
    return times === 1 ? key : keyOf(record, rule, `${at}#${String(times)}`);
  };
}
