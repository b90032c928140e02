import type { SessionResult } from '../../src/index.js';

/** How a rule comes out. */
export interface RuleOutcome {
  readonly outcome: string;
  readonly severity?: string;
}

/** Every rule that a result judges, and how it came out; one that is not applicable counts as passed. */
export function outcomesIn({ passed, notApplicable, findings }: SessionResult): Map<string, RuleOutcome> {
  return new Map<string, RuleOutcome>([
    ...[...passed, ...notApplicable.map(({ rule }) => rule)].map(
      (rule) => [rule, { outcome: 'pass' }] as const,
    ),
    ...findings.map(({ rule, outcome, severity }) => [rule, { outcome, severity }] as const),
  ]);
}

const severities = ['info', 'warning', 'error'];

/** What all ways to complete a session agree on; where they do not it is unknown, with the highest severity of any. */
export function agreementOf(outcomes: readonly RuleOutcome[]): RuleOutcome {
  const [first] = outcomes;
  if (first === undefined) throw new Error('a session can always be completed');
  if (outcomes.every((one) => one.outcome === first.outcome && one.severity === first.severity)) return first;
  const severity = severities.findLast((one) => outcomes.some((other) => other.severity === one)) ?? 'error';
  return {
    outcome: outcomes.every(({ outcome }) => ['pass', 'due'].includes(outcome)) ? 'due' : 'unknown',
    severity,
  };
}
