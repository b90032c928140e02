import type { Checker } from '../check/checker.js';
import type { CheckOptions } from '../check/options.js';
import { checkRecords, createBatch } from '../shipped.js';
import { digestOf } from '../values/digest.js';
import { copied, optionsThatTell } from './audit-record.js';
import {
  entryAsked,
  entryRecord,
  entryUnderSeal,
  optionsOfOthers,
  type EntryAsked,
  type EntryRecord,
  type EntryResult,
  type Judged,
} from './audit-records.js';

/**
 * `changed`: the record is not as it was made; `facts`: what is given is not what was asked; `definition`, `version`: what
 * judges now is another one; `outcome`: the same came out otherwise.
 */
export type WhyNotSame = 'changed' | 'facts' | 'definition' | 'version' | 'outcome';

/** Records are counted from 0. What is missed at the end is told of the last. */
export type ReplayedRecords =
  | { readonly same: true }
  | {
      readonly same: false;
      readonly records: readonly { readonly record: number; readonly why: WhyNotSame }[];
    };

/** What the records of a batch are replayed with. */
export interface ReplayRecordsOptions {
  /** What was checked, in its order, of records under a seal; of open ones it is compared. */
  readonly entries?: readonly unknown[] | undefined;
  readonly options?: CheckOptions | undefined;
  readonly seal?: string | undefined;
  /** What judges; the shipped definitions where left out. */
  readonly checker?: Pick<Checker, 'checkRecords' | 'createBatch'> | undefined;
}

/**
 * Checks again what the records of a batch were made of, all beside each other as they were, and says of which the same
 * does not come out. Where records were changed, or other facts are given, nothing is checked.
 *
 * @param records all records of one batch, in their order.
 * @throws InputError as `checkRecords`, or RangeError where records under a seal come without their entries and seal.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03', units: 4 };
 * const records = auditRecords([session, { ...session, units: 30 }], { history: [] });
 * replayRecords(records); // { same: true }
 * replayRecords(records.slice(0, 1)); // { same: false, records: [ { record: 0, why: 'changed' } ] }
 */
export function replayRecords(
  records: readonly EntryRecord[],
  { entries, options, seal, checker }: ReplayRecordsOptions = {},
): ReplayedRecords {
  const changed = records.flatMap((record, index) => (isInPlace(record, index, records) ? [] : index));
  if (changed.length > 0) return notSame(changed, 'changed');
  const asked = askedInRecords(records, entries, options, seal);
  const others = asked.flatMap((one, index) => (one === undefined ? index : []));
  if (others.length > 0) return notSame(others, 'facts');
  const own = asked.filter((one) => one !== undefined);
  const results = judgedAs(records[0]?.asked.among.judged, own, checker);
  const differing = records.flatMap((record, index) =>
    own.slice(index, index + 1).flatMap((one) =>
      results.slice(index, index + 1).flatMap((result) => {
        const { previous, asked: stated } = record;
        const ofRecord = 'sealed' in stated ? seal : undefined;
        const again = entryRecord({ asked: one, result, among: stated.among, seal: ofRecord, previous });
        const why = differenceOf(record, again);
        return why === undefined ? [] : { record: index, why };
      }),
    ),
  );
  return differing.length === 0 ? { same: true } : { same: false, records: differing };
}

function notSame(records: readonly number[], why: WhyNotSame): ReplayedRecords {
  return { same: false, records: records.map((record) => ({ record, why })) };
}

/** Whether a record is as it was made, and where it was. */
function isInPlace(record: EntryRecord, index: number, records: readonly EntryRecord[]): boolean {
  const { digest, ...content } = record;
  const { among } = record.asked;
  return (
    digestOf(content) === digest &&
    among.entry === index &&
    (among.last === true) === (index === records.length - 1) &&
    (index === 0 || record.previous === records[index - 1]?.digest)
  );
}

/** What was asked of each; undefined where what is given is something else. */
export function askedInRecords(
  records: readonly EntryRecord[],
  entries: readonly unknown[] | undefined,
  stated: CheckOptions | undefined,
  seal: string | undefined,
): (EntryAsked | undefined)[] {
  const options = stated === undefined ? undefined : copied(optionsThatTell(stated));
  return records.map(({ asked }, index) => {
    const isEnd = index === records.length - 1;
    const isAsMany =
      entries === undefined || (isEnd ? entries.length === records.length : index < entries.length);
    const given = index === 0 ? (options ?? {}) : optionsOfOthers(options ?? {});
    if ('sealed' in asked) {
      if (entries === undefined || seal === undefined)
        throw new RangeError(
          'expected the entries, their options and the seal: the records are under a seal',
        );
      const own = entryAsked(entries[index], given);
      const isAsked = isSame(entryUnderSeal(own, seal).sealed, asked.sealed);
      return isAsMany && isAsked ? own : undefined;
    }
    const { session, claim, options: kept } = asked;
    const own = entryAsked(
      entries === undefined ? valueOf(asked) : entries[index],
      options === undefined ? kept : given,
    );
    return isAsMany && isSame(own, { session, claim, options: kept }) ? own : undefined;
  });
}

function valueOf({ session, claim }: EntryAsked): unknown {
  return claim ?? session;
}

/** Beside each other as they were. */
export function judgedAs(
  how: Judged | undefined,
  asked: readonly EntryAsked[],
  checker: Partial<NonNullable<ReplayRecordsOptions['checker']>> | undefined,
): readonly EntryResult[] {
  const entries = asked.map(valueOf);
  // The history of the first is the list itself.
  const options = (asked[0]?.options ?? {}) as CheckOptions;
  if (how !== 'by-member') return (checker?.checkRecords ?? checkRecords)(entries, options).results;
  const stream = (checker?.createBatch ?? createBatch)({ ...options, of: 'records' });
  for (const entry of entries) stream.add(entry);
  return stream.end().results;
}

type Proof = Pick<EntryRecord, 'digest' | 'rules'>;

export function differenceOf(before: Proof, after: Proof): WhyNotSame | undefined {
  if (before.digest === after.digest) return undefined;
  const { definition, settings, version } = before.rules;
  if (definition !== after.rules.definition || !isSame(settings, after.rules.settings)) return 'definition';
  return version === after.rules.version ? 'outcome' : 'version';
}

/** As JSON has them: keys in any order, and what is not stated as what is not there. */
export function isSame(one: unknown, other: unknown): boolean {
  return digestOf([one]) === digestOf([other]);
}
