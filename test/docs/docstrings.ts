import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { transformSync } from 'esbuild';
import * as library from '../../src/index.js';

/** A name that the library exports, with its docstring. */
export interface PublicName {
  readonly name: string;
  readonly isType: boolean;
  /** Without its marks; empty where there is none. */
  readonly docstring: string;
  readonly examples: readonly string[];
}

const source = (file: string) => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');

/** Every name that `src/index.ts` exports. */
export function publicNames(): PublicName[] {
  const exports = source('index.ts').matchAll(/export (type )?\{([^}]*)\} from '\.\/([^']*)\.js'/g);
  return [...exports].flatMap(([, type, names = '', file = '']) =>
    names.split(/[\s,]+/).flatMap((name) => {
      if (name === '') return [];
      const docstring = docstringOf(name, source(`${file}.ts`));
      const [, ...examples] = docstring.split('@example').map((part) => part.trim());
      return [{ name, isType: type !== undefined, docstring, examples }];
    }),
  );
}

function docstringOf(name: string, text: string): string {
  const kind = '(?:function|class|const|interface|type)';
  const written = new RegExp(`/\\*\\*((?:(?!\\*/).)*)\\*/\\nexport ${kind} ${name}\\b`, 's').exec(text)?.[1];
  return (written ?? '').replace(/^ *\* ?/gm, '').trim();
}

/** An example as a module of its own: it imports what it uses of the library. */
export function asModule(example: string, names: readonly PublicName[]): string {
  const used = (isType: boolean) =>
    names
      .filter((one) => one.isType === isType && new RegExp(`\\b${one.name}\\b`).test(example))
      .map(({ name }) => name);
  return `import { ${used(false).join(', ')} } from 'billability';
import type { ${used(true).join(', ')} } from 'billability';
${example}
export {};
`;
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
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- an example of our own
  const run = new Function('tell', ...Object.keys(library), script) as (...values: unknown[]) => void;
  run(
    (value: unknown, comment: string) => {
      told++;
      const shown = inspect(value, { depth: null, breakLength: Infinity, compact: true });
      const isSo = comment.endsWith('…') ? shown.startsWith(comment.slice(0, -1).trim()) : shown === comment;
      if (!isSo) wrong.push(`${comment} is ${shown}`);
    },
    ...Object.values(library),
  );
  const comments = telling.split('tell(').length - 1;
  return told === comments ? wrong : [...wrong, `${String(comments - told)} comments were never reached`];
}
