import * as z from '../../facts/zod.js';
import { InputError, jsonPointer, type InputIssue } from '../../facts/input-error.js';
import { parseClaim, parseOrThrow, parseSession } from '../../facts/parse.js';
import { issuesOfWords, vocabularyOf, type Words } from '../../facts/words.js';
import { columnKinds, type TableFact } from './columns.js';
import { notAFact, plannedColumn, type ColumnMapping, type PlannedColumn } from './planned-column.js';
import { putStated, type Draft, type Stated } from './stated.js';
import { readCell } from './written-cell.js';

/** How the columns of a table become facts. What is left out is told by the headings. */
export interface Mapping {
  /** Facts that every row has, by dotted path. */
  readonly constants?: Readonly<Record<string, unknown>> | undefined;
  /** By heading: the path of its fact, or more about it; `''` where nothing is read from it. */
  readonly columns?: Readonly<Record<string, string | ColumnMapping>> | undefined;
  /** What the agency's own words mean, by fact path: for the `words` of a checker. */
  readonly words?: Words | undefined;
  /** What stands in cells in place of nothing, instead of the words that are taken so. */
  readonly empty?: readonly string[] | undefined;
}

const texts = z.array(z.string());
const meanings = z.record(z.string(), z.string());
const columnSchema = z.strictObject({
  fact: z.optional(z.string()),
  as: z.optional(z.enum(columnKinds)),
  format: z.optional(z.union([texts, z.string()])),
  from: z.optional(z.string()),
  through: z.optional(z.string()),
  hours: z.optional(z.string()),
  documented: z.optional(z.string()),
  words: z.optional(meanings),
  of: z.optional(texts),
});
const mappingSchema = z.strictObject({
  constants: z.optional(z.record(z.string(), z.unknown())),
  columns: z.optional(z.record(z.string(), z.union([columnSchema, z.string()]))),
  words: z.optional(z.record(z.string(), meanings)),
  empty: z.optional(texts),
});

/** A mapping that was found to be right. */
export interface PlannedMapping {
  readonly constants: readonly Stated[];
  /** Nothing where they are told by the headings. */
  readonly columns: readonly PlannedColumn[] | undefined;
  readonly words: Words;
  /** In small letters; nothing where an agency states none. */
  readonly empty: ReadonlySet<string> | undefined;
}

/** @throws InputError listing all that is wrong with a mapping. */
export function planOf(stated: unknown, facts: ReadonlyMap<string, TableFact>): PlannedMapping {
  const mapping = parseOrThrow(mappingSchema, stated ?? {}) as Mapping;
  const words = mapping.words ?? {};
  // Which codes there are, those who check know.
  const ofWords =
    mapping.words === undefined
      ? []
      : issuesOfWords(
          words,
          vocabularyOf(() => []),
        ).filter(({ code }) => code !== 'not-a-choice');
  const issues: InputIssue[] = [...ofWords];
  const stating = new Set<string>();

  const columns =
    mapping.columns &&
    Object.entries(mapping.columns).flatMap(([heading, said]) => {
      if (said === '') return [];
      const read = plannedColumn(heading, typeof said === 'string' ? { fact: said } : said, facts);
      issues.push(...read.issues);
      if (read.column === undefined) return [];
      const { fact } = read.column;
      if (stating.has(fact.path) && !fact.isList)
        issues.push(twice(['columns', heading], 'in another column'));
      stating.add(fact.path);
      return [read.column];
    });

  const constants = Object.entries(mapping.constants ?? {}).flatMap(([path, value]): Stated[] => {
    const at = ['constants', path];
    const fact = facts.get(path);
    if (fact === undefined)
      issues.push({ code: 'not-a-choice', path: jsonPointer(at), message: notAFact(path, facts) });
    else if (stating.has(path)) issues.push(twice(at, 'in a column'));
    else return [{ fact, value: constantIn(value, fact), places: { '': path } }];
    return [];
  });
  issues.push(...issuesOfConstants(constants));

  if (issues.length > 0) throw new InputError(issues);
  return {
    constants: constants.map((one) => ({ ...one, places: {} })),
    columns,
    words,
    empty: mapping.empty && new Set(mapping.empty.map((word) => word.trim().toLowerCase())),
  };
}

function twice(at: readonly string[], where: string): InputIssue {
  return {
    code: 'said-twice',
    path: jsonPointer(at),
    message: `expected the fact once, found it ${where} too`,
  };
}

/** A constant in text is written as a cell. */
function constantIn(value: unknown, { column }: TableFact): unknown {
  if (typeof value !== 'string') return value;
  const read = readCell(value, column);
  return 'value' in read ? read.value : value;
}

/** What a record could not be made of. */
function issuesOfConstants(constants: readonly Stated[]): InputIssue[] {
  const ofSession: Draft = { value: { service: '', dateOfService: '2000-01-01' }, places: {} };
  const line = { procedureCode: '-', dateOfService: '2000-01-01' };
  const ofClaim: Draft = { value: { jurisdiction: '', lines: [line] }, places: {} };
  for (const one of constants) {
    if (!one.fact.isOfClaims) putStated(ofSession, [one]);
    else putStated(ofClaim, [one], one.fact.level === 'claim' ? [] : ['lines', '0']);
  }
  const parsed = [
    [ofSession, parseSession(ofSession.value)],
    [ofClaim, parseClaim(ofClaim.value)],
  ] as const;
  return parsed.flatMap(([{ places }, read]) =>
    read.ok
      ? []
      : read.issues.map((issue) => ({
          ...issue,
          path: jsonPointer(['constants', constantAt(issue.path, places)]),
        })),
  );
}

/** The constant that an issue is of: the pointer of its fact is where that of the issue begins. */
function constantAt(pointer: string, places: Draft['places']): string {
  const found = Object.entries(places).filter(([at]) => `${pointer}/`.startsWith(`${at}/`));
  return found.map(([, path]) => path).join();
}
