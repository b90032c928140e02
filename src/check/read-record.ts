import type { ReadClaim } from './claims.js';
import type { SessionEntry } from './entry.js';
import type { InvalidResult } from './result.js';

/** What an entry was read as, or what is wrong with it. */
export type ReadRecord = SessionEntry | ReadClaim | Unread;

interface Unread {
  readonly kind: 'invalid';
  readonly result: InvalidResult;
}
