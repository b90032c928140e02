import type { UnknownFact } from '../conditions/circumstances.js';
import type { ReadingName } from '../readings/generated.js';
import { settingOf } from '../readings/readings.js';
import type { Citation } from './citation.js';
import { missingFacts } from './missing.js';
import type { CriterionFinding, Denial, Finding, FindingOutcome, Severity } from './result.js';
import type { FindingData, RuleId } from './finding-data.js';

type DataOf<Rule extends RuleId> = Rule extends keyof FindingData
  ? FindingData[Rule]
  : CriterionFinding['data'];

interface Parts<Rule extends RuleId> {
  readonly rule: Rule;
  readonly outcome: FindingOutcome;
  readonly severity: Severity;
  readonly message: string;
  readonly data: DataOf<Rule>;
  readonly paths: readonly string[];
  readonly unknown?: readonly UnknownFact[];
  readonly cite: Citation;
  readonly reading?: ReadingName | undefined;
  /** Predicted for failures only. */
  readonly denials?: Denial[];
}

/** Puts a finding together, with everything that a caller may need and nothing shared with the definition. */
export function finding<Rule extends RuleId>(parts: Parts<Rule>): Finding {
  const { rule, outcome, severity, message, data, paths, unknown = [], cite, reading, denials = [] } = parts;
  const missing = missingFacts(unknown);
  const basis = reading === undefined ? cite.basis : 'reading';
  const made = {
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
  } as Finding;
  if (reading !== undefined) made.reading = { name: reading, setting: settingOf(reading) };
  return made;
}
