import { documents } from '../../../src/services/index.js';
import { clausesOf } from './clauses.js';
import { linksFrom, table } from './markdown.js';

/** The page that lists every clause of every document, with the rules that answer for it or why none can. */
export function coverageMarkdown(): string {
  const { rule } = linksFrom('docs/coverage.md');
  return [
    '# Coverage',
    '',
    'Every clause of every document in our own words, with the rules that judge it, or why none can.',
    ...documents.flatMap((document) => [
      '',
      `## ${document.source.title}`,
      '',
      ...table(
        ['Section', 'Clause', 'Rules'],
        clausesOf(document).map(({ section, says, rules, because = '' }) => [
          section,
          says,
          rules === undefined ? because : rules.map(rule).join(', '),
        ]),
      ),
    ]),
    '',
  ].join('\n');
}
