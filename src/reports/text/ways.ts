import type { Need, Way, WaysToPass } from '../../findings/ways.js';
import { both } from '../../conditions/operators/series.js';
import { holders } from '../../explain/words.js';
import { ALL_AT_ONCE, checkedAgain, MAY_NOT_BE_CHANGED, MORE_TO_TRY } from '../ways-in-words.js';
import type { Page } from './page.js';

/** What would make a record pass: for each need "either ..., or ...", with what was checked again. */
export function* waysBlock(ways: WaysToPass | undefined, page: Page, indent: string): Generator<string> {
  if (ways === undefined || ways.needs.length === 0) return;
  const { wrap } = page;
  yield `${indent}to pass:\n`;
  for (const need of ways.needs) {
    yield wrap(needInWords(need), `${indent}  - `, `${indent}    `);
  }
  const { together, notSearched } = ways;
  if (together !== undefined) yield wrap(`${ALL_AT_ONCE} [${checkedAgain(together)}].`, `${indent}  `);
  if (notSearched === true) yield wrap(MORE_TO_TRY, `${indent}  `);
}

function needInWords({ rules, ways }: Need): string {
  const named = rules.join(', ');
  const [only, another] = ways.map(wayInWords);
  if (only === undefined) return `${named}: ${MAY_NOT_BE_CHANGED}`;
  if (another === undefined) return `${named}: ${only}.`;
  return `${named}: either ${ways.map(wayInWords).join('; or ')}.`;
}

function wayInWords({ demands, repair }: Way): string {
  const said = both(demands.map(({ says, heldBy }) => `${says} (${holders[heldBy]})`));
  return repair === undefined ? said : `${said} [${checkedAgain(repair)}]`;
}
