import type { Checker } from '../check/checker.js';
import type { CheckOptions } from '../check/options.js';
import type { Session } from '../facts/generated/types.js';
import { entryRecord, type EntryRecord } from './audit-records.js';
import { askedInRecords, differenceOf, isSame, judgedAs, type WhyNotSame } from './replay-records.js';
import { checkSession } from '../shipped.js';
import { digestOf } from '../values/digest.js';
import {
  askedUnderSeal,
  optionsThatTell,
  recordOf,
  type AskedOpenly,
  type AuditRecord,
} from './audit-record.js';

/** See {@link WhyNotSame}. */
export type Replayed = { readonly same: true } | { readonly same: false; readonly why: WhyNotSame };

/** What a record is replayed with. */
export interface ReplayOptions {
  /** What was asked, of a record under a seal; of an open one it is compared. */
  readonly session?: Session | undefined;
  readonly options?: CheckOptions | undefined;
  readonly seal?: string | undefined;
  /** What judges; the shipped definitions where left out. */
  readonly checker?: (Pick<Checker, 'checkSession'> & Partial<Pick<Checker, 'checkRecords'>>) | undefined;
}

/**
 * Checks again what a record was made of, and says whether the same comes out. A record of a batch is judged as if it were
 * alone: where something else comes out then, only `replayRecords` can tell, which has those beside it.
 *
 * @throws InputError as `checkSession`, or RangeError where a record under a seal comes without its session and seal, or
 *   one of a batch cannot be told alone.
 *
 * @example
 * const record = auditRecord({ service: 'mo/peer-support', dateOfService: '2025-03-03' }, { history: [] });
 * replay(record); // { same: true }
 * replay({ ...record, previous: 'sha256:of-another' }); // { same: false, why: 'changed' }
 */
export function replay(record: AuditRecord | EntryRecord, given: ReplayOptions = {}): Replayed {
  const { session, options, seal, checker } = given;
  const { digest, ...content } = record;
  if (digestOf(content) !== digest) return { same: false, why: 'changed' };
  if (isOfBatch(record)) return replayAlone(record, given);
  const asked = askedIn(record, session, options, seal);
  if (asked === undefined) return { same: false, why: 'facts' };
  const result = (checker?.checkSession ?? checkSession)(asked.session, asked.options);
  const why = differenceOf(record, recordOf(asked, result, sealOf(record, seal), record.previous));
  return why === undefined ? { same: true } : { same: false, why };
}

function isOfBatch(record: AuditRecord | EntryRecord): record is EntryRecord {
  return 'among' in record.asked;
}

function replayAlone(record: EntryRecord, { session, options, seal, checker }: ReplayOptions): Replayed {
  const { among } = record.asked;
  const alone = { ...record.asked, among: { ...among, entry: 0, last: true as const } };
  const entries = session === undefined ? undefined : [session];
  const [asked] = askedInRecords([{ ...record, asked: alone }], entries, options, seal);
  if (asked === undefined) return { same: false, why: 'facts' };
  const isListed = typeof asked.options.history !== 'string';
  const [result] = isListed ? judgedAs('together', [asked], checker) : [];
  const { previous } = record;
  const ofRecord = 'sealed' in record.asked ? seal : undefined;
  if (
    result !== undefined &&
    entryRecord({ asked, result, among, seal: ofRecord, previous }).digest === record.digest
  )
    return { same: true };
  throw new RangeError('expected a record that can be told alone: replay it with the others of its batch');
}

/** What was asked; nothing where what is given is something else. */
function askedIn(
  { asked }: AuditRecord,
  session: Session | undefined,
  options: CheckOptions | undefined,
  seal: string | undefined,
): AskedOpenly | undefined {
  const given = optionsThatTell(options ?? {});
  if ('sealed' in asked) {
    if (session === undefined || seal === undefined)
      throw new RangeError('expected the session, its options and the seal: the record is under a seal');
    const own = { session, options: given };
    return isSame(askedUnderSeal(own, seal), asked) ? own : undefined;
  }
  if (session !== undefined && !isSame(session, asked.session)) return undefined;
  return options !== undefined && !isSame(given, asked.options) ? undefined : asked;
}

function sealOf({ asked }: AuditRecord, seal: string | undefined): string | undefined {
  return 'sealed' in asked ? seal : undefined;
}
