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
import type { AboutRuleForAll, BatchRule, Judgement } from '../rule.js';
import { groupedBy, type Placed, type PlacedEntry } from '../schedule/placed.js';
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

/** What the sessions and prior uses of a day come to. */
interface DayTotal {
  readonly claimed: Quantity<UnknownFact>;
  readonly minutes: Quantity<UnknownFact>;
}

/** Rounded one by one, sessions can make more units than their minutes together. Whole units only never do. */
function dayTimes(
  entries: readonly PlacedEntry[],
  priorUses: readonly Placed[],
  { rounding, dayTotal }: Readings,
): Map<PlacedEntry, DayTimeJudgement> {
  if (rounding === 'floor' || dayTotal === 'off') return new Map(entries.map((placed) => [placed, notAdded]));
  const judgements = new Map<PlacedEntry, DayTimeJudgement>();
  const sameDay = ({ who, session: { service, dateOfService } }: Placed) =>
    JSON.stringify([who, service, dateOfService]);
  for (const day of groupedBy<Placed>([...entries, ...priorUses], sameDay)) {
    let total: DayTotal | undefined;
    for (const placed of day) {
      if (placed.kind === 'prior-use') continue;
      total ??= totalOf(day, placed.compiled.service);
      judgements.set(placed, judged(placed, total, dayTotal));
    }
  }
  return judgements;
}

function totalOf(day: readonly Placed[], service: Service): DayTotal {
  const totals = day.map(({ kind, session }): DayTotal => {
    const time = timeSpent(session);
    const minutes = time.clock === 'unsound' ? null : time.minutes;
    const asked: UnknownFact = { path: kind === 'prior-use' ? 'history' : 'minutes' };
    return {
      claimed: askedUnits(service, session, time, 'midpoint'),
      minutes: minutes === null ? between(0, Infinity, [asked]) : exactly(minutes),
    };
  });
  return totals.reduce((sum, { claimed, minutes }) => ({
    claimed: plus(sum.claimed, claimed),
    minutes: plus(sum.minutes, minutes),
  }));
}

function judged(
  { session, compiled: { service } }: PlacedEntry,
  { claimed, minutes }: DayTotal,
  dayTotal: 'warn' | 'error',
): DayTimeJudgement {
  const { unit } = service;
  if (unit === undefined) return noUnit;
  const supports = (total: number) => unitsOf(total, unit.minutes, 'midpoint');
  if (claimed.atMost <= supports(minutes.atLeast)) return 'pass';
  const total = known(minutes);
  const supported = total === null ? null : supports(total);
  const isUnit = count(unit.minutes, 'minute');
  return finding({
    rule: 'units/day-time',
    outcome: total === null ? 'unknown' : 'fail',
    severity: dayTotal === 'error' ? 'error' : 'warning',
    message: inTurn(
      total === null ? notKnown(namesOf(minutes.unknown)) : '',
      `${known(claimed) === null ? 'At least ' : ''}${counted(claimed.atLeast, 'unit')} claimed for the day.`,
      supported === null
        ? `A unit is ${isUnit}.`
        : `Its ${count(minutes.atLeast, 'minute')} together make only ${count(supported, 'unit')} of ${isUnit}.`,
      says,
    ),
    data: { claimed: known(claimed), supported, minutes: total, unitMinutes: unit.minutes },
    paths: [...(session.units == null ? [] : ['/units']), ...statedTimes(session)],
    unknown: minutes.unknown,
    cite,
    reading: 'day-total',
    denials: denialsOf('unitsBeyondTime'),
  });
}
