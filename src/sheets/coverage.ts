import { documents } from '../services/clauses/index.js';

/** The page that lists every clause of every document, with the rules that answer for it or why none can. */
export function coverageMarkdown(): string {
  return [
    '# Coverage',
    '',
    'Every clause of every document in our own words, with the rules that judge it, or why none can.',
    ...documents.flatMap(({ source, clauses }) => [
      '',
      `## ${source.title}`,
      '',
      '| Section | Clause | Rules |',
      '| --- | --- | --- |',
      ...clauses.map(({ section, says, rules, because }) => {
        const answer = rules === undefined ? (because ?? '') : rules.map((rule) => `\`${rule}\``).join(', ');
        return `| ${section} | ${says} | ${answer} |`;
      }),
    ]),
    '',
  ].join('\n');
}
