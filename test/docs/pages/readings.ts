import { namedReadings, type NamedReading } from '../../../src/services/named-readings.js';
import { linksFrom, table } from './markdown.js';
import { rulePages } from './rule-index.js';

/** The page that lists every open question, with the choice that was made and the setting that changes it. */
export function readingsMarkdown(): string {
  const { rule } = linksFrom('docs/readings.md');
  const restingOn = (name: string) =>
    rulePages.filter(({ readings }) => readings.some((reading) => reading.name === name));

  return [
    '# Readings',
    '',
    'Where a document leaves something open, a named reading decides. The default is the narrower one, unless the choice',
    'says why it is not. A finding that rests on a reading names it.',
    '',
    ...table(
      ['Reading', 'The open question', 'Choice', 'Setting', 'Rules'],
      Object.entries(namedReadings).map(
        ([name, { question, choice, setting = 'none' }]: [string, NamedReading]) => [
          `<a id="${name}"></a>*${name}*`,
          question,
          choice,
          setting,
          restingOn(name)
            .map((page) => rule(page.rule))
            .join(', '),
        ],
      ),
    ),
    '',
  ].join('\n');
}
