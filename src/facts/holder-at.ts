import { factTable, nothings } from './generated/table.js';
import type { FactPath, NonePath } from './generated/types.js';
import type { Holder } from './rows/row.js';

/** Who holds the fact at a JSON Pointer into a session or claim, or what it is part of; undefined of what is no fact. */
export function holderAt(pointer: string): Holder | undefined {
  const keys = pointer
    .split('/')
    .slice(1)
    .filter((key) => !/^\d+$/.test(key));
  const ofSession = keys.slice(keys[0] === 'lines' ? (keys[1] === 'session' ? 2 : 1) : 0);
  for (let depth = ofSession.length; depth > 0; depth--) {
    const path = ofSession.slice(0, depth).join('.');
    if (isFact(path)) return factTable[path].heldBy;
    if (mayBeNone(path)) return factTable[nothings[path].asks].heldBy;
  }
  return undefined;
}

function isFact(path: string): path is FactPath {
  return Object.hasOwn(factTable, path);
}

function mayBeNone(path: string): path is NonePath {
  return Object.hasOwn(nothings, path);
}
