import { rulesOf } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import type { Service } from '../services/service.js';

/** A service made ready to run. */
export interface CompiledService {
  readonly service: Service;
  /** Decides whether the others run. */
  readonly inForce: Rule;
  readonly rules: readonly Rule[];
}

export function compileService(service: Service): CompiledService {
  const [inForce, ...rules] = rulesOf(service);
  if (inForce === undefined) throw new Error('a service has rules');
  return { service, inForce, rules };
}
