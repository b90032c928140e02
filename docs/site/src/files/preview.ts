import { parseClaim, parseSession } from 'billability';
import { readTable, suggestMapping, type Mapping } from 'billability/adapters/tables';
import { headingIn } from '../../../../src/adapters/tables/headings';
import { isClaim } from '../../../../src/check/records';
import { services } from '../../../../src/services/index';
import { problemsOf, type OpenTable } from './opened';
import { cellInWords, headingsAt, withoutCounts, type OwnWord } from './tables';

/** A cell as it stands in the file, and as it is read. */
export interface SeenCell {
  readonly written: string;
  readonly read: string;
  /** Whether it stays as it is written, and is not understood. */
  readonly isWrong: boolean;
}

/** What is not understood, by the column in which it is first. */
export interface Fault {
  readonly heading?: string;
  readonly message: string;
  readonly count: number;
  /** The first row that has it. */
  readonly row?: string;
  /** Whether it is told for completeness, and nothing is wrong. */
  readonly isFine: boolean;
}

const NEEDED = ['service', 'dateOfService', 'jurisdiction'] as const;
export type Needed = (typeof NEEDED)[number];

/** What a mapping makes of a table. */
export interface Preview {
  /** Why the mapping tells nothing; then there is nothing else. */
  readonly wrong: readonly string[];
  readonly isOfClaims: boolean;
  /** What every record needs, and nothing states. */
  readonly lacks: readonly Needed[];
  readonly rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, SeenCell>> }[];
  readonly faults: readonly Fault[];
  readonly words: readonly OwnWord[];
  /** How many records were looked at, of how many. */
  readonly looked: number;
  readonly of: number;
}

const SHOWN = 5;
/** More rows than these are read once it is checked: a mapping is tried while it is made. */
const LOOKED_AT = 2_000;

export function previewOf(table: OpenTable, mapping: Mapping): Preview {
  const none = { isOfClaims: false, lacks: [], rows: [], faults: [], words: [], looked: 0, of: 0 };
  if (Object.values(mapping.columns ?? {}).every((column) => column === ''))
    return { wrong: ['no column is read as a fact: choose below what each of them is'], ...none };
  try {
    return { wrong: [], ...seen(table, mapping) };
  } catch (error) {
    return { wrong: problemsOf(error), ...none };
  }
}

function seen({ name, rows: all, from1904 }: OpenTable, mapping: Mapping): Omit<Preview, 'wrong'> {
  const options = { file: name, services, from1904 };
  const rows = all.slice(0, LOOKED_AT);
  const { records, problems } = readTable(rows, mapping, options);
  const headings = Object.keys(mapping.columns ?? {});
  const at = headingsAt(rows, headings);
  const places = new Map((rows[at] ?? []).map((cell, index) => [headingIn(cell), index]));
  const shown = records.slice(0, SHOWN).map(({ value, places: found, line = 1 }) => {
    const read = new Map<string, string[]>();
    const wrong = new Set(issuesOf(value, found).map(({ place }) => place && columnIn(place)));
    for (const [pointer, place] of Object.entries(found)) {
      const heading = columnIn(place);
      const value_ = heading === undefined ? undefined : valueAt(value, pointer);
      if (heading === undefined || value_ === undefined) continue;
      read.set(heading, [...(read.get(heading) ?? []), inWords(value_)]);
    }
    const cells = [...places].flatMap(([heading, index]): [string, SeenCell][] => {
      const written = cellInWords(rows[line - 1]?.[index] ?? null);
      const isWrong = wrong.has(heading) && written !== '';
      return heading === ''
        ? []
        : [[heading, { written, read: [...new Set(read.get(heading))].join('; '), isWrong }]];
    });
    return { row: line, cells: Object.fromEntries(cells) };
  });
  const faults = new Map<string, Fault & { count: number }>();
  function add(place: string | undefined, message: string, count = 1, isFine = false) {
    const heading = place === undefined ? undefined : columnIn(place);
    const key = JSON.stringify([heading, message]);
    const known = faults.get(key);
    if (known !== undefined) known.count += count;
    else {
      const row = place === undefined ? undefined : / row (\d+)(?:, column "|$)/.exec(place)?.[1];
      const where = { ...(heading !== undefined && { heading }), ...(row !== undefined && { row }) };
      faults.set(key, { ...where, message, count, isFine });
    }
  }
  for (const { code, place, message, count } of problems)
    // What no column states is chosen above the columns.
    if (code !== 'fact-nowhere')
      add(
        place,
        nextSteps.get(code) ?? message.replace(/^column "[^"]*": /, ''),
        count,
        code === 'cells-empty',
      );
  const told = new Set(
    [...faults.values()].flatMap(({ heading, isFine }) => (isFine ? [] : (heading ?? []))),
  );
  for (const { value, places: found, unread } of records) {
    if (unread !== undefined) {
      add(found[''], unread.message);
      continue;
    }
    for (const { path, message, place } of issuesOf(value, found)) {
      const heading = place === undefined ? undefined : columnIn(place);
      if (!isOfWholeTable(path, mapping) && (heading === undefined || !told.has(heading)))
        add(place, message);
    }
  }
  const isOfClaims = records.some(({ value }) => isClaim(value));
  const { words } = withoutCounts(suggestMapping(rows, { ...options, mapping }));
  return {
    isOfClaims,
    lacks: NEEDED.filter(
      (fact) => fact === (isOfClaims ? 'jurisdiction' : 'service') || fact === 'dateOfService',
    ).filter((fact) => !isStated(fact, mapping)),
    rows: shown,
    faults: [...faults.values()],
    words,
    looked: rows.length,
    of: all.length,
  };
}

/** What is to be done on this page about a problem; the message tells what is to be done to a mapping. */
const nextSteps: ReadonlyMap<string, string> = new Map([
  ['format-asked', 'month or day may come first in every cell: choose above how it is written'],
  ['days-in-two-forms', 'month and day change places from cell to cell: choose above how it is written'],
]);

function issuesOf(value: unknown, places: Readonly<Record<string, string>>) {
  const parsed = isClaim(value) ? parseClaim(value) : parseSession(value);
  return parsed.ok ? [] : parsed.issues.map((issue) => ({ ...issue, place: placeOf(issue.path, places) }));
}

/** That no column and no constant states it is told once already. */
function isOfWholeTable(path: string, mapping: Mapping): boolean {
  const fact = NEEDED.find((one) => path === `/${one}`);
  return fact !== undefined && !isStated(fact, mapping);
}

function isStated(fact: Needed, { constants = {}, columns = {} }: Mapping): boolean {
  const stated = Object.values(columns).map((column) => (typeof column === 'string' ? column : column.fact));
  return fact in constants || stated.includes(fact);
}

function columnIn(place: string): string | undefined {
  return /, column "(.*)"$/s.exec(place)?.[1];
}

/** The place of a fact, or of what it is part of. */
function placeOf(pointer: string, places: Readonly<Record<string, string>>): string | undefined {
  const keys = pointer.split('/');
  for (let depth = keys.length; depth > 0; depth--) {
    const place = places[keys.slice(0, depth).join('/')];
    if (place !== undefined) return place;
  }
  return undefined;
}

function valueAt(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((within, key) => (within as Record<string, unknown> | null | undefined)?.[key], value);
}

function inWords(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(inWords).join(' ');
  return String(value);
}
