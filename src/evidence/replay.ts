import type { Checker } from '../check/checker.js';
import type { CheckOptions } from '../check/options.js';
import type { SessionResult } from '../check/result.js';
import type { Session } from '../facts/generated/types.js';
import { checkSession } from '../shipped.js';
import { digestOf } from '../values/digest.js';
import {
  askedUnderSeal,
  optionsThatTell,
  recordOf,
  type AskedOpenly,
  type AuditRecord,
} from './audit-record.js';

/**
 * `changed`: the record is not as it was made; `facts`: what is given is not what was asked; `definition`, `version`: what
 * judges now is another one; `outcome`: the same came out otherwise.
 */
export type Replayed =
  | { readonly same: true }
  | { readonly same: false; readonly why: 'changed' | 'facts' | 'definition' | 'version' | 'outcome' };

/** What a record is replayed with. */
export interface ReplayOptions {
  /** What was asked, of a record under a seal; of an open one it is compared. */
  readonly session?: Session | undefined;
  readonly options?: CheckOptions | undefined;
  readonly seal?: string | undefined;
  /** What judges; the shipped definitions where left out. */
  readonly checker?: Pick<Checker, 'checkSession'> | undefined;
}

/**
 * Checks again what a record was made of, and says whether the same comes out.
 *
 * @throws InputError as `checkSession`, or RangeError where a record under a seal comes without its session and seal.
 *
 * @example
 * const record = auditRecord({ service: 'mo/peer-support', dateOfService: '2025-03-03' }, { history: [] });
 * replay(record); // { same: true }
 * replay({ ...record, previous: 'sha256:of-another' }); // { same: false, why: 'changed' }
 */
export function replay(
  record: AuditRecord,
  { session, options, seal, checker }: ReplayOptions = {},
): Replayed {
  const { digest, ...content } = record;
  if (digestOf(content) !== digest) return { same: false, why: 'changed' };
  const asked = askedIn(record, session, options, seal);
  if (asked === undefined) return { same: false, why: 'facts' };
  const result = (checker?.checkSession ?? checkSession)(asked.session, asked.options);
  const why = differenceOf(record, recordOf(asked, result, sealOf(record, seal), record.previous), result);
  return why === undefined ? { same: true } : { same: false, why };
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

function differenceOf(before: AuditRecord, after: AuditRecord, { rules }: SessionResult) {
  if (before.digest === after.digest) return undefined;
  if (before.rules.definition !== rules.definition || !isSame(before.rules.settings, rules.settings))
    return 'definition';
  return before.rules.version === rules.version ? 'outcome' : 'version';
}

/** As JSON has them: keys in any order, and what is not stated as what is not there. */
function isSame(one: unknown, other: unknown): boolean {
  return digestOf([one]) === digestOf([other]);
}
