import type { CheckedBatch } from '../../checked-batch.js';
import { counted, grouped } from './layout.js';
import { placeInWords } from './places.js';
import type { Style } from './style.js';
import { unitsLeft } from './units-left.js';

const MOST_SHOWN = 10;
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What the members with the fewest units left have left. No one is named: each is the member of a record. */
export function* unitsLeftSection(batch: CheckedBatch, style: Style): Generator<string> {
  if (batch.history === undefined) return;
  const members = unitsLeft(batch);
  if (members.length === 0) return;
  yield `\n${style.bold('Units left in the month')}, by the record that used units of the member last\n\n`;
  const shown = members
    .slice(0, MOST_SHOWN)
    .map(({ remaining, limit, atMost, from, service, lastUsedBy }) => ({
      units: `${atMost ? 'at most ' : ''}${grouped(remaining)} of ${grouped(limit)}`,
      rest: `${monthOf(from)}  ${batch.titleOf(service)}  ${placeInWords(lastUsedBy)}`,
    }));
  const width = Math.max(...shown.map(({ units }) => units.length));
  for (const { units, rest } of shown) yield `  ${units.padStart(width)}  ${rest}\n`;
  const more = members.length - shown.length;
  if (more > 0) yield `  and ${counted(more, 'member')} more, with no fewer left\n`;
}

/** "March 2025" */
function monthOf(date: string): string {
  return `${months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}
