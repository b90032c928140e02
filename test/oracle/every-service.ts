import type { Facts } from './facts.js';
import {
  isProposed,
  type BoundCode,
  type Circumstances,
  type OracleRule,
  type OracleService,
  type PriorUse,
} from './rule.js';
import { clockTimes, isInDoubt, isLengthOpen, timeSpent, unitsAsked, unitsOf } from './time.js';

/** The rules that every service has, and those that differ by numbers only. */

const time: OracleRule = {
  rule: 'session/time',
  judge(facts) {
    // One clock time alone is unknown whatever the other may be; with none there is nothing to judge.
    const known = clockTimes(facts);
    if (known !== 'both') return known === 'one' ? 'unknown' : 'pass';
    if (isInDoubt(facts)) return 'unknown';
    return timeSpent(facts).isSound ? 'pass' : 'error';
  },
};

const tookPlace: OracleRule = {
  rule: 'session/took-place',
  judge: (facts) => (isTaken(facts) ? 'pass' : 'error'),
};

export function isTaken({ stated }: Pick<Facts, 'stated'>): boolean {
  return !['cancelled', 'no-show'].includes(stated('phase') as string);
}

/** A code of Purchase of Service is on file, or the document names no code and leaves open who pays. */
function funding({ isOfMedicaid, rates }: OracleService): OracleRule {
  return {
    rule: 'session/funding',
    judge: ({ stated }) =>
      stated('funding') === 'purchase-of-service' && isOfMedicaid && !('purchase-of-service' in rates)
        ? 'error'
        : 'pass',
  };
}

/** A birth date that is not stated is not asked for. */
const born: OracleRule = {
  rule: 'member/born',
  judge: ({ stated, on }) =>
    ((stated('member.birthDate') as string | undefined) ?? on) <= on ? 'pass' : 'error',
};

const delivered: OracleRule = {
  rule: 'session/delivered',
  judge: (facts, { asOf }) =>
    asOf === undefined || isProposed(facts) || facts.on <= asOf ? 'pass' : 'error',
};

const unitsWhole: OracleRule = {
  rule: 'units/whole',
  judge({ stated }) {
    const units = stated('units') as number | undefined;
    return units === undefined || (units >= 1 && units % 1 === 0) ? 'pass' : 'error';
  },
};

/** The minutes of which no completion can make others; those of one clock time alone are not known. */
function knownMinutes(facts: Facts): number | undefined {
  return clockTimes(facts) === 'one'
    ? (facts.stated('minutes') as number | undefined)
    : timeSpent(facts).minutes;
}

function cannotBeSo(facts: Facts): boolean {
  return clockTimes(facts) === 'both' && !timeSpent(facts).isSound;
}

function unitsTime(unitMinutes: number): OracleRule {
  return {
    rule: 'units/time',
    judge(facts, { rounding }) {
      if (cannotBeSo(facts)) return 'pass';
      const claimed = facts.stated('units') as number | undefined;
      if (claimed === 0) return 'pass';
      const minutes = knownMinutes(facts);
      if (minutes === undefined) return 'unknown';
      if ((claimed ?? 1) <= unitsOf(minutes, unitMinutes, rounding)) return 'pass';
      // Whether the times can be so is not known, and without that this is not judged.
      return clockTimes(facts) === 'one' || isInDoubt(facts) ? 'unknown' : 'error';
    },
  };
}

function unbilledTime(unitMinutes: number): OracleRule {
  return {
    rule: 'units/unbilled-time',
    judge(facts, { rounding }) {
      if (cannotBeSo(facts) || clockTimes(facts) === 'one') return 'pass';
      if (isInDoubt(facts) || isLengthOpen(facts)) return 'pass';
      const claimed = facts.stated('units') as number | undefined;
      const minutes = knownMinutes(facts);
      if (claimed === undefined || minutes === undefined) return 'pass';
      return claimed >= unitsOf(minutes, unitMinutes, rounding) ? 'pass' : 'info';
    },
  };
}

/** Times of which nothing is stated may turn out to be such that they cannot be so. */
function canBeSo(facts: Facts): boolean {
  const { isSound, minutes } = timeSpent(facts);
  return minutes === undefined ? facts.assume('times that can be so', () => [true, false]) : isSound;
}

function charge(service: OracleService): OracleRule {
  return {
    rule: 'claim/charge',
    judge(facts, check) {
      const stated = facts.stated('charge') as string | undefined;
      const rate = rateOf(service, facts, check);
      if (stated === undefined || rate === undefined) return 'pass';
      // Times that cannot be so tell no units to compare it with.
      if (facts.stated('units') === undefined && !canBeSo(facts)) return 'pass';
      const units = unitsAsked(facts, unitMinutesOf(service, check) ?? 15, check.rounding);
      return Number(stated.replace('.', '')) === Math.round(units * rate) ? 'pass' : 'warning';
    },
  };
}

export function rateOf({ rates }: OracleService, facts: Facts, { bound }: Circumstances): number | undefined {
  const funding = (facts.stated('funding') as string | undefined) ?? 'medicaid';
  if (bound?.funding === funding && (bound.from ?? '') <= facts.on) return bound.rate;
  return rates[funding];
}

export function unitMinutesOf({ unitMinutes }: OracleService, { bound }: Circumstances): number | undefined {
  return unitMinutes ?? bound?.unitMinutes;
}

/** Units of the service for the member, in the day or month of the date of service, this session's included. */
export function limit(rule: string, service: string, most: number, sameWindow: SameWindow): OracleRule {
  return {
    rule,
    judge(facts, { history, rounding, bound }) {
      const asked = unitsAsked(facts, 15, rounding);
      if (history === undefined) {
        return asked + facts.assume('units used', () => [0, most + 1]) <= most ? 'pass' : 'error';
      }
      const used = history
        .filter((use) => sameWindow(use.dateOfService, facts.on) && !isSameSession(use, facts))
        .filter((use) => isOfMember(use, facts, history))
        .filter(
          (use) =>
            use.service === service ||
            (use.service == null && mayBeOfIt(use, bound) && isOfIt(use, facts, history)),
        )
        .reduce((sum, { units }) => sum + units, 0);
      return Math.round((asked + used) * 1e6) <= most * 1e6 ? 'pass' : 'error';
    },
  };
}

type SameWindow = (day: string, on: string) => boolean;

function isSameSession(use: PriorUse, { on, stated }: Facts): boolean {
  const member = stated('member.id');
  return (
    use.id != null &&
    use.id === stated('id') &&
    use.dateOfService === on &&
    (use.service == null || use.service === stated('service')) &&
    (use.memberId == null || member === undefined || use.memberId === member)
  );
}

/** A code that nobody defines may be that of a service without one; H2017 is another service's in Missouri. */
function mayBeOfIt({ procedureCode }: PriorUse, bound: BoundCode | undefined): boolean {
  return bound === undefined && !String(procedureCode).startsWith('H2017');
}

function isOfIt(use: PriorUse, { assume }: Facts, history: readonly PriorUse[]): boolean {
  return assume(`the service of use ${String(history.indexOf(use))}`, () => [true, false]);
}

function isOfMember({ memberId }: PriorUse, facts: Facts, history: readonly PriorUse[]): boolean {
  if (memberId == null) return true;
  const member = facts.stated('member.id') as string | undefined;
  if (member === memberId) return true;
  const people = history.flatMap((use) => (use.memberId == null ? [] : personOf(use.memberId)));
  const person = facts.assume('member.id', () => [...people, 'one without any use']);
  return person === personOf(memberId) && (member === undefined || person === personOf(member));
}

/** A key as nobody mistypes it: letter case, blanks and zeros at the start may come or go. */
function personOf(key: string): string {
  let letters = key.toLowerCase().split(/\s/).join('');
  while (letters.startsWith('0')) letters = letters.slice(1);
  return letters;
}

/** The rules that every service has, in their order; those of units and time only where a unit is set. */
export function rulesOfEvery(service: OracleService, check: Circumstances): OracleRule[] {
  const unitMinutes = unitMinutesOf(service, check);
  const ofUnits = unitMinutes === undefined ? [] : [unitsTime(unitMinutes), unbilledTime(unitMinutes)];
  return [tookPlace, time, delivered, funding(service), born, unitsWhole, ...ofUnits, charge(service)];
}
