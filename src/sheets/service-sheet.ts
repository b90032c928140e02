import { describe } from '../conditions/describe.js';
import { parseOrThrow } from '../facts/parse.js';
import { civilDate } from '../facts/scalars.js';
import { notSetBySource, type Citation } from '../findings/citation.js';
import type { RuleId } from '../findings/finding-data.js';
import { count } from '../findings/wording.js';
import type { ReadingName } from '../readings/generated.js';
import { limitsOf } from '../rules/units/limit.js';
import { documents } from '../services/clauses/index.js';
import type { Criterion, Service } from '../services/service.js';
import { periods } from '../units/period.js';
import type { CivilDate } from '../values/civil-date.js';
import { entryOn } from '../values/dated-series.js';
import { readingRows, type ReadingRow } from './readings.js';

/** One statement of a sheet, with its clause. */
export interface SheetLine {
  says: string;
  /** The rule that judges it. */
  rule?: RuleId;
  /** What the rule demands of the facts, in words. */
  demands?: string;
  citation: Citation;
  /** The named reading that it rests on. */
  reading?: string;
}

/** A part of a sheet, such as "Who may get it". */
export interface SheetSection {
  heading: string;
  lines: SheetLine[];
}

/** A service on one page: who, what, how much and what is to be documented, each with its clause. */
export interface ServiceSheet {
  service: string;
  title: string;
  jurisdiction: string;
  /** The day for which rates and limits are given; left out, the latest on file. */
  on?: CivilDate;
  sections: SheetSection[];
  /** The open questions that the rules of the service rest on, with the choice that was made. */
  readings: ReadingRow[];
}

const LAST_DAY = '9999-12-31';

/** See `describeService` of the public surface, which finds the service. */
export function sheetOf(service: Service, on?: CivilDate | null): ServiceSheet {
  const day = on == null ? undefined : parseOrThrow(civilDate, on, '/on');
  return {
    service: service.id,
    title: service.title,
    jurisdiction: service.jurisdiction,
    ...(day !== undefined && { on: day }),
    sections: [
      section('In force', [inForceLine(service)]),
      section('Who may get it', criteriaOf(service, 'member', 'necessity')),
      section('Who may give it', [...criteriaOf(service, 'staff', 'agency'), ...trainingLines(service)]),
      section('What a session is', [...formatLines(service), ...criteriaOf(service, 'session')]),
      section('How much', amountLines(service, day)),
      section('What is to be planned and documented', criteriaOf(service, 'plan', 'documentation')),
      section('What is paid', [...rateLines(service, day), ...criteriaOf(service, 'claim')]),
      section('What no rule can judge', unjudgedLines(service)),
    ].filter(({ lines }) => lines.length > 0),
    readings: readingRows(readingsOf(service)),
  };
}

function section(heading: string, lines: SheetLine[]): SheetSection {
  return { heading, lines };
}

function line(says: string, cite: Citation, rule?: RuleId, reading?: string): SheetLine {
  return {
    says,
    ...(rule !== undefined && { rule }),
    citation: { ...cite },
    ...(reading !== undefined && { reading }),
  };
}

function notSet(what: string): SheetLine {
  return line(`${what}: not set by this source.`, notSetBySource);
}

function inForceLine({ inForce: { from, through, cite, reading } }: Service): SheetLine {
  const period = [
    from === undefined ? '' : ` from ${from}`,
    through === undefined ? '' : ` through ${through}`,
  ].join('');
  return line(
    period === '' ? 'On every date: the source is undated.' : `In force${period}.`,
    cite,
    'service/in-force',
    reading,
  );
}

function criteriaOf({ criteria }: Service, ...areas: readonly string[]): SheetLine[] {
  return criteria.filter(({ rule }) => areas.some((area) => rule.startsWith(`${area}/`))).map(criterionLine);
}

function criterionLine({ says, cite, rule, reading, requires, expects, appliesWhen }: Criterion): SheetLine {
  const scope = appliesWhen === undefined ? '' : `; judged only where ${describe(appliesWhen)}`;
  const wish = expects === undefined ? '' : `; a warning unless ${describe(expects)}`;
  return { ...line(says, cite, rule, reading), demands: describe(requires) + wish + scope };
}

function trainingLines({ training }: Service): SheetLine[] {
  if (training === undefined) return [];
  const { initial, additional, withinMonths, cite } = training;
  const topics = additional.map(({ topic, hours }) =>
    hours === undefined ? topic : `${topic} ${count(hours, 'hour')}`,
  );
  return [
    line(
      `Before the first service: ${initial.join(', ')}.`,
      cite.initial,
      'staff/initial-training',
      'initial-training',
    ),
    line(
      `Within ${count(withinMonths, 'month')} of the first service: ${topics.join(', ')}.`,
      cite.additional,
      'staff/additional-training',
      'training-deadline',
    ),
    line('All of it is documented in the personnel file.', cite.documented, 'staff/training-documented'),
  ];
}

function formatLines({ format, group }: Service): SheetLine[] {
  return [
    format === undefined
      ? notSet('Individual or group')
      : line(format.says, format.cite, 'session/format', format.reading),
    group === undefined
      ? line('The size of a group is not limited by this source.', notSetBySource)
      : line(
          `At most ${count(group.perStaff, 'person', 'people')} for one qualified staff member.`,
          group.cite,
          'session/group-size',
          'group-ratio',
        ),
  ];
}

function amountLines(service: Service, on: CivilDate | undefined): SheetLine[] {
  const { unit } = service;
  const limits = limitsOf(service).flatMap((values) => entryOn(values, on ?? LAST_DAY) ?? []);
  return [
    unit === undefined
      ? notSet('The length of a unit')
      : line(`A unit is ${count(unit.minutes, 'minute')}.`, unit.cite, 'units/time', 'rounding'),
    ...limits.map(({ per, units, cite }) =>
      line(`At most ${count(units, 'unit')} a ${periods[per].name} for a member.`, cite, periods[per].limit),
    ),
    ...(limits.length === 0 ? [line('Units are not limited by this source.', notSetBySource)] : []),
  ];
}

function rateLines({ codes }: Service, on: CivilDate | undefined): SheetLine[] {
  if (codes === undefined) return [notSet('Procedure code'), notSet('Rate')];
  return codes.map(({ funding, procedureCode, modifiers, rates }) => {
    const payer = funding === 'medicaid' ? 'Medicaid' : 'Purchase of Service';
    const code = `${payer} ${[procedureCode, ...modifiers].join(' ')}`;
    const rate = entryOn(rates, on ?? LAST_DAY);
    if (rate === undefined) return notSet(`${code}, rate`);
    const paid = `${code}: ${rate.rate} a unit, provider pay ${rate.providerPay}${rate.from === undefined ? '' : `, rate of ${rate.from}`}.`;
    return line(paid, rate.cite, 'claim/charge', rate.reading);
  });
}

function unjudgedLines({ inForce }: Service): SheetLine[] {
  const document = documents.find(({ source }) => source.id === inForce.cite.source);
  return (document?.clauses ?? []).flatMap(({ section: where, says, because }) =>
    because === undefined ? [] : [line(`${says} (${because})`, { ...inForce.cite, section: where })],
  );
}

/** Every named reading that the service rests on. */
function readingsOf({
  inForce,
  codes,
  unit,
  format,
  group,
  limits,
  training,
  criteria,
}: Service): ReadingName[] {
  const used: (ReadingName | undefined)[] = [
    inForce.reading,
    codes === undefined ? 'unnamed-code' : undefined,
    ...(codes ?? []).flatMap(({ rates }) => rates.map(({ reading }) => reading)),
    unit === undefined ? undefined : 'rounding',
    format?.reading,
    group === undefined ? undefined : 'group-ratio',
    ...(limits === undefined ? [] : (['limit-scope', 'partial-excess', 'limit-order'] as const)),
    ...(training === undefined ? [] : (['training-deadline', 'late-training', 'initial-training'] as const)),
    ...criteria.flatMap((criterion) => [
      criterion.reading,
      ...[criterion.requires, criterion.appliesWhen].flatMap((condition) => {
        const text = JSON.stringify(condition ?? null);
        return [
          text.includes('"ageAtLeast"') ? ('leap-birthday' as const) : undefined,
          text.includes('"licensedMhc"') ? ('licensed-mhc' as const) : undefined,
        ];
      }),
    ]),
  ];
  return used.filter((name) => name !== undefined);
}
