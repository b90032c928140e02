import type { UnknownFact } from '../conditions/circumstances.js';
import type { ReadingName } from '../readings/generated.js';
import { settingOf } from '../readings/settings.js';
import type { Citation } from './citation.js';
import { missingFacts } from './missing.js';
import type { RuleId } from './finding-data.js';
import type { Denial, FindingOf, FindingOutcome, Severity } from './result.js';

interface Parts<Rule extends RuleId, Data> {
  readonly rule: Rule;
  readonly outcome: FindingOutcome;
  readonly severity: Severity;
  readonly message: string;
  readonly data: Data;
  readonly paths: readonly string[];
  readonly unknown?: readonly UnknownFact[];
  readonly cite: Citation;
  readonly reading?: ReadingName | undefined;
  /** Predicted for failures only. */
  readonly denials?: Denial[];
}

/** Puts a finding together, with everything that a caller may need and nothing shared with the definition. */
export function finding<Rule extends RuleId, Data>(parts: Parts<Rule, Data>): FindingOf<Rule, Data> {
  const { rule, outcome, severity, message, data, paths, unknown = [], cite, reading, denials = [] } = parts;
  const missing = missingFacts(unknown);
  const basis = reading === undefined ? cite.basis : 'reading';
  const made: FindingOf<Rule, Data> = {
    rule,
    outcome,
    severity,
    message,
    data,
    paths: [...new Set([...paths, ...missing.map((fact) => fact.path)])],
    missing,
    citations: [{ ...cite }],
    basis,
    denials: outcome === 'fail' ? denials : [],
  };
  if (reading !== undefined) made.reading = { name: reading, setting: settingOf(reading) };
  return made;
}
