import type { Leaf } from '../conditions/condition.js';
import { factsOf, leavesOf } from '../conditions/walk.js';
import { factTable } from '../facts/generated/table.js';
import type { FactType, Holder } from '../facts/rows/row.js';
import type { FactPath } from '../facts/generated/types.js';
import type { Citation } from '../findings/citation.js';
import { kindsOf, type DenialKey, type DrawnDenials, type SpecialCase } from '../findings/denials.js';
import type { InputIssue } from '../facts/input-error.js';
import { nearest } from '../facts/nearest.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Severity } from '../findings/result.js';
import { aboutRule, aboutRules, computedRules, computedRulesOf, readsOf } from '../rules/index.js';
import { rulesBeyond } from '../rules/beyond.js';
import { conditionsOf, readingsOfClause } from '../rules/reading-at-issue.js';
import type { Rule } from '../rules/rule.js';
import { sourceOf } from '../services/overlay.js';
import type { Criterion, Service } from '../services/service.js';
import type { CivilDate } from '../values/civil-date.js';
import { readingRows, type ReadingRow } from './readings.js';
import { demandsOf } from './service-sheet.js';

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
  /** First and last day on which it holds, where the clause states any. */
  from?: CivilDate;
  through?: CivilDate;
}

export interface AskedFact {
  path: FactPath;
  question: string;
  type: FactType;
  heldBy: Holder;
}

/** Every rule of the services and those that hold for all, each once, in order. */
export function ruleIdsOf(services: readonly Service[]): RuleId[] {
  const ofServices = services.flatMap((service) => [
    ...computedRulesOf(service).map(({ id }) => id),
    ...service.criteria.map(({ rule }) => rule),
  ]);
  return [...new Set([...ofServices, ...rulesForAll().map(({ id }) => id)])];
}

/** The rules of no service. */
function rulesForAll() {
  return computedRules.flatMap((rule) =>
    rule.scope === 'session' ? [] : [{ ...aboutRules[rule.id], id: rule.id }],
  );
}

/** A rule as a service has it, and the clause that it is, if it is one. */
interface Use {
  readonly service: Service;
  readonly rule: Pick<Rule, 'id' | 'says' | 'cite'>;
  readonly criterion?: Criterion;
  /** Whether an agency asks it beyond the document. */
  readonly isRestated?: boolean;
}

/** As documents have it, then as agencies ask it beyond them. */
function usesOf(services: readonly Service[], id: string): Use[] {
  return services.flatMap((service) => {
    const source = sourceOf(service);
    const clauses = service.criteria.slice(source.criteria.length).filter(({ rule }) => rule === id);
    const restated = rulesBeyond(service, service.criteria.length).filter((rule) => rule.id === id);
    return [
      ...usesBySource([source], id),
      ...restated.map((rule) => ({ service, rule, isRestated: true })),
      ...clauses.map((criterion) => ({ service, rule: { ...criterion, id: criterion.rule }, criterion })),
    ];
  });
}

function usesBySource(services: readonly Service[], id: string): Use[] {
  const forAll = rulesForAll().filter((rule) => rule.id === id);
  return services.flatMap((service): Use[] => {
    const criteria = service.criteria.filter(({ rule }) => rule === id);
    if (criteria.length > 0)
      return criteria.map((criterion) => ({
        service,
        rule: { ...criterion, id: criterion.rule },
        criterion,
      }));
    return [...computedRulesOf(service).filter((rule) => rule.id === id), ...forAll].map((rule) => ({
      service,
      rule,
    }));
  });
}

/** The page of a rule; nothing where no service has it. */
export function rulePageOf(services: readonly Service[], id: string): RulePage | undefined {
  const uses = usesOf(services, id);
  const [first] = uses;
  if (first === undefined) return undefined;
  const about = aboutRule(id);
  const criteria = uses.flatMap(({ criterion }) => criterion ?? []);
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

/** That no service has the rule; the one meant is a letter or two away, else has the same last word, else few letters changed. */
export function notARule(stated: string, services: readonly Service[]): InputIssue {
  const ids = ruleIdsOf(services);
  const name = stated.slice(0, LONGEST_NAME);
  const lastWord = (id: string) => id.slice(id.indexOf('/') + 1);
  const near =
    nearest(name, ids, 2) ??
    ids.find((id) => lastWord(id) === lastWord(name)) ??
    nearest(name, ids, Math.max(3, Math.floor(name.length / 3)));
  const advice = near === undefined ? ', such as units/daily-limit' : `; did you mean "${near}"?`;
  return { code: 'rule-not-on-file', path: '/rule', message: `expected the id of a rule${advice}` };
}

const LONGEST_NAME = 60;

function statementOf({
  rule: { id, says, cite },
  service,
  criterion,
  isRestated = false,
}: Use): RuleStatement {
  const about = aboutRule(id);
  const { severity = 'error', from, through } = criterion ?? {};
  const demands = criterion === undefined ? about?.demands : demandsOf(criterion);
  return {
    says,
    ...(demands !== undefined && { demands }),
    severity: about?.severity ?? severity,
    ...(from !== undefined && { from }),
    ...(through !== undefined && { through }),
    services: ((isRestated ? undefined : about?.cites?.(service)) ?? [cite]).map((one) => ({
      id: service.id,
      title: service.title,
      citation: { ...one },
    })),
  };
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
