import { services, type Severity } from '../../../src/index.js';
import { rulePageOf, type RulePage } from '../../../src/explain/rule-page.js';
import { linksFrom, table } from './markdown.js';
import { ruleIds } from './rule-ids.js';

export function rulePages(ids = ruleIds): RulePage[] {
  return ids.flatMap((id) => rulePageOf(services, id) ?? []);
}

function rulesTable(): string[] {
  const links = linksFrom('docs/rules/README.md');
  return table(
    ['Rule', 'What it says', 'Services', 'A failure is'],
    rulePages().map(({ rule, statements }) => {
      const having = statements.flatMap((statement) => statement.services.map(({ id }) => id));
      return [
        links.rule(rule),
        statements.map(({ says }) => says).join(' '),
        having.length === services.length ? 'all' : having.map(links.service).join(', '),
        severest(statements.map(({ severity }) => severity)),
      ];
    }),
  );
}

function severest(severities: readonly Severity[]): string {
  if (severities.includes('error')) return 'an error';
  return severities.includes('warning') ? 'a warning' : 'information';
}

export function ruleIndexMarkdown(): string {
  return [
    '# Rules',
    '',
    'Every rule, in the order in which its findings come. Each page says what the rule demands and where that is written,',
    'which facts it reads, what a payer may answer to a failure, and shows its cases.',
    '',
    ...rulesTable(),
    '',
  ].join('\n');
}
