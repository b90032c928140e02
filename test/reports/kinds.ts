import { checkRecords, type FoundRecords } from '../../src/index.js';
import { reportOf, type BatchReportOptions, type Format, type Place } from '../../src/reports/index.js';
import { baseSession } from '../support/cases.js';
import { session } from './support.js';

/** One record of each kind that a report may tell, from several files. */

const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
const claim = {
  id: 'C-1',
  jurisdiction: 'MO',
  frequency: 'original',
  replaces: 'C-0',
  lines: [line, { ...line, dateOfService: '2024-03-13', units: 1.5, charge: '1.00' }],
};
const proposed = { phase: 'proposed', documentation: { meetsProgramRequirements: false } };

/** Text that marks, ends or steers something in one format or another. */
export const hostile =
  'a|b`c``d<img src=x>]]>&amp;[x](http://e.example)*_~\\::error::%0A%,\u0000\u001b[31m\u202e\ud800\uffff\n# $1$';

/** As a format shows it that has a character for each of its own. */
export const hostileShown =
  'a|b`c``d<img src=x>]]>&amp;[x](http://e.example)*_~\\::error::%0A%,??[31m?\ufffd\uffff?# $1$';

const onDay = (day: number, change: object) => ({
  ...session,
  dateOfService: `2017-06-${String(day).padStart(2, '0')}`,
  ...change,
});

export const kinds = {
  pass: { value: session, place: { file: 'march.csv', line: 2 } },
  fail: {
    value: onDay(1, { id: 'V-2', units: 33, charge: '80.00' }),
    place: { file: 'march.csv', line: 3 },
    places: { '': 'march.csv row 3', '/units': 'march.csv row 3, column "Units"' },
  },
  unknown: {
    value: onDay(2, { id: 'V-3', endTime: null, charge: '90.00' }),
    place: { file: 'march.csv', line: 4 },
  },
  due: {
    value: { ...baseSession('mo-peer-support'), ...onDay(3, { id: 'V-4', ...proposed }) },
    place: { file: '-', line: 5 },
  },
  remark: { value: onDay(4, { id: 'V-5', endTime: '11:50' }), place: { file: '/data/april 1.csv', line: 6 } },
  invalid: {
    value: { ...session, id: 'V-6', units: 'many', more: 1 },
    place: { file: 'march.csv', line: 7 },
    places: { '': 'march.csv row 7', '/units': 'march.csv row 7, column "Units"' },
  },
  claim: { value: claim, place: { file: 'C:\\data\\claims.json', at: 'Claim/C-1' } },
  void: {
    value: { ...claim, id: 'C-2', frequency: 'void', replaces: undefined },
    place: { file: 'claims.json', at: 'Claim/C-2' },
  },
  cancelled: {
    value: onDay(5, { id: 'V-7', phase: 'cancelled', units: null }),
    place: { file: 'march.csv' },
  },
  again: { value: { ...session, id: 'V-8' }, place: { file: 'april.csv', line: 2 } },
  hostile: { value: onDay(6, { id: hostile, units: 33 }), place: { file: hostile, line: 1 } },
  /** Read from no file: it comes last. */
  nothing: { value: null },
} as const satisfies Record<
  string,
  { readonly value: unknown; readonly place?: Place; readonly places?: Record<string, string> }
>;

export type Kind = keyof typeof kinds;

export interface KindOf {
  readonly value: unknown;
  readonly place?: Place;
  readonly places?: Record<string, string>;
}

/** Some of them as a reader gives them, with where each stands. */
export function someKinds(names: readonly Kind[] = Object.keys(kinds) as Kind[]): {
  found: FoundRecords;
  places: Place[];
} {
  const some = names.map((name): KindOf => kinds[name]);
  return {
    found: { records: some.map(({ value, places }) => ({ value, places })) },
    places: some.flatMap(({ place }) => place ?? []),
  };
}

/** The report of some of them, in their order. */
export function writtenOf(
  format: Format,
  names?: readonly Kind[],
  options: BatchReportOptions = { history: [] },
): string {
  const { found, places } = someKinds(names);
  const { history } = options;
  return [...reportOf(format, checkRecords(found, { history }), found, { places, ...options })].join('');
}
