import type { Problem } from '../facts/found.js';
import type { CivilDate } from '../values/civil-date.js';
import type { Money } from '../values/money.js';
import { said, type Plain, type PlainCode, type SaidBy, type SaidOf } from './said.js';
import { count } from './wording.js';

/** What was summed up: sessions, or lines of claims. */
export type Summed = 'entry' | 'line';

const plural = { entry: 'entries', line: 'lines' } as const;

/** What compares members. */
const acrossMembers: Readonly<Record<keyof NotCompared, string>> = {
  staffOverlaps: 'overlaps of staff',
  groupRosters: 'rosters of groups',
  ids: 'ids that agree with those of other members',
  replacements: 'claims that replace or void what is of another member',
  noMember: 'entries without a member beside others',
  keysAlike: 'entries of members whose keys differ only in letter case, blanks or zeros at the start',
};

/** What a notice says, by its code. A code is forever. */
export const noticeSentences = {
  // Of a session.
  'source-undated': () => 'The source is undated; it is taken to be in force on every date.',
  'source-age': ({ from }: { from: CivilDate }) =>
    `The rules are those of ${from}; later ones are not on file. Compare with what your payer says now.`,
  'limits-seen-here': () =>
    'Unit limits are judged on the units stated; units billed by other agencies are not seen.',
  'missing-facts-reported': () => 'Missing facts are reported and do not hold the verdict back.',
  'rate-date': ({ from }: { from: CivilDate }) => `The rate on file is of ${from}.`,
  'rate-bound': ({ rate, documents }: { rate: Money; documents: Money }) =>
    `The rate is $${rate}, of your own configuration, in place of the $${documents} of the document.`,
  'code-bound-to-several': ({ services }: { services: readonly string[] }) =>
    `Your own configuration of codes gives several services the code of this line: ${services.join(', ')}. State which it is.`,
  'code-not-judged': () => 'The code of the line is not judged: no code is on file for its service.',
  replaced: () =>
    'Another claim of the batch stands for this one, which is in no sum and moves no exit status.',
  // Of a batch, in the order in which they are told.
  problem: problemInWords,
  'units-left-out': ({ count: number, of }: { count: number; of: Summed }) =>
    `The totals leave out the units of ${count(number, of, plural[of])}: they are not known.`,
  'charges-left-out': ({ count: number, of, unitsNotKnown }: ChargesLeftOut) =>
    `The totals leave out the charges of ${count(number, of, plural[of])}: none is stated and no rate is on file${unitsNotKnown > 0 ? ', or the units are not known' : ''}.`,
  'no-history': () =>
    'Duplicates of what was billed before, and overlaps with it, are not seen: no history is given.',
  'no-clock-times': ({ count: number }: { count: number }) =>
    `Overlaps: ${count(number, 'entry', 'entries')} without both clock times could not be compared.`,
  'no-staff-key': ({ count: number }: { count: number }) =>
    `Overlaps of staff: ${count(number, 'entry', 'entries')} could not be compared, as it is not said who rendered the service.`,
  'no-start-time': ({ count: number }: { count: number }) =>
    `Duplicates: ${count(number, 'session')} already billed without a start time could not be compared.`,
  'replaces-nothing': ({ count: number }: { count: number }) =>
    `Claims that stand for another one, which is found neither among the entries nor among the sessions already billed that they are compared with: ${String(number)}.`,
  'ids-agree': ({ count: number }: { count: number }) =>
    `Sessions already billed with the id of an entry, but of another day, service or member, are counted, and not taken for it: ${String(number)}.`,
  'uses-of-others': ({ count: number }: { count: number }) =>
    `Sessions already billed for members whom no entry names: ${String(number)}.`,
  'keys-alike': ({ count: number }: { count: number }) =>
    `Sessions already billed whose member's key differs from that of an entry only in letter case, blanks or zeros at its start: ${String(number)}. Whether they are of the same member is not known.`,
  'uses-not-on-file': ({ count: number }: { count: number }) =>
    `Sessions already billed of services not on file, which count toward no limit: ${String(number)}.`,
  'waivers-not-applied': ({ waivers }: SomeWaivers) =>
    `None of ${count(waivers.length, 'waiver')} is applied: the day of the check (asOf) is not stated, so that it is not known which have expired.`,
  'waivers-expired': ({ waivers }: SomeWaivers) =>
    `Waivers that have expired, and are not applied: ${firstOf(waivers)}.`,
  'waivers-unused': ({ waivers }: SomeWaivers) =>
    `Waivers of no use here, as nothing is found for which they hold: ${firstOf(waivers)}.`,
  'waivers-wide': ({ waivers }: SomeWaivers) =>
    `Waivers of more than a year of service, which is wide: ${firstOf(waivers)}. Let each end sooner.`,
  'not-compared': (numbers: NotCompared) => {
    const left = Object.entries(acrossMembers).flatMap(([name, what]) => {
      const number = numbers[name as keyof NotCompared];
      return number === 0 ? [] : `${what} (${count(number, 'entry', 'entries')})`;
    });
    return `Members are judged one by one. Not judged: ${left.length === 0 ? 'nothing, as no entry was to be compared with those of other members' : left.join('; ')}.`;
  },
  // Of a look-up.
  'not-in-force': () => 'No rules are on file for this date.',
  'rate-not-set': () => 'A rate is not set by this source.',
  'rates-differ': () => 'The codes of the service have different rates, and none is known to be meant.',
  'limit-not-set': () => 'Units are not limited by this source.',
  // Of the command.
  'cells-empty': ({ file, columns }: CellsEmpty) =>
    `Cells of ${file} that say NULL, N/A, none, a dash or the like are read as empty: ${columns.map(({ column, count: number }) => `${String(number)} of ${column}`).join(', ')}.`,
  reversals: ({ count: number }: { count: number }) =>
    `Reversals among what was already billed, each of which cancels units of what it reverses: ${String(number)}.`,
  'file-read': ({ file, form, told }: { file: string; form: string; told: readonly string[] }) =>
    `The file ${file} is read as ${[form, ...told].join('; ')}.`,
  'config-found': ({ file }: { file: string }) =>
    `The configuration is ${file}, which was found by itself; --no-config leaves it.`,
  'list-in-object': ({ file, key }: { file: string; key: string }) =>
    `The records are the list in "${key}" of the object that ${file} holds.`,
  'no-records': () => 'Nothing to check: the input holds no records.',
  'history-wanted': () =>
    'What was already billed is not known, so unit limits cannot be judged. Give it with --history FILE, or say --history none if nothing else was billed.',
} as const;

/** What a reader says of a cell names the column once more, as the place does. */
function problemInWords({ place, message, count: times = 1 }: Problem): string {
  const [subject = ''] = message.split(': ');
  const says = place.endsWith(subject) ? message.slice(`${subject}: `.length) : message;
  const where = times > 1 ? `${place} (the first of ${String(times)})` : place;
  return `${where}: ${says}${says.endsWith('.') ? '' : '.'}`;
}

/** By their places in the list that was given, as a waiver's own id may hold the key of a person. */
interface SomeWaivers {
  waivers: readonly string[];
}

const MOST_PLACES = 20;

function firstOf(places: readonly string[]): string {
  const more = places.length - MOST_PLACES;
  return `${places.slice(0, MOST_PLACES).join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

interface CellsEmpty {
  file: string;
  /** Those that have such cells, in the order of the file. */
  columns: readonly { column: string; count: number }[];
}

interface ChargesLeftOut {
  count: number;
  of: Summed;
  /** How many of them have no known units either. */
  unitsNotKnown: number;
}

/** How many entries a rule that compares members would have judged. */
interface NotCompared {
  staffOverlaps: number;
  groupRosters: number;
  /** Those that state an id. */
  ids: number;
  /** Claims that stand for another one, which may be of any member. */
  replacements: number;
  /** Those that state no member, which are compared with no other. */
  noMember: number;
  /** Those of a member whose key is alike that of another member before. */
  keysAlike: number;
}

type Sentences = typeof noticeSentences;

/** What a notice says, as a program reads it. Each code: `docs/notices-and-reasons.md`. */
export type NoticeCode = keyof Sentences;

/**
 * What a person should know of a result. Its `code` is forever and tells the type of its `data`; the message may change.
 * All codes: `docs/notices-and-reasons.md`.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03' };
 * checkSession(session).notices[0]?.code; // 'source-age'
 */
export type Notice = SaidBy<Sentences>;

export function notice<Code extends NoticeCode>(
  code: Code,
  ...data: Parameters<Sentences[Code]>
): SaidOf<Sentences, Code> {
  return said<Sentences, Code>(noticeSentences, code, data);
}

/** A notice without data: the same wherever it is said. */
export type PlainNotice = Plain<PlainCode<Sentences>>;

/** Each notice once, in order. */
export function eachOnce(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((one) => [JSON.stringify(one), one])).values()];
}
