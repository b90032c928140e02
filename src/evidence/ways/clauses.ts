import type { Circumstances } from '../../conditions/circumstances.js';
import { compile, type Test } from '../../conditions/compile.js';
import type { Condition, Leaf } from '../../conditions/condition.js';
import { FALSE, TRUE } from '../../conditions/truth.js';
import { leavesOf } from '../../conditions/walk.js';
import type { RuleId } from '../../findings/finding-data.js';
import type { Criterion, Service } from '../../services/service.js';
import { readsOf, type Place } from './places.js';

/** A clause that holds a session back where it is not met. */
export interface Clause {
  readonly rule: RuleId;
  /** It is met where it does not apply, or where what it requires is so. */
  readonly met: Test;
  readonly reads: ReadonlySet<Place>;
  /** Its paper is owed later, while the session lies ahead or its week is not over. */
  readonly isPaper: boolean;
}

/** The clauses of a service, and all that they ask. */
export interface Clauses {
  readonly list: readonly Clause[];
  readonly leaves: readonly Leaf[];
}

/** @param blocking rules that hold the session back, whatever the definition has them mean. */
export function clausesOf({ criteria }: Service, blocking: ReadonlySet<RuleId>): Clauses {
  const strict = criteria.filter(
    ({ rule, severity = 'error' }) => severity === 'error' || blocking.has(rule),
  );
  const list = strict.map(clauseOf);
  return { list, leaves: strict.map(conditionOf).flatMap(leavesOf) };
}

function clauseOf(criterion: Criterion): Clause {
  const condition = conditionOf(criterion);
  return {
    rule: criterion.rule,
    met: compile(condition),
    reads: new Set(leavesOf(condition).flatMap(readsOf)),
    isPaper: criterion.owed !== undefined,
  };
}

/** The clauses of a rule that are not met, with what more they expect where it is that. */
export function unmetOf(rule: RuleId, { criteria }: Service, under: Circumstances): readonly Clause[] {
  const own = criteria.filter((criterion) => criterion.rule === rule);
  return own
    .flatMap((criterion) => {
      const { expects } = criterion;
      return [
        clauseOf(criterion),
        ...(expects === undefined ? [] : [clauseOf({ ...criterion, requires: expects })]),
      ];
    })
    .filter(({ met }) => met.truth(under) !== TRUE)
    .slice(0, 1);
}

function conditionOf({ appliesWhen, requires }: Criterion): Condition {
  if (appliesWhen === undefined) return requires;
  return { op: 'any', conditions: [{ op: 'not', condition: appliesWhen }, requires] };
}

/** The rules of clauses that are surely not met. */
export function brokenIn(clauses: Clauses, under: Circumstances): ReadonlySet<RuleId> {
  const broken = clauses.list.filter(({ met, isPaper }) => !isPaper && met.truth(under) === FALSE);
  return new Set(broken.map(({ rule }) => rule));
}
