import { services, type Service } from '../../../src/index.js';
import { leavesOf } from '../../../src/conditions/walk.js';

/** The ids of the services that ask for a code; `at` is where in a session it stands. */
export function servicesReading(at: readonly string[], code: string): string[] {
  const facts = at.map((place) => place.replace(/\[\].*$/, ''));
  return services.filter((service) => reads(service, facts, code)).map(({ id }) => id);
}

function reads({ criteria, training }: Service, facts: readonly string[], code: string): boolean {
  const topics: string[] = [
    ...(training?.initial ?? []),
    ...(training?.additional ?? []).map(({ topic }) => topic),
  ];
  if (facts.includes('staff.trainings') && topics.includes(code)) return true;
  return criteria
    .flatMap(({ requires, appliesWhen, expects }) => [requires, appliesWhen, expects])
    .flatMap((condition) => (condition === undefined ? [] : leavesOf(condition)))
    .some((leaf) => {
      if (!facts.includes(leaf.fact)) return false;
      return leaf.op === 'doneBy' ? leaf.topic === code : 'codes' in leaf && leaf.codes.includes(code);
    });
}
