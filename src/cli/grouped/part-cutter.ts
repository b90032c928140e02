import { memberOf } from '../../check/stream.js';
import { LONGEST_RECORD } from '../input/unread-line.js';
import { createRawSplitter, readLine, type RawLine } from './line-splitter.js';
import { recordOf } from './member-stream.js';

/** Lines of a file that are checked by themselves: they begin and end between two members. */
export interface Part {
  /** As they stand in the file, a line feed after each. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The number of its first line, from 1. */
  readonly firstLine: number;
  /** The place of its first record in the whole. */
  readonly firstEntry: number;
}

export interface PartCutter {
  /** The parts that a piece of the file completes. */
  readonly push: (piece: Buffer) => Part[];
  readonly end: () => Part[];
}

const ENTRIES = 400;
const BYTES = 512 * 1024;
const LINE_FEED = '\n'.charCodeAt(0);

/** Cuts a file at members, each part of so many entries, or of so many bytes. */
export function createPartCutter(firstLine = 1, fewestEntries = ENTRIES, fewestBytes = BYTES): PartCutter {
  const splitter = createRawSplitter({ firstLine });
  let lines: RawLine[] = [];
  let entries = 0;
  let length = 0;
  let firstEntry = firstLine - 1;
  /** The member that was stated last, once the part is long enough for that to matter. */
  let last: string | undefined;
  let isKnown = false;

  function cut(): Part {
    const part = { bytes: bytesOf(lines, length), firstLine: lines[0]?.line ?? firstLine, firstEntry };
    firstEntry += entries;
    lines = [];
    entries = 0;
    length = 0;
    isKnown = false;
    return part;
  }

  /** Between two members; what states none may be of the one before it. */
  function isCutBefore(line: RawLine): boolean {
    if (entries < fewestEntries && length < fewestBytes) return false;
    if (!isKnown) last = lastMember(lines);
    isKnown = true;
    const member = memberIn(line);
    if (member === undefined) return last === undefined;
    const isAnother = member !== last;
    last = member;
    return isAnother;
  }

  /** The parts that end before one of the lines. */
  function take(more: readonly RawLine[]): Part[] {
    const parts: Part[] = [];
    for (const line of more) {
      const isEntry = !isBlank(line);
      if (isEntry && isCutBefore(line)) parts.push(cut());
      lines.push(line);
      length += lengthOf(line);
      if (isEntry) entries++;
    }
    return parts;
  }

  return {
    push: (piece) => take(splitter.push(piece)),
    end() {
      const parts = take(splitter.end());
      return lines.length === 0 ? parts : [...parts, cut()];
    },
  };
}

/** Of a line that is too long there are as many bytes as make it so again. */
function lengthOf({ bytes }: RawLine): number {
  return (bytes?.length ?? LONGEST_RECORD + 1) + 1;
}

function bytesOf(lines: readonly RawLine[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let end = 0;
  for (const line of lines) {
    if (line.bytes !== undefined) all.set(line.bytes, end);
    end += lengthOf(line);
    all[end - 1] = LINE_FEED;
  }
  return all;
}

/** A line that starts with more than a blank is none, which needs no reading. */
function isBlank(line: RawLine): boolean {
  const first = line.bytes?.[0] ?? 0;
  return first <= 32 && readLine(line) === undefined;
}

function lastMember(lines: readonly RawLine[]): string | undefined {
  for (const line of lines.toReversed()) {
    const member = memberIn(line);
    if (member !== undefined) return member;
  }
  return undefined;
}

function memberIn(line: RawLine): string | undefined {
  const streamed = readLine(line);
  return streamed === undefined ? undefined : memberOf(recordOf(streamed).value);
}
