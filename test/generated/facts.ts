import * as lists from '../../src/facts/rows/codes.js';
import {
  asked,
  claim,
  ofNoSession,
  priorUse,
  session,
  wordsOf,
  type Place,
} from '../../src/facts/rows/index.js';
import {
  codesOf,
  isClosed,
  type CodeList,
  type FactRow,
  type FactType,
  type Form,
  type GroupRow,
  type ItemsRow,
  type Row,
  type Rows,
} from '../../src/facts/rows/row.js';

/** The sources that follow from the rows of facts, by their place in `src`. */
export const factSources: Readonly<Record<string, () => string>> = {
  'facts/generated/codes.ts': codesSource,
  'facts/generated/types.ts': typesSource,
  'facts/generated/schemas.ts': schemasSource,
  'facts/generated/readers.ts': readersSource,
  'facts/generated/table.ts': tableSource,
  'facts/generated/labels.ts': labelsSource,
  'facts/generated/code-words.ts': codeWordsSource,
};

const exportedLists = Object.entries(lists).filter(
  (entry): entry is [string, CodeList] => !Array.isArray(entry[1]),
);

const text = (value: unknown) => JSON.stringify(value);
const union = (values: readonly string[]) => values.map(text).join(' | ') || 'never';

/** A TSDoc comment of paragraphs. */
function doc(...paragraphs: readonly string[]): string {
  const lines = paragraphs.flatMap((paragraph, index) => [
    ...(index === 0 ? [] : ['']),
    ...wrapped(paragraph),
  ]);
  return lines.length === 1
    ? `/** ${lines.join('')} */`
    : ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
}

function wrapped(paragraph: string): string[] {
  if (paragraph.startsWith('@')) return paragraph.split('\n');
  const lines: string[] = [''];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length > 110) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

function codesSource(): string {
  const open = asked.flatMap(({ path, row, isInList }) => {
    const codes = codesOf(row);
    return codes !== undefined && row.kind === 'fact' && !isInList && row.type !== 'code' && !isClosed(row)
      ? [[path, nameOfList(codes)]]
      : [];
  });
  return [
    '/** The codes of every list of the input, which `rows/codes.ts` says the meaning of. */',
    ...exportedLists.flatMap(([name, { name: type, says, title, codes }]) => [
      `export const ${name} = [${Object.keys(codes).map(text).join(', ')}] as const;`,
      doc(`${says} What each stands for: \`docs/input.md#${title.toLowerCase().replaceAll(' ', '-')}\`.`),
      `export type ${type} = (typeof ${name})[number];`,
      '',
    ]),
    '/** The known codes of each list of the input whose codes are open. */',
    `export const codeLists = { ${open.map(([path, name]) => `${text(path)}: ${String(name)}`).join(', ')} } as const;`,
  ].join('\n');
}

function nameOfList(list: CodeList): string {
  return exportedLists.find(([, one]) => one === list)?.[0] ?? '';
}

const typeOfScalar: Readonly<Record<Extract<Form, string>, string>> = {
  flag: 'boolean',
  text: 'string',
  key: 'string',
  serviceId: 'ServiceId',
  civilDate: 'CivilDate',
  clockTime: 'ClockTime',
  endTime: 'ClockTime',
  quantity: 'number',
  signedQuantity: 'number',
  percentile: 'number',
  headcount: 'number',
  wholeNumber: 'number',
  lineNumber: 'number',
  money: 'Money',
  texts: 'readonly string[]',
};

function typeOfForm(form: Form): string {
  if (typeof form === 'string') return typeOfScalar[form];
  if ('one' in form) return form.one.name;
  if ('open' in form) return `${form.open.name} | (string & {})`;
  if ('held' in form) return `readonly Held<${form.held.name}>[]`;
  return form.isClosed ? `readonly ${form.many.name}[]` : `readonly (${form.many.name} | (string & {}))[]`;
}

function typeOfRow(row: Row): string {
  if (row.kind === 'fact') return typeOfForm(row.form);
  const own = row.name ?? bodyOf(row.facts);
  if (row.kind === 'items') return `readonly ${own.includes(' ') ? `(${own})` : own}[]`;
  if (row.isList) return `readonly ${own}[]`;
  return row.none === undefined ? own : `${own} | 'none'`;
}

function bodyOf(rows: Rows): string {
  const facts = Object.entries(rows).map(([key, row]) => {
    const isRequired = row.kind === 'group' ? row.isList === true : row.isRequired === true;
    const type = typeOfRow(row);
    return `${doc(wordsOf(row))}\nreadonly ${key}${isRequired ? `: ${type}` : `?: ${type} | null | undefined`};`;
  });
  return `{\n${facts.join('\n')}\n}`;
}

/** The shapes that have a name, those that others are made of first. */
function namedShapes(rows: Rows): (GroupRow | ItemsRow)[] {
  return Object.values(rows).flatMap((row) => {
    if (row.kind === 'fact') return [];
    return [...namedShapes(row.facts), ...(row.name === undefined ? [] : [row])];
  });
}

const shapes = [
  ...new Map(namedShapes({ session, claim, priorUse }).map((row) => [row.name ?? '', row])).values(),
];

function interfaceOf(row: GroupRow | ItemsRow): string {
  const { name = '', says = '', facts } = row;
  const more = row.kind === 'group' && row.more !== undefined ? ` ${row.more}` : '';
  const example =
    row.kind === 'group' && row.example !== undefined ? [['@example', ...row.example].join('\n')] : [];
  return `${doc(says + more, ...example)}\nexport interface ${name} ${bodyOf(facts)}`;
}

const pathsOf = (wanted: (place: Place) => boolean) => asked.filter(wanted).map(({ path }) => path);
const isOfSession = ({ path, row, isInList }: Place) =>
  !isInList && row.kind !== 'group' && !(path in ofNoSession);
const isOfType =
  (...types: readonly FactType[]) =>
  (place: Place) =>
    isOfSession(place) && place.row.kind !== 'group' && types.includes(place.row.type);

function codesByPath(wanted: (place: Place) => boolean): string {
  return asked
    .filter(wanted)
    .flatMap(({ path, row }) => {
      const codes = codesOf(row);
      return codes === undefined ? [] : [`${text(path)}: ${codes.name};`];
    })
    .join('\n');
}

const nothings = asked.flatMap(({ path, row }) =>
  row.kind === 'group' && row.none !== undefined ? [{ path, ...row.none }] : [],
);

function typesSource(): string {
  const codeTypes = exportedLists.map(([, { name }]) => name);
  return [
    "import type { CivilDate } from '../../values/civil-date.js';",
    "import type { ClockTime } from '../../values/clock-time.js';",
    "import type { Money } from '../../values/money.js';",
    "import type { Held } from '../held.js';",
    "import type { ServiceId } from './service-ids.js';",
    `import type { ${codeTypes.join(', ')} } from './codes.js';`,
    '',
    ...shapes.map((row) => `${interfaceOf(row)}\n`),
    doc("Dotted path of a fact of a session, such as `'member.birthDate'`. A list is one fact."),
    `export type SessionPath = ${union(pathsOf(isOfSession))};`,
    doc('Dotted path of a fact of one entry of a list.'),
    `export type ItemPath = ${union(pathsOf(({ isInList }) => isInList))};`,
    doc(
      "Dotted path of a fact that can be asked for, such as `'member.birthDate'`: a JSON Pointer without the places of entries in lists. `'history'` is the use of units so far, and `'linesLeftOut'` is of a claim: they are no part of a session. Each fact: `docs/input.md`.",
    ),
    `export type FactPath = SessionPath | ItemPath | ${union(Object.keys(ofNoSession))};`,
    doc('Facts that are true or false.'),
    `export type FlagPath = ${union(pathsOf(isOfType('boolean')))};`,
    doc('Facts that are a number.'),
    `export type NumberPath = ${union(pathsOf(isOfType('number', 'integer')))};`,
    doc('Facts that are a day.'),
    `export type DatePath = ${union(pathsOf(isOfType('date')))};`,
    doc('Lists of trainings.'),
    `export type TrainingList = ${union(pathsOf(({ row }) => row.kind === 'items' && row.name === 'Training'))};`,
    doc('Objects of facts that can be stated not to exist.'),
    `export type NonePath = ${union(nothings.map(({ path }) => path))};`,
    doc('Lists of dated codes, with the codes that the definitions know.'),
    `export interface HeldCodes {\n${codesByPath(isOfType('dated-codes'))}\n}`,
    doc('Lists of plain codes, with the codes that the definitions know.'),
    `export interface ListedCodes {\n${codesByPath(isOfType('codes'))}\n}`,
    doc('Facts that are one code of a few.'),
    `export interface ChosenCodes {\n${codesByPath(isOfType('code'))}\n}`,
  ].join('\n');
}

const schemaOfScalar: Readonly<Record<Extract<Form, string>, string>> = {
  flag: 'flag',
  text: 'text',
  key: 'key',
  serviceId: 'text',
  civilDate: 'civilDate',
  clockTime: 'clockTime',
  endTime: 'endTime',
  quantity: 'quantity',
  signedQuantity: 'signedQuantity',
  percentile: 'percentile',
  headcount: 'headcount',
  wholeNumber: 'wholeNumber',
  lineNumber: 'headcount',
  money: 'money',
  texts: 'z.array(text)',
};

function schemaOfForm(form: Form): string {
  if (typeof form === 'string') return schemaOfScalar[form];
  if ('one' in form) return `z.enum(${nameOfList(form.one)})`;
  if ('open' in form) return `openCode<${form.open.name}>()`;
  if ('held' in form) return `z.array(held<${form.held.name}>())`;
  return form.isClosed
    ? `z.array(z.enum(${nameOfList(form.many)}))`
    : `z.array(openCode<${form.many.name}>())`;
}

function schemaNameOf(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`;
}

function schemaOfRow(row: Row): string {
  if (row.kind === 'fact') return schemaOfForm(row.form);
  const own = row.name === undefined ? objectOf(row.facts) : schemaNameOf(row.name);
  if (row.kind === 'items') return `z.array(${own})`;
  if (row.isList) return `z.array(${own}).check(z.minLength(1))`;
  return row.none === undefined ? own : `orNone(${own})`;
}

function objectOf(rows: Rows): string {
  const facts = Object.entries(rows).map(([key, row]) => {
    const isRequired = row.kind === 'group' ? row.isList === true : row.isRequired === true;
    return `${key}: ${isRequired ? schemaOfRow(row) : `fact(${schemaOfRow(row)})`},`;
  });
  return `z.strictObject({\n${facts.join('\n')}\n})`;
}

function schemasSource(): string {
  const body = shapes
    .map(({ name = '', facts }) => {
      const check = 'dateOfServiceThrough' in facts ? '.check(endsInTime)' : '';
      return `export const ${schemaNameOf(name)} = ${objectOf(facts)}${check};\n`;
    })
    .join('\n');
  const used = (names: readonly string[]) => names.filter((name) => new RegExp(`\\b${name}\\b`).test(body));
  const lists = exportedLists.map(([name]) => name).filter((name) => body.includes(`z.enum(${name})`));
  const scalars = [...new Set(Object.values(schemaOfScalar)), 'fact', 'openCode', 'orNone'].filter((name) =>
    /^\w+$/.test(name),
  );
  const types = used(exportedLists.map(([, { name }]) => name));
  return [
    "import * as z from '../zod.js';",
    "import { endsInTime, held } from '../held.js';",
    `import { ${used(scalars).join(', ')} } from '../scalars.js';`,
    `import { ${[...lists, ...types.map((name) => `type ${name}`)].join(', ')} } from './codes.js';`,
    '',
    body,
  ].join('\n');
}

/** Reads a fact by plain steps; what is stated not to exist makes each of its facts `'none'`. */
function readerOf(path: string): string {
  const keys = path.split('.');
  const [first = '', ...rest] = keys;
  const none = nothings.find((one) => path.startsWith(`${one.path}.`))?.path.split('.');
  const expression = [first, ...rest].join('?.');
  if (none === undefined) return `({ ${first} }) => ${expression}`;
  const holder = none.join('?.');
  return `({ ${first} }) => ${holder} === 'none' ? 'none' : ${expression}`;
}

function readersSource(): string {
  const paths = [...pathsOf(isOfSession), ...nothings.map(({ path }) => path)];
  return [
    "import type { NonePath, Session, SessionPath } from './types.js';",
    '',
    "/** What the session states at a path: `undefined` if not known, `'none'` if what would hold it is stated not to exist. */",
    'export type FactReader = (session: Session) => unknown;',
    '',
    '/** A function for each fact: the engine makes a plain property access fast only where it always reads the same one. */',
    'export const readers: Readonly<Record<SessionPath | NonePath, FactReader>> = {',
    ...paths.map((path) => `${text(path)}: ${readerOf(path)},`),
    '};',
  ].join('\n');
}

function entryOf(row: FactRow | ItemsRow): string {
  const { type, heldBy, label, question, clauses, goodAnswer, parts } = row;
  const [given, proposed] = question;
  const asks = [text(given), ...(proposed === given ? [] : [text(proposed)])];
  if (clauses === undefined) return `other(${[text(type), text(heldBy), text(label), ...asks].join(', ')})`;
  const [yes, no] = clauses;
  const rest = [
    `[${asks.join(', ')}]`,
    ...(goodAnswer === true && parts === undefined ? [] : [String(goodAnswer)]),
    ...(parts === undefined ? [] : [text(parts)]),
  ];
  return `flag(${[text(heldBy), text(yes), text(no), ...rest].join(', ')})`;
}

function tableSource(): string {
  return [
    "import { flag, other, type AskedFact, type AskedFlagFact, type Nothing } from '../asked-fact.js';",
    "import type { FactPath, FlagPath, NonePath } from './types.js';",
    '',
    '/** For each fact: its type, who holds it, its name, and the question that asks for it. */',
    'export const factTable: { readonly [Path in FactPath]: Path extends FlagPath ? AskedFlagFact : AskedFact } = {',
    ...asked.flatMap(({ path, row }) => (row.kind === 'group' ? [] : [`${text(path)}: ${entryOf(row)},`])),
    '};',
    '',
    '/** What each object that may not exist is called, and the fact to ask for where nothing is known of it. */',
    'export const nothings: Readonly<Record<NonePath, Nothing>> = {',
    ...nothings.map(
      ({ path, article, noun, asks }) =>
        `${text(path)}: { article: ${text(article)}, noun: ${text(noun)}, asks: ${text(`${path}.${asks}`)} },`,
    ),
    '};',
    '',
    '/** Lists whose entries state facts of their own. */',
    `export const lists: readonly string[] = ${text(asked.flatMap(({ path, row }) => (row.kind === 'items' || (row.kind === 'fact' && row.type === 'dated-codes') ? [path] : [])))};`,
  ].join('\n');
}

/** What the codes of each fact stand for, in the order of their list. */
function labelsSource(): string {
  const facts = asked.flatMap(({ path, row }) => {
    const list = row.kind === 'fact' ? codesOf(row) : undefined;
    return list === undefined || row.kind !== 'fact'
      ? []
      : [{ path, name: nameOfList(list), isClosed: isClosed(row) }];
  });
  // A claim has lists of its own, which nobody asks for.
  const lists = exportedLists.filter(([name]) => facts.some((one) => one.name === name));
  return [
    `import { ${lists.map(([name]) => name).join(', ')} } from './codes.js';`,
    "import type { FactPath } from './types.js';",
    '',
    ...lists.map(
      ([name, { codes }]) =>
        `const ${name}Labels: readonly string[] = [${Object.values(codes).map(text).join(', ')}];`,
    ),
    '',
    '/** The codes of a fact, what each stands for, and whether another one is an input error. */',
    'export interface LabelledCodes {',
    'readonly codes: readonly string[];',
    'readonly labels: readonly string[];',
    'readonly isClosed: boolean;',
    '}',
    '',
    'export const labelledCodes: Partial<Readonly<Record<FactPath, LabelledCodes>>> = {',
    ...facts.map(
      (one) =>
        `${text(one.path)}: { codes: ${one.name}, labels: ${one.name}Labels, isClosed: ${String(one.isClosed)} },`,
    ),
    '};',
  ].join('\n');
}

/** What a sentence calls the codes that are no words themselves. */
function codeWordsSource(): string {
  const words = new Map(exportedLists.flatMap(([, list]) => Object.entries(list.words ?? {})));
  return [
    '/** What a sentence calls a code, where the code is no words itself. */',
    'export const codeWords: Readonly<Partial<Record<string, string>>> = {',
    ...[...words].map(([code, one]) => `${text(code)}: ${text(one)},`),
    '};',
  ].join('\n');
}
