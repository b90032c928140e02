import { namedReadings, type NamedReading } from '../services/named-readings.js';

/** The page that lists every open question, with the choice that was made and the setting that changes it. */
export function readingsMarkdown(): string {
  return [
    '# Readings',
    '',
    'Where a document leaves something open, a named reading decides. The default is the narrower one, unless the choice',
    'says why it is not. A finding that rests on a reading names it.',
    '',
    '| Reading | The open question | Choice | Setting |',
    '| --- | --- | --- | --- |',
    ...Object.entries(namedReadings).map(([name, { question, choice, setting }]: [string, NamedReading]) =>
      [`| *${name}*`, question, choice, `${setting ?? 'none'} |`].join(' | '),
    ),
    '',
  ].join('\n');
}
