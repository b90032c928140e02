import type { RuleId } from '../findings/finding-data.js';
import { rulesOf } from '../rules/index.js';
import { trainedTopics } from '../rules/staff/trained-topics.js';
import type { Rule } from '../rules/rule.js';
import type { Service } from '../services/service.js';
import { digestOf } from '../values/digest.js';
import { unwantedActivities, type Unwanted } from './near-unwanted.js';

/** A service made ready to run. */
export interface CompiledService {
  readonly service: Service;
  /** Decides whether the others run. */
  readonly inForce: Rule;
  readonly rules: readonly Pick<Rule, 'id' | 'met' | 'judge'>[];
  /** The rules about a paper that all sessions of a week share. */
  readonly weekly: readonly RuleId[];
  /** Activities that its clauses do not allow. */
  readonly unwanted: readonly Unwanted[];
  readonly trained: ReturnType<typeof trainedTopics> | undefined;
  /** The digest of the definition. */
  readonly digest: () => string;
}

export function compileService(service: Service): CompiledService {
  const [inForce, ...rules] = rulesOf(service);
  const trained = service.training === undefined ? undefined : trainedTopics(service.training);
  // All of one shape: the engine reads objects of many shapes several times more slowly.
  const ready = rules.map(({ id, met, judge }) => ({ id, met, judge }));
  const weekly = service.criteria.filter(({ owed }) => owed === 'after-the-week').map(({ rule }) => rule);
  let digest: string | undefined;
  return {
    service,
    inForce,
    rules: ready,
    weekly,
    unwanted: unwantedActivities(service),
    trained,
    digest: () => (digest ??= digestOf(service)),
  };
}
