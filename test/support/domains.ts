import { asked, type Place } from '../../src/facts/rows/index.js';
import { codesOf, isClosed, type FactRow, type ItemsRow, type Row } from '../../src/facts/rows/row.js';
import { dayAfter, dayBefore, lastBirthDate, monthsLater, orEarlier } from '../oracle/calendar.js';
import { holderOf, NONE } from './facts.js';

/** The values of each fact that are worth stating: both sides of every edge, codes that no rule names, nothing at all. */

type Values = readonly unknown[];

/** A word that stands on no list. */
export const UNLISTED = 'something-else';

/** The ages, in months, that any rule asks for. */
export const agesInMonths = [18, 6 * 12, 7 * 12, 16 * 12, 18 * 12, 19 * 12, 22 * 12];

const fixed =
  (...values: Values) =>
  (): Values =>
    values;

/** First services whose six months end about now, and some that are far off. */
function aboutSixMonthsAgo(on: string): Values {
  const start = orEarlier(monthsLater(on, -6));
  return [start, dayBefore(start), dayAfter(start, 1), dayAfter(start, 3), on, '2001-08-31'];
}

/** At each age the last day of birth that makes it and the day after, and days that not every year has. */
function birthDates(on: string): Values {
  const last = agesInMonths.map((age) => lastBirthDate(age, on, 'mar-1'));
  return [
    ...last.flatMap((day) => [day, dayAfter(day, 1)]),
    on,
    dayAfter(on, 1),
    '1984-02-29',
    '2008-02-29',
    '2015-08-31',
  ];
}

const use = (on: string, units: number, more: object = {}) => ({
  service: 'mo/peer-support',
  dateOfService: on,
  units,
  ...more,
});

/** Where the edges of a fact lie elsewhere than those of its kind. */
const special: Readonly<Record<string, (on: string) => Values>> = {
  id: fixed('S-1', 'S-2'),
  startTime: fixed('00:00', '08:52', '09:00', '09:08', '10:00', '23:30', '23:59'),
  endTime: fixed('00:00', '00:10', '09:07', '10:00', '10:15', '12:37', '17:30', '23:45', '24:00'),
  minutes: fixed(0, 7, 8, 14, 15, 22, 23, 29.5, 30, 37, 38, 52, 53, 59, 60, 61, 90, 120, 487, 495, 1500),
  units: fixed(0, 0.5, 1, 1.5, 3, 4, 5, 6, 8, 9, 31, 32, 33, 96, 97),
  charge: fixed(
    ...['0.00', '4.95', '19.80', '19.81', '29.70', '81.44', '81.43', '20.36', '26.28', '70.88', '17.72'],
  ),
  'group.participants': fixed(1, 2, 7, 8, 9, 16, 17, 73),
  'group.staff': fixed(1, 2, 3, 9),
  'member.id': fixed('M-1', 'M-2'),
  'staff.id': fixed('T-1', 'T-2'),
  'staff.supervisor.id': fixed('T-1', 'T-2'),
  'member.birthDate': birthDates,
  'staff.firstServiceDate': aboutSixMonthsAgo,
  'staff.hireDate': aboutSixMonthsAgo,
  'assessment.diagnoses': fixed(
    [],
    ...[
      ...['F31.9', 'F319', 'F32.0', 'F32.8', 'F32A', 'F33.1', 'F20.9', 'F29', 'F30.1', 'F30', 'F41.1'],
      ...['F10.20', 'F1020', 'F10', 'F19.1', 'F10.9', 'F17.2', '296.5'],
    ].map((code) => [code]),
    ['F31.9', 'F10.20'],
    ['F31.9', UNLISTED],
  ),
  'assessment.scores.psiPercentile': fixed(80, 80.5, 81, 82),
  'assessment.scores.cbclSyndromeT': fixed(64, 65),
  'assessment.scores.cbclDsmT': fixed(64, 65),
  'assessment.scores.calocusComposite': fixed(16, 17, 18),
  history: (on) => [
    [],
    [use(on, 25)],
    [use(on, 33)],
    [use(`${on.slice(0, 7)}-28`, 97)],
    [use(on, 40, { memberId: 'M-1' })],
  ],
};

/** None, each, the first twice, each two that stand beside each other, all, all but one; with one that is on no list. */
function listsOf(codes: readonly string[], closed: boolean): (readonly string[])[] {
  const lists = [
    [],
    ...codes.map((code) => [code]),
    ...codes.slice(0, 1).map((code) => [code, code]),
    ...codes.slice(1).map((code, index) => [codes[index] ?? code, code]),
    codes,
    ...codes.map((_, index) => codes.toSpliced(index, 1)),
    ...(closed ? [] : [[UNLISTED], ...codes.slice(0, 1).map((code) => [code, UNLISTED])]),
  ];
  return [...new Map(lists.map((list) => [list.join(), list])).values()];
}

/** Each of those lists held without bounds; and all codes held from or through the day, over, and not yet held. */
function heldLists(codes: readonly string[], on: string): Values {
  const bounds = [{ from: on }, { through: on }, { through: dayBefore(on) }, { from: dayAfter(on, 1) }];
  return [
    ...listsOf(codes, false).map((list) => list.map((code) => ({ code }))),
    ...bounds.map((bound) => codes.map((code) => ({ code, ...bound }))),
  ];
}

/** Which codes matter; the others are as good as one on no list. */
type Matters = (code: string) => boolean;

function factValues(row: FactRow, on: string, matters: Matters): Values {
  const codes = Object.keys(codesOf(row)?.codes ?? {}).filter((code) => isClosed(row) || matters(code));
  const { form } = row;
  if (typeof form === 'object') {
    if ('held' in form) return heldLists(codes, on);
    if ('many' in form) return listsOf(codes, isClosed(row));
    return isClosed(row) ? codes : [...codes, UNLISTED];
  }
  const byForm: Readonly<Record<typeof form, Values>> = {
    flag: [true, false],
    civilDate: [on, dayBefore(on), dayAfter(on, 1)],
    clockTime: ['00:00', '09:00', '23:59'],
    endTime: ['00:00', '10:00', '24:00'],
    quantity: [4, 0, 0.5, 1, 1.5, 2, 2.5, 3.5],
    signedQuantity: [],
    percentile: [0, 50, 100],
    headcount: [1, 2],
    wholeNumber: [0, 1],
    lineNumber: [1, 2],
    money: ['0.00', '19.80'],
    texts: [[], [UNLISTED]],
    text: [],
    key: [],
    serviceId: [],
  };
  return byForm[form];
}

/** The facts of an entry that may be left out of it. */
function openFacts(row: ItemsRow): [key: string, row: FactRow][] {
  return Object.entries(row.facts).flatMap(([key, inner]): [string, FactRow][] =>
    inner.kind === 'fact' && inner.isRequired !== true ? [[key, inner]] : [],
  );
}

/** No entry; one of each topic; and one of every topic, with each value of each other fact of it. */
function entryLists(row: ItemsRow, on: string, matters: Matters): Values {
  const topics = Object.entries(row.facts).flatMap(([key, inner]) =>
    inner.kind === 'fact' && inner.isRequired
      ? factValues(inner, on, matters).map((code) => ({ [key]: code }))
      : [],
  );
  const facts = openFacts(row).map(([key, inner]) => [key, factValues(inner, on, matters)] as const);
  const first = Object.fromEntries(facts.map(([key, [value]]) => [key, value]));
  const others = facts.flatMap(([key, [, ...values]]) => values.map((value) => ({ ...first, [key]: value })));
  return [
    [],
    ...topics.map((topic) => [{ ...topic, ...first }]),
    ...[first, ...others].map((rest) => topics.map((topic) => ({ ...topic, ...rest }))),
  ];
}

function valuesOfRow(row: Row, on: string, matters: Matters): Values {
  if (row.kind === 'group') return row.none === undefined ? [{}] : ['none', {}];
  return row.kind === 'items' ? entryLists(row, on, matters) : factValues(row, on, matters);
}

/** The values worth stating at a place, seen from a date of service; none where any would do. */
export function domainAt({ path, row }: Place, on: string, matters: Matters = () => true): Values {
  return special[path]?.(on) ?? valuesOfRow(row, on, matters);
}

/** The facts that a session may leave out, by path; a fact of what may not exist may be `NONE`. */
export function domainsOn(on: string, matters?: Matters): Readonly<Record<string, Values>> {
  const domains = asked.flatMap((place) => {
    const { path, row, isInList } = place;
    if (isInList || row.kind === 'group' || row.isRequired) return [];
    const values = domainAt(place, on, matters);
    const none = holderOf(path) === undefined ? [] : [NONE];
    return values.length === 0 ? [] : [[path, [...values, ...none]] as const];
  });
  return Object.fromEntries(domains);
}

/** The listed codes of a list; of trainings those of their topics. */
export function codesAt(path: string): readonly string[] {
  const row = placeAt.get(path)?.row;
  if (row === undefined || row.kind === 'group') return [];
  const of = row.kind === 'items' ? row.facts['topic'] : row;
  return Object.keys((of && codesOf(of)?.codes) ?? {});
}

/** The row at each path of the facts that can be asked for. */
export const placeAt: ReadonlyMap<string, Place> = new Map(asked.map((place) => [place.path, place]));

/** Lists of entries that leave one of their facts out; none where the fact is no such list. */
export function openListsAt(path: string, on: string): Values {
  const row = placeAt.get(path)?.row;
  if (row?.kind !== 'items') return [];
  const [entries] = entryLists(row, on, () => true).slice(-1) as [readonly object[]];
  return openFacts(row).map(([key]) => entries.map((entry) => ({ ...entry, [key]: undefined })));
}
