import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { inspect } from 'node:util';
import { transformSync } from 'esbuild';
import * as x12 from '../../src/adapters/x12/index.js';
import * as tables from '../../src/adapters/tables/index.js';
import * as library from '../../src/index.js';
import * as fhir from '../../src/adapters/fhir/index.js';
import * as explained from '../../src/evidence/explain.js';
import * as record from '../../src/evidence/record.js';
import * as reports from '../../src/reports/index.js';
import * as schema from '../../src/schemas.js';

/** What the package exports, by its entry: the file that says so, and the values at run time. */
const entries: Readonly<Record<string, { file: string; values: Readonly<Record<string, unknown>> }>> = {
  billability: { file: 'index.ts', values: library },
  'billability/reports': { file: 'reports/index.ts', values: reports },
  'billability/explain': { file: 'evidence/explain.ts', values: explained },
  'billability/record': { file: 'evidence/record.ts', values: record },
  'billability/schema': { file: 'schemas.ts', values: schema },
  'billability/adapters/x12': { file: 'adapters/x12/index.ts', values: x12 },
  'billability/adapters/tables': { file: 'adapters/tables/index.ts', values: tables },
  'billability/adapters/fhir': { file: 'adapters/fhir/index.ts', values: fhir },
};

/** Every value that the package exports, by its name. */
export const values = Object.assign({}, ...Object.values(entries).map((entry) => entry.values)) as Readonly<
  Record<string, unknown>
>;

/** A name that the package exports, with its docstring. */
export interface PublicName {
  readonly name: string;
  /** What it is imported from. */
  readonly from: string;
  readonly isType: boolean;
  /** Without its marks; empty where there is none. */
  readonly docstring: string;
  readonly examples: readonly string[];
}

const source = (file: string) => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');

/** Every name that the package exports. */
export function publicNames(): PublicName[] {
  return Object.entries(entries).flatMap(([from, { file }]) =>
    exportsOf(file).map(({ name, isType, written }) => {
      const docstring = docstringOf(name, source(written));
      const [, ...examples] = docstring.split('@example').map((part) => part.trim());
      return { name, from, isType, docstring, examples };
    }),
  );
}

/** The names that an entry exports, each with the file in which it is written. */
function exportsOf(entry: string): { name: string; isType: boolean; written: string }[] {
  const text = source(entry);
  const namesIn = (list: string) => list.split(/[\s,]+/).filter((name) => name !== '');
  const fileOf = (path: string) => join(dirname(entry), `${path}.ts`);
  const importOf = (name: string) =>
    new RegExp(`^import \\{ ${name} \\} from '(.*)\\.js'`, 'm').exec(text)?.[1];
  const lists = text.matchAll(/^export (type )?\{([^}]*)\}(?: from '(.*)\.js')?/gm);
  return [
    ...[...lists].flatMap(([, type, list = '', path]) =>
      namesIn(list).map((name) => ({
        name,
        isType: type !== undefined,
        written: fileOf(path ?? importOf(name) ?? ''),
      })),
    ),
    ...[...text.matchAll(/^export const (\w+)/gm)].map(([, name = '']) => ({
      name,
      isType: false,
      written: entry,
    })),
  ];
}

function docstringOf(name: string, text: string): string {
  const kind = '(?:(?:async )?function\\*?|class|const|interface|type)';
  const written = new RegExp(`/\\*\\*((?:(?!\\*/).)*)\\*/\\nexport ${kind} ${name}\\b`, 's').exec(text)?.[1];
  return (written ?? '').replace(/^ *\* ?/gm, '').trim();
}

/** An example as a module of its own: it imports what it uses of the library. */
export function asModule(example: string, names: readonly PublicName[]): string {
  const used = names.filter(({ name }) => isUsedIn(example, name));
  const imports = Object.keys(entries).flatMap((entry) =>
    [true, false].map((isType) => {
      const own = used.filter((one) => one.from === entry && one.isType === isType).map(({ name }) => name);
      return `import ${isType ? 'type ' : ''}{ ${own.join(', ')} } from '${entry}';`;
    }),
  );
  return `${imports.join('\n')}
${example}
export {};
`;
}

/** Whether a name stands in an example that does not declare it itself. */
function isUsedIn(example: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(example) && !new RegExp(`const ${name}\\b`).test(example);
}

/** A statement that is one expression, and the comment after it or on the next line that tells its value. */
const TOLD = /^([ \t]*(?:if \(.+\) )?)(?!const |\})(\S.*?);\s+\/\/ (.+)$/gm;

/** Runs an example. Gives what its comments say, and what is so instead. */
export function wrongIn(example: string): string[] {
  const telling = example.replace(
    TOLD,
    (_all, before: string, expression: string, comment: string) =>
      `${before}tell(${expression}, ${JSON.stringify(comment)});`,
  );
  const notCompared = /^.*\/\/.*$/m.exec(telling);
  if (notCompared !== null) return [`not compared: ${notCompared[0]}`];
  const wrong: string[] = [];
  let told = 0;
  const script = transformSync(telling, { loader: 'ts' }).code;
  const used = Object.entries(values).filter(([name]) => isUsedIn(example, name));
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- an example of our own
  const run = new Function('tell', ...used.map(([name]) => name), script) as (...values: unknown[]) => void;
  run(
    (value: unknown, comment: string) => {
      told++;
      const shown = inspect(value, { depth: null, breakLength: Infinity, compact: true });
      const isSo = comment.endsWith('…') ? shown.startsWith(comment.slice(0, -1).trim()) : shown === comment;
      if (!isSo) wrong.push(`${comment} is ${shown}`);
    },
    ...used.map(([, value]) => value),
  );
  const comments = telling.split('tell(').length - 1;
  return told === comments ? wrong : [...wrong, `${String(comments - told)} comments were never reached`];
}
