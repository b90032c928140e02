import { reason } from '../../findings/reasons.js';
import { notSetBySource } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { count, inTurn, notKnown, unitsClaimed } from '../../findings/wording.js';
import type { Service } from '../../services/service.js';
import type { Rule } from '../rule.js';
import { statedTimes, unknownTimes } from '../session/time-spent.js';
import { minutesSupport, supportedUnits } from './supported.js';

const noUnit = { notApplicable: reason('unit-not-set') };
const impossible = { notApplicable: reason('times-impossible') };

/** No more units are claimed than the time supports; with none stated, the time supports at least one. */
export function unitsTime({ unit }: Service): Rule {
  const cite = unit?.cite ?? notSetBySource;
  return {
    id: 'units/time',
    severity: 'error',
    says: 'The units are no more than the time spent supports.',
    cite,
    reads: ['units', 'startTime', 'endTime', 'minutes'],
    judge({ session, time, readings }) {
      if (unit === undefined) return noUnit;
      if (time.clock === 'unsound') return impossible;
      const claimed = session.units ?? null;
      const supported = supportedUnits(time, unit.minutes, readings.rounding);
      if ((claimed ?? 1) <= (supported ?? 0)) return 'pass';
      const known = supported !== null && time.clock !== 'half-known';
      const unknown = known ? [] : unknownTimes(session);
      const isUnit = count(unit.minutes, 'minute');
      const most =
        supported === null
          ? `A unit is ${isUnit}.`
          : `${minutesSupport(time)} only ${count(supported, 'unit')} of ${isUnit}.`;
      return finding({
        rule: 'units/time',
        outcome: known ? 'fail' : 'unknown',
        severity: 'error',
        message: inTurn(known ? '' : notKnown(namesOf(unknown)), unitsClaimed(claimed), most),
        data: { claimed, supported, minutes: time.minutes, unitMinutes: unit.minutes },
        paths: [...(claimed === null ? [] : ['/units']), ...statedTimes(session)],
        unknown,
        cite,
        reading: 'rounding',
        denials: denialsOf('unitsBeyondTime'),
      });
    },
  };
}
