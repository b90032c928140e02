import * as z from '../../facts/zod.js';
import { reason } from '../../findings/reasons.js';
import { notSetBySource } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { count, inTurn, notKnown, unitsClaimed } from '../../findings/wording.js';
import type { ReadingName } from '../../readings/generated.js';
import type { Service } from '../../services/service.js';
import type { AboutRule, SessionRule } from '../rule.js';
import { statedTimes, unknownTimes } from '../session/time-spent.js';
import { leastSupported, minutesSupport, mostSupported } from './supported.js';

const noUnit = { notApplicable: reason('unit-not-set') };
const impossible = { notApplicable: reason('times-impossible') };

/** Units claimed and units that the time supports; null where they are not known. */
export interface UnitsData {
  claimed: number | null;
  supported: number | null;
  minutes: number | null;
  unitMinutes: number;
}

/** No more units are claimed than the time supports; with none stated, the time supports at least one. */
export const unitsTime: SessionRule<'units/time', UnitsData> = {
  scope: 'session',
  id: 'units/time',
  forService: ({ unit }) => {
    const cite = unit?.cite ?? notSetBySource;
    return {
      says: 'The units are no more than the time spent supports.',
      cite,
      judge({ session, time, readings }) {
        if (unit === undefined) return noUnit;
        if (time.clock === 'unsound') return impossible;
        const claimed = session.units ?? null;
        const supported = leastSupported(time, unit.minutes, readings.rounding);
        if ((claimed ?? 1) <= (supported ?? 0)) return 'pass';
        const isOpen = (claimed ?? 1) <= mostSupported(time, unit.minutes, readings.rounding);
        const known =
          supported !== null && time.clock !== 'half-known' && time.clock !== 'in-doubt' && !isOpen;
        const unknown = known ? [] : unknownTimes(session);
        const isUnit = count(unit.minutes, 'minute');
        const most =
          supported === null
            ? `A unit is ${isUnit}.`
            : time.atLeast === null
              ? `${minutesSupport(time)} only ${count(supported, 'unit')} of ${isUnit}.`
              : `The clock goes back that night: it may be ${String(time.atLeast)} or ${String(time.clockMinutes)} minutes. A unit is ${isUnit}.`;
        return finding({
          rule: 'units/time',
          outcome: known ? 'fail' : 'unknown',
          severity: 'error',
          message: inTurn(known ? '' : notKnown(namesOf(unknown)), unitsClaimed(claimed), most),
          data: {
            claimed,
            supported: time.atLeast === null ? supported : null,
            minutes: time.minutes,
            unitMinutes: unit.minutes,
          },
          paths: [...(claimed === null ? [] : ['/units']), ...statedTimes(session)],
          unknown,
          cite,
          reading: 'rounding',
          denials: denialsOf('unitsBeyondTime'),
        });
      },
    };
  },
};

export const unitsDataWords = { id: 'UnitsData' };

export const aboutUnitsTime = {
  severity: 'error',
  reads: ['units', 'dateOfService', 'startTime', 'endTime', 'minutes'],
  demands:
    'the units are no more than the minutes spent make, rounded as the reading rounding has it; where no units are stated, the time makes at least one',
  denials: ['unitsBeyondTime'],
  readings: roundingOf,
  sheet: ({ unit }: Service) => [
    unit === undefined
      ? { says: 'The length of a unit: not set by this source.', cite: notSetBySource }
      : { says: `A unit is ${count(unit.minutes, 'minute')}.`, cite: unit.cite, reading: 'rounding' },
  ],
  dataWords: unitsDataWords,
  data: unitsDataSchema,
} satisfies AboutRule<UnitsData>;

export function unitsDataSchema() {
  return z.strictObject({
    claimed: z.nullable(z.number()),
    supported: z.nullable(z.number()),
    minutes: z.nullable(z.number()),
    unitMinutes: z.number(),
  });
}

/** The reading that a service with a unit rests on. */
export function roundingOf({ unit }: Service): (ReadingName | undefined)[] {
  return [unit && 'rounding'];
}
