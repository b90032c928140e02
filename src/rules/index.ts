import type { Service } from '../services/service.js';
import { claimCharge } from './claim/charge.js';
import { criterionRule } from './criterion.js';
import type { Rule } from './rule.js';
import { inForce } from './service/in-force.js';
import { delivered } from './session/delivered.js';
import { sessionTime } from './session/time.js';
import { unitLimit } from './units/limit.js';
import { unitsTime } from './units/time.js';
import { unbilledTime } from './units/unbilled-time.js';
import { unitsWhole } from './units/whole.js';

/** The rules that every service has, in order. The first decides whether any other runs. */
const everyService = [
  inForce,
  sessionTime,
  delivered,
  unitsWhole,
  unitsTime,
  unbilledTime,
  claimCharge,
] as const;

/** Every rule of a service, in the order in which findings come: those of every service, limits, then its clauses. */
export function rulesOf(service: Service): Rule[] {
  return [
    ...everyService.map((rule) => rule(service)),
    ...(service.limits ?? []).map(unitLimit),
    ...service.criteria.map(criterionRule),
  ];
}
