import { rowsOf, wordsOf } from '../facts/rows/index.js';
import { codesOf, isClosed, type FactRow, type Row, type Rows } from '../facts/rows/row.js';

import { valueOf } from '../values/value-of.js';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * The schema with the words of each fact in it.
 * @param rows the facts that the object, or each entry of the list, states.
 * @param ofItems what is to be said of each code of the list.
 */
export function withWords(schema: JsonSchema, rows: Rows, ofItems: JsonSchema = {}): JsonSchema {
  const parts = Object.entries(schema).map(([keyword, value]) => {
    switch (keyword) {
      case 'anyOf':
        return [keyword, (value as JsonSchema[]).map((one) => withWords(one, rows, ofItems))];
      case 'items':
        return [keyword, { ...ofItems, ...withWords(value as JsonSchema, rows) }];
      case 'properties':
        return [keyword, worded(value as Readonly<Record<string, JsonSchema>>, rows)];
      default:
        return [keyword, value];
    }
  });
  return Object.fromEntries(parts) as JsonSchema;
}

function worded(properties: Readonly<Record<string, JsonSchema>>, rows: Rows): JsonSchema {
  const byKey = new Map(Object.entries(rows));
  const parts = Object.entries(properties).map(([key, part]) => [key, wordedFact(part, valueOf(byKey, key))]);
  return Object.fromEntries(parts) as JsonSchema;
}

function wordedFact(part: JsonSchema, row: Row): JsonSchema {
  const says = wordsOf(row);
  const ofCode = row.kind === 'fact' ? codeWords(row) : {};
  if (row.kind === 'fact' && row.type === 'code') {
    const { description = '', ...rest } = ofCode;
    return { description: `${says} ${description}`.trim(), ...rest, ...withWords(part, {}) };
  }
  return {
    description: says,
    ...withWords(part, rowsOf(row), row.kind === 'fact' && row.type === 'codes' ? ofCode : {}),
  };
}

/** What each code stands for, where its name does not say so, and those that a list which is open has. */
function codeWords(row: FactRow): JsonSchema & { readonly description?: string } {
  const known = Object.entries(codesOf(row)?.codes ?? {});
  const stands = known.flatMap(([code, what]) => (isSaidBy(code, what) ? [] : [`${code}: ${what}`]));
  return {
    ...(stands.length > 0 && { description: stands.join(' ') }),
    ...(known.length > 0 && !isClosed(row) && { examples: known.map(([code]) => code) }),
  };
}

function isSaidBy(code: string, what: string): boolean {
  return what.toLowerCase() === `${code.replaceAll('-', ' ')}.`;
}
