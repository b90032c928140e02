import type { UnknownFact } from '../../conditions/circumstances.js';
import { reason } from '../../findings/reasons.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { general } from '../../findings/citation.js';
import { namesOf } from '../../findings/missing.js';
import { count, counted, inTurn, notKnown } from '../../findings/wording.js';
import type { FindingOf } from '../../findings/result.js';
import type { Readings } from '../../readings/generated.js';
import type { Service } from '../../services/service.js';
import { between, exactly, known, plus, type Quantity } from '../../units/quantity.js';
import { unitsOf } from '../../units/rounding.js';
import { keyOf } from '../../values/key-of.js';
import type { AboutRuleForAll, BatchRule, Judgement } from '../rule.js';
import { groupedBy, isDoubtful, mayBeOf, type Placed, type PlacedEntry } from '../schedule/placed.js';
import { statedTimes, timeSpent } from '../session/time-spent.js';
import { askedUnits } from './asked.js';
import { unitsDataSchema, unitsDataWords, type UnitsData } from './time.js';

const cite = general('The minutes of a day are added up before they become units');
const says = 'The sessions of a day claim no more units than their minutes together support.';
const notAdded = { notApplicable: reason('minutes-not-added') };
const noUnit = { notApplicable: reason('unit-not-set') };

type DayTimeJudgement = Judgement<FindingOf<'units/day-time', UnitsData>>;

export const dayTime: BatchRule<'units/day-time', UnitsData> = {
  scope: 'batch',
  across: 'member',
  isOfOneDay: true,
  id: 'units/day-time',
  judgeAll: dayTimes,
};

export const aboutDayTime = {
  severity: 'error',
  says,
  cite,
  reads: ['member.id', 'service', 'dateOfService', 'units', 'minutes', 'startTime', 'endTime', 'history'],
  demands:
    'under the reading rounding of a unit from its middle on, the sessions and prior uses of the member, service and day claim no more units than their minutes together make; a warning, an error or not judged as the reading day-total has it',
  denials: ['unitsBeyondTime'],
  readings: ({ unit }: Service) => [unit && 'day-total'],
  dataWords: unitsDataWords,
  data: unitsDataSchema,
} satisfies AboutRuleForAll<UnitsData>;

const inHistory: UnknownFact = { path: 'history' };

/** What the sessions and prior uses of a day come to. */
interface DayTotal {
  readonly claimed: Quantity<UnknownFact>;
  readonly minutes: Quantity<UnknownFact>;
  /** Uses, beside them, that may be none of the day. */
  readonly inDoubt: readonly Asked[];
}

interface Asked {
  readonly claimed: Quantity<UnknownFact>;
  readonly minutes: Quantity<UnknownFact>;
}

/** Rounded one by one, sessions can make more units than their minutes together. Whole units only never do. */
function dayTimes(
  entries: readonly PlacedEntry[],
  priorUses: readonly Placed[],
  { rounding, dayTotal }: Readings,
): Map<PlacedEntry, DayTimeJudgement> {
  const judgements = new Map<PlacedEntry, DayTimeJudgement>();
  if (rounding === 'floor' || dayTotal === 'off') {
    for (const placed of entries) judgements.set(placed, notAdded);
    return judgements;
  }
  const sameDay = ({ placed: { who, session }, service }: OfService) =>
    keyOf(who, service, session.dateOfService);
  for (const day of groupedBy([...entries, ...priorUses].flatMap(byService), sameDay)) {
    let total: DayTotal | undefined;
    for (const { placed } of day) {
      if (placed.kind === 'prior-use') continue;
      total ??= totalOf(day, placed.compiled.service);
      judgements.set(placed, judged(placed, total, dayTotal));
    }
  }
  return judgements;
}

interface OfService {
  readonly placed: Placed;
  readonly service: string;
}

/** A use in doubt stands beside every service that it may be of. */
function byService(placed: Placed): OfService[] {
  const ids = mayBeOf(placed) ?? [placed.session.service];
  return ids.map((service) => ({ placed, service }));
}

function totalOf(day: readonly OfService[], service: Service): DayTotal {
  const asked = ({ placed: { kind, session } }: OfService): Asked => {
    const time = timeSpent(session);
    const minutes = time.clock === 'unsound' ? null : time.minutes;
    const fact: UnknownFact = { path: kind === 'prior-use' ? 'history' : 'minutes' };
    return {
      claimed: askedUnits(service, session, time, 'midpoint'),
      minutes: minutes === null ? between(0, Infinity, [fact]) : exactly(minutes),
    };
  };
  const sums = day.filter(({ placed }) => !isDoubtful(placed)).map(asked);
  return {
    claimed: sums.map(({ claimed }) => claimed).reduce(plus),
    minutes: sums.map(({ minutes }) => minutes).reduce(plus),
    inDoubt: day.filter(({ placed }) => isDoubtful(placed)).map(asked),
  };
}

function judged(
  { session, compiled: { service } }: PlacedEntry,
  { claimed, minutes, inDoubt }: DayTotal,
  dayTotal: 'warn' | 'error',
): DayTimeJudgement {
  const { unit } = service;
  if (unit === undefined) return noUnit;
  const supports = (total: number) => unitsOf(total, unit.minutes, 'midpoint');
  const isKept = claimed.atMost <= supports(minutes.atLeast);
  const isOpen = inDoubt.some((use) => (isKept ? canBreak(use, unit.minutes) : canMend(use, unit.minutes)));
  if (isKept && !isOpen) return 'pass';
  const total = isOpen ? null : known(minutes);
  const unknown = isOpen ? [...minutes.unknown, inHistory] : minutes.unknown;
  const supported = total === null ? null : supports(total);
  const isUnit = count(unit.minutes, 'minute');
  return finding({
    rule: 'units/day-time',
    outcome: total === null ? 'unknown' : 'fail',
    severity: dayTotal === 'error' ? 'error' : 'warning',
    message: inTurn(
      total === null ? notKnown(namesOf(unknown)) : '',
      `${known(claimed) === null ? 'At least ' : ''}${counted(claimed.atLeast, 'unit')} claimed for the day.`,
      supported === null
        ? `A unit is ${isUnit}.`
        : `Its ${count(minutes.atLeast, 'minute')} together make only ${count(supported, 'unit')} of ${isUnit}.`,
      says,
    ),
    data: { claimed: known(claimed), supported, minutes: total, unitMinutes: unit.minutes },
    paths: [...(session.units == null ? [] : ['/units']), ...statedTimes(session)],
    unknown,
    cite,
    reading: 'day-total',
    denials: denialsOf('unitsBeyondTime'),
  });
}

/** Whether a use claims more than whole units of its own minutes, so that a day that is kept may not be with it. */
function canBreak({ claimed, minutes }: Asked, unit: number): boolean {
  return claimed.atMost > Math.floor(minutes.atLeast / unit);
}

/** Whether its minutes leave room beside what it claims, so that a day that is not kept may be with it. */
function canMend({ claimed, minutes }: Asked, unit: number): boolean {
  return claimed.atLeast < Math.ceil(minutes.atMost / unit);
}
