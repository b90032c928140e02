import { rulesOf } from '../rules/index.js';
import { trainedTopics } from '../rules/staff/trained-topics.js';
import type { Rule } from '../rules/rule.js';
import type { Service } from '../services/service.js';

/** A service made ready to run. */
export interface CompiledService {
  readonly service: Service;
  /** Decides whether the others run. */
  readonly inForce: Rule;
  readonly rules: readonly Rule[];
  readonly trained: ReturnType<typeof trainedTopics> | undefined;
}

export function compileService(service: Service): CompiledService {
  const [inForce, ...rules] = rulesOf(service);
  const trained = service.training === undefined ? undefined : trainedTopics(service.training);
  return { service, inForce, rules, trained };
}
