import { services } from '../../../src/index.js';
import { ruleIdsOf } from '../../../src/explain/rule-page.js';

/** Every rule, in the order in which findings come. */
export const ruleIds = ruleIdsOf(services);

export function isRule(id: string): boolean {
  return (ruleIds as readonly string[]).includes(id);
}
