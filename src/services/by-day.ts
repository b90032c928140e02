import { addDays, isWithin, type CivilDate } from '../values/civil-date.js';
import type { Service } from './service.js';

/** A definition with those of its clauses that hold on a day. */
export function serviceOn(service: Service, day: CivilDate): Service {
  const criteria = service.criteria.filter((criterion) => isWithin(criterion, day));
  return criteria.length === service.criteria.length ? service : { ...service, criteria };
}

/** The days on which a clause begins to hold, or holds no more. */
export function daysOfChange({ criteria }: Service): readonly CivilDate[] {
  const days = criteria.flatMap(({ from, through }) => [
    ...(from === undefined ? [] : [from]),
    ...(through === undefined ? [] : [addDays(through, 1)]),
  ]);
  return [...new Set(days)].sort();
}
