import type { CheckOptions, Severity } from '../../../src/index.js';
import { notSetBySource } from '../../../src/findings/citation.js';
import type { RulePage, RuleStatement } from '../../../src/explain/rule-page.js';
import { changedBy } from '../../../src/explain/readings.js';
import { holders, severities } from '../../../src/explain/words.js';
import { factTypes } from './fact-types.js';
import { usesInWords } from './changes.js';
import { code, linksFrom, pageOfRule, table } from './markdown.js';
import { besideCaseLines } from './beside-cases.js';
import { casesOf, type RunCase } from './rule-cases.js';

/** The page of a rule. */
export function ruleMarkdown(page: RulePage): string {
  const path = pageOfRule(page.rule);
  return [
    `# ${page.rule}`,
    '',
    ...page.statements.flatMap((statement) => statementLines(statement, path)),
    ...factLines(page),
    ...denialLines(page, path),
    ...readingLines(page, path),
    ...(besideCaseLines(page, path) ?? caseLines(page, path)),
  ].join('\n');
}

function statementLines({ says, demands, severity, services }: RuleStatement, path: string): string[] {
  const { service } = linksFrom(path);
  return [
    says,
    '',
    ...(demands === undefined ? [] : [`Passes when ${demands}.`, '']),
    severities[severity],
    '',
    ...table(
      ['Service', 'Document', 'Section'],
      services.map(({ id, citation: { title, section } }) =>
        section === notSetBySource.section
          ? [service(id), 'not set by its document, so not applicable', '']
          : [service(id), title, section],
      ),
    ),
    '',
  ];
}

function factLines({ facts, factsOfClaim }: RulePage): string[] {
  if (facts.length + factsOfClaim.length === 0) return [];
  return [
    '## Facts it reads',
    '',
    ...table(
      ['Fact', 'Question', 'Type', 'Held by'],
      [
        ...facts.map(({ path, question, type, heldBy }) => [
          code(path),
          question,
          factTypes[type],
          holders[heldBy],
        ]),
        ...factsOfClaim.map((path) => [code(path), 'Of the claim.', 'text', holders.billing]),
      ],
    ),
    '',
  ];
}

function denialLines({ denials }: RulePage, path: string): string[] {
  const { to } = linksFrom(path);
  return [
    '## What a payer may answer to a failure',
    '',
    ...(denials.length === 0
      ? ['Nothing that is known.']
      : table(
          ['Failure', 'CARC', 'RARC', 'Group', 'How likely', 'Seen'],
          denials.flatMap(({ failure, denials: drawn }) =>
            drawn.map(({ carc, rarc, group, likelihood, seenAt }) => [
              failure,
              carc,
              rarc ?? '',
              group,
              likelihood,
              seenInWords[seenAt],
            ]),
          ),
        )),
    '',
    `What these are: ${to('denials', 'docs/denials.md')}.`,
    '',
  ];
}

/** Where what failed shows. */
export const seenInWords = { claim: 'on the claim', audit: 'at audit' } as const;

function readingLines({ readings }: RulePage, path: string): string[] {
  if (readings.length === 0) return [];
  const { reading } = linksFrom(path);
  return [
    '## What is left open, and how it is read',
    '',
    ...table(
      ['Reading', 'The open question', 'Choice', 'Setting'],
      readings.map((row) => [reading(row.name), row.question, row.choice, changedBy(row) ?? 'none']),
    ),
    '',
  ];
}

function caseLines(page: RulePage, path: string): string[] {
  const { to, service } = linksFrom(path);
  const cases = casesOf(page);
  const bases = [...new Set(cases.map(({ base }) => base))];
  return [
    '## Cases',
    '',
    'What is changed in a complete, billable session, and what comes of it. Each case is a test.',
    '',
    ...bases.flatMap((base) => {
      const own = cases.filter((one) => one.base === base);
      const fixture = to(`complete session ${base}`, `fixtures/sessions/${base}.json`);
      return [
        `### ${base}`,
        '',
        `${service(own[0]?.service ?? '')}, ${fixture}`,
        '',
        ...table(
          ['Case', 'Changed', 'This rule', 'Verdict'],
          own.map((one) => [one.name, changedInWords(one, page), outcomeInWords(one, page), one.verdict]),
        ),
        '',
      ];
    }),
  ];
}

function changedInWords({ changes, options = {} }: RunCase, page: RulePage): string {
  const words = [...changes.map(({ inWords }) => inWords), ...optionsInWords(options, page)];
  return words.length === 0 ? 'nothing' : words.join('; ');
}

function optionsInWords(
  { history, asOf, readings, missingFacts }: CheckOptions,
  { facts }: RulePage,
): string[] {
  const readsHistory = facts.some(({ path }) => path === 'history');
  const billed =
    (history ?? []).length > 0 ? `billed before: ${usesInWords(history ?? [])}` : 'nothing else billed';
  return [
    ...(readsHistory ? [history == null ? 'what was billed before is not known' : billed] : []),
    ...(asOf == null ? [] : [`checked on ${asOf}`]),
    ...Object.entries(readings ?? {}).map(([name, choice]) => code(`${name}: ${JSON.stringify(choice)}`)),
    ...(missingFacts === 'report' ? ['unknown facts are only reported'] : []),
  ];
}

const outcomes: Readonly<Record<Severity, string>> = {
  error: '**fails**',
  warning: '**warning**',
  info: 'information',
};

function outcomeInWords({ result }: RunCase, { rule }: RulePage): string {
  const finding = result.findings.find((one) => one.rule === rule);
  if (finding === undefined) return result.passed.includes(rule) ? 'passes' : 'not applicable';
  if (finding.outcome === 'due') return 'due';
  return finding.outcome === 'unknown' ? 'not known' : outcomes[finding.severity];
}
