import type { FhirMapping } from '../../adapters/fhir/index.js';
import { tableFacts } from '../../adapters/tables/columns.js';
import { headingIn, named, namesOf, rowWithMost } from '../../adapters/tables/headings.js';
import type { Mapping, Row } from '../../adapters/tables/index.js';
import type { X12Mapping } from '../../adapters/x12/index.js';
import { lettersOf } from '../../facts/nearest.js';
import type { Words } from '../../facts/words.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';
import { parseJsonRecord } from './parse-json.js';
import { problemIn } from './problem.js';
import { readText } from './read-source.js';

/** Which key of a mapping is for which kind of file. */
const keysOf = {
  tables: ['constants', 'columns', 'words', 'empty'],
  x12: ['payers', 'jurisdiction', 'claimDiagnoses'],
  fhir: [
    'zone',
    'identifiers',
    'codes',
    'complete',
    'extensions',
    'diagnoses',
    'scores',
    'payers',
    'jurisdiction',
  ],
} as const;

type Kind = keyof typeof keysOf;
const kinds = Object.keys(keysOf) as Kind[];
const kindInWords: Readonly<Record<Kind, string>> = { tables: 'a table', x12: 'X12', fhir: 'FHIR' };
const known: readonly string[] = [...new Set(kinds.flatMap((kind) => [...keysOf[kind]]))];

/** How files that are not ours become records: `--map`, and what stands in its place. */
export interface Maps {
  /** What the words of every mapping mean. */
  readonly words: Words;
  /** The mapping that names most of the headings in the first rows of a table. */
  readonly ofTable: (first: readonly Row[], isOnlyTable: boolean) => TableMap | undefined;
  /** The mapping of tables, where there is one alone. */
  readonly onlyTable: () => Mapping | undefined;
  readonly ofX12: () => X12Mapping;
  readonly ofFhir: () => FhirMapping;
  /** Which file states the mapping of a kind of file; what is wrong with a mapping is wrong there. */
  readonly fileOf: (kind: 'x12' | 'fhir') => string | undefined;
  /** Whose rules apply where a file does not say so, and what takes note that this was asked. */
  readonly jurisdiction: string | undefined;
  readonly useJurisdiction: () => void;
  /** Sentences on what was stated and not used, once all is read. */
  readonly unused: () => string[];
}

export interface TableMap {
  readonly file: string;
  readonly mapping: Mapping;
}

/** What is stated beside mappings. */
export interface MapRequest {
  readonly map?: readonly string[] | undefined;
  readonly jurisdiction?: string | undefined;
  readonly claimDiagnoses?: boolean | undefined;
}

interface MapFile {
  readonly file: string;
  readonly stated: Readonly<Record<string, unknown>>;
}

/** @throws UsageError if a mapping is no JSON object, or has keys that none has. */
export async function readMaps(
  { map = [], jurisdiction, claimDiagnoses }: MapRequest,
  io: Io,
): Promise<Maps> {
  const files: MapFile[] = [];
  for (const file of map) files.push(await readMap(file, io));
  const used = new Set<string>();
  const use = (file: string, kind: Kind) => used.add(`${file} ${kind}`);
  const partsOf = (kind: Kind) =>
    files.flatMap(({ file, stated }) => {
      const keys = keysOf[kind].filter((key) => key in stated);
      return keys.length === 0
        ? []
        : [{ file, mapping: Object.fromEntries(keys.map((key) => [key, stated[key]])) }];
    });
  const tables = partsOf('tables');

  function onlyOf(kind: 'x12' | 'fhir'): Readonly<Record<string, unknown>> {
    const [one, other] = partsOf(kind);
    if (one !== undefined && other !== undefined)
      throw new UsageError([
        `${other.file}: a mapping of ${kindInWords[kind]} is in ${one.file} too; put both in one file`,
      ]);
    if (one === undefined) return {};
    use(one.file, kind);
    return one.mapping;
  }

  /** The mapping of a kind of file, with what options state in its place. */
  function withOptions(kind: 'x12' | 'fhir', diagnoses: 'claimDiagnoses' | 'diagnoses') {
    used.add('--jurisdiction').add('--claim-diagnoses');
    return {
      ...onlyOf(kind),
      ...(jurisdiction !== undefined && { jurisdiction }),
      ...(claimDiagnoses === true && { [diagnoses]: true }),
    };
  }

  return {
    words: wordsOf(tables),
    ofTable(first, isOnlyTable) {
      const fitting = tables.map((one) => ({ ...one, ...fitOf(one.mapping, first) }));
      const [first_, ...others] = fitting;
      if (first_ === undefined) return undefined;
      const best = others.reduce((most, one) => (one.count > most.count ? one : most), first_);
      if (!best.isMeant && !(isOnlyTable && fitting.length === 1)) return undefined;
      use(best.file, 'tables');
      return { file: best.file, mapping: best.mapping };
    },
    onlyTable: () => (tables.length === 1 ? tables[0]?.mapping : undefined),
    ofX12: () => withOptions('x12', 'claimDiagnoses'),
    ofFhir: () => withOptions('fhir', 'diagnoses'),
    fileOf: (kind) => partsOf(kind)[0]?.file,
    jurisdiction,
    useJurisdiction: () => used.add('--jurisdiction'),
    unused: () => [
      ...(jurisdiction !== undefined && !used.has('--jurisdiction')
        ? ['--jurisdiction is not used: no file is X12, FHIR or a table of claims that state none']
        : []),
      ...(claimDiagnoses === true && !used.has('--claim-diagnoses')
        ? ['--claim-diagnoses is not used: no file is X12 or FHIR']
        : []),
      ...files.flatMap(({ file, stated }) => unusedOf(file, stated, used)),
    ],
  };
}

/**
 * How many columns of a mapping a table has. It is meant for the table where that is half of them, or more than headings
 * tell by themselves: tables of one agency share a heading or two.
 */
function fitOf(mapping: Readonly<Record<string, unknown>>, first: readonly Row[]) {
  const headings = new Set(first.flatMap((row) => row ?? []).map((cell) => lettersOf(headingIn(cell))));
  const columns = Object.keys(mapping['columns'] ?? {});
  const count = columns.filter((one) => headings.has(lettersOf(one))).length;
  const told = rowWithMost(first, (heading) => named(heading, everyName) !== undefined).most;
  return { count, isMeant: count * 2 >= columns.length || count > told };
}

const everyName = namesOf(tableFacts([]));

function unusedOf(file: string, stated: MapFile['stated'], used: ReadonlySet<string>): string[] {
  const read = kinds.filter((kind) => used.has(`${file} ${kind}`));
  const left = Object.keys(stated).filter(
    (key) => key !== 'words' && !read.some((kind) => (keysOf[kind] as readonly string[]).includes(key)),
  );
  if (left.length === 0) return [];
  const of = kinds.filter((kind) => left.every((key) => (keysOf[kind] as readonly string[]).includes(key)));
  const why =
    of.length === 0
      ? 'no file is of their kind'
      : `no file is ${of.map((kind) => kindInWords[kind]).join(' or ')} that it fits`;
  return [`${file}: ${left.join(', ')} of the mapping ${left.length === 1 ? 'is' : 'are'} not used: ${why}`];
}

async function readMap(file: string, io: Io): Promise<MapFile> {
  const { value, issues } = parseJsonRecord(await readText(file, io), 1);
  if (issues.length > 0) throw new UsageError(issues.map((issue) => problemIn(file, issue)));
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UsageError([
      `${file}: expected a JSON object, a mapping; "billability map FILE" writes a first one`,
    ]);
  const others = Object.keys(value).filter((key) => !known.includes(key));
  if (others.length > 0)
    throw new UsageError([
      `${file}: expected the keys of a mapping (${known.join(', ')}), found ${String(others.length)} other`,
    ]);
  return { file, stated: value as MapFile['stated'] };
}

/** @throws UsageError where two mappings give one word two meanings. */
function wordsOf(tables: readonly { readonly file: string; readonly mapping: object }[]): Words {
  return tables.reduce<Words>(
    (all, { file, mapping }) => mergedWords(all, (mapping as Mapping).words, file, 'another mapping'),
    {},
  );
}

/**
 * The words of two places together.
 * @throws UsageError where they give one word two meanings.
 */
export function mergedWords(stated: Words, more: Words | undefined, file: string, elsewhere: string): Words {
  const all: Record<string, Record<string, string>> = Object.fromEntries(
    Object.entries(stated).map(([path, words]) => [path, { ...words }]),
  );
  if (typeof more !== 'object') return all;
  for (const [path, words] of Object.entries(more)) {
    const before = (all[path] ??= {});
    for (const [word, meaning] of Object.entries(words)) {
      if (Object.hasOwn(before, word) && before[word] !== meaning)
        throw new UsageError([
          `${file}: a word of ${path} has another meaning in ${elsewhere}; state it in one of them`,
        ]);
      before[word] = meaning;
    }
  }
  return all;
}
