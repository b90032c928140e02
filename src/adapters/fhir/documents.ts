import { idOf, isElement, parts, part, textAt, type Element } from './elements.js';
import type { Tell } from './problems.js';

/** A text that is one JSON, of a file or of one of its lines. */
export interface Document {
  readonly text: string;
  /** The line, from 1, where each line is a JSON of its own. */
  readonly line?: number;
}

/** A resource in a file. */
export interface Found {
  readonly type: string;
  readonly resource: Element;
  /** `Encounter/e1`, or where it stands if it has no id. */
  readonly place: string;
  /** Where a Bundle says that it is kept. */
  readonly fullUrl?: string | undefined;
  /** Whether there is another version of it, and it is not known which is the last. */
  readonly isUnsure?: boolean;
}

/** Takes a file apart that comes in pieces, wherever they are cut. */
export interface Splitter {
  readonly push: (piece: string) => Document[];
  readonly end: () => Document[];
}

/**
 * A file is NDJSON where its first two lines that are not blank begin with a brace each, as no JSON does; else it is one
 * JSON.
 */
export function createSplitter(): Splitter {
  let rest = '';
  let line = 0;
  let isByLine: boolean | undefined;
  let lines: { text: string; line: number }[] = [];

  const take = (text: string): Document[] => {
    line += 1;
    if (isByLine === true) return text.trim() === '' ? [] : [{ text, line }];
    lines.push({ text: line === 1 ? text.replace(/^\uFEFF/, '') : text, line });
    isByLine ??= decided(lines);
    return isByLine === true ? flush() : [];
  };
  const flush = () => {
    const taken = lines.filter(({ text }) => text.trim() !== '');
    lines = [];
    return taken;
  };
  return {
    push(piece) {
      const [first = '', ...others] = piece.split('\n');
      rest += first;
      return others.flatMap((other) => {
        const taken = take(rest);
        rest = other;
        return taken;
      });
    },
    end() {
      const taken = take(rest);
      if (isByLine === true) return taken;
      const text = lines.map((one) => one.text).join('\n');
      return text.trim() === '' ? [] : [{ text }];
    },
  };
}

/** Whether the lines are a JSON each, as far as that can be told. */
function decided(lines: readonly { readonly text: string }[]): boolean | undefined {
  const last = String(lines.at(-1)?.text).trim();
  if (last === '') return undefined;
  if (!last.startsWith('{')) return false;
  return lines.filter(({ text }) => text.trim() !== '').length === 2 ? true : undefined;
}

/** The resources of a document, in the order in which they stand there: of a list, and of Bundles, those inside. */
export function resourcesIn({ text, line }: Document, tell: Tell): Found[] {
  const place = line === undefined ? '' : `line ${String(line)}`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    tell('not-json', place === '' ? 'the file' : place);
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown, index) => foundIn(one, `${place}[${String(index)}]`, tell));
  }
  return foundIn(value, place, tell);
}

function foundIn(value: unknown, place: string, tell: Tell, fullUrl?: string): Found[] {
  const type = isElement(value) ? value['resourceType'] : undefined;
  if (!isElement(value) || typeof type !== 'string') {
    tell('not-a-resource', place === '' ? 'the file' : place);
    return [];
  }
  if (type === 'Bundle') return entriesOf(value, place === '' ? type : `${place}: ${type}`, tell);
  const id = idOf(value);
  const named = id === undefined ? [place, type].filter((one) => one !== '').join(': ') : `${type}/${id}`;
  return [{ type, resource: value, place: named, fullUrl }];
}

function entriesOf(bundle: Element, place: string, tell: Tell): Found[] {
  const at = { value: bundle, place, tell };
  if (parts(at, 'link').some((link) => textAt(link, 'relation') === 'next'))
    tell('more-pages', `${place}.link`);
  return parts(at, 'entry').flatMap((entry) => {
    const resource = part(entry, 'resource');
    if (resource.value === undefined) return [];
    return foundIn(resource.value, resource.place, tell, textAt(entry, 'fullUrl'));
  });
}
