import type { Leaf } from '../conditions/condition.js';
import { factsOf, leavesOf } from '../conditions/walk.js';
import { factTable } from '../facts/generated/table.js';
import type { FactType, Holder } from '../facts/rows/row.js';
import type { FactPath } from '../facts/generated/types.js';
import type { Citation } from '../findings/citation.js';
import { kindsOf, type DenialKey, type DrawnDenials, type SpecialCase } from '../findings/denials.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Severity } from '../findings/result.js';
import { aboutRule, aboutRules, computedRules, readsOf, rulesOf } from '../rules/index.js';
import { conditionsOf, readingsOfClause } from '../rules/reading-at-issue.js';
import type { Rule } from '../rules/rule.js';
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

/** Every rule of the services and those that hold for all, each once, in order. */
export function ruleIdsOf(services: readonly Service[]): RuleId[] {
  const ofServices = services.flatMap((service) => rulesOf(service).map(({ id }) => id));
  return [...new Set([...ofServices, ...rulesForAll().map(({ id }) => id)])];
}

/** The rules of no service. */
function rulesForAll() {
  return computedRules.flatMap((rule) =>
    rule.scope === 'session' ? [] : [{ ...aboutRules[rule.id], id: rule.id }],
  );
}

/** A rule as a service has it. */
interface Use {
  readonly service: Service;
  readonly rule: Pick<Rule, 'id' | 'says' | 'cite'>;
}

function usesOf(services: readonly Service[], id: string): Use[] {
  const forAll = rulesForAll();
  return services.flatMap((service) =>
    [...rulesOf(service), ...forAll].flatMap((rule) => (rule.id === id ? [{ service, rule }] : [])),
  );
}

/** The page of a rule; nothing where no service has it. */
export function rulePageOf(services: readonly Service[], id: string): RulePage | undefined {
  const uses = usesOf(services, id);
  const [first] = uses;
  if (first === undefined) return undefined;
  const about = aboutRule(id);
  const criteria = uses.flatMap(({ service }) => service.criteria.filter(({ rule }) => rule === id));
  const keys = [...(about?.denials ?? []), ...criteria.flatMap(({ denial }) => denial ?? [])];
  return {
    rule: first.rule.id,
    statements: together(uses.map(statementOf)),
    facts: questionsOf(uses.flatMap(({ service }) => readsOf(service, id))),
    factsOfClaim: [...(about?.readsOfClaim ?? [])],
    denials: drawnBy(keys, criteria),
    readings: readingRows([
      ...uses.flatMap(({ service }) => about?.readings?.(service) ?? []).filter((name) => name !== undefined),
      ...criteria.flatMap(readingsOfClause),
    ]),
  };
}

function statementOf({ rule: { id, says, cite }, service }: Use): RuleStatement {
  const about = aboutRule(id);
  const demands = about?.demands ?? demandsOfClause(service, id);
  return {
    says,
    ...(demands !== undefined && { demands }),
    severity: about?.severity ?? severityOfClause(service, id),
    services: (about?.cites?.(service) ?? [cite]).map((one) => ({
      id: service.id,
      title: service.title,
      citation: { ...one },
    })),
  };
}

function severityOfClause({ criteria }: Service, id: RuleId): Severity {
  return criteria.some(({ rule, severity }) => rule === id && severity === 'warning') ? 'warning' : 'error';
}

function demandsOfClause(service: Service, id: RuleId): string | undefined {
  const lines = sheetOf(service).sections.flatMap((section) => section.lines);
  return lines.find(({ rule, demands }) => rule === id && demands !== undefined)?.demands;
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

function questionsOf(paths: readonly FactPath[]): AskedFact[] {
  return [...new Set(paths)].map((path) => {
    const { question, type, heldBy } = factTable[path];
    return { path, question, type, heldBy };
  });
}

/** Every kind of failure that the rows name and that the clauses can come to, with its denials. */
function drawnBy(keys: readonly DenialKey[], criteria: Service['criteria']): DrawnDenials[] {
  const leaves = criteria.flatMap(conditionsOf).flatMap(leavesOf);
  const asks = (op: Leaf['op']) => leaves.some((leaf) => leaf.op === op);
  const possible: Readonly<Record<SpecialCase, boolean>> = {
    nothingThere: leaves.flatMap(factsOf).some((path) => /^(?:plan|assessment|documentation)\./.test(path)),
    notInForce: asks('inForce'),
    lapsed: asks('holds'),
  };
  // Diagnoses that are of no class are a denial of their own.
  const own = keys.includes('necessity') && asks('hasDiagnosis') ? (['diagnosis'] as const) : [];
  const drawn = [...keys, ...own].flatMap(kindsOf);
  const each = drawn.flatMap(([special, one]) => (special === undefined || possible[special] ? [one] : []));
  return [...new Map(each.map((one) => [one.failure, one])).values()].map(copyOf);
}

function copyOf({ failure, denials }: DrawnDenials): DrawnDenials {
  return { failure, denials: denials.map((denial) => ({ ...denial })) };
}
