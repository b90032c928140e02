import type { CheckOptions } from '../../../src/index.js';
import { readingNames } from '../../../src/readings/generated.js';
import { codeLists } from '../../../src/facts/rows/codes.js';
import { claim, placesIn, priorUse, session, wordsOf, type Place } from '../../../src/facts/rows/index.js';
import { codesOf, isClosed, type CodeList, type Rows } from '../../../src/facts/rows/row.js';
import { jsonSchemaOf } from '../../../src/schema/json-schemas.js';
import { readingRows, valuesOf } from '../../../src/explain/readings.js';
import { holders } from '../../../src/explain/words.js';
import { code, linksFrom, table } from './markdown.js';
import { servicesReading } from './code-readers.js';
import { factsOf, type FactShape } from './shapes.js';

const PAGE = 'docs/input.md';

/** The page that lists what a caller may state: each fact, its type, its meaning and what its silence means. */
export function inputMarkdown(): string {
  return [
    ...silence,
    ...sessionLines(),
    ...claimLines(),
    ...useLines(),
    ...optionLines(),
    ...codeLines(),
  ].join('\n');
}

const silence = [
  '# The input contract',
  '',
  'Everything that a check takes: a [session](#a-session), or a [claim](#a-claim) with its [lines](#a-line-of-a-claim),',
  '[prior use](#prior-use), and [options](#options). The same as JSON Schema: [`schema/`](schema), or',
  '`billability schema session`. A path such as `member.birthDate` is the name of a column of a table too; everyday names and',
  'your own do as well: [from a spreadsheet](guides/spreadsheet.md).',
  '',
  '## What silence means',
  '',
  '1. A fact that is left out, or is `null`, is **not known**. It is never read as false, zero, none or today.',
  '2. A list that is given is **complete**: what is not in it is known not to be so. An empty list is known to be none.',
  '3. `"none"` in place of an object says that there is no such thing: no plan, no note, no supervisor. Every fact of it is',
  '   then known to be false or empty.',
  '4. An unknown key is an input error that names the key and the one that it is nearly, or all that are known, so that a',
  '   misspelt fact never becomes one that is silently missing. A key that does not look like the name of a fact is not',
  '   repeated.',
  '5. A code is read in any letter case, with blanks, `_` and `-` alike. Lists of codes are open: a word on no list is allowed,',
  '   and it is not known what it means, until [`words`](guides/billing-a-month.md#1-say-what-your-words-mean) say it. Where it is',
  '   a letter away from a code that is listed, the missing fact names that one.',
  '6. An empty cell of a table (CSV or a workbook) is a fact left out, and so is one that says NULL, N/A, NA, nil, none or a dash, where',
  '   the column does not take that word. Days, times, amounts, yes and no, and choices such as `phase` are read in a cell',
  '   [as people write them](guides/spreadsheet.md#4-what-is-read); in JSON they are written as listed.',
  '',
  'The exceptions to the first are in the column "Left out". Where it is empty, the fact is then not known.',
  '',
];

const headings = ['Fact', 'Type', 'What it is', 'Held by', 'Left out'];

function rowOf({ path, type, isRequired }: FactShape, rows: Rows, shown = path): string[] {
  const place = placesIn(rows).find((one) => one.path === path.replaceAll('[]', ''));
  return [
    code(shown),
    type,
    saying(place),
    place === undefined || place.row.kind === 'group' ? '' : holders[place.row.heldBy],
    isRequired ? '**required**' : leftOutOf(place),
  ];
}

function saying(place: Place | undefined): string {
  if (place === undefined) return '';
  const { row } = place;
  if (row.kind === 'group') return wordsOf(row);
  return [row.question[0], row.means].filter((text) => text !== undefined).join(' ');
}

function leftOutOf(place: Place | undefined): string {
  return place === undefined || place.row.kind === 'group' ? '' : (place.row.leftOut ?? '');
}

/** Parts of a session, each with its own table. */
const areas = {
  'The session itself': '',
  'The member': 'member',
  'The rendering staff member': 'staff',
  'The agency': 'agency',
  'The plan': 'plan',
  'The assessment': 'assessment',
  'The documentation': 'documentation',
};

function sessionLines(): string[] {
  const facts = factsOf(jsonSchemaOf('session'));
  const isIn = (area: string, path: string) => path === area || path.startsWith(`${area}.`);
  const others = Object.values(areas).filter((area) => area !== '');
  return [
    '## A session',
    '',
    "One person's session of one service, proposed or delivered.",
    '',
    ...Object.entries(areas).flatMap(([heading, area]) => [
      `### ${heading}`,
      '',
      ...table(
        headings,
        facts
          .filter(({ path }) => (area === '' ? !others.some((other) => isIn(other, path)) : isIn(area, path)))
          .map((fact) => rowOf(fact, session.facts)),
      ),
      '',
    ]),
  ];
}

/** Facts of a claim that are those of a session. */
const asInSession = ['member', 'agency', 'plan', 'assessment', 'lines[].staff', 'lines[].session'];

function claimLines(): string[] {
  const facts = factsOf(jsonSchemaOf('claim')).filter(
    ({ path }) => !asInSession.some((part) => path.startsWith(`${part}.`) || path.startsWith(`${part}[`)),
  );
  const rows = (isOfLine: boolean) =>
    table(
      headings,
      facts
        .filter(({ path }) => path.startsWith('lines[].') === isOfLine)
        .map((fact) => rowOf(fact, claim.facts, fact.path.replace('lines[].', ''))),
    );
  return [
    '## A claim',
    '',
    'A professional claim: what goes to the payer, thinner than the sessions behind it. `member`, `agency`, `plan` and',
    '`assessment` are those of a session.',
    '',
    ...rows(false),
    '',
    '### A line of a claim',
    '',
    '`staff` is that of a session. `session` takes what a session states of itself, and its `documentation`: what a line',
    'cannot carry.',
    '',
    ...rows(true),
    '',
  ];
}

function useLines(): string[] {
  return [
    '## Prior use',
    '',
    'Units already billed, and neither denied nor voided: for limits, duplicates and overlaps. A list of them is the',
    '`history` of a check.',
    '',
    ...useTable(),
    '',
  ];
}

function useTable(): string[] {
  const facts = factsOf(jsonSchemaOf('history')).filter(({ path }) => path !== '[]');
  return table(
    headings,
    facts.map((fact) => rowOf({ ...fact, path: fact.path.replace('[].', '') }, priorUse.facts)),
  );
}

const options: Readonly<Record<keyof CheckOptions, readonly [type: string, is: string, leftOut: string]>> = {
  history: [
    'list of [prior uses](#prior-use)',
    'What was already billed. An empty list: nothing else was.',
    'Not known: unit limits cannot be told, unless the units asked for break them by themselves.',
  ],
  asOf: [
    'day',
    'The day of the check.',
    'No rule asks for it: whether the session lies ahead is not judged, and a weekly note is owed.',
  ],
  readings: ['object', 'How open questions are read: [readings](#readings).', 'Each keeps its default.'],
  missingFacts: [
    '`"block"` or `"report"`',
    'Whether unknown facts hold the verdict back, or are only reported.',
    '`"block"`',
  ],
  trusted: ['true or false', 'Skips the validation of a session that `parseSession` returned.', 'false'],
};

function optionLines(): string[] {
  const { reading } = linksFrom(PAGE);
  return [
    '## Options',
    '',
    'What a caller may say about a check, beside the session or the claim.',
    '',
    ...table(
      ['Option', 'Type', 'What it is', 'Left out'],
      Object.entries(options).map(([name, words]) => [code(name), ...words]),
    ),
    '',
    '### Readings',
    '',
    ...table(
      ['Reading', 'The open question', 'Values', 'Left out'],
      readingRows(readingNames).flatMap(({ name, question, choice, setting }) =>
        setting === undefined
          ? []
          : [[`${code(setting.option)}, ${reading(name)}`, question, valuesOf(setting), choice]],
      ),
    ),
    '',
  ];
}

function codeLines(): string[] {
  const { service } = linksFrom(PAGE);
  return [
    '## Codes that the definitions know',
    '',
    'Where a list is not said to be closed, other codes are allowed and match nothing. The numbers in brackets are sections of',
    'the bulletin on peer support. Diagnoses are ICD-10-CM codes, with or without the point.',
    '',
    ...codeLists
      .map((list) => ({ ...list, ...usedBy(list) }))
      .flatMap(({ title, codes, at, isOpen }) => [
        `### ${title}`,
        '',
        `${at.map(code).join(', ')}${isOpen ? '' : '; closed: another code is an input error'}`,
        '',
        ...table(
          ['Code', 'What it stands for', 'Read by'],
          Object.entries(codes).map(([one, what]) => [
            code(one),
            what,
            servicesReading(at, one).map(service).join(', '),
          ]),
        ),
        '',
      ]),
  ];
}

/** Where in a session a code of a list stands, and whether another one may. */
function usedBy(list: CodeList): { at: string[]; isOpen: boolean } {
  const using = placesIn(session.facts).flatMap(({ path, row, isInList }) => {
    if (row.kind !== 'fact' || row.type === 'dated-codes' || codesOf(row) !== list) return [];
    const place = isInList ? path.replace(/\.(\w+)$/, '[].$1') : path;
    return [{ place: row.type === 'codes' ? `${place}[]` : place, isOpen: !isClosed(row) }];
  });
  return { at: using.map(({ place }) => place), isOpen: using.some(({ isOpen }) => isOpen) };
}
