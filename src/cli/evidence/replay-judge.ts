import type { Checker } from '../../index.js';
import type { CreateBatch } from '../../check/create-batch.js';
import type { EntryKind } from '../../check/records.js';

/** What replaying asks of a checker. */
export type Judge = Pick<Checker, 'checkSession' | 'checkRecords' | 'createBatch'>;

/** A checker that tells of each entry when it is checked. */
export function tellingJudge(checker: Judge, onChecked: () => void): Judge {
  const createBatch: CreateBatch = <Of extends EntryKind>(options?: Parameters<CreateBatch>[0]) => {
    // The kind of the options is that of the call.
    const stream = checker.createBatch<Of>(options as never);
    return {
      ...stream,
      add(entry: unknown) {
        stream.add(entry);
        onChecked();
      },
    };
  };
  return {
    createBatch,
    checkRecords: (entries, options) => checker.checkRecords(entries, options, onChecked),
    checkSession(session, options) {
      const result = checker.checkSession(session, options);
      onChecked();
      return result;
    },
  };
}
