import { readers, type FactReader } from './generated/readers.js';

import type { NonePath, SessionPath } from './generated/types.js';
import type { Session } from './generated/types.js';

export function factReader(path: SessionPath | NonePath): FactReader {
  return readers[path];
}

function step(holder: unknown, key: string): unknown {
  if (holder === 'none' || holder == null) return holder;
  return (holder as Readonly<Record<string, unknown>>)[key];
}

/** The place of a fact in a session; where what would hold it is stated not to exist, the place that says so. */
export function placeOf(path: SessionPath, session: Session): string {
  const keys = path.split('.');
  const none = keys.findIndex(
    (_key, index) => keys.slice(0, index).reduce<unknown>(step, session) === 'none',
  );
  return `/${(none === -1 ? keys : keys.slice(0, none)).join('/')}`;
}

/** Whether the fact is of something that is stated not to exist. */
export function isOfNothing(path: string, session: Session): boolean {
  const holders = path.split('.').slice(0, -1);
  return holders.reduce<unknown>(step, session) === 'none';
}
