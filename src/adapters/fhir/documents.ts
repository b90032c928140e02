import { idOf, isElement, isEmpty, parts, part, textAt, type At, type Element } from './elements.js';
import { createOutline } from './outline.js';
import type { Tell, Unreadable } from './problems.js';
import { keyIn, versionless, type Kept } from './urls.js';

/** A text that is one JSON, of a file or of one of its lines. */
export interface Document {
  readonly text: string;
  /** The line, from 1, where each line is a JSON of its own. */
  readonly line?: number;
}

/** A resource in a file. */
export interface Found extends Kept {
  readonly type: string;
  readonly resource: Element;
  /** Whether there is another version of it, and it is not known which is the last. */
  readonly isUnsure?: boolean;
  /** Whether a Bundle says that it was deleted. */
  readonly isDeleted?: boolean;
  /** Why it may be anything. */
  readonly unread?: Unreadable;
}

/** Takes a file apart that comes in pieces, wherever they are cut. */
export interface Splitter {
  readonly push: (piece: string) => Document[];
  readonly end: () => Document[];
}

/**
 * A file is NDJSON where its first line that is not blank is a JSON and another one follows, or where its first two begin
 * with a brace each and no JSON begins as its lines do; else it is one JSON.
 */
export function createSplitter(): Splitter {
  const outline = createOutline();
  let rest = '';
  let line = 0;
  let isByLine: boolean | undefined;
  let lines: Required<Document>[] = [];
  let followed = 0;

  const take = (written: string): Document[] => {
    line += 1;
    const text = line === 1 ? written.replace(/^\uFEFF/, '') : written;
    if (text.trim() === '') return [];
    lines.push({ text, line });
    if (isByLine === undefined) decide(lines.length - 1);
    return isByLine === true ? flush() : [];
  };
  /** A line is looked at once another one follows: alone it is the file. */
  const decide = (known: number): void => {
    for (const { text } of lines.slice(followed, known)) outline.push(text);
    followed = known;
    if (followed === 0 || outline.state() === 'open') return;
    isByLine =
      outline.state() === 'whole'
        ? followed === 1
        : lines.slice(0, 2).every(({ text }) => text.trimStart().startsWith('{'));
  };
  const flush = (): Document[] => {
    const taken = lines;
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
      if (isByLine === undefined && lines.length > 1) decide(lines.length);
      if (isByLine === true) return [...taken, ...flush()];
      const text = lines.map((one) => one.text).join('\n');
      return text === '' ? [] : [{ text }];
    },
  };
}

/**
 * The resources of a document, in the order in which they stand there: of a list, and of Bundles, those inside. What cannot
 * be read has its place among them.
 */
export function resourcesIn({ text, line }: Document, tell: Tell): Found[] {
  const place = line === undefined ? '' : `line ${String(line)}`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unreadAt(place, 'not-json', tell);
  }
  if (Array.isArray(value)) {
    return value.flatMap((one: unknown, index) => foundIn(one, `${place}[${String(index)}]`, tell));
  }
  return foundIn(value, place, tell);
}

function unreadAt(place: string, unread: Unreadable, tell: Tell): Found[] {
  const named = place === '' ? 'the file' : place;
  tell(unread, named);
  return [{ type: '', resource: {}, place: named, unread }];
}

function foundIn(value: unknown, place: string, tell: Tell, fullUrl?: string): Found[] {
  const type = isElement(value) ? value['resourceType'] : undefined;
  if (!isElement(value) || typeof type !== 'string') return unreadAt(place, 'not-a-resource', tell);
  const within = place === '' ? type : `${place}: ${type}`;
  if (type === 'Bundle') return entriesOf(value, within, tell);
  const id = idOf(value);
  return [{ type, resource: value, place: id === undefined ? within : `${type}/${id}`, fullUrl }];
}

function entriesOf(bundle: Element, place: string, tell: Tell): Found[] {
  const at = { value: bundle, place, tell };
  if (parts(at, 'link').some((link) => textAt(link, 'relation') === 'next'))
    tell('more-pages', `${place}.link`);
  const list = part(at, 'entry');
  if (!isEmpty(list) && !Array.isArray(list.value)) return unreadAt(list.place, 'malformed', tell);
  return parts(at, 'entry').flatMap((entry) => {
    if (!isElement(entry.value)) return unreadAt(entry.place, 'not-a-resource', tell);
    const fullUrl = textAt(entry, 'fullUrl');
    const resource = part(entry, 'resource');
    if (resource.value !== undefined) return foundIn(resource.value, resource.place, tell, fullUrl);
    const request = part(entry, 'request');
    return textAt(request, 'method') === 'DELETE' ? deletedBy(entry, fullUrl, tell) : [];
  });
}

/** What a Bundle of history says was deleted; the last version of it, where no day is stated. */
function deletedBy(entry: At, fullUrl: string | undefined, tell: Tell): Found[] {
  const url = fullUrl ?? textAt(part(entry, 'request'), 'url') ?? '';
  const [type, id] = keyIn(versionless(url))?.split('/') ?? [];
  if (type === undefined) return unreadAt(entry.place, 'malformed', tell);
  const place = `${type}/${String(id)}`;
  tell('deleted', place);
  const meta = { lastUpdated: textAt(part(entry, 'response'), 'lastModified') };
  return [{ type, resource: { resourceType: type, id, meta }, place, fullUrl, isDeleted: true }];
}
