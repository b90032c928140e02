import { nothings } from '../../src/facts/generated/table.js';
import { CLAUSES_IN_ONE } from '../../src/rules/decided.js';
import type { Service } from '../../src/services/service.js';
import { all, sureOf } from './sure.js';

/**
 * The source of a function that decides most clauses of a definition. It says what is surely true and what is surely false;
 * whatever it does not know how to ask is neither, and is left to the rules.
 */

/** Writes the parts of the source: what it imports, reads at the start, and asks. */
export interface Writer {
  /** The name of a function that is called, of a file under `src/`. */
  readonly from: (file: string, name: string) => string;
  /** The name of a list of codes. */
  readonly asked: (codes: readonly string[]) => string;
  /** What is worked out more than once is worked out at the start. */
  readonly once: (expression: string) => string;
  /** A fact, and an expression that is true where what would hold it is stated not to exist. */
  readonly fact: (path: string) => { readonly value: string; readonly isOfNone: string | undefined };
  /** As readers of facts give it. */
  readonly read: (path: string) => string;
  readonly source: (bits: readonly string[], up: string) => string;
}

function writer(isShared: (expression: string) => boolean): Writer {
  const imports = new Map([['conditions/truth.js', new Set(['FALSE', 'TRUE', 'UNKNOWN'])]]);
  const lists = new Map<string, string>();
  const roots = new Set<string>();
  const constants = new Map<string, string>();
  const shared = new Map<string, string>();

  /** What stands at a path; undefined where what would hold it is stated not to exist. */
  function at(keys: readonly string[]): string {
    const [first = ''] = keys;
    roots.add(first);
    return keys.length === 1 ? first : `${holder(keys.slice(0, -1))}?.${String(keys.at(-1))}`;
  }

  function holder(keys: readonly string[]): string {
    const whole = at(keys);
    if (!isNothing(keys)) return whole;
    const name = named(keys, '');
    constants.set(name, `${whole} === 'none' ? undefined : ${whole}`);
    return name;
  }

  function fact(path: string): ReturnType<Writer['fact']> {
    const keys = path.split('.');
    const value = at(keys);
    const above = keys.map((_key, place) => keys.slice(0, place)).find(isNothing);
    if (above === undefined) return { value, isOfNone: undefined };
    const isOfNone = named(above, 'isNo');
    constants.set(isOfNone, `${at(above)} === 'none'`);
    return { value, isOfNone };
  }

  return {
    from(file, name) {
      imports.set(file, (imports.get(file) ?? new Set()).add(name));
      return name;
    },
    asked(codes) {
      imports.set('conditions/operators/codes-meant.js', new Set(['codesAsked']));
      const text = JSON.stringify(codes);
      const name = lists.get(text) ?? `codes${String(lists.size)}`;
      lists.set(text, name);
      return name;
    },
    once(expression) {
      if (!isShared(expression)) return expression;
      const name = shared.get(expression) ?? `shared${String(shared.size)}`;
      shared.set(expression, name);
      return name;
    },
    fact,
    read(path) {
      const { value, isOfNone } = fact(path);
      return isOfNone === undefined ? value : `(${isOfNone} ? 'none' : ${value})`;
    },
    source(bits, up) {
      const asked = [
        ...[...shared].map(([is, name]) => `const ${name} = ${is};`),
        `return [${bits.join(',\n')}];`,
      ].join('\n');
      const isIn = (text: string) => (name: string) => new RegExp(`\\b${name}\\b`).test(text);
      const used = [...constants].filter(([name]) => isIn(asked)(name));
      const body = [...used.map(([name, is]) => `const ${name} = ${is};`), asked].join('\n');
      const importing = [...imports].map(
        ([file, names]) => [file, [...names].filter(isIn(body + 'codesAsked'))] as const,
      );
      return `${importing.map(([file, names]) => `import { ${names.join(', ')} } from '${up}${file}';`).join('\n')}
import type { Decide } from '${up}rules/decided.js';

${[...lists].map(([codes, name]) => `const ${name} = /* @__PURE__ */ codesAsked(${codes});`).join('\n')}

export const decide: Decide = ({ ${['session', 'on', 'readings', 'words'].filter((name) => name === 'session' || isIn(body)(name)).join(', ')} }) => {
const { ${[...roots].filter(isIn(body)).join(', ')} } = session;
${body}
};
`;
    },
  };
}

function isNothing(keys: readonly string[]): boolean {
  return keys.join('.') in nothings;
}

function named(keys: readonly string[], before: string): string {
  const words = keys.map((key, place) =>
    place === 0 && before === '' ? key : key.charAt(0).toUpperCase() + key.slice(1),
  );
  return `${before}${words.join('')}${before === '' ? 'Facts' : ''}`;
}

/** The bits of the clauses that are so. */
function bitsOf(conditions: readonly string[]): string {
  const bits = new Map<string, number>();
  conditions.forEach((condition, place) => {
    if (condition !== 'false') bits.set(condition, (bits.get(condition) ?? 0) + 2 ** place);
  });
  return bits.size === 0
    ? '0'
    : [...bits].map(([condition, bit]) => `(${condition} ? ${String(bit)} : 0)`).join(' |\n');
}

function bitsIn({ criteria }: Service, to: Writer): string[] {
  const clauses = criteria.map(({ appliesWhen, requires, expects }) => {
    const applies = appliesWhen === undefined ? { yes: 'true', no: 'false' } : sureOf(appliesWhen, to);
    const expected = expects === undefined ? 'true' : sureOf(expects, to).yes;
    return { passes: all(applies.yes, sureOf(requires, to).yes, expected), isNotAsked: applies.no };
  });
  const parts = Array.from({ length: Math.ceil(clauses.length / CLAUSES_IN_ONE) }, (_, part) =>
    clauses.slice(part * CLAUSES_IN_ONE, (part + 1) * CLAUSES_IN_ONE),
  );
  return parts.flatMap((part) => [
    bitsOf(part.map((one) => one.passes)),
    bitsOf(part.map((one) => one.isNotAsked)),
  ]);
}

export function decisionSource(service: Service): string {
  const uses = new Map<string, number>();
  const counting = writer((expression) => {
    uses.set(expression, (uses.get(expression) ?? 0) + 1);
    return false;
  });
  bitsIn(service, counting);
  const to = writer((expression) => Number(uses.get(expression)) > 1);
  return to.source(bitsIn(service, to), '../'.repeat(service.id.split('/').length + 1));
}
