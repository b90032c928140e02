import * as z from '../../facts/zod.js';
import { reason } from '../../findings/reasons.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { counted, inTurn, notKnown } from '../../findings/wording.js';
import type { AboutRule, SessionRule, SessionUnderCheck } from '../rule.js';
import { noSuchTime, statedTimes, unknownTimes } from './time-spent.js';

const cite = general('A session ends after it starts, on the same day');
const says = 'A session ends after it starts, on the same day, and its minutes fit between.';
const noClock = { notApplicable: reason('clock-not-stated') };

export interface TimeData {
  clockMinutes: number | null;
  minutes: number | null;
}

/** The clock times are in order, and the minutes stated fit between them. */
export const sessionTime: SessionRule<'session/time', TimeData> = {
  scope: 'session',
  id: 'session/time',
  forService: () => ({
    says,
    cite,
    judge(under) {
      const { clock, clockMinutes, minutes } = under.time;
      if (clock === 'sound') return 'pass';
      if (clock === 'no-clock') return noClock;
      const unknown = clock === 'unsound' ? [] : unknownTimes(under.session);
      return finding({
        rule: 'session/time',
        outcome: clock === 'unsound' ? 'fail' : 'unknown',
        severity: 'error',
        message: clock === 'unsound' ? whatIsWrong(under) : inTurn(notKnown(namesOf(unknown)), says),
        data: { clockMinutes, minutes },
        paths: statedTimes(under.session),
        unknown,
        cite,
        denials: denialsOf('timeOfService'),
      });
    },
  }),
};

export const aboutSessionTime = {
  severity: 'error',
  reads: ['dateOfService', 'startTime', 'endTime', 'minutes'],
  demands:
    'the end is after the start, 24:00 being the end of the day, and the minutes stated are no more than the clock time between them; a session past midnight is to be split there. On the night on which the clock goes back times from 01:00 to 01:59 may be the first or the second, and on the one on which it goes forward there is none from 02:00 to 02:59',
  denials: ['timeOfService'],
  data: () => z.strictObject({ clockMinutes: z.nullable(z.number()), minutes: z.nullable(z.number()) }),
} satisfies AboutRule<TimeData>;

function whatIsWrong({ session, time: { clockMinutes, minutes } }: SessionUnderCheck): string {
  const from = String(session.startTime);
  const to = String(session.endTime);
  const none = noSuchTime(session);
  if (none !== undefined)
    return `There is no ${none} on ${session.dateOfService}: the clock goes forward from 02:00 to 03:00.`;
  if (to === '00:00')
    return `The session starts at ${from} and ends at 00:00, which is the start of the day. Its end at midnight is written 24:00.`;
  if (Number(clockMinutes) < 0) {
    return `The session starts at ${from} and ends at ${to}. One that runs past midnight is recorded as two, split at midnight; or the end lacks 12 hours (AM for PM).`;
  }
  if (clockMinutes === 0) return `The session starts and ends at ${from}. It must end after it starts.`;
  return `${counted(Number(minutes), 'minute')} stated. From ${from} to ${to} there are only ${String(clockMinutes)}.`;
}
