import {
  readingTable,
  type ChoiceSetting,
  type ListsSetting,
  type NamedReading,
  type NamesSetting,
} from '../../src/readings/table.js';

type Setting = ChoiceSetting | ListsSetting | NamesSetting;

/** The source that follows from the table of readings. */
export function readingsSource(): string {
  const rows = Object.entries<NamedReading>(readingTable);
  const settings = rows.flatMap(([name, { question, setting }]) =>
    setting === undefined ? [] : [{ name, question, setting }],
  );
  const byOption = (written: (setting: Setting, doc: string) => string) =>
    settings.map(({ question, setting }) => written(setting, commentOf(question, setting))).join('\n');

  return `import type { FactPath } from '../facts/generated/types.js';
import { diagnosisPrefix } from '../facts/scalars.js';
import * as z from '../facts/zod.js';

export const readingNames = ${JSON.stringify(rows.map(([name]) => name))} as const;

/** A named reading: how a definition reads what its document leaves open. What each means: \`docs/readings.md\`. */
export type ReadingName = (typeof readingNames)[number];

/** How each open question is read, where a caller may choose. */
export interface Readings {
  ${byOption((setting, doc) => `${doc}${setting.option}: ${typeOf(setting)};`)}
}

/**
 * The choices that are the caller's to make where a document leaves something open; those left out keep their default.
 * Why each is what it is: \`docs/readings.md\`.
 *
 * @example
 * const readings: ReadingsInput = { rounding: 'midpoint', weekStartsOn: 1 };
 */
export interface ReadingsInput {
  ${byOption(({ option }, doc) => `${doc}${option}?: Readings['${option}'] | null | undefined;`)}
}

/** What each option that is one choice of some may be. */
export const readingChoices = {
  ${settings
    .flatMap(({ setting }) =>
      'choices' in setting ? [`${setting.option}: [${codesOf(setting).join(', ')}],`] : [],
    )
    .join('\n')}
} as const;

export const readingsSchema = z.strictObject({
  ${byOption((setting) => `${setting.option}: ${schemaOf(setting)},`)}
}) satisfies z.mini.ZodMiniType<Readings>;

export const readingsInputSchema = z.strictObject({
  ${byOption(({ option }) => `${option}: z.nullish(readingsSchema.shape.${option}),`)}
}) satisfies z.mini.ZodMiniType<ReadingsInput>;

export const defaultReadings: Readings = {
  ${byOption((setting) => `${setting.option}: ${JSON.stringify(setting.default)},`)}
};

/** The option that changes a reading. */
export const optionOf = {
  ${settings.map(({ name, setting }) => `'${name}': '${setting.option}',`).join('\n')}
} as const satisfies Partial<Record<ReadingName, keyof Readings>>;

/** Facts whose meaning rests on a reading, whichever clause asks for them. */
export const readingsOfFact: Readonly<Partial<Record<FactPath, readonly ReadingName[]>>> = {
  ${factsOf(rows)}
};
`;
}

/** The readings of each fact, the first named where a clause names none of them. */
function factsOf(rows: readonly (readonly [name: string, reading: NamedReading])[]): string {
  const names = new Map<string, string[]>();
  for (const [name, { facts = [] }] of rows)
    for (const fact of facts) names.set(fact, [...(names.get(fact) ?? []), name]);
  return [...names].map(([fact, of]) => `'${fact}': ${JSON.stringify(of)},`).join('\n');
}

/** The choices as code; where the default is a number, they are numbers. */
function choicesOf(setting: ChoiceSetting): [code: string, means: string, isDefault: boolean][] {
  return Object.entries(setting.choices).map(([choice, means]) => [
    typeof setting.default === 'number' ? choice : `'${choice}'`,
    means,
    choice === String(setting.default),
  ]);
}

function codesOf(setting: ChoiceSetting): string[] {
  return choicesOf(setting).map(([code]) => code);
}

function typeOf(setting: Setting): string {
  if ('names' in setting) return `(${setting.default.map((name) => `'${name}'`).join(' | ')})[]`;
  return 'choices' in setting
    ? codesOf(setting).join(' | ')
    : `{ ${Object.keys(setting.default)
        .map((name) => `${name}: string[]`)
        .join('; ')} }`;
}

function schemaOf(setting: Setting): string {
  if ('names' in setting) return `z.array(z.enum(${JSON.stringify(setting.default)})).check(z.minLength(1))`;
  if ('lists' in setting) {
    const lists = Object.keys(setting.default).map((name) => `${name}: z.array(diagnosisPrefix)`);
    return `z.strictObject({ ${lists.join(', ')} })`;
  }
  return `z.${typeof setting.default === 'number' ? 'literal' : 'enum'}(readingChoices.${setting.option})`;
}

function commentOf(question: string, setting: Setting): string {
  const words =
    'choices' in setting
      ? choicesOf(setting)
          .map(([choice, means, isDefault]) => `\`${choice}\`${isDefault ? ' (default)' : ''}: ${means}`)
          .join('; ')
      : 'names' in setting
        ? `At least one of the ${setting.names}; all by default`
        : `For each class, ${setting.lists}`;
  return `/**\n${wrapped(`${question} ${words}.`)}\n */\n`;
}

/** As lines of a comment, which prettier leaves as they are. */
function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length > 100) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((line) => ` * ${line}`).join('\n');
}
