import { factTable } from '../facts/generated/table.js';
import type { FactType, Holder } from '../facts/rows/row.js';
import type { FactPath } from '../facts/generated/types.js';
import type { Citation } from '../findings/citation.js';
import { kindsOf, type DenialKey, type DrawnDenials, type SpecialCase } from '../findings/denials.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Severity } from '../findings/result.js';
import { readingOfFact, type ReadingName } from '../readings/generated.js';
import { besideRules, type BesideRule } from '../rules/beside.js';
import { computedRules, type ComputedRule } from '../rules/computed.js';
import { rulesOf } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import { periods } from '../units/period.js';
import type { Service } from '../services/service.js';
import { readingRows, type ReadingRow } from './readings.js';
import { sheetOf } from './service-sheet.js';

/** What a rule means, over all services that have it. */
export interface RulePage {
  rule: RuleId;
  statements: RuleStatement[];
  facts: AskedFact[];
  /** What it reads of a claim, which no session has. */
  factsOfClaim: string[];
  /** What a payer may answer to a failure, by its kind. */
  denials: DrawnDenials[];
  readings: ReadingRow[];
}

/** What a rule says, and where that is written. */
export interface RuleStatement {
  says: string;
  /** What it demands of the facts, in words. */
  demands?: string;
  /** What a failure means at most. */
  severity: Severity;
  /** The services in which it says so, each with its clause. */
  services: { id: string; title: string; citation: Citation }[];
}

export interface AskedFact {
  path: FactPath;
  question: string;
  type: FactType;
  heldBy: Holder;
}

/** Every rule of the services and those beside them, each once, in order. */
export function ruleIdsOf(services: readonly Service[]): RuleId[] {
  const ofServices = services.flatMap((service) => rulesOf(service).map(({ id }) => id));
  return [...new Set([...ofServices, ...besideRules.map(({ id }) => id)])];
}

/** The page of a rule; nothing where no service has it. */
export function rulePageOf(services: readonly Service[], id: string): RulePage | undefined {
  const beside = besideRules.find((rule) => rule.id === id);
  if (beside !== undefined) return pageOfBeside(beside, services);
  const uses = services.flatMap((service) =>
    rulesOf(service).flatMap((rule) => (rule.id === id ? [{ service, rule }] : [])),
  );
  const [first] = uses;
  if (first === undefined) return undefined;
  const computed = computedRule(id);
  const criteria = uses.flatMap(({ service }) => service.criteria.filter(({ rule }) => rule === id));
  const keys = [computed, ...criteria].flatMap((one) => one?.denial ?? []);
  return {
    rule: first.rule.id,
    statements: together(uses.map(({ service, rule }) => statementOf(rule, service))),
    facts: factsOf([...uses.flatMap(({ rule }) => rule.reads), ...(computed?.readsBeside ?? [])]),
    factsOfClaim: [],
    denials: drawnBy(keys, criteria),
    readings: readingRows([
      ...(computed?.readings ?? []),
      ...uses.flatMap(({ service, rule }) => readingsIn(service, rule)),
      ...(criteria.some(({ owed }) => owed === 'after-the-week') ? (['week'] as const) : []),
    ]),
  };
}

function pageOfBeside(
  { id, severity, says, demands, cite, ...rest }: BesideRule,
  services: readonly Service[],
): RulePage {
  const everywhere = services.map((service) => ({
    id: service.id,
    title: service.title,
    citation: { ...cite },
  }));
  return {
    rule: id,
    statements: [{ says, demands, severity, services: everywhere }],
    facts: factsOf(rest.reads),
    factsOfClaim: [...rest.readsOfClaim],
    denials: drawnBy(rest.denial, []),
    readings: readingRows(rest.readings),
  };
}

function statementOf(rule: Rule, service: Service): RuleStatement {
  const { id, says, severity } = rule;
  const condition = linesOf(service, id).find((line) => line.demands !== undefined)?.demands;
  const demands = condition ?? computedRule(id)?.demands;
  return {
    says,
    ...(demands !== undefined && { demands }),
    severity,
    services: citesOf(rule, service).map((cite) => ({
      id: service.id,
      title: service.title,
      citation: { ...cite },
    })),
  };
}

/** Where a rule is written; a limit that changed may stand in a document for each of its values. */
function citesOf({ id, cite }: Rule, { limits = [] }: Service): Citation[] {
  const ofValues = limits.flatMap((limit) => (periods[limit.per].limit === id ? [limit.cite] : []));
  return ofValues.length === 0 ? [cite] : ofValues;
}

function computedRule(id: string): ComputedRule | undefined {
  return (computedRules as Readonly<Record<string, ComputedRule | undefined>>)[id];
}

function linesOf(service: Service, id: RuleId) {
  return sheetOf(service).sections.flatMap(({ lines }) => lines.filter(({ rule }) => rule === id));
}

/** Statements that differ in nothing but the service and its clause, as one. */
function together(statements: readonly RuleStatement[]): RuleStatement[] {
  const merged = new Map<string, RuleStatement>();
  for (const { services, ...rest } of statements) {
    const key = JSON.stringify(rest);
    const before = merged.get(key)?.services ?? [];
    merged.set(key, { ...rest, services: [...before, ...services] });
  }
  return [...merged.values()];
}

function factsOf(paths: readonly FactPath[]): AskedFact[] {
  return [...new Set(paths)].map((path) => {
    const { question, type, heldBy } = factTable[path];
    return { path, question, type, heldBy };
  });
}

/** Every kind of failure that the rows name and that the clauses can come to, with its denials. */
function drawnBy(keys: readonly DenialKey[], criteria: Service['criteria']): DrawnDenials[] {
  const demands = JSON.stringify(criteria);
  const possible: Readonly<Record<SpecialCase, boolean>> = {
    nothingThere: /"fact":"(?:plan|assessment|documentation)\./.test(demands),
    notInForce: demands.includes('"inForce"'),
    lapsed: demands.includes('"holds"'),
  };
  // Diagnoses that are of no class are a denial of their own.
  const own =
    keys.includes('necessity') && demands.includes('"hasDiagnosis"') ? (['diagnosis'] as const) : [];
  const drawn = [...keys, ...own].flatMap(kindsOf);
  const each = drawn.flatMap(([special, one]) => (special === undefined || possible[special] ? [one] : []));
  return [...new Map(each.map((one) => [one.failure, one])).values()].map(copyOf);
}

function copyOf({ failure, denials }: DrawnDenials): DrawnDenials {
  return { failure, denials: denials.map((denial) => ({ ...denial })) };
}

/** The readings that the service's own data names for a rule, and those that its condition rests on. */
function readingsIn(service: Service, { id, reads }: Rule): ReadingName[] {
  const demands = JSON.stringify(service.criteria.filter(({ rule }) => rule === id));
  const rates = (service.codes ?? []).flatMap(({ rates: dated }) => dated);
  return [
    ...linesOf(service, id).flatMap(({ reading }) => (reading ?? []) as ReadingName),
    ...(id === 'claim/charge' && service.codes === undefined ? (['unnamed-code'] as const) : []),
    ...(id === 'claim/charge' ? rates.flatMap(({ reading }) => reading ?? []) : []),
    ...(reads.includes('member.birthDate') ? (['leap-birthday'] as const) : []),
    ...(demands.includes('"licensedMhc"') ? (['licensed-mhc'] as const) : []),
    ...reads.flatMap((path) => readingOfFact[path] ?? []),
  ];
}
