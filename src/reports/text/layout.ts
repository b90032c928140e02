/** The columns of a terminal whose width is not known. */
export const WIDTH = 80;

/** Lines of at most so many columns: the first after `first`, the others after as many spaces. */
export function paragraph(
  text: string,
  first: string,
  rest = ' '.repeat(first.length),
  width = WIDTH,
): string {
  const lines: string[] = [];
  let line = first;
  let started = false;
  for (const word of text.split(' ')) {
    if (started && line.length + 1 + word.length > width) {
      lines.push(line.trimEnd());
      line = rest + word;
    } else {
      line += started ? ` ${word}` : word;
      started = true;
    }
  }
  return [...lines, line].join('\n') + '\n';
}

/** "1,204" */
export function grouped(number: number): string {
  return groupDigits(String(Math.round(number * 100) / 100));
}

/** "$1,204.50" */
export function dollars(amount: string): string {
  return `$${groupDigits(amount)}`;
}

/** "1 record", "1,204 records" */
export function counted(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/**
 * Rows of cells as lines without their ends: numbers to the right, but for the columns that are named. Where they are too
 * wide, the cells of each row follow each other, over as many lines as it takes.
 */
export function columnsOf(
  rows: readonly (readonly string[])[],
  alignLeft: readonly number[] = [],
  width = WIDTH,
): string[] {
  const widthOf = (index: number) =>
    Math.max(...rows.flatMap((row) => row.slice(index, index + 1).map(({ length }) => length)));
  const lines = rows.map((row) => {
    const cells = row.map((cell, index) => {
      return alignLeft.includes(index) ? cell.padEnd(widthOf(index)) : cell.padStart(widthOf(index));
    });
    return `  ${cells.join('  ')}`.trimEnd();
  });
  if (lines.every((line) => line.length <= width)) return lines;
  return rows.map((row) => {
    const cells = row
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
      .join('  ');
    return paragraph(cells, '  ', '    ', width).trimEnd();
  });
}

/** Text from a file, without what would steer a terminal. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are the characters to take out
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, '?');
}

/** Of a number with or without a fraction. */
function groupDigits(digits: string): string {
  return digits.replace(/(?<!\.\d*)\B(?=(\d{3})+(?!\d))/g, ',');
}
