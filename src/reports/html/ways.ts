import { both } from '../../conditions/operators/series.js';
import { holders } from '../../explain/words.js';
import type { Need, Repair, Way, WaysToPass } from '../../findings/ways.js';
import { ALL_AT_ONCE, checkedAgain, MAY_NOT_BE_CHANGED, MORE_TO_TRY } from '../ways-in-words.js';
import { escaped, type Markup } from './markup.js';

/** What would make a record pass: a card for each need, in it each way to meet it, with what was checked again. */
export function waysMarkup(ways: WaysToPass | undefined): Markup {
  if (ways === undefined || ways.needs.length === 0) return '';
  const { needs, together, notSearched } = ways;
  return [
    `<div class="ways"><p>${needs.length === 1 ? 'To pass:' : 'To pass, each of these is needed:'}</p>`,
    `<ul class="needs" role="list">${needs.map(cardMarkup).join('')}</ul>`,
    ...(together === undefined ? [] : [`<p>${ALL_AT_ONCE}: ${againMarkup(together)}.</p>`]),
    ...(notSearched === true ? [`<p>${MORE_TO_TRY}</p>`] : []),
    '</div>',
  ].join('');
}

function cardMarkup({ rules, ways }: Need): Markup {
  const [only, another] = ways.map(wayMarkup);
  const rule = `<b>${escaped(rules.join(', '))}:</b> `;
  if (only === undefined) return `<li>${rule}<span class="not-billable">${MAY_NOT_BE_CHANGED}</span></li>`;
  if (another === undefined) return `<li>${rule}${only}</li>`;
  const each = ways.map((way, index) => `<li>${index === 0 ? 'either' : 'or'} ${wayMarkup(way)}</li>`);
  return `<li>${rule}<ul>${each.join('')}</ul></li>`;
}

function wayMarkup({ demands, repair }: Way): Markup {
  const said = both(
    demands.map(
      ({ says, heldBy }) => `${escaped(says)} <span class="ask">(${escaped(holders[heldBy])})</span>`,
    ),
  );
  return repair === undefined ? said : `${said} ${againMarkup(repair)}`;
}

function againMarkup(repair: Repair): Markup {
  return `<span class="${repair.after.verdict}">[${escaped(checkedAgain(repair))}]</span>`;
}
