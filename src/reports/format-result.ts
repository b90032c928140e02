import type { ClaimResult, InvalidResult, LineResult, SessionResult, VoidResult } from '../check/result.js';
import { issueInWords } from '../facts/input-error.js';
import { eachOnce, type Notice } from '../findings/notices.js';
import type { DecidingReading } from '../findings/result.js';
import type { Finding } from '../rules/index.js';
import { clauseInWords, waiversOf } from './own-rules.js';
import { printable } from './text/layout.js';

/**
 * One finding as lines of text: rule, outcome and severity, the message, where an adapter has read what it is
 * about, then the clause, and for what is not known each question with who holds the answer.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03', units: 1.5 };
 * const [finding] = checkSession(session).findings;
 * if (finding !== undefined) {
 *   formatFinding(finding); // 'units/whole: fail (error)\n  1.5 units are claimed. …
 * }
 */
export function formatFinding(finding: Finding): string {
  const clauses = finding.citations.map(clauseInWords);
  const waived = waiversOf([finding]).map((words) => `waived: ${words}`);
  const questions = finding.missing.map(({ question, heldBy }) => `${question} (${heldBy})`);
  const reading = finding.reading === undefined ? [] : [readingInWords(finding.reading)];
  const places = [...new Set(Object.values(finding.places ?? {}))].map((place) => `at ${printable(place)}`);
  return [
    `${finding.rule}: ${finding.outcome} (${finding.severity})`,
    ...indented([finding.message, ...waived, ...places, ...clauses, ...reading, ...questions]),
  ].join('\n');
}

function readingInWords({ name, setting }: DecidingReading): string {
  return `reading: ${name}${setting === null ? '' : ` (setting ${setting})`}`;
}

/**
 * A result as lines of text: what it is of and its verdict, then its findings, then its notices. Of a claim first what is
 * found of it as a whole, then line by line; of what cannot be read, why.
 *
 * @example
 * const result = checkSession({ service: 'mo/peer-support', dateOfService: '2010-01-01' });
 * formatResult(result); // 'mo/peer-support: undetermined\n…
 * const claim = { jurisdiction: 'MO', lines: [{ procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 }] };
 * formatResult(checkClaim(claim)).split('\n')[1]; // 'line 1, mo/H2017TG: undetermined'
 */
export function formatResult(result: SessionResult | ClaimResult | VoidResult | InvalidResult): string {
  switch (result.kind) {
    case 'invalid':
      return ['entry: invalid', ...indented(result.issues.map(issueInWords))].join('\n');
    case 'session':
      return [
        `${result.service}: ${result.verdict}`,
        ...result.findings.map(formatFinding),
        ...notes(result.notices),
      ].join('\n');
    case 'void':
      return ['claim: void', ...result.findings.map(formatFinding), ...notes(result.notices)].join('\n');
    case 'claim':
      return [
        `claim: ${result.verdict}`,
        ...result.findings.map(formatFinding),
        ...result.lines.flatMap(lineInWords),
        ...notes([...result.lines.flatMap(({ notices }) => notices), ...result.notices]),
      ].join('\n');
  }
}

function lineInWords({ lineNumber, service, verdict, findings }: LineResult): string[] {
  const name = service === null ? '' : `, ${service}`;
  return [`line ${String(lineNumber)}${name}: ${verdict}`, ...findings.map(formatFinding)];
}

function notes(notices: readonly Notice[]): string[] {
  return eachOnce(notices).map(({ message }) => `note: ${message}`);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
