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

/**
 * What all ways to complete a session agree on; where they do not it is unknown, with the highest severity of any. No more
 * of them are asked for once the rest can change nothing.
 */
export function agreementOf(outcomes: Iterable<RuleOutcome>): RuleOutcome {
  const different = new Map<string, RuleOutcome>();
  let agreement: RuleOutcome | undefined;
  for (const one of outcomes) {
    const key = `${one.outcome} ${String(one.severity)}`;
    if (different.has(key)) continue;
    different.set(key, one);
    agreement = different.size === 1 ? one : disagreementOf([...different.values()]);
    if (different.size > 1 && agreement.outcome === 'unknown' && agreement.severity === 'error') break;
  }
  if (agreement === undefined) throw new Error('a session can always be completed');
  return agreement;
}

function disagreementOf(outcomes: readonly RuleOutcome[]): RuleOutcome {
  const severity = severities.findLast((one) => outcomes.some((other) => other.severity === one)) ?? 'error';
  return {
    outcome: outcomes.every(({ outcome }) => ['pass', 'due'].includes(outcome)) ? 'due' : 'unknown',
    severity,
  };
}
