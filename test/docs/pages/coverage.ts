import { documents } from '../../../src/services/clauses/index.js';
import { linksFrom, table } from './markdown.js';

/** The page that lists every clause of every document, with the rules that answer for it or why none can. */
export function coverageMarkdown(): string {
  const { rule } = linksFrom('docs/coverage.md');
  return [
    '# Coverage',
    '',
    'Every clause of every document in our own words, with the rules that judge it, or why none can.',
    ...documents.flatMap(({ source, clauses }) => [
      '',
      `## ${source.title}`,
      '',
      ...table(
        ['Section', 'Clause', 'Rules'],
        clauses.map(({ section, says, rules, because = '' }) => [
          section,
          says,
          rules === undefined ? because : rules.map(rule).join(', '),
        ]),
      ),
    ]),
    '',
  ].join('\n');
}
