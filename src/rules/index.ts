import type { Service, TrainingRequirement } from '../services/service.js';
import { claimCharge } from './claim/charge.js';
import { criterionRule } from './criterion.js';
import type { Rule } from './rule.js';
import { inForce } from './service/in-force.js';
import { delivered } from './session/delivered.js';
import { sessionFormat } from './session/format.js';
import { groupSize } from './session/group-size.js';
import { sessionTime } from './session/time.js';
import { additionalTraining } from './staff/additional-training.js';
import { initialTraining } from './staff/initial-training.js';
import { trainingDocumented } from './staff/training-documented.js';
import { limitsOf, unitLimit } from './units/limit.js';
import { unitsTime } from './units/time.js';
import { unbilledTime } from './units/unbilled-time.js';
import { unitsWhole } from './units/whole.js';

/** The rules that every service has after its first, in order. */
const everyService = [sessionTime, delivered, unitsWhole, unitsTime, unbilledTime, claimCharge] as const;

function trainingRulesOf(training: TrainingRequirement): Rule[] {
  return [initialTraining(training), additionalTraining(training), trainingDocumented(training)];
}

/**
 * Every rule of a service, in the order in which findings come: those of every service, format, group, limits, training,
 * then its clauses. The first decides whether any other runs.
 */
export function rulesOf(service: Service): [inForce: Rule, ...others: Rule[]] {
  return [
    inForce(service),
    ...everyService.map((rule) => rule(service)),
    ...(service.format === undefined ? [] : [sessionFormat(service.format)]),
    ...(service.group === undefined ? [] : [groupSize(service.group)]),
    ...limitsOf(service).map(unitLimit),
    ...(service.training === undefined ? [] : trainingRulesOf(service.training)),
    ...service.criteria.map(criterionRule),
  ];
}
