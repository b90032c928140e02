import { isUtf8 } from 'node:buffer';
import { UsageError } from '../usage-error.js';

/** A line of a stream, without what ends it. */
export interface StreamedLine {
  /** From 1. */
  readonly line: number;
  /** Null where it is not UTF-8. */
  readonly text: string | null;
}

/** Makes lines of the pieces of a file, whichever way it was cut. Blank lines are counted and left out. */
export interface LineSplitter {
  /** The lines that a piece completes. */
  readonly push: (piece: Buffer) => StreamedLine[];
  /** The last line, where nothing ends it. */
  readonly end: () => StreamedLine[];
}

const LINE_FEED = 10;
const LONGEST_LINE = 64 * 1024 * 1024;

export function createLineSplitter(file: string, longest = LONGEST_LINE): LineSplitter {
  let line = 1;
  /** The line that is not whole yet. */
  let begun: Buffer[] = [];
  let begunLength = 0;

  function whole(rest: Buffer): StreamedLine[] {
    const bytes = begun.length === 0 ? rest : Buffer.concat([...begun, rest]);
    begun = [];
    begunLength = 0;
    const text = isUtf8(bytes) ? withoutMark(bytes.toString('utf8'), line) : null;
    const streamed = { line: line++, text };
    return text !== null && isBlank(text) ? [] : [streamed];
  }

  return {
    push(piece) {
      const lines: StreamedLine[] = [];
      let start = 0;
      for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, start)) {
        lines.push(...whole(piece.subarray(start, end)));
        start = end + 1;
      }
      if (start < piece.length) {
        begun.push(piece.subarray(start));
        begunLength += piece.length - start;
      }
      if (begunLength <= longest) return lines;
      throw new UsageError([
        `${file}:${String(line)}: is too long a line; --grouped reads NDJSON, one session a line`,
      ]);
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
