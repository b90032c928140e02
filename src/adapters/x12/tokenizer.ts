/** What separates the parts of an interchange, as its ISA states it. */
interface Separators {
  readonly element: string;
  readonly component: string;
  /** Only where ISA11 is no letter or digit: `U` stands there for a standard that had none. */
  readonly repetition: string | undefined;
  readonly terminator: string;
}

/** A segment, and where it stands. */
export interface Segment {
  /** By number; the first is the name of the segment. */
  readonly elements: readonly string[];
  readonly separators: Separators;
  /** From 1. */
  readonly line: number;
  /** Whether no terminator follows: its last element may be cut off, and others with it. */
  readonly isCut: boolean;
}

export interface Tokenizer {
  /** The segments that end in the next piece of text. */
  readonly push: (chunk: string) => Generator<Segment>;
  /** The last one, where no terminator follows it. */
  readonly end: () => Generator<Segment>;
  /** The line from which on the text cannot be read as X12. */
  readonly unreadFrom: () => number | undefined;
}

/** The name of a segment and its separator. */
const OPENING = 4;
const LONGEST_HEADER = 512;
const LONGEST_SEGMENT = 100_000;
const ELEMENTS_OF_HEADER = 16;
/** A file begins after one whose last terminator is lacking. */
const NEXT_INTERCHANGE = /[\r\n][^\S\r\n]*ISA(?=[^A-Za-z0-9\s])/;
const LETTER_OR_DIGIT = /^[A-Za-z0-9]?$/;

/** The text of an element; one that repeats has no one value. */
export function elementOf({ elements, separators: { repetition } }: Segment, number: number): string {
  const text = (elements[number] ?? '').trimEnd();
  return repetition !== undefined && text.includes(repetition) ? '' : text;
}

/** The components of an element, the first at 0. */
export function componentsOf(segment: Segment, number: number): string[] {
  return elementOf(segment, number)
    .split(segment.separators.component)
    .map((component) => component.trimEnd());
}

/** Takes text apart into segments, chunk by chunk: each character is looked at a fixed number of times. */
export function createTokenizer(): Tokenizer {
  let separators: Separators | undefined;
  let line = 1;
  /** The beginning of a segment that does not tell yet what it is. */
  let undecided = '';
  /** The beginning of a segment that goes on in the next chunk. */
  let begun = '';
  let unreadFrom: number | undefined;

  function segmentOf(written: string, of: Separators, isCut: boolean): Segment {
    const elements = written.replace(/[\r\n]+/g, '').split(of.element);
    return { elements, separators: of, line, isCut };
  }

  function* read(chunk: string, isLast: boolean): Generator<Segment> {
    let text = undecided + chunk;
    let at = 0;
    undecided = '';
    while (unreadFrom === undefined) {
      if (begun === '') {
        const first = firstOfSegment(text, at, separators?.terminator);
        line += newlinesIn(text.slice(at, first));
        at = first;
        if (at === text.length) return;
        if (!isLast && text.length - at < OPENING) {
          undecided = text.slice(at);
          return;
        }
      }
      if (separators === undefined || (begun === '' && opensInterchange(text, at))) {
        const header = headerAt(text, at, isLast);
        if (header === 'goes on') {
          undecided = text.slice(at);
          return;
        }
        if (header === undefined) {
          unreadFrom = line;
          return;
        }
        separators = header.separators;
        const written = text.slice(at, header.end);
        yield segmentOf(written, separators, false);
        line += newlinesIn(written);
        at = header.end + 1;
        line += separators.terminator === '\n' ? 1 : 0;
        continue;
      }
      const ahead = text.slice(at, at + LONGEST_SEGMENT + 1);
      const end = ahead.indexOf(separators.terminator);
      const taken = end === -1 ? ahead : ahead.slice(0, end);
      const written = begun + taken;
      if (end === -1 && !isLast && written.length <= LONGEST_SEGMENT) {
        begun = written;
        return;
      }
      const next = written.search(NEXT_INTERCHANGE);
      const own = next === -1 ? written : written.slice(0, next);
      if (own.length > LONGEST_SEGMENT) {
        unreadFrom = line;
        return;
      }
      yield segmentOf(own, separators, next !== -1 || end === -1);
      line += newlinesIn(own);
      if (next !== -1) {
        if (begun === '') at += next;
        else {
          text = written.slice(next) + text.slice(at + taken.length);
          at = 0;
        }
      } else if (end === -1) {
        return;
      } else {
        line += separators.terminator === '\n' ? 1 : 0;
        at += end + 1;
      }
      begun = '';
    }
  }

  return {
    push: (chunk) => read(chunk, false),
    end: () => read('', true),
    unreadFrom: () => unreadFrom,
  };
}

/** Where the next segment begins: blanks, marks of byte order and terminators that end nothing are passed over. */
function firstOfSegment(text: string, from: number, terminator: string | undefined): number {
  let at = from;
  while (at < text.length && (text.charAt(at).trim() === '' || text.charAt(at) === terminator)) at += 1;
  return at;
}

function opensInterchange(text: string, at: number): boolean {
  return text.startsWith('ISA', at) && !LETTER_OR_DIGIT.test(text.charAt(at + 3));
}

interface Header {
  readonly separators: Separators;
  /** Of its terminator. */
  readonly end: number;
}

/** Reads an ISA by counting its elements, as people trim their blanks. Nothing where it is none. */
function headerAt(text: string, from: number, isLast: boolean): Header | 'goes on' | undefined {
  if (!opensInterchange(text, from)) return undefined;
  const goesOn = isLast || text.length - from > LONGEST_HEADER ? undefined : 'goes on';
  const element = text.charAt(from + 3);
  let at = from + 3;
  let eleventh = '';
  for (let number = 1; number < ELEMENTS_OF_HEADER; number += 1) {
    const next = text.indexOf(element, at + 1);
    if (next === -1) return goesOn;
    if (number === 11) eleventh = text.slice(at + 1, next).trim();
    at = next;
  }
  const component = text.charAt(at + 1);
  const [end, terminator] = terminatorAt(text, at + 2);
  // After a carriage return its line feed may still come.
  if (!isLast && (terminator === '' || (terminator === '\r' && end + 1 === text.length))) return goesOn;
  if ([component, terminator].some((one) => LETTER_OR_DIGIT.test(one) || one === element)) return undefined;
  if (component === terminator || at - from > LONGEST_HEADER) return undefined;
  const repetition = eleventh.length !== 1 || LETTER_OR_DIGIT.test(eleventh) ? undefined : eleventh;
  return { separators: { element, component, repetition, terminator }, end };
}

/** Of lines that end with a carriage return and a line feed, the latter ends the segment. */
function terminatorAt(text: string, at: number): [end: number, terminator: string] {
  return text.startsWith('\r\n', at) ? [at + 1, '\n'] : [at, text.charAt(at)];
}

function newlinesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
