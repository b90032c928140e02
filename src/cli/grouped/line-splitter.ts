import { isUtf8 } from 'node:buffer';
import type { Problem } from '../input/input-record.js';
import { LONGEST_RECORD, unreadLines } from '../input/unread-line.js';

/** A line of a stream as it stands there, without what ends it; of one that is too long nothing is kept. */
export interface RawLine {
  readonly line: number;
  readonly bytes: Buffer | undefined;
}

/** A line of a stream, without what ends it. */
export type StreamedLine = { readonly line: number } & (
  | { readonly text: string }
  /** Why it is not read. */
  | { readonly unread: Problem }
);

/** Makes lines of the pieces of a file, whichever way it was cut. */
export interface Splitter<Line> {
  /** The lines that a piece completes. */
  readonly push: (piece: Buffer) => Line[];
  /** The last line, where nothing ends it. */
  readonly end: () => Line[];
}

const LINE_FEED = '\n'.charCodeAt(0);
const CARRIAGE_RETURN = '\r'.charCodeAt(0);
const MARK = Buffer.from('\ufeff');

/** Where pieces stand in a file. */
export interface PlaceOfPieces {
  /** The number of their first line, from 1. */
  readonly firstLine?: number;
  /** Whether a byte order mark may stand before them, as it may before a file. */
  readonly mayBeMarked?: boolean;
  readonly longest?: number;
}

/** Every line, blank ones too. */
export function createRawSplitter(place: PlaceOfPieces = {}): Splitter<RawLine> {
  const { firstLine = 1, mayBeMarked = true, longest = LONGEST_RECORD } = place;
  let line = firstLine;
  /** The line that is not whole yet; nothing of it is kept once it is too long. */
  let begun: Buffer[] = [];
  let begunLength = 0;
  /** A line feed after it ends no line of its own, also where another piece begins with it. */
  let endedByReturn = false;

  function begin(part: Buffer): void {
    begunLength += part.length;
    if (begunLength > longest) begun = [];
    else begun.push(part);
  }

  function whole(rest: Buffer): RawLine {
    const isTooLong = begunLength + rest.length > longest;
    const bytes = begun.length === 0 || isTooLong ? rest : Buffer.concat([...begun, rest]);
    begun = [];
    begunLength = 0;
    if (isTooLong) return { line: line++, bytes: undefined };
    const isMarked = mayBeMarked && line === firstLine && bytes.subarray(0, MARK.length).equals(MARK);
    return { line: line++, bytes: isMarked ? bytes.subarray(MARK.length) : bytes };
  }

  return {
    push(piece) {
      const lines: RawLine[] = [];
      let start = endedByReturn && piece[0] === LINE_FEED ? 1 : 0;
      const lineFeed = finder(piece, LINE_FEED);
      const carriageReturn = finder(piece, CARRIAGE_RETURN);
      for (;;) {
        const end = Math.min(lineFeed(start), carriageReturn(start));
        if (end === piece.length) break;
        lines.push(whole(piece.subarray(start, end)));
        start = end + (piece[end] === CARRIAGE_RETURN && piece[end + 1] === LINE_FEED ? 2 : 1);
      }
      endedByReturn = piece.length > 0 && piece[piece.length - 1] === CARRIAGE_RETURN;
      if (start < piece.length) begin(piece.subarray(start));
      return lines;
    },
    end: () => (begunLength === 0 ? [] : [whole(Buffer.alloc(0))]),
  };
}

/** Lines as text. Blank ones are counted and left out. */
export function createLineSplitter(place?: PlaceOfPieces): Splitter<StreamedLine> {
  const { push, end } = createRawSplitter(place);
  return { push: (piece) => readable(push(piece)), end: () => readable(end()) };
}

function readable(lines: readonly RawLine[]): StreamedLine[] {
  const all: StreamedLine[] = [];
  for (const raw of lines) {
    const streamed = readLine(raw);
    if (streamed !== undefined) all.push(streamed);
  }
  return all;
}

/** A line as text; nothing where it is blank. */
export function readLine({ line, bytes }: RawLine): StreamedLine | undefined {
  if (bytes === undefined) return { line, unread: unreadLines.tooLong };
  if (!isUtf8(bytes)) return { line, unread: unreadLines.notUtf8 };
  const text = bytes.toString('utf8');
  return isBlank(text) ? undefined : { line, text };
}

/** The offset of the next such byte, or the length of the piece; to be asked for offsets that only grow. */
function finder(piece: Buffer, byte: number): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) next = piece.indexOf(byte, from);
    if (next === -1) next = piece.length;
    return next;
  };
}

/** Nearly every line starts with a brace, which is quickly seen not to be blank. */
function isBlank(text: string): boolean {
  return text.charCodeAt(0) <= 32 ? text.trim() === '' : text === '';
}
