import type { DecidingReading } from '../findings/result.js';
import type { Finding } from '../rules/index.js';
import type { SessionResult } from '../check/result.js';

/**
 * One finding as lines of text: rule, outcome and severity, the message, then the clause, and for what is not known each
 * question with who holds the answer.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03', units: 1.5 };
 * const [finding] = checkSession(session).findings;
 * if (finding !== undefined) {
 *   formatFinding(finding); // 'units/whole: fail (error)\n  1.5 units are claimed. …
 * }
 */
export function formatFinding(finding: Finding): string {
  const clauses = finding.citations.map(({ title, section }) => `${title}, ${section}`);
  const questions = finding.missing.map(({ question, heldBy }) => `${question} (${heldBy})`);
  const reading = finding.reading === undefined ? [] : [readingInWords(finding.reading)];
  return [
    `${finding.rule}: ${finding.outcome} (${finding.severity})`,
    ...[finding.message, ...clauses, ...reading, ...questions].map((line) => `  ${line}`),
  ].join('\n');
}

function readingInWords({ name, setting }: DecidingReading): string {
  return `reading: ${name}${setting === null ? '' : ` (setting ${setting})`}`;
}

/**
 * A result as lines of text: service and verdict, then its findings, then its notices.
 *
 * @example
 * const result = checkSession({ service: 'mo/peer-support', dateOfService: '2010-01-01' });
 * formatResult(result); // 'mo/peer-support: undetermined\n…
 */
export function formatResult({ service, verdict, findings, notices }: SessionResult): string {
  return [
    `${service}: ${verdict}`,
    ...findings.map(formatFinding),
    ...notices.map(({ message }) => `note: ${message}`),
  ].join('\n');
}
