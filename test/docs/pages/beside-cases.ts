import type { ClaimLine } from '../../../src/index.js';
import type { RulePage } from '../../../src/explain/rule-page.js';
import { sessionOf } from '../../support/cases.js';
import { besideCases, checkedSessions, type ClaimCase } from '../../support/side-by-side.js';
import type { Saying, SessionsCase } from '../../support/side-by-side.js';
import { changesOf, usesInWords } from './changes.js';
import { code, linksFrom, table } from './markdown.js';

const sayings: Readonly<Record<Saying, string>> = {
  pass: 'passes',
  fail: '**fails**',
  warning: '**warning**',
  unknown: 'not known',
  'not-applicable': 'not applicable',
};

/** The cases of a rule that sees sessions side by side, or the lines of a claim; undefined for any other rule. */
export function besideCaseLines({ rule }: RulePage, path: string): string[] | undefined {
  const file = besideCases.find((one) => one.rule === rule);
  if (file === undefined) return undefined;
  const { to } = linksFrom(path);
  const fixture = to('the file of the cases', `fixtures/side-by-side/${rule.replace('/', '-')}.json`);
  if ('base' in file) {
    const base = to(`complete session ${file.base}`, `fixtures/sessions/${file.base}.json`);
    return [
      '## Cases',
      '',
      `What is changed in each of the sessions, which are otherwise the ${base}, and what comes of it. Each case is a test:`,
      `${fixture}.`,
      '',
      ...table(
        ['Case', 'Session', 'Changed', 'This rule', 'Verdict'],
        file.cases.flatMap((one) => sessionRows(file.base, one)),
      ),
      '',
    ];
  }
  return [
    '## Cases',
    '',
    `The lines of a claim, and what the rule says of each. Each case is a test: ${fixture}.`,
    '',
    ...table(['Case', 'Of the claim', 'Line', 'This rule'], file.cases.flatMap(claimRows)),
    '',
  ];
}

/** Facts that go with the times, or tell the sessions apart. */
const changedAlong = ['id', 'units', 'charge'];

function sessionRows(base: string, one: SessionsCase): string[][] {
  const complete = sessionOf({ base, change: {} });
  const results = checkedSessions(base, one);
  const rows = one.sessions.map(({ change, says }, index) => {
    const changes = changesOf(complete, sessionOf({ base, change }))
      .filter(({ path }) => !changedAlong.includes(path))
      .map(({ inWords }) => inWords);
    const changed = changes.length === 0 ? 'nothing' : changes.join('; ');
    return [String(index + 1), changed, sayings[says], results[index]?.verdict ?? ''];
  });
  const { history } = one.options;
  const before = history == null ? 'not known' : usesInWords(history);
  return named(one.name, before === '' ? rows : [...rows, ['billed before', before, '', '']]);
}

function claimRows({ name, claim, lines, says }: ClaimCase): string[][] {
  const { jurisdiction, funding, frequency, replaces, linesLeftOut } = claim;
  const leftOut = linesLeftOut == null ? undefined : `${String(linesLeftOut)} left out`;
  const stands = replaces == null ? undefined : 'names another claim';
  const ofClaim = [jurisdiction, funding, frequency, stands, leftOut]
    .filter((part) => part != null)
    .join(', ');
  const rows = lines.flatMap(({ line, says: ofLine }) =>
    ofLine === undefined ? [] : [[ofClaim, lineInWords(line), sayings[ofLine]]],
  );
  const ofWhole = says ?? (rows.length === 0 ? 'pass' : undefined);
  return named(
    name,
    ofWhole === undefined ? rows : [...rows, [ofClaim, 'the claim as a whole', sayings[ofWhole]]],
  );
}

function lineInWords({ procedureCode, modifiers, service }: Partial<ClaimLine>): string {
  const written = [procedureCode, ...(modifiers ?? [])].join(' ');
  return service == null ? written : `${written}, states ${code(service)}`;
}

/** The name stands on the first row of a case. */
function named(name: string, rows: readonly string[][]): string[][] {
  return rows.map((row, index) => [index === 0 ? name : '', ...row]);
}
