import { reason } from '../../findings/reasons.js';
import { notSetBySource } from '../../findings/citation.js';
import { finding } from '../../findings/finding.js';
import { count, unitsClaimed } from '../../findings/wording.js';
import type { AboutRule, SessionRule } from '../rule.js';
import { statedTimes } from '../session/time-spent.js';
import { minutesSupport, supportedUnits } from './supported.js';
import { roundingOf, unitsDataSchema, unitsDataWords, type UnitsData } from './time.js';

const noUnit = { notApplicable: reason('unit-not-set') };
const impossible = { notApplicable: reason('times-impossible') };
const notBothKnown = { notApplicable: reason('units-or-time-not-known') };

/** No fewer units are claimed than the time supports. A failure is information: money left on the table. */
export const unbilledTime: SessionRule<'units/unbilled-time', UnitsData> = {
  scope: 'session',
  id: 'units/unbilled-time',
  forService: ({ unit }) => {
    const cite = unit?.cite ?? notSetBySource;
    return {
      says: 'The units are no fewer than the time spent supports.',
      cite,
      judge({ session, time, readings }) {
        if (unit === undefined) return noUnit;
        if (time.clock === 'unsound') return impossible;
        if (time.clock === 'half-known' || time.clock === 'in-doubt') return notBothKnown;
        const claimed = session.units ?? null;
        const supported = supportedUnits(time, unit.minutes, readings.rounding);
        if (claimed === null || supported === null) return notBothKnown;
        if (claimed >= supported) return 'pass';
        return finding({
          rule: 'units/unbilled-time',
          outcome: 'fail',
          severity: 'info',
          message: `${unitsClaimed(claimed)} ${minutesSupport(time)} ${count(supported, 'unit')} of ${count(unit.minutes, 'minute')}, which is more.`,
          data: { claimed, supported, minutes: time.minutes, unitMinutes: unit.minutes },
          paths: ['/units', ...statedTimes(session)],
          cite,
          reading: 'rounding',
        });
      },
    };
  },
};

export const aboutUnbilledTime = {
  severity: 'info',
  reads: ['units', 'dateOfService', 'startTime', 'endTime', 'minutes'],
  demands:
    'the units are no fewer than the minutes spent make; judged only where both are known. Otherwise money is left on the table',
  readings: roundingOf,
  dataWords: unitsDataWords,
  data: unitsDataSchema,
} satisfies AboutRule<UnitsData>;
