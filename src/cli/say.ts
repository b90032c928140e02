import { printable } from '../reports/text/layout.js';

/** Tells the person who runs the command, a line for each. Nothing can be told when nobody listens any more. */
export function say(lines: readonly string[]): void {
  process.stderr.on('error', () => undefined);
  for (const line of lines) process.stderr.write(`billability: ${printable(line)}\n`);
}
