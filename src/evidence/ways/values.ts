import type { Circumstances } from '../../conditions/circumstances.js';
import type { Leaf } from '../../conditions/condition.js';
import { wordOf } from '../../conditions/operators/codes-meant.js';
import {
  fundings,
  formats,
  impairmentLevels,
  ownerships,
  phases,
  reviews,
} from '../../facts/generated/codes.js';
import { factTable, nothings } from '../../facts/generated/table.js';
import type { ChosenCodes, DatePath, Training } from '../../facts/generated/types.js';
import type { Held } from '../../facts/held.js';
import { factReader } from '../../facts/read.js';
import { NONE_OF_OURS, type CodePath } from '../../facts/words.js';
import type { Readings } from '../../readings/generated.js';
import { addDays, addMonths, type CivilDate } from '../../values/civil-date.js';
import type { Place } from './places.js';

/**
 * What an answer could state where questions read it: a value for each way in which the questions about it can come out. Of a list what is known
 * stays, and more is added.
 */
export function valuesFor(place: Place, leaves: readonly Leaf[], under: Circumstances): readonly unknown[] {
  return [
    ...new Set([
      ...leaves.flatMap((leaf) => valuesOf(leaf, place, under)),
      ...listsFor(place, leaves, under.readings, under),
    ]),
  ];
}

function valuesOf(leaf: Leaf, place: Place, under: Circumstances): readonly unknown[] {
  const { on } = under;
  switch (leaf.op) {
    case 'is':
      return [true, false];
    case 'oneOf':
      return choices[leaf.fact];
    case 'atLeastNumber':
      return [leaf.value, leaf.value - 1];
    case 'notAfterService':
      return [on, addDays(on, 1)];
    case 'differ':
      return ['1', '2'];
    case 'ageAtLeast':
      return place === leaf.fact ? birthDates(leaf.months, leaf.at, under) : daysOfAge(leaf.months, under);
    case 'exists':
    case 'inForce':
      return place in nothings ? objectsAt(place, under) : [];
    default:
      return [];
  }
}

const choices: { readonly [Path in keyof ChosenCodes]: readonly string[] } = {
  funding: fundings,
  phase: phases,
  format: formats,
  'agency.ownership': ownerships,
  'assessment.review': reviews,
  'assessment.impairments.dailyLiving': impairmentLevels,
  'assessment.impairments.personalRelationships': impairmentLevels,
  'assessment.impairments.schoolOrWork': impairmentLevels,
  'assessment.impairments.recreation': impairmentLevels,
};

/** That there is none, and one; of a plan one in force, and one that begins later. */
function objectsAt(place: Place, { session, on }: Circumstances): readonly unknown[] {
  const stated = factReader(place)(session);
  const object = stated === 'none' ? {} : (Object(stated) as object);
  if (place !== 'plan') return [object, 'none'];
  return [on, addDays(on, 1)].map((from) => ({ ...object, from, through: null }));
}

/** So many months before a day on which an age is reached somebody is older than any age that is asked. */
const OLD = 1200;

/** The last day of birth that makes an age on a day, and the day after, of those on which somebody can be born. */
function birthDates(months: number, at: DatePath, { session, on }: Circumstances): readonly CivilDate[] {
  const stated = factReader(at)(session);
  const day = typeof stated === 'string' && stated !== 'none' ? stated : on;
  const last = addMonths(day, -months);
  return [addMonths(last, -OLD), addDays(last, -1), last, addDays(last, 1), on].filter((date) => date <= on);
}

/** The day on which an age is reached, and the day before. */
function daysOfAge(months: number, { session, on }: Circumstances): readonly CivilDate[] {
  const birthDate = session.member?.birthDate;
  if (birthDate == null) return [on];
  const reached = addMonths(birthDate, months);
  return [on, addDays(reached, -1), reached, addDays(reached, 1)];
}

type Entry = string | Held | Training;

/** The codes that questions tell apart, alone and together, beside what is known of the list. */
function listsFor(
  place: Place,
  leaves: readonly Leaf[],
  { diagnosisClasses }: Readings,
  { session, on, words }: Circumstances,
): readonly (readonly Entry[])[] {
  const asked = leaves.flatMap((leaf) => codesIn(leaf, diagnosisClasses));
  const codes = toldApart(asked);
  if (codes.length === 0) return [];
  const meaning = words.meaning[place as CodePath] as ((word: string) => string | undefined) | undefined;
  const stated = factReader(place)(session);
  const kept = Array.isArray(stated)
    ? (stated as readonly Entry[]).filter((entry) => meaning?.(wordOf(entry)) !== undefined)
    : [];
  const type = factTable[place as CodePath].type;
  const entryOf = (code: string): Entry => {
    if (type === 'trainings') return { topic: code, completedOn: on };
    return type === 'dated-codes' ? { code, from: on } : code;
  };
  const none = place === 'assessment.diagnoses' ? OF_NO_CLASS : NONE_OF_OURS;
  return subsets([...codes, none]).map((some) => [...kept, ...some.map(entryOf)]);
}

function codesIn(leaf: Leaf, classes: Readings['diagnosisClasses']): readonly (readonly string[])[] {
  switch (leaf.op) {
    case 'hasDiagnosis':
      return [classes[leaf.class]];
    case 'doneBy':
      return [[leaf.topic]];
    case 'byLicence':
      return [leaf.licences];
    case 'includesAll':
      return leaf.codes.map((code) => [code]);
    case 'holds':
    case 'includesAny':
    case 'includesOther':
    case 'notOnly':
      return [leaf.codes];
    default:
      return [];
  }
}

/** One code for each way to answer the questions. */
function toldApart(asked: readonly (readonly string[])[]): string[] {
  const answers = (code: string) => asked.map((codes) => (codes.includes(code) ? '1' : '0')).join('');
  return [...new Map(asked.flat().map((code) => [answers(code), code])).values()];
}

/** A diagnosis of none of the classes. */
const OF_NO_CLASS = 'Z99';

/** More codes than these are stated alone, or all together. */
const FEW = 6;

function subsets(codes: readonly string[]): readonly (readonly string[])[] {
  if (codes.length > FEW) return [[], ...codes.map((code) => [code]), codes];
  return codes.reduce<readonly (readonly string[])[]>(
    (all, code) => [...all, ...all.map((some) => [...some, code])],
    [[]],
  );
}
