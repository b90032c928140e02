import { readingNames } from '../../../src/readings/generated.js';
import { changedBy, readingRows } from '../../../src/explain/readings.js';
import { linksFrom, table } from './markdown.js';
import { rulePages } from './rule-index.js';

/** The page that lists every open question, with the choice that was made and the setting that changes it. */
export function readingsMarkdown(): string {
  const { rule } = linksFrom('docs/readings.md');
  const pages = rulePages();
  const restingOn = (name: string) =>
    pages.filter(({ readings }) => readings.some((reading) => reading.name === name));

  return [
    '# Readings',
    '',
    'Where a document leaves something open, a named reading decides. The default is the narrower one; where it is the wider',
    'one, the choice is marked so. A finding that rests on a reading names it, and the setting that changes it.',
    '',
    ...table(
      ['Reading', 'The open question', 'Choice', 'Setting', 'Rules'],
      readingRows(readingNames).map((row) => [
        `<a id="${row.name}"></a>*${row.name}*`,
        row.question,
        row.wide === true ? `${row.choice} (The wider one.)` : row.choice,
        changedBy(row) ?? 'none',
        restingOn(row.name)
          .map((page) => rule(page.rule))
          .join(', '),
      ]),
    ),
    '',
  ].join('\n');
}
