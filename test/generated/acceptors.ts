import * as options from '../../src/check/options.js';
import * as accept from '../../src/facts/accept.js';
import * as codes from '../../src/facts/generated/codes.js';
import * as schemas from '../../src/facts/generated/schemas.js';
import * as held from '../../src/facts/held.js';
import * as history from '../../src/facts/history.js';
import * as lookUps from '../../src/facts/look-ups.js';
import * as priorUse from '../../src/facts/prior-use.js';
import * as scalars from '../../src/facts/scalars.js';
import * as z from '../../src/facts/zod.js';
import * as readings from '../../src/readings/generated.js';

/** The sources of what is surely well formed, by their place in `src`: each schema walked. */
export const acceptorSources: Readonly<Record<string, () => string>> = {
  'facts/generated/acceptors.ts': () => sourceOf('facts/generated', ofFacts, {}),
  'check/generated.ts': () => sourceOf('check', ofChecks, ofFacts),
};

type Schema = z.mini.core.$ZodType;
type Definition = z.mini.core.$ZodTypes['_zod']['def'];
type Checks = readonly z.mini.core.$ZodCheck[];

/** What an exported acceptor is called, and what it accepts. */
type Roots = Readonly<Record<string, Schema>>;

const ofFacts: Roots = {
  acceptSession: schemas.sessionSchema,
  acceptClaim: schemas.claimSchema,
  acceptUse: priorUse.useSchema,
  acceptMemberUse: priorUse.memberUseSchema,
  acceptHistory: priorUse.historySchema,
  acceptMemberHistory: priorUse.memberHistorySchema,
  acceptCodeQuery: lookUps.codeQuerySchema,
  acceptPriceQuery: lookUps.priceQuerySchema,
};

const ofChecks: Roots = {
  acceptOptions: options.optionsSchema,
  acceptBatchOptions: options.batchOptionsSchema,
  acceptStreamOptions: options.streamOptionsSchema,
  acceptRemainingUnitsQuery: options.remainingUnitsQuerySchema,
};

/** Where each name is from, as the source in a folder of `src` imports it. */
const origins: readonly (readonly [file: string, exports: Readonly<Record<string, unknown>>])[] = [
  ['facts/accept', accept],
  ['facts/history', history],
  ['facts/held', held],
  ['facts/look-ups', lookUps],
  ['facts/prior-use', priorUse],
  ['facts/generated/codes', codes],
  ['facts/generated/schemas', schemas],
  ['facts/generated/acceptors', ofFacts],
  ['readings/generated', readings],
  ['check/options', options],
];

/** Schemas that have an acceptor of their own, by hand. */
const byHand = new Map<Schema, string>(
  Object.entries(scalars).flatMap(([name, schema]) =>
    typeof schema === 'object' && name in accept ? [[schema, name]] : [],
  ),
);

/** What a check of a schema is called, in code that asks whether it holds. */
function nameOfCheck(check: z.mini.core.$ZodCheck): string {
  if (check === priorUse.isWhole) return 'isWholeHistory';
  const { fn } = check._zod.def as { readonly fn?: unknown };
  const named = Object.entries({ ...held, ...history }).find(([, one]) => one === fn);
  if (named === undefined) throw new Error('a check that has no name among the functions of facts');
  return named[0];
}

function sourceOf(folder: string, roots: Roots, others: Roots): string {
  const functions = new Map<string, string>();
  const rootOf = (schema: Schema, all: Roots) => Object.entries(all).find(([, one]) => one === schema)?.[0];

  /** The expression that takes `fact`. */
  function taken(schema: Schema, at: string): string {
    const known = byHand.get(schema) ?? rootOf(schema, { ...roots, ...others });
    if (known !== undefined) return `${known}(fact)`;
    const definition = definitionOf(schema);
    switch (definition.type) {
      case 'enum':
        return `among(${choices(Object.values(definition.entries))}, fact)`;
      case 'literal':
        return `among(${choices(definition.values)}, fact)`;
      case 'array':
        return listOf(definition, definition.checks ?? [], 'fact', at);
      case 'object':
        return `${objectOf(definition, at)}(fact)`;
      default:
        if (definition.checks !== undefined) throw new Error(`${at}: a check that is no named scalar's`);
        if (definition.type === 'boolean') return 'flag(fact)';
        if (definition.type === 'string') return 'text(fact)';
        throw new Error(`${at}: nothing is known of a schema of type ${definition.type}`);
    }
  }

  function listOf({ element }: z.mini.core.$ZodArrayDef, checks: Checks, given: string, at: string): string {
    const least = checks.map(({ _zod: { def } }) => {
      if (def.check === 'min_length') return (def as z.mini.core.$ZodCheckMinLengthDef).minimum;
      throw new Error(`${at}: a list with a check that is not known`);
    });
    const expression = taken(element, at);
    const item = /^\w+\(fact\)$/.test(expression)
      ? expression.slice(0, -'(fact)'.length)
      : `(fact) => ${expression}`;
    return `list(${[given, item, ...least].join(', ')})`;
  }

  /** The name of the function that accepts such an object; two that are the same are one. */
  function objectOf({ shape, catchall, checks = [] }: z.mini.core.$ZodObjectDef, at: string): string {
    if (catchall?._zod.def.type !== 'never') throw new Error(`${at}: an object with any keys`);
    const body = bodyOf(shape, checks, at);
    const same = [...functions].find(([, one]) => one === body)?.[0];
    const name = same ?? at;
    functions.set(name, body);
    return name;
  }

  function bodyOf(shape: z.mini.core.$ZodShape, checks: Checks, at: string): string {
    return [
      'const facts = plain(given);',
      'const taken: Facts = {};',
      'let count = 0;',
      'let fact: unknown;',
      ...Object.entries(shape).map(([key, schema]) => factOf(text(key), key, schema, at)),
      ...checks.map((check) => `if (!${nameOfCheck(check)}(taken as never)) leave();`),
    ].join('\n');
  }

  function factOf(key: string, name: string, stated: Schema, at: string): string {
    const { schema, mayBeLeftOut, mayBeNone } = unwrapped(stated);
    const expression = taken(
      schema,
      nameOf(schema) ?? `${at}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    );
    if (!mayBeLeftOut) return `fact = facts[${key}] ?? leave();\ntaken[${key}] = ${expression};\ncount++;`;
    const takesNull =
      byHand.has(schema) || ['boolean', 'string', 'enum', 'literal'].includes(definitionOf(schema).type);
    const asItIs = `fact === null${mayBeNone ? " || fact === 'none'" : ''}`;
    return `if ((fact = facts[${key}]) !== undefined) {
      taken[${key}] = ${takesNull ? expression : `${asItIs} ? fact : ${expression}`};
      count++;
    }`;
  }

  const exported = Object.entries(roots).map(([name, schema]) => {
    const output = outputOf(schema);
    const definition = definitionOf(schema);
    if (definition.type === 'array') {
      const holds = (definition.checks ?? []).map((check) => `!${nameOfCheck(check)}(taken as never)`);
      return `export function ${name}(given: unknown): ${output} {
        const taken = ${listOf(definition, [], 'given', name)};
        if (${holds.join(' || ')}) leave();
        return taken as never;
      }`;
    }
    if (definition.type !== 'object') throw new Error(`${name}: neither an object nor a list`);
    const body = bodyOf(definition.shape, definition.checks ?? [], name.replace(/^accept/, '').toLowerCase());
    return `export function ${name}(given: unknown): ${output} {\n${body}\nreturn whole(taken, count, facts, ${name}) as never;\n}`;
  });
  const inner = [...functions].map(
    ([name, body]) =>
      `function ${name}(given: unknown): Facts {\n${body}\nreturn whole(taken, count, facts, ${name});\n}`,
  );
  const code = [...inner, ...exported].join('\n\n');
  return `/* eslint-disable @typescript-eslint/no-unnecessary-type-assertion -- what is taken is of the type that its schema says */\n${importsOf(folder, code)}\n\n${code}\n`;
}

function text(value: unknown): string {
  return JSON.stringify(value);
}

function definitionOf(schema: Schema): Definition {
  return (schema as z.mini.core.$ZodTypes)._zod.def;
}

/** What a schema is behind "may be left out", "may be null" and "or 'none'". What may be left out may be null. */
function unwrapped(stated: Schema): {
  readonly schema: Schema;
  readonly mayBeLeftOut: boolean;
  readonly mayBeNone: boolean;
} {
  const optional = definitionOf(stated);
  const nullable = optional.type === 'optional' ? definitionOf(optional.innerType) : undefined;
  if (nullable === undefined) return { schema: stated, mayBeLeftOut: false, mayBeNone: false };
  if (nullable.type !== 'nullable') throw new Error('a fact that may be left out and not be null');
  const inner = definitionOf(nullable.innerType);
  if (inner.type !== 'union') return { schema: nullable.innerType, mayBeLeftOut: true, mayBeNone: false };
  const [schema, none] = inner.options;
  if (
    schema === undefined ||
    none === undefined ||
    text(definitionOf(none)) !== text(definitionOf(z.literal('none')))
  )
    throw new Error('a union of others than an object and "none"');
  return { schema, mayBeLeftOut: true, mayBeNone: true };
}

function nameOf(schema: Schema): string | undefined {
  const definition = definitionOf(schema);
  if (definition.type === 'object' && 'code' in definition.shape && 'through' in definition.shape)
    return 'heldCode';
  return nameIn(schema)?.[1].replace(/Schema$/, '');
}

/** What a value is called among all exports, and where it is from. */
function nameIn(value: unknown): readonly [file: string, name: string] | undefined {
  for (const [file, exports] of origins) {
    const named = Object.entries(exports).find(([, one]) => one === value);
    if (named !== undefined && file !== 'facts/generated/acceptors') return [file, named[0]];
  }
  return undefined;
}

/** A list of choices: that of the schema, where it has a name. */
function choices(values: readonly unknown[]): string {
  const lists: Record<string, unknown> = {
    ...codes,
    ...Object.fromEntries(
      Object.entries(readings.readingChoices).map(([name, list]) => [`readingChoices.${name}`, list]),
    ),
  };
  const named = Object.entries(lists).find(([, list]) => text(list) === text(values));
  return named?.[0] ?? text(values);
}

function outputOf(schema: Schema): string {
  const named = nameIn(schema);
  if (named === undefined) throw new Error('an exported acceptor of a schema that has no name');
  return `output<typeof ${named[1]}>`;
}

function importsOf(folder: string, code: string): string {
  const up = '../'.repeat(folder.split('/').length);
  const isUsed = (name: string) => new RegExp(`(?<![\\w.'"])${name}\\b(?!['":])`).test(code);
  const lines = origins.flatMap(([file, exports]) => {
    const [isType, isValue] = [(name: string) => code.includes(`typeof ${name}>`), isUsed];
    const names = Object.keys(exports).filter((name) => isValue(name) && !code.includes(`function ${name}(`));
    const types = file === 'facts/accept' ? ['Facts'] : [];
    if (names.length === 0) return [];
    const specifiers = [
      ...names.map((name) => (isType(name) ? `type ${name}` : name)),
      ...types.map((name) => `type ${name}`),
    ];
    const onlyTypes = specifiers.every((one) => one.startsWith('type '));
    const list = onlyTypes ? specifiers.map((one) => one.slice('type '.length)) : specifiers;
    return [`import ${onlyTypes ? 'type ' : ''}{ ${list.join(', ')} } from '${up}${file}.js';`];
  });
  return [`import type { output } from '${up}facts/zod.js';`, ...lines].join('\n');
}
