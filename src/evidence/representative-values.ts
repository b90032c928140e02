import type { Leaf } from '../conditions/condition.js';
import { fundings, formats, impairmentLevels, ownerships, reviews } from '../facts/generated/codes.js';
import { factTable } from '../facts/generated/table.js';
import type { SessionPath } from '../facts/generated/types.js';
import { addDays, addMonths, type CivilDate } from '../values/civil-date.js';
import { canBe, type Asked, type Stated } from './stating.js';

/** Ways to state facts that are asked about together. A fact left out is not known. */
export function valuesFor(paths: readonly SessionPath[], leaves: readonly Leaf[], asked: Asked): Stated[] {
  const births = paths.includes(BIRTH) ? birthsFor(leaves, asked.on) : [undefined];
  const others = paths.filter((path) => path !== BIRTH);
  return births.flatMap((birth) => {
    const first: Stated = birth === undefined ? {} : { [BIRTH]: birth };
    return others.reduce<Stated[]>(
      (ways, path) =>
        [undefined, ...valuesOf(path, leaves, asked, birth)].flatMap((value) =>
          ways.map((way) => (value === undefined ? way : { ...way, [path]: value })),
        ),
      [first],
    );
  });
}

const BIRTH = 'member.birthDate';

/** The ages asked for, in months, from the least on. */
function agesIn(leaves: readonly Leaf[]): number[] {
  const ages = leaves.flatMap((leaf) => (leaf.op === 'ageAtLeast' ? [leaf.months] : []));
  return [...new Set(ages)].sort((one, other) => one - other);
}

/**
 * A member of each age that leaves tell apart, on the day of service: one who has reached it that day and one who has for
 * two days, so that the days beside are of the same age too; one under the first, and one who is not born.
 */
function birthsFor(leaves: readonly Leaf[], on: CivilDate): (CivilDate | undefined)[] {
  const reached = agesIn(leaves).map((age) => addMonths(on, -age));
  return [
    undefined,
    addDays(on, 2),
    on,
    addDays(on, -2),
    ...reached.flatMap((day) => [day, addDays(day, -2)]),
  ];
}

function valuesOf(
  path: SessionPath,
  leaves: readonly Leaf[],
  asked: Asked,
  birth: CivilDate | undefined,
): readonly unknown[] {
  const { type } = factTable[path];
  if (type === 'date') return daysFor(leaves, asked.on, birth);
  if (type === 'number' || type === 'integer') return numbersFor(path, leaves);
  if (type === 'code') return codesFor(path, leaves);
  if (type === 'text') return keysFor(leaves);
  if (type === 'boolean') return [true, false];
  // Of an amount, or a time, no more is asked than whether it is stated.
  return type === 'money' ? ['1.00'] : ['09:00'];
}

/** Beside the day of service, and of a member who is born on a day those on which each age is reached for two days. */
function daysFor(leaves: readonly Leaf[], on: CivilDate, birth: CivilDate | undefined): CivilDate[] {
  const near = [on, addDays(on, -1), addDays(on, 1)];
  if (birth === undefined) return near;
  return [...near, addDays(birth, -1), ...agesIn(leaves).map((age) => addDays(addMonths(birth, age), 2))];
}

/** Each number that is asked for, or the next that there can be, and one that is less than all. */
function numbersFor(path: SessionPath, leaves: readonly Leaf[]): number[] {
  const edges = leaves.flatMap((leaf) => (leaf.op === 'atLeastNumber' ? [leaf.value] : []));
  const least = Math.min(...edges, 1);
  const numbers = [...edges.flatMap((edge) => [edge, Math.ceil(edge)]), least - 1, least / 2, 0, 1];
  return [...new Set(numbers)].filter((number) => canBe(path, number));
}

const choices: Readonly<Record<string, readonly string[]>> = {
  funding: fundings,
  // What did not take place is judged by no clause.
  phase: ['proposed', 'delivered'],
  format: formats,
  'agency.ownership': ownerships,
  'assessment.review': reviews,
};

/** Every code that the fact may be, and those that are asked for beside them. */
function codesFor(path: SessionPath, leaves: readonly Leaf[]): string[] {
  const asked = leaves.flatMap((leaf) => (leaf.op === 'oneOf' ? leaf.codes : []));
  return [...new Set([...(choices[path] ?? impairmentLevels), ...asked])].filter((code) => canBe(path, code));
}

/** As many keys as there are facts that may have one. */
function keysFor(leaves: readonly Leaf[]): string[] {
  const asked = new Set(leaves.flatMap((leaf) => (leaf.op === 'differ' ? [leaf.fact, leaf.from] : [])));
  return Array.from({ length: Math.max(1, asked.size) }, (_, index) => `KEY-${String(index + 1)}`);
}
