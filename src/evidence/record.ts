export { auditRecord } from './audit-record.js';
export { auditRecords } from './audit-records.js';
export { replay } from './replay.js';
export { replayRecords } from './replay-records.js';
export { diffResults } from './diff-results.js';

export type { AskedOpenly, AskedUnderSeal, AuditOptions, AuditRecord, Outcome } from './audit-record.js';
export type {
  Among,
  AuditRecordsOptions,
  EntryAsked,
  EntryOutcome,
  EntryRecord,
  EntryResult,
  Judged,
  OptionsAsked,
} from './audit-records.js';
export type { ReplayedRecords, ReplayRecordsOptions, WhyNotSame } from './replay-records.js';
export type { Replayed, ReplayOptions } from './replay.js';
export type { Difference, Differences } from './diff-results.js';
