import { isUtf8 } from 'node:buffer';
import type { Problem } from '../input/input-record.js';
import { LONGEST_RECORD, unreadLines } from '../input/unread-line.js';

/** A line of a stream, without what ends it. */
export type StreamedLine = { readonly line: number } & (
  | { readonly text: string }
  /** Why it is not read. */
  | { readonly unread: Problem }
);

/** Makes lines of the pieces of a file, whichever way it was cut. Blank lines are counted and left out. */
export interface LineSplitter {
  /** The lines that a piece completes. */
  readonly push: (piece: Buffer) => StreamedLine[];
  /** The last line, where nothing ends it. */
  readonly end: () => StreamedLine[];
}

const LINE_FEED = '\n'.charCodeAt(0);

export function createLineSplitter(longest = LONGEST_RECORD): LineSplitter {
  let line = 1;
  /** The line that is not whole yet; nothing of it is kept once it is too long. */
  let begun: Buffer[] = [];
  let begunLength = 0;

  function begin(part: Buffer): void {
    begunLength += part.length;
    if (begunLength > longest) begun = [];
    else begun.push(part);
  }

  function whole(rest: Buffer): StreamedLine[] {
    const isTooLong = begunLength + rest.length > longest;
    const bytes = begun.length === 0 || isTooLong ? rest : Buffer.concat([...begun, rest]);
    begun = [];
    begunLength = 0;
    if (isTooLong) return [{ line: line++, unread: unreadLines.tooLong }];
    if (!isUtf8(bytes)) return [{ line: line++, unread: unreadLines.notUtf8 }];
    const text = withoutMark(bytes.toString('utf8'), line);
    const streamed = { line: line++, text };
    return isBlank(text) ? [] : [streamed];
  }

  return {
    push(piece) {
      const lines: StreamedLine[] = [];
      let start = 0;
      for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, start)) {
        lines.push(...whole(piece.subarray(start, end)));
        start = end + 1;
      }
      if (start < piece.length) begin(piece.subarray(start));
      return lines;
    },
    end: () => (begunLength === 0 ? [] : whole(Buffer.alloc(0))),
  };
}

function withoutMark(text: string, line: number): string {
  return line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** Nearly every line starts with a brace, which is quickly seen not to be blank. */
function isBlank(text: string): boolean {
  return text.charCodeAt(0) <= 32 ? text.trim() === '' : text === '';
}
