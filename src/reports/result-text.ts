import { jsonText } from './json.js';

/** A value that was written before, and its text. */
interface Kept {
  readonly value: Shape;
  readonly text: string;
}

/** A value as it was, whatever becomes of the caller's own. */
type Shape = string | number | boolean | null | undefined | Items | Fields;
interface Items {
  readonly items: readonly Shape[];
}
interface Fields {
  readonly keys: readonly string[];
  readonly parts: readonly Shape[];
}

/** What was written of one key. */
interface Parts {
  readonly kept: Kept[];
  /** Grows with what came again; below nothing, it is compared no more. */
  worth: number;
}

type Group = Map<string, Parts>;

const MOST_IN_VAIN = 32;
/** How many values of one key are kept for a service or a rule, and how many characters of all. */
const MOST_OF_A_KEY = 4;
const MOST_CHARACTERS = 1_000_000;

/**
 * What writes results, each as {@link jsonText} does, after the fields of where it stands. What result after result states
 * alike, such as what passed or a citation, is compared with what was written before, which takes a part of the time of
 * writing it again.
 */
export function createResultText(): (result: object, where?: object) => string {
  const groups = new Map<string, Group>();
  const words = new Map<string, string>();
  let room = MOST_CHARACTERS;

  function isRoomFor(text: string): boolean {
    if (text.length > room) return false;
    room -= text.length;
    return true;
  }

  /** What is alike in findings of one rule, and in results of one service. */
  function groupOf(value: object): Group {
    const stated: unknown = 'rule' in value ? value.rule : 'service' in value ? value.service : '';
    const of = typeof stated === 'string' ? stated : '';
    const before = groups.get(of);
    if (before !== undefined) return before;
    const group: Group = new Map();
    if (isRoomFor(of)) groups.set(of, group);
    return group;
  }

  function fieldsText(value: object, before = ''): string {
    const group = groupOf(value);
    let text = before;
    for (const key of Object.keys(value)) {
      const part: unknown = value[key as keyof typeof value];
      if (part !== undefined) text += `${text === '' ? '' : ','}"${key}":${partText(group, key, part)}`;
    }
    return text;
  }

  function objectText(value: unknown): string {
    return isObject(value) ? `{${fieldsText(value)}}` : jsonText(value ?? null);
  }

  function partText(group: Group, key: string, part: unknown): string {
    if ((key === 'findings' || key === 'lines') && Array.isArray(part)) return listText(part, objectText);
    let before = group.get(key);
    if (before === undefined) {
      before = { kept: [], worth: MOST_IN_VAIN };
      group.set(key, before);
    }
    if (before.worth < 0) return newText(key, part);
    for (const one of before.kept) {
      if (isSame(one.value, part)) {
        before.worth++;
        return one.text;
      }
    }
    before.worth--;
    const text = newText(key, part);
    if (before.kept.length < MOST_OF_A_KEY && isRoomFor(text))
      before.kept.push({ value: shapeOf(part), text });
    return text;
  }

  /** A list is another one where one of its parts is. */
  function newText(key: string, part: unknown): string {
    if (!Array.isArray(part)) return jsonText(part);
    return listText(part, (one: unknown) => {
      if (typeof one === 'string') return wordText(one);
      return isObject(one) ? partText(groupOf(one), key, one) : jsonText(one ?? null);
    });
  }

  function wordText(word: string): string {
    const before = words.get(word);
    if (before !== undefined) return before;
    const text = jsonText(word);
    if (isRoomFor(text)) words.set(word, text);
    return text;
  }

  return (result, where) => `{${fieldsText(result, where && fieldsText(where))}}`;
}

function listText<One>(list: readonly One[], textOf: (one: One) => string): string {
  let text = '';
  for (const one of list) text += `${text === '' ? '' : ','}${textOf(one)}`;
  return `[${text}]`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shapeOf(value: unknown): Shape {
  if (typeof value !== 'object' || value === null) return value as Shape;
  if (Array.isArray(value)) return { items: value.map(shapeOf) };
  return { keys: Object.keys(value), parts: Object.values(value).map(shapeOf) };
}

/** Whether a value is written as the one before it: its keys in the same order. */
function isSame(one: Shape, other: unknown): boolean {
  if (typeof one !== 'object' || one === null) return one === other;
  if (typeof other !== 'object' || other === null) return false;
  if ('items' in one) {
    const { items } = one;
    if (!Array.isArray(other) || other.length !== items.length) return false;
    for (let index = 0; index < items.length; index++) if (!isSame(items[index], other[index])) return false;
    return true;
  }
  const { keys, parts } = one;
  const others = Object.keys(other);
  if (others.length !== keys.length || Array.isArray(other)) return false;
  for (let index = 0; index < keys.length; index++) {
    const key = others[index] as keyof typeof other;
    if (key !== keys[index] || !isSame(parts[index], other[key])) return false;
  }
  return true;
}
