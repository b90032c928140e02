import { memberOf } from '../../check/stream.js';
import { recordOf } from './member-stream.js';
import type { StreamedLine } from './line-splitter.js';

/** Lines of a file that are checked by themselves: they begin and end between two members. */
export interface Part {
  readonly lines: readonly StreamedLine[];
  /** The place of its first record in the whole. */
  readonly firstEntry: number;
}

export interface PartCutter {
  /** The parts that some lines complete. */
  readonly push: (lines: readonly StreamedLine[]) => Part[];
  readonly end: () => Part[];
}

const LINES = 2_000;
const CHARACTERS = 4 * 1024 * 1024;

/** Cuts a file at members, each part of so many lines, or of so many characters. */
export function createPartCutter(fewestLines = LINES, fewestCharacters = CHARACTERS): PartCutter {
  let lines: StreamedLine[] = [];
  let characters = 0;
  let firstEntry = 0;
  /** The member that was stated last, once the part is long enough for that to matter. */
  let last: string | undefined;
  let isKnown = false;

  function cut(): Part {
    const part = { lines, firstEntry };
    firstEntry += lines.length;
    lines = [];
    characters = 0;
    isKnown = false;
    return part;
  }

  /** Between two members; what states none may be of the one before it. */
  function isCutBefore(line: StreamedLine): boolean {
    if (lines.length < fewestLines && characters < fewestCharacters) return false;
    if (!isKnown) last = lines.map(memberIn).findLast((member) => member !== undefined);
    isKnown = true;
    const member = memberIn(line);
    if (member === undefined) return last === undefined;
    const isAnother = member !== last;
    last = member;
    return isAnother;
  }

  return {
    push(more) {
      const parts: Part[] = [];
      for (const line of more) {
        if (isCutBefore(line)) parts.push(cut());
        lines.push(line);
        characters += 'text' in line ? line.text.length : 0;
      }
      return parts;
    },
    end: () => (lines.length === 0 ? [] : [cut()]),
  };
}

function memberIn(line: StreamedLine): string | undefined {
  return memberOf(recordOf(line).value);
}
