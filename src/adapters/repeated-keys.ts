import { jsonPointer, type InputIssue } from '../facts/input-error.js';
import { claim, placesIn, priorUse, session } from '../facts/rows/index.js';
import { openPaths } from '../facts/words.js';

const MOST_SHOWN = 20;

/** What a configuration states; here, as what reads files is not to need what checks. */
export const configKeys = [
  'services',
  'without',
  'readings',
  'codes',
  'words',
  'overlays',
  'severities',
  'waivers',
] as const;

/** What a place may name: another key may be somebody's data. */
const names = new Set([
  ...placesIn({ session, claim, priorUse }).flatMap(({ path }) => path.split('.').slice(-1)),
  ...configKeys,
  ...openPaths,
]);

/**
 * Keys that stand twice in one object. JSON.parse takes the last of them without a word, so that what the first one says
 * would silently be lost.
 *
 * @param value what JSON.parse makes of the text
 */
export function repeatedKeys(text: string, value: unknown): InputIssue[] {
  // Quickly told for nearly every record: as many keys are left as were written.
  if (keysIn(value) === keysWrittenAtMost(text)) return [];
  return repeatedIn(text).map((steps) => {
    const unknown = steps.findIndex((step) => typeof step === 'string' && !names.has(step));
    return unknown === -1
      ? { code: 'said-twice', path: jsonPointer(steps), message: 'expected the key once, found it twice' }
      : {
          code: 'said-twice',
          path: jsonPointer(steps.slice(0, unknown)),
          message: 'expected each key once, found one twice',
        };
  });
}

function keysIn(value: unknown): number {
  let count = 0;
  const open = [value];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (typeof item !== 'object' || item === null) continue;
    if (Array.isArray(item)) {
      for (const inner of item) if (typeof inner === 'object') open.push(inner);
      continue;
    }
    for (const key in item) {
      count++;
      const inner = (item as Readonly<Record<string, unknown>>)[key];
      if (typeof inner === 'object') open.push(inner);
    }
  }
  return count;
}

const QUOTE = '"'.charCodeAt(0);
const SPACE = ' '.charCodeAt(0);

/** Colons after a quote: one for each key, and those in a string that has such a pair itself. */
function keysWrittenAtMost(text: string): number {
  let count = 0;
  for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    let before = colon - 1;
    while (text.charCodeAt(before) <= SPACE) before--;
    if (text.charCodeAt(before) === QUOTE) count++;
  }
  return count;
}

/** An object or a list that is not closed yet. */
interface Open {
  /** Of an object. */
  readonly keys?: Set<string>;
  /** The key or index of what is being read in it. */
  step: string | number;
}

type Steps = readonly (string | number)[];

/** Where keys stand twice, each once. The text is valid JSON. */
function repeatedIn(text: string): Steps[] {
  const found = new Map<string, Steps>();
  const open: Open[] = [];
  for (let at = 0; at < text.length && found.size < MOST_SHOWN; at++) {
    const top = open.at(-1);
    switch (text[at]) {
      case '{':
        open.push({ keys: new Set(), step: '' });
        break;
      case '[':
        open.push({ step: 0 });
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (typeof top?.step === 'number') top.step++;
        break;
      case '"': {
        const start = at;
        at = endOfString(text, start);
        if (top?.keys === undefined || !isKey(text, at + 1)) break;
        const key = JSON.parse(text.slice(start, at + 1)) as string;
        top.step = key;
        if (top.keys.has(key)) {
          const steps = open.map(({ step }) => step);
          found.set(jsonPointer(steps), steps);
        }
        top.keys.add(key);
        break;
      }
      default:
    }
  }
  return [...found.values()];
}

/** Offset of the closing quote. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function isKey(text: string, after: number): boolean {
  let at = after;
  while (text.charCodeAt(at) <= SPACE) at++;
  return text[at] === ':';
}
