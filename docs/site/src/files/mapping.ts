import { facts, services, type FactPath } from 'billability';
import { templateOf, type ColumnMapping, type Mapping } from 'billability/adapters/tables';
import { tableFacts } from '../../../../src/adapters/tables/columns';
import { subjects } from '../../../../src/explain/words';
import { aboutOf } from '../../../../src/facts/about';

type OwnWords = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Every fact that a column may state, by its path. */
export const mappable = tableFacts(services);

export function labelOf(path: string): string {
  const row = mappable.get(path)?.row;
  const label = row === undefined || row.kind === 'group' ? path : row.label;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** By what they are about, the facts that may be chosen. */
export const bySubject: readonly (readonly [subject: string, paths: readonly string[]])[] = [
  ...Map.groupBy(
    [...mappable].filter(([, { row }]) => row.kind !== 'group').map(([path]) => path),
    (path) => subjects[aboutOf(path)],
  ),
].map(([subject, paths]) => [subject.charAt(0).toUpperCase() + subject.slice(1), paths]);

/** The facts from which all that a service asks can be told. */
export function askedBy(id: string): readonly string[] {
  const service = services.find((one) => one.id === id);
  return service === undefined ? [] : templateOf(service).map(({ heading }) => heading);
}

export function columnOf(mapping: Mapping, heading: string): ColumnMapping {
  const column = mapping.columns?.[heading] ?? '';
  return typeof column === 'string' ? { fact: column } : column;
}

/** The fact that a column tells; nothing where it is left out. */
export function factOf(mapping: Mapping, heading: string): string {
  const { fact, as } = columnOf(mapping, heading);
  return fact ?? (as === 'phase' ? 'phase' : as === 'procedure' ? 'procedureCode' : '');
}

/** What stands beside a column of what is held, such as its days. */
export const besides = { from: 'First day of', through: 'Last day of' } as const;
export type Beside = keyof typeof besides;

/** The column beside which a heading stands. */
export function besideOf(mapping: Mapping, heading: string): { of: string; as: Beside } | undefined {
  for (const of of Object.keys(mapping.columns ?? {}))
    for (const as of Object.keys(besides) as Beside[])
      if (columnOf(mapping, of)[as] === heading) return { of, as };
  return undefined;
}

/** What a choice is written as: a path, or `from:HEADING`. */
export function choiceOf(mapping: Mapping, heading: string): string {
  const beside = besideOf(mapping, heading);
  return beside === undefined ? factOf(mapping, heading) : `${beside.as}:${beside.of}`;
}

/** The mapping with a column read as something else; of two columns of one fact the last has it. */
export function withChoice(mapping: Mapping, heading: string, choice: string): Mapping {
  const columns: Record<string, string | ColumnMapping> = {};
  for (const [one, column] of Object.entries(mapping.columns ?? {})) columns[one] = without(column, heading);
  const [, as, of] = /^(from|through):(.*)$/s.exec(choice) ?? [];
  if (as !== undefined && of !== undefined) {
    delete columns[heading];
    columns[of] = { ...columnOf({ columns }, of), [as]: heading };
    return { ...mapping, columns };
  }
  if (choice !== '' && mappable.get(choice)?.isList !== true)
    for (const one of Object.keys(columns)) if (factOf({ columns }, one) === choice) columns[one] = '';
  columns[heading] = choice;
  const { [choice]: _, ...constants } = mapping.constants ?? {};
  return { ...mapping, columns, ...(mapping.constants !== undefined && { constants }) };
}

function without(column: string | ColumnMapping, heading: string): string | ColumnMapping {
  if (typeof column === 'string') return column;
  const { from, through, ...rest } = column;
  return {
    ...rest,
    ...(from !== undefined && from !== heading && { from }),
    ...(through !== undefined && through !== heading && { through }),
  };
}

export function withConstant(mapping: Mapping, path: string, value: string): Mapping {
  const { [path]: _, ...others } = mapping.constants ?? {};
  return { ...mapping, constants: value === '' ? others : { ...others, [path]: value } };
}

export function withFormat(mapping: Mapping, heading: string, format: string): Mapping {
  const { format: _, ...column } = columnOf(mapping, heading);
  return {
    ...mapping,
    columns: { ...mapping.columns, [heading]: format === '' ? column : { ...column, format: [format] } },
  };
}

/** The mapping with what a word means, or with nothing said of it. */
export function withMeaning(
  mapping: Mapping,
  { path, word, heading }: { readonly path: string; readonly word: string; readonly heading?: string },
  meaning: string,
): Mapping {
  if (heading === undefined) {
    const { [word]: _, ...said } = (mapping.words as OwnWords | undefined)?.[path] ?? {};
    const words = { ...mapping.words, [path]: meaning === '' ? said : { ...said, [word]: meaning } };
    return { ...mapping, words: words as Mapping['words'] };
  }
  const column = columnOf(mapping, heading);
  const { [word]: _, ...said } = column.words ?? {};
  return {
    ...mapping,
    columns: {
      ...mapping.columns,
      [heading]: { ...column, words: meaning === '' ? said : { ...said, [word]: meaning } },
    },
  };
}

/** What a word of a fact may mean, each with its words. */
export function meaningsOf(path: string): readonly (readonly [code: string, label: string])[] {
  const fact = mappable.get(path);
  if (fact === undefined) return [];
  if (fact.column.type === 'boolean')
    return [
      ['yes', 'yes'],
      ['no', 'no'],
    ];
  const known = (facts as Partial<typeof facts>)[path as FactPath]?.codes ?? [];
  const labels = new Map(known.map(({ code, label }) => [code, label]));
  return fact.listed.map((code) => {
    const label = labels.get(code);
    return [code, label === undefined || label === code ? code : `${label} (${code})`];
  });
}

/** The words that a mapping gives a meaning. */
export function meantIn({ columns = {}, words = {} }: Mapping): {
  path: string;
  word: string;
  meaning: string;
  heading?: string;
}[] {
  const shared = Object.entries(words).flatMap(([path, said]) =>
    Object.entries(said ?? {}).map(([word, meaning]) => ({ path, word, meaning })),
  );
  const own = Object.keys(columns).flatMap((heading) =>
    Object.entries(columnOf({ columns }, heading).words ?? {}).map(([word, meaning]) => ({
      path: factOf({ columns }, heading),
      word,
      meaning,
      heading,
    })),
  );
  return [...shared, ...own];
}
