import { notSetBySource } from '../../findings/citation.js';
import { explain as pageOf, type Checker, type RuleId } from '../../index.js';
import { spanInWords } from '../../rules/service/in-force.js';
import { changedBy } from '../../explain/readings.js';
import { ruleIdsOf, type RulePage } from '../../explain/rule-page.js';
import { holders, severities } from '../../explain/words.js';
import { paragraph } from '../../reports/text/layout.js';
import type { Answer } from './answer.js';

interface ExplainRequest {
  readonly rule: string | undefined;
  readonly checker: Checker;
}

/** What a rule means, or the list of all rules. */
export function explain({ rule, checker }: ExplainRequest): Answer {
  if (rule === undefined) {
    const ids = ruleIdsOf(checker.services);
    return { text: ids.map((id) => `${id}\n`).join(''), json: ids };
  }
  const page = pageOf(rule as RuleId, { checker });
  return { text: [...pageInWords(page, checker.services.length)].join(''), json: page };
}

function* pageInWords(page: RulePage, onFile: number): Generator<string> {
  yield `${page.rule}\n`;
  for (const { says, demands, severity, services: having, ...span } of page.statements) {
    yield `\n${paragraph(says, '')}`;
    const days = spanInWords(span);
    if (days !== '') yield paragraph(`It holds${days}.`, '');
    if (demands !== undefined) yield paragraph(`Passes when ${demands}.`, '');
    yield paragraph(severities[severity], '');
    yield* clausesInWords(having, onFile);
  }
  yield* factsInWords(page);
  yield* denialsInWords(page);
  yield* readingsInWords(page);
}

/** The services with their clauses; a clause that is the same for every service only once. */
function* clausesInWords(
  having: RulePage['statements'][number]['services'],
  onFile: number,
): Generator<string> {
  const clauses = having.map(({ citation: { title, section } }) =>
    section === notSetBySource.section
      ? 'not applicable, as its document does not set it'
      : `${title}, ${section}`,
  );
  const [first = ''] = clauses;
  const ofAll = having.length === onFile && clauses.every((clause) => clause === first);
  if (ofAll) yield paragraph(`every service: ${first}`, '  ', '    ');
  else
    for (const [index, { id }] of having.entries())
      yield paragraph(`${id}: ${clauses[index] ?? ''}`, '  ', '    ');
}

function* factsInWords({ facts, factsOfClaim }: RulePage): Generator<string> {
  if (facts.length + factsOfClaim.length === 0) return;
  yield '\nFacts it reads\n';
  for (const { path, question, heldBy } of facts) {
    yield paragraph(`${path} (${holders[heldBy]}): ${question}`, '  ', '    ');
  }
  for (const path of factsOfClaim) yield `  ${path}, of the claim\n`;
}

function* denialsInWords({ denials }: RulePage): Generator<string> {
  yield '\nWhat a payer may answer to a failure\n';
  if (denials.length === 0) yield '  Nothing that is known.\n';
  for (const { failure, denials: drawn } of denials) {
    yield paragraph(failure, '  ');
    for (const { carc, rarc, group, likelihood, seenAt } of drawn) {
      const remark = rarc === undefined ? '' : `, RARC ${rarc}`;
      const seen = seenAt === 'audit' ? ', seen at audit' : '';
      yield `    ${likelihood}${seen}: CARC ${carc}${remark}, group ${group}\n`;
    }
  }
}

function* readingsInWords({ readings }: RulePage): Generator<string> {
  if (readings.length === 0) return;
  yield '\nWhat is left open, and how it is read\n';
  for (const reading of readings) {
    const { name, question, choice } = reading;
    const setting = changedBy(reading);
    const changed = setting === undefined ? '' : ` Setting: ${setting}.`;
    yield paragraph(`${name}: ${question} ${choice}${changed}`, '  ', '    ');
  }
}
