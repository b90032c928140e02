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
}

/** What is not understood, by the column in which it is first. */
export interface Fault {
  readonly heading?: string;
  readonly message: string;
  readonly count: number;
  /** Whether it is told for completeness, and nothing is wrong. */
  readonly isFine: boolean;
}

/** What a mapping makes of a table. */
export interface Preview {
  /** Why the mapping tells nothing; then there is nothing else. */
  readonly wrong: readonly string[];
  readonly isOfClaims: boolean;
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
  const none = { isOfClaims: false, rows: [], faults: [], words: [], looked: 0, of: 0 };
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
    for (const [pointer, place] of Object.entries(found)) {
      const heading = columnIn(place);
      const value_ = heading === undefined ? undefined : valueAt(value, pointer);
      if (heading === undefined || value_ === undefined) continue;
      read.set(heading, [...(read.get(heading) ?? []), inWords(value_)]);
    }
    const cells = [...places].flatMap(([heading, index]): [string, SeenCell][] => {
      const written = cellInWords(rows[line - 1]?.[index] ?? null);
      return heading === '' ? [] : [[heading, { written, read: [...new Set(read.get(heading))].join('; ') }]];
    });
    return { row: line, cells: Object.fromEntries(cells) };
  });
  const faults = new Map<string, { heading?: string; message: string; count: number; isFine: boolean }>();
  function add(place: string | undefined, message: string, count = 1, isFine = false) {
    const heading = place === undefined ? undefined : columnIn(place);
    const key = JSON.stringify([heading, message]);
    const known = faults.get(key);
    if (known !== undefined) known.count += count;
    else faults.set(key, { ...(heading !== undefined && { heading }), message, count, isFine });
  }
  for (const { code, place, message, count } of problems)
    // What no column states is chosen above the columns.
    if (code !== 'fact-nowhere')
      add(place, message.replace(/^column "[^"]*": /, ''), count, code === 'cells-empty');
  const told = new Set(
    [...faults.values()].flatMap(({ heading, isFine }) => (isFine ? [] : (heading ?? []))),
  );
  for (const { value, places: found, unread } of records) {
    if (unread !== undefined) {
      add(undefined, unread.message);
      continue;
    }
    const parsed = isClaim(value) ? parseClaim(value) : parseSession(value);
    if (parsed.ok) continue;
    for (const { path, message } of parsed.issues) {
      const place = placeOf(path, found);
      const heading = place === undefined ? undefined : columnIn(place);
      if (!isOfWholeTable(path, mapping) && (heading === undefined || !told.has(heading)))
        add(place, message);
    }
  }
  const { words } = withoutCounts(suggestMapping(rows, { ...options, mapping }));
  return {
    isOfClaims: records.some(({ value }) => isClaim(value)),
    rows: shown,
    faults: [...faults.values()],
    words,
    looked: rows.length,
    of: all.length,
  };
}

/** That no column and no constant states it is told once already. */
function isOfWholeTable(path: string, { constants = {}, columns = {} }: Mapping): boolean {
  const fact = path.slice(1).replaceAll('/', '.');
  const stated = Object.values(columns).map((column) => (typeof column === 'string' ? column : column.fact));
  return (
    ['service', 'dateOfService', 'jurisdiction'].includes(fact) &&
    !(fact in constants) &&
    !stated.includes(fact)
  );
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
