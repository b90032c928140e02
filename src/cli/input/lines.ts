/** A line of a file that is not blank. */
export interface Line {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

export function linesOf(text: string): Line[] {
  return text
    .split('\n')
    .map((content, index) => ({ line: index + 1, text: content }))
    .filter(({ text: content }) => content.trim() !== '');
}

/** The first lines that are not blank, without splitting a long file. */
export function firstLinesOf(text: string, count: number): string[] {
  const lines: string[] = [];
  let start = 0;
  while (lines.length < count && start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    if (line.trim() !== '') lines.push(line);
    start = end + 1;
  }
  return lines;
}

/** The line on which an offset is. */
export interface LineOfOffset {
  /** From 1. */
  readonly line: number;
  /** The offset at which it starts. */
  readonly start: number;
}

/** Tells on which line an offset is; to be asked for offsets that only grow. */
export function lineCounter(text: string): (offset: number) => LineOfOffset {
  let line = 1;
  let start = 0;
  let newline = text.indexOf('\n');
  return (offset) => {
    while (newline !== -1 && newline < offset) {
      line++;
      start = newline + 1;
      newline = text.indexOf('\n', start);
    }
    return { line, start };
  };
}
