import type { CivilDate } from '../values/civil-date.js';
import { compareCodes, ratesOf } from './parameters-of-codes.js';
import { formatOf, fundingOf, groupOf, inForceOf } from './parameters-of-sessions.js';
import { trainingOf } from './parameters-of-training.js';
import { limitsOf, unitOf } from './parameters-of-units.js';
import type { PartAsked, PartFound } from './part-asked.js';
import { inWords, isVerdictHigher, type Pair } from './shown.js';
import { sessionStating } from './stating.js';

/**
 * In what the second definition lets pass what the first does not, beside the clauses.
 *
 * @param days a day of each span in which nothing changes by day, of those on which both are in force.
 */
export function looserParts(pair: Pair, days: readonly CivilDate[]) {
  const { one, other } = pair;
  const looser: PartFound[] = [...compareCodes(one, other)];
  const undecided: PartFound[] = [];
  const asked = [
    ...inForceOf(one, other),
    ...limitsOf(one, other, days),
    ...ratesOf(one, other, days),
    ...days
      .slice(0, 1)
      .flatMap((day) => [
        ...unitOf(one, other, day),
        ...formatOf(one, other, day),
        ...groupOf(one, other, day),
        ...fundingOf(one, day),
        ...trainingOf(one, other, day),
      ]),
  ];
  for (const part of asked) {
    const found = shownBy(part, pair);
    if (found !== undefined) looser.push(found);
    else if (!part.isDecided)
      undecided.push({
        at: part.at,
        says: `It is not decided whether {other} is as strict as {one} here. ${part.says}`,
      });
  }
  return { looser, undecided };
}

/** More sessions that show it are not looked at. */
const MOST_SHOWN = 4;

/** The session that shows it best: one of another verdict, or else the first. */
function shownBy({ at, rules, says, sessions }: PartAsked, pair: Pair): PartFound | undefined {
  const shown: { found: PartFound; isOfVerdict: boolean }[] = [];
  for (const { on, stated } of sessions) {
    const session = sessionStating(stated, on, pair.one.id);
    const both = pair.check(session);
    const rule = rules.find((id) => both[1].rankOf(id) > both[0].rankOf(id));
    if (rule === undefined) continue;
    const [one, other] = both.map(({ rankOf }) => inWords[rankOf(rule)]) as [string, string];
    const comes = `${rule} ${one} under {one} and ${other} under {other}`;
    const isOfVerdict = isVerdictHigher(both);
    shown.push({ found: { at, says: `${says} Of the session ${comes}.`, session }, isOfVerdict });
    if (isOfVerdict || shown.length === MOST_SHOWN) break;
  }
  return (shown.find(({ isOfVerdict }) => isOfVerdict) ?? shown[0])?.found;
}
