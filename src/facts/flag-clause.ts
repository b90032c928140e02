import type { FlagPath } from './paths.js';
import { questions } from './questions.js';

/** A yes/no fact as a clause: that it is so, or that it is not. */
export function flagClause(path: FlagPath, value: boolean): string {
  const clause = questions[path].label.replace('whether ', '');
  return value ? clause : `it is not so that ${clause}`;
}
