export { auditRecord } from './audit-record.js';
export { replay } from './replay.js';
export { diffResults } from './diff-results.js';

export type { AskedOpenly, AskedUnderSeal, AuditOptions, AuditRecord, Outcome } from './audit-record.js';
export type { Replayed, ReplayOptions } from './replay.js';
export type { Difference, Differences } from './diff-results.js';
