import { isInForce, spanInWords } from '../rules/service/in-force.js';
import type { Service } from '../services/service.js';
import { addDays, type CivilDate } from '../values/civil-date.js';
import type { PartAsked } from './part-asked.js';
import type { Stated } from './stating.js';

/** On which days a definition holds. Its first and last day, and those beside them, are all that tell. */
export function inForceOf(one: Service, other: Service): PartAsked[] {
  const edges = [one, other].flatMap(({ inForce: { from, through } }) => [
    ...(from === undefined ? [] : [from, addDays(from, -1)]),
    ...(through === undefined ? [] : [through, addDays(through, 1)]),
  ]);
  const more = edges.filter((day) => isInForce(other, day) && !isInForce(one, day));
  if (more.length === 0) return [];
  return [
    {
      at: 'inForce',
      rules: ['service/in-force'],
      says: `It is in force${spanOf(one)} under {one} and${spanOf(other)} under {other}.`,
      sessions: more.map((on) => ({ on, stated: {} })),
      isDecided: true,
    },
  ];
}

function spanOf({ inForce }: Service): string {
  const span = spanInWords(inForce);
  return span === '' ? ' on every day' : span;
}

/** Of the people present one and several are told apart, and nothing else but the format. */
export function formatOf(one: Service, other: Service, on: CivilDate): PartAsked[] {
  const [first, second] = [one, other].map(({ format }) => format?.kind ?? 'not set');
  if (one.format === undefined || first === second) return [];
  const formats: Stated[] = [{}, { format: 'individual' }, { format: 'group' }];
  const people: Stated[] = [{}, { 'group.participants': 1 }, { 'group.participants': 2 }];
  return [
    {
      at: 'session/format',
      rules: ['session/format'],
      says: `The format is ${String(first)} under {one} and ${String(second)} under {other}.`,
      sessions: formats.flatMap((format) => people.map((some) => ({ on, stated: { ...format, ...some } }))),
      isDecided: true,
    },
  ];
}

/** More people for one staff member never hold a session back. */
export function groupOf(one: Service, other: Service, on: CivilDate): PartAsked[] {
  const [first, second] = [one, other].map(({ group }) => group?.perStaff);
  if (first === undefined || (second !== undefined && second <= first)) return [];
  const stated = { format: 'group', 'group.participants': first + 1, 'group.staff': 1 };
  return [
    {
      at: 'session/group-size',
      rules: ['session/group-size'],
      says: `For one staff member there may be ${String(first)} people under {one} and ${second === undefined ? 'any number' : String(second)} under {other}.`,
      sessions: [{ on, stated }],
      isDecided: false,
    },
  ];
}

/** Whether Purchase of Service pays: one session tells. */
export function fundingOf({ medicaidAlone }: Service, on: CivilDate): PartAsked[] {
  return [
    {
      at: 'session/funding',
      rules: ['session/funding'],
      says:
        medicaidAlone === undefined
          ? 'There are codes of Medicaid alone under {one}.'
          : 'The document is of Medicaid alone under {one}.',
      sessions: [{ on, stated: { funding: 'purchase-of-service' } }],
      isDecided: true,
    },
  ];
}
