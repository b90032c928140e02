import type { FactPath } from './generated/types.js';

/** The fact's place in a session as a JSON Pointer; `entry`, from 0, is the place in its list of what a fact is of. */
export function pointerOf(path: FactPath, entry?: number): string {
  if (entry === undefined) return `/${path.replaceAll('.', '/')}`;
  const keys = path.split('.');
  keys.splice(-1, 0, String(entry));
  return `/${keys.join('/')}`;
}
