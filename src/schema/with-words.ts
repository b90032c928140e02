import type { FactWords } from './fact-notes.js';
import type { WordsAt } from './fact-words.js';

/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The schema with words for each fact in it. */
export function withWords(schema: JsonSchema, wordsAt: WordsAt, path = ''): JsonSchema {
  const within = (part: JsonSchema, at: string) => withWords(part, wordsAt, at);
  const inPart = (part: JsonSchema, at: string) => ({ ...keywordsOf(wordsAt(at)), ...within(part, at) });
  const parts = Object.entries(schema).map(([keyword, value]) => {
    switch (keyword) {
      case 'anyOf':
        return [keyword, (value as JsonSchema[]).map((one) => within(one, path))];
      case 'items':
        return [keyword, inPart(value as JsonSchema, `${path}[]`)];
      case 'properties': {
        const at = (key: string) => (path === '' ? key : `${path}.${key}`);
        const properties = Object.entries(value as Readonly<Record<string, JsonSchema>>);
        return [keyword, Object.fromEntries(properties.map(([key, part]) => [key, inPart(part, at(key))]))];
      }
      default:
        return [keyword, value];
    }
  });
  return Object.fromEntries(parts) as JsonSchema;
}

function keywordsOf({ says, meaning, leftOut, codes }: FactWords): JsonSchema {
  const silence = leftOut === undefined ? undefined : `Left out or null: ${lowered(leftOut)}`;
  const known = Object.entries(codes?.meanings ?? {});
  const stands = known.map(([code, what]) => `${code}: ${what}`);
  const description = [says, meaning, silence, ...stands].filter((text) => text !== undefined).join(' ');
  return {
    ...(description !== '' && { description }),
    ...(codes !== undefined && !codes.isClosed && { examples: known.map(([code]) => code) }),
  };
}

/** As part of a sentence; a name keeps its capital. */
function lowered(sentence: string): string {
  return sentence === 'Medicaid.' ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
