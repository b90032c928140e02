import type { Io } from './io.js';
import { printable } from '../reports/text/layout.js';

/** Tells the person who runs the command, a line for each. Nothing can be told when nobody listens any more. */
export function say(lines: readonly string[], { stderr }: Io): void {
  stderr.on('error', () => undefined);
  for (const line of lines) stderr.write(`billability: ${printable(line)}\n`);
}
