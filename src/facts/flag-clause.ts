import { factTable } from './generated/table.js';
import type { FlagPath } from './generated/types.js';

/** A yes/no fact as a clause: that it is so, or that it is not. */
export function flagClause(path: FlagPath, value: boolean): string {
  const { yes, no } = factTable[path].flag;
  return value ? yes : no;
}
