import { opensWrappedList } from './wrapped-list.js';
import { LONGEST_RECORD, unreadLine } from './unread-line.js';

/** Keeps a file but for the lines that are too long, so that none of them fills the memory. */
export interface LineLimit {
  readonly push: (piece: Buffer) => void;
  /** How many bytes are kept. */
  readonly size: () => number;
  readonly end: () => Buffer;
}

const LINE_FEED = '\n'.charCodeAt(0);
const CARRIAGE_RETURN = '\r'.charCodeAt(0);

/** A JSON list is no matter of lines: all of it may stand on one. */
export function createLineLimit(longest = LONGEST_RECORD): LineLimit {
  const kept: Buffer[] = [];
  let size = 0;
  let isList: boolean | undefined;
  /** The line that is not ended yet: where it starts in `kept`, its length, and whether it is already too long. */
  let start = 0;
  let length = 0;
  let isTooLong = false;

  function keep(part: Buffer): void {
    size += part.length;
    kept.push(part);
  }

  function addToLine(part: Buffer): void {
    if (isTooLong) return;
    keep(part);
    length += part.length;
    if (length <= longest) return;
    const mark = Buffer.from(unreadLine('tooLong', Buffer.concat(kept.slice(start)).toString('latin1')));
    kept.length = start;
    size -= length;
    keep(mark);
    isTooLong = true;
  }

  /** Of a piece that is not longer than a line may be, only the first line can be too long. */
  function add(piece: Buffer): void {
    const first = firstLineEnd(piece);
    if (first === -1) {
      addToLine(piece);
      return;
    }
    addToLine(piece.subarray(0, first));
    const last = 1 + Math.max(piece.lastIndexOf(LINE_FEED), piece.lastIndexOf(CARRIAGE_RETURN));
    keep(piece.subarray(first, last));
    start = kept.length;
    length = 0;
    isTooLong = false;
    addToLine(piece.subarray(last));
  }

  return {
    push(piece) {
      isList ??= startsList(piece);
      if (isList === true) keep(piece);
      else for (let at = 0; at < piece.length; at += longest) add(piece.subarray(at, at + longest));
    },
    size: () => size,
    end: () => Buffer.concat(kept),
  };
}

function firstLineEnd(piece: Buffer): number {
  const lineFeed = piece.indexOf(LINE_FEED);
  const before = lineFeed === -1 ? piece : piece.subarray(0, lineFeed);
  const carriageReturn = before.indexOf(CARRIAGE_RETURN);
  return carriageReturn === -1 ? lineFeed : carriageReturn;
}

/** Nothing is told by blanks. */
function startsList(piece: Buffer): boolean | undefined {
  const text = piece.toString('latin1');
  const opening = /[^\s\xef\xbb\xbf]/.exec(text)?.[0];
  return opening === undefined
    ? undefined
    : opening === '[' || opensWrappedList(text.replace(/^\xef\xbb\xbf/, ''));
}
