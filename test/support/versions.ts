import type { Criterion, Service } from '../../src/index.js';
import type { Condition } from '../../src/conditions/condition.js';
import { randomFrom } from '../oracle/random.js';

/** Versions of a definition that are certainly looser, or stricter, in one clause or number. */

type Change = (condition: Condition) => Condition[];

/** A fact that no clause of a version asks for otherwise: what rests on it alone is told apart from all else. */
const fresh: Condition = { op: 'stated', fact: 'group.id' };

/** A condition somewhere within that is asked for as it stands, changed in each way there is. */
function changed(condition: Condition, change: Change): Condition[] {
  const here = change(condition);
  if (condition.op !== 'all' && condition.op !== 'any' && condition.op !== 'atLeast') return here;
  const { conditions } = condition;
  const within = conditions.flatMap((part, place) =>
    changed(part, change).map((other) => ({ ...condition, conditions: conditions.with(place, other) })),
  );
  return [...here, ...within];
}

const looser: Change = (condition) => {
  switch (condition.op) {
    case 'holds':
    case 'includesAny':
      // It is a closed list.
      return condition.fact === 'assessment.improvedAreas'
        ? []
        : [{ ...condition, codes: [...condition.codes, 'our-own-code'] }];
    case 'ageAtLeast':
      return [{ ...condition, months: condition.months - 1 }];
    case 'atLeastNumber':
      return [{ ...condition, value: condition.value - 1 }];
    case 'all':
      return condition.conditions.length < 2
        ? []
        : [{ ...condition, conditions: condition.conditions.slice(1) }];
    case 'atLeast':
      return condition.count < 2 ? [] : [{ ...condition, count: condition.count - 1 }];
    default:
      return [];
  }
};

const stricter: Change = (condition) => {
  switch (condition.op) {
    case 'holds':
    case 'includesAny':
      return condition.codes.length < 2 ? [] : [{ ...condition, codes: condition.codes.slice(1) }];
    case 'ageAtLeast':
      return [{ ...condition, months: condition.months + 1 }];
    case 'atLeastNumber':
      return [{ ...condition, value: condition.value + 1 }];
    case 'any':
      return condition.conditions.length < 2
        ? []
        : [{ ...condition, conditions: condition.conditions.slice(1) }];
    case 'atLeast':
      return [{ ...condition, count: condition.count + 1 }];
    default:
      return [];
  }
};

type Version = (clause: Criterion) => (Criterion | undefined)[];

const looserClauses: Version = (clause) => [
  undefined,
  { ...clause, requires: { op: 'any', conditions: [clause.requires, fresh] } },
  {
    ...clause,
    appliesWhen: { op: 'all', conditions: [fresh, ...(clause.appliesWhen ? [clause.appliesWhen] : [])] },
  },
  ...(clause.severity === 'warning' ? [] : [{ ...clause, severity: 'warning' as const }]),
  ...(clause.owed === undefined ? [{ ...clause, owed: 'on-delivery' as const }] : []),
  ...(clause.expects === undefined
    ? changed(clause.requires, looser).map((requires) => ({ ...clause, requires }))
    : []),
];

const stricterClauses: Version = (clause) => [
  { ...clause, requires: { op: 'all', conditions: [clause.requires, fresh] } },
  ...(clause.severity === 'warning' ? [{ ...clause, severity: 'error' as const }] : []),
  ...(clause.appliesWhen === undefined ? [] : [without(clause, 'appliesWhen')]),
  ...(clause.owed === undefined ? [] : [without(clause, 'owed')]),
  ...changed(clause.requires, stricter).map((requires) => ({ ...clause, requires })),
];

function without(clause: Criterion, key: keyof Criterion): Criterion {
  return Object.fromEntries(Object.entries(clause).filter(([one]) => one !== key)) as unknown as Criterion;
}

function versionOf(service: Service, seed: number, version: Version): Service {
  const random = randomFrom(seed);
  const place = random.below(service.criteria.length);
  const [clause] = service.criteria.slice(place, place + 1) as [Criterion];
  const made = random.pick(version(clause));
  const criteria = service.criteria.flatMap((one, index) => (index === place ? (made ?? []) : [one]));
  return { ...service, criteria };
}

export function looserVersion(service: Service, seed: number): Service {
  return versionOf(service, seed, looserClauses);
}

export function stricterVersion(service: Service, seed: number): Service {
  return versionOf(service, seed, stricterClauses);
}
