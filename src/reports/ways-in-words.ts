import type { Repair } from '../findings/ways.js';
import { dollars } from './text/layout.js';
import { verdicts } from './text/page.js';

export const MAY_NOT_BE_CHANGED = 'nothing may be changed; do not bill it.';

export const MORE_TO_TRY = 'There is more to try than was tried: there may be other ways.';

export const ALL_AT_ONCE = 'All that can be changed at once';

/** "checked again: billable, $8.48 less" */
export function checkedAgain({ after: { verdict, less } }: Repair): string {
  const money = less === undefined ? '' : `, ${dollars(less)} less`;
  return `checked again: ${verdicts[verdict].words}${money}`;
}
