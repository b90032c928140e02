import type { UnknownFact } from '../conditions/circumstances.js';
import type { ReadingName } from '../readings/generated.js';
import { settingOf } from '../readings/settings.js';
import { copyOfCitation, type Citation } from './citation.js';
import { missingFacts } from './missing.js';
import type { RuleId } from './finding-data.js';
import type { Denial, FindingOf, FindingOutcome, Json, MissingFact, Severity } from './result.js';

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
    paths: eachOnce(paths, missing),
    missing,
    citations: [copyOfCitation(cite)],
    basis,
    denials: outcome === 'fail' ? denials : [],
  };
  if (reading !== undefined) made.reading = { name: reading, setting: settingOf(reading) };
  return made;
}

/** A set pays from more than these on. */
const FEW = 8;

function eachOnce(paths: readonly string[], missing: readonly MissingFact[]): string[] {
  if (paths.length + missing.length > FEW)
    return [...new Set([...paths, ...missing.map(({ path }) => path)])];
  const all: string[] = [];
  for (const path of paths) if (!all.includes(path)) all.push(path);
  for (const { path } of missing) if (!all.includes(path)) all.push(path);
  return all;
}

/** A finding that shares nothing with the other. */
export function copyOf<Rule extends RuleId, Data>(other: FindingOf<Rule, Data>): FindingOf<Rule, Data> {
  const { rule, outcome, severity, message, data, paths, missing, citations, basis, denials } = other;
  const copy: FindingOf<Rule, Data> = {
    rule,
    outcome,
    severity,
    message,
    data: copyOfData(data as Json) as Data,
    paths: paths.slice(),
    missing: copies(missing, copyOfMissing),
    citations: copies(citations, copyOfCitation),
    basis,
    denials: copies(denials, copyOfDenial),
  };
  if (other.reading !== undefined) copy.reading = { ...other.reading };
  return copy;
}

function copies<One>(all: readonly One[], copyOfOne: (one: One) => One): One[] {
  return all.length === 0 ? [] : all.map(copyOfOne);
}

function copyOfDenial(denial: Denial): Denial {
  return { ...denial };
}

function copyOfMissing(other: MissingFact): MissingFact {
  const copy = { ...other };
  if (copy.parts !== undefined) copy.parts = copy.parts.slice();
  if (copy.accepts !== undefined) copy.accepts = copy.accepts.slice();
  return copy;
}

function copyOfData(data: Json): Json {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(copyOfData);
  const copy: Record<string, Json> = {};
  for (const [key, value] of Object.entries(data)) copy[key] = copyOfData(value);
  return copy;
}
