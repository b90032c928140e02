import type { Circumstances } from '../../conditions/circumstances.js';
import { compile, type Test } from '../../conditions/compile.js';
import type { Condition, Leaf } from '../../conditions/condition.js';
import { TRUE } from '../../conditions/truth.js';
import { leavesOf } from '../../conditions/walk.js';
import type { RuleId } from '../../findings/finding-data.js';
import type { Criterion, Service } from '../../services/service.js';
import { readsOf, type Place } from './places.js';

/** A clause that holds a session back where it is not met. */
export interface Clause {
  readonly rule: RuleId;
  /** It is met where it does not apply, or where what it requires is so. */
  readonly met: Test;
  readonly leaves: () => readonly Leaf[];
  readonly reads: () => ReadonlySet<Place>;
  /** Its paper is owed later, while the session lies ahead or its week is not over. */
  readonly isPaper: boolean;
}

/**
 * The clauses of a service that hold back.
 *
 * @param blocking rules that hold the session back, whatever the definition has them mean.
 */
export function clausesOf({ criteria }: Service, blocking: ReadonlySet<RuleId>): readonly Clause[] {
  return criteria
    .filter(({ rule, severity = 'error' }) => severity === 'error' || blocking.has(rule))
    .map(clauseOf);
}

function clauseOf(criterion: Criterion): Clause {
  const condition = conditionOf(criterion);
  const test = once(() => compile(condition));
  const leaves = once(() => leavesOf(condition));
  return {
    rule: criterion.rule,
    met: { truth: (under) => test().truth(under), explain: (under) => test().explain(under) },
    leaves,
    reads: once(() => new Set(leaves().flatMap(readsOf))),
    isPaper: criterion.owed !== undefined,
  };
}

/** Of many clauses few are asked. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The clause of a rule that is not met, or what more it expects where it is that. */
export function unmetOf(rule: RuleId, { criteria }: Service, under: Circumstances): Clause | undefined {
  const own = criteria.filter((criterion) => criterion.rule === rule);
  const more = own.flatMap((criterion) =>
    criterion.expects === undefined ? [] : { ...criterion, requires: criterion.expects },
  );
  return [...own, ...more].map(clauseOf).find(({ met }) => met.truth(under) !== TRUE);
}

function conditionOf({ appliesWhen, requires }: Criterion): Condition {
  if (appliesWhen === undefined) return requires;
  return { op: 'any', conditions: [{ op: 'not', condition: appliesWhen }, requires] };
}
