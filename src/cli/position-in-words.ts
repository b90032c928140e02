import type { Position } from '../findings/finding-data.js';

/** "entry 3", "line 2 of entry 3", "prior use 1": counted from 1. */
export function positionInWords(position: Position): string {
  if ('history' in position) return `prior use ${String(position.history + 1)}`;
  const entry = `entry ${String(position.entry + 1)}`;
  return position.line === undefined ? entry : `line ${String(position.line + 1)} of ${entry}`;
}
