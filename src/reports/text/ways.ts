import type { Need, Repair, Way, WaysToPass } from '../../findings/ways.js';
import { both } from '../../conditions/operators/series.js';
import { holders } from '../../explain/words.js';
import { dollars } from './layout.js';
import { verdicts, type Page } from './page.js';

/** What would make a record pass: for each need "either ..., or ...", with what was checked again. */
export function* waysBlock(ways: WaysToPass | undefined, page: Page, indent: string): Generator<string> {
  if (ways === undefined || ways.needs.length === 0) return;
  const { wrap } = page;
  yield `${indent}to pass:\n`;
  for (const need of ways.needs) {
    yield wrap(needInWords(need), `${indent}  - `, `${indent}    `);
  }
  const { together, notSearched } = ways;
  if (together !== undefined)
    yield wrap(`All that can be changed at once ${checkedAgain(together)}.`, `${indent}  `);
  if (notSearched === true)
    yield wrap('There is more to try than was tried: there may be other ways.', `${indent}  `);
}

function needInWords({ rules, ways }: Need): string {
  const named = rules.join(', ');
  const [only, another] = ways.map(wayInWords);
  if (only === undefined) return `${named}: nothing may be changed; do not bill it.`;
  if (another === undefined) return `${named}: ${only}.`;
  return `${named}: either ${ways.map(wayInWords).join('; or ')}.`;
}

function wayInWords({ demands, repair }: Way): string {
  const said = both(demands.map(({ says, heldBy }) => `${says} (${holders[heldBy]})`));
  return repair === undefined ? said : `${said} ${checkedAgain(repair)}`;
}

/** "[checked again: billable, $8.48 less]" */
function checkedAgain({ after: { verdict, less } }: Repair): string {
  const money = less === undefined ? '' : `, ${dollars(less)} less`;
  return `[checked again: ${verdicts[verdict].words}${money}]`;
}
