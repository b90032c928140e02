import type { Finding, SessionResult } from '../findings/result.js';

/**
 * One finding as text: rule, outcome and severity, the message, then the clause, and for what is not known each
 * question with who holds the answer.
 *
 * @example
 * formatFinding(result.findings[0]);
 * // units/daily-limit: fail (error)
 * //   25 units used before and 8 units asked for are more than the 32 units allowed on 2025-03-03; 7 units remain.
 * //   Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 6.1
 */
export function formatFinding(finding: Finding): string {
  const clauses = finding.citations.map(({ title, section }) => `${title}, ${section}`);
  const questions = finding.missing.map(({ question, heldBy }) => `${question} (${heldBy})`);
  const reading = finding.reading === undefined ? [] : [`reading: ${finding.reading}`];
  return [
    `${finding.rule}: ${finding.outcome} (${finding.severity})`,
    ...[finding.message, ...clauses, ...reading, ...questions].map((line) => `  ${line}`),
  ].join('\n');
}

/** A result as text: service and verdict, then its findings, then what it rests on. */
export function formatResult({ service, verdict, findings, notices }: SessionResult): string {
  return [
    `${service}: ${verdict}`,
    ...findings.map(formatFinding),
    ...notices.map((notice) => `note: ${notice}`),
  ].join('\n');
}
