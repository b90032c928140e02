import { compared } from '../../facts/words.js';
import { numberIn } from './amounts.js';
import {
  dayAt,
  filledAt,
  keyIn,
  readOr,
  textOf,
  valueIn,
  type ColumnContext,
  type FoundColumn,
  type RowContext,
} from './cells.js';
import { besides, dayOfEntry, type Beside } from './planned-column.js';
import type { Cell } from './rows.js';
import type { Stated } from './stated.js';
import { asListed, datedCode, flagIn, jsonList } from './written-cell.js';

/** Everything that a row states. */
export function statedIn(columns: readonly FoundColumn[], row: RowContext): Stated[] {
  return columns.flatMap((column) => factsIn({ row, column }));
}

function factsIn(context: ColumnContext): Stated[] {
  const { at, kind, fact } = context.column;
  if (at === undefined) return madeKey(context);
  const cell = filledAt(at, context);
  if (kind === 'procedure') return procedureIn(cell, at, context);
  if (cell === null) return [];
  if (fact.isList) return listIn(cell, at, context);
  const value = kind === 'key' ? keyIn(cell, at, context) : valueIn(cell, at, context);
  return value === undefined ? [] : [{ fact, value, places: { '': context.row.placeOf(at) } }];
}

/** A key of several cells; with one of them empty it is not stated. */
function madeKey(context: ColumnContext): Stated[] {
  const { column, row } = context;
  const parts = column.of.map((index) => filledAt(index, context));
  const texts = parts.flatMap((part) => (part === null ? [] : [textOf(part).replace(/[\\|]/g, '\\$&')]));
  if (texts.length < parts.length) return [];
  return [{ fact: column.fact, value: texts.join('|'), places: { '': row.placeOf(Number(column.of[0])) } }];
}

const BETWEEN_MODIFIERS = /[\s,;:|/-]+/;

/** The code and its modifiers, together or in columns. */
function procedureIn(cell: Cell, index: number, context: ColumnContext): Stated[] {
  const { column, row } = context;
  const modifiersOf = (text: string) => text.split(BETWEEN_MODIFIERS).filter((part) => part !== '');
  const [code, ...behind] = cell === null ? [] : modifiersOf(textOf(cell));
  const stated: Stated[] = [];
  if (code !== undefined) {
    const value = column.words.get(compared(code)) ?? code;
    stated.push({ fact: column.fact, value, places: { '': row.placeOf(index) } });
  }
  const found = [
    ...behind.map((one) => [one, index] as const),
    ...column.of.flatMap((at) => {
      const beside = filledAt(at, context);
      return beside === null ? [] : modifiersOf(textOf(beside)).map((one) => [one, at] as const);
    }),
  ];
  const modifiers = row.facts.get('modifiers');
  const [first] = found;
  if (first === undefined || modifiers === undefined) return stated;
  const places = found.map(([, at], entry) => [`/${String(entry)}`, row.placeOf(at)] as const);
  const value = found.map(([one]) => one);
  return [
    ...stated,
    { fact: modifiers, value, places: { '': row.placeOf(first[1]), ...Object.fromEntries(places) } },
  ];
}

function listIn(cell: Exclude<Cell, null>, index: number, context: ColumnContext): Stated[] {
  const { column, row } = context;
  const { fact } = column;
  const text = textOf(cell);
  const place = row.placeOf(index);
  const stated = (value: unknown, places = {}) => [{ fact, value, places: { '': place, ...places } }];
  if (text.startsWith('[')) {
    const list = jsonList(text);
    return stated(readOr(list, cell, 'a list', index, context), entriesAt(list ?? [], place));
  }
  const words = entriesIn(text, column);
  // Nothing but marks between entries: not an empty list, which says that there are none.
  if (words.length === 0) return [];
  const beside = besideIn(context);
  const entries = words.map((word) => entryOf(word, column, beside.facts));
  if (entries.includes(undefined)) {
    return stated(readOr(undefined, cell, 'codes, each CODE or CODE@FROM..THROUGH', index, context));
  }
  const besideEach = entries.flatMap((_entry, at) =>
    Object.entries(beside.places).map(([key, where]) => [`/${String(at)}/${key}`, where] as const),
  );
  return stated(entries, { ...entriesAt(entries, place), ...Object.fromEntries(besideEach) });
}

function entriesAt(entries: readonly unknown[], place: string): Record<string, string> {
  return Object.fromEntries(entries.map((_entry, at) => [`/${String(at)}`, place]));
}

/** The words of a list. One that is known as a whole is one, whatever marks are in it. */
function entriesIn(text: string, { fact, own, words }: FoundColumn): string[] {
  if (fact.path === 'modifiers') return split(text, BETWEEN_MODIFIERS);
  const word = compared(text);
  if (words.has(word) || [...fact.listed, ...own].some((one) => compared(one) === word)) return [text];
  return split(text, /[|;\n]/.test(text) ? /[|;\n]/ : /,/);
}

function split(text: string, by: RegExp): string[] {
  const parts = text.split(by).map((part) => part.trim());
  return parts.filter((part) => part !== '');
}

/** What a word of a list says; nothing where its bounds cannot be told. */
function entryOf(word: string, { fact, words, kind }: FoundColumn, beside: object): unknown {
  const meant = (text: string) => words.get(compared(text)) ?? text;
  if (fact.column.type === 'trainings') return { topic: meant(word), ...beside };
  if (fact.column.type !== 'dated-codes') return asListed(meant(word), fact.column.choices ?? []);
  if (kind !== 'held') return { code: meant(word), ...beside };
  const dated = datedCode(word);
  return dated && { ...beside, ...dated, code: meant(dated.code) };
}

/** What stands in the columns beside a list: of every entry of its cell. */
function besideIn(context: ColumnContext): {
  facts: Record<string, unknown>;
  places: Record<string, string>;
} {
  const { column, row } = context;
  const { row: of } = column.fact;
  const ofEntry = of.kind === 'items' ? Object.keys(of.facts) : [];
  const facts: Record<string, unknown> = {};
  const places: Record<string, string> = {};
  for (const said of besides) {
    const index = column.beside[said];
    const cell = index === undefined ? null : filledAt(index, context);
    if (index === undefined || cell === null) continue;
    const key = said === 'from' ? (dayOfEntry(ofEntry) ?? said) : said;
    facts[key] = besideValue(said, cell, index, context);
    places[key] = row.placeOf(index);
  }
  return { facts, places };
}

function besideValue(
  said: Beside,
  cell: Exclude<Cell, null>,
  index: number,
  context: ColumnContext,
): unknown {
  switch (said) {
    case 'hours':
      return readOr(numberIn(cell, 'hours'), cell, 'a number of hours', index, context);
    case 'documented':
      return readOr(
        typeof cell === 'boolean' ? cell : flagIn(textOf(cell)),
        cell,
        'yes or no',
        index,
        context,
      );
    default:
      return dayAt(cell, index, context);
  }
}
