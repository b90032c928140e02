import { factTable, lists } from '../../facts/generated/table.js';
import type { FactPath, NumberPath } from '../../facts/generated/types.js';
import { InputError, jsonPointer, type InputIssue } from '../../facts/input-error.js';
import { nearestName } from '../../facts/nearest.js';
import { parseOrThrow } from '../../facts/parse.js';
import { key, textThat } from '../../facts/scalars.js';
import * as z from '../../facts/zod.js';
import type { FactType } from '../../facts/rows/row.js';
import { compared, OTHER } from '../../facts/words.js';
import { issuesOfMeanings, type OnFile } from './codes.js';
import type { Concept } from './elements.js';
import { clockIn, isZone, type ClockAt } from './times.js';

export const wholeLists = ['EpisodeOfCare', 'CareTeam', 'Practitioner'] as const;
/** Kinds of resources whose list of a person may be said to be whole. */
export type WholeList = (typeof wholeLists)[number];

/** Scores of an assessment, each by the last part of its path. */
export type Score =
  Extract<NumberPath, `assessment.scores.${string}`> extends `assessment.scores.${infer Name}` ? Name : never;

/**
 * What a file of FHIR does not say itself.
 *
 * @example
 * const mapping: FhirMapping = {
 *   zone: 'America/Chicago',
 *   identifiers: { member: 'urn:agency:members', staff: 'urn:agency:staff' },
 *   codes: { 'urn:agency:codes|PEER': 'mo/peer-support', 'urn:agency:codes|CPS': 'MO-CPS' },
 *   complete: ['EpisodeOfCare'],
 *   extensions: { 'urn:agency:person-centered': 'personCentered' },
 * };
 */
export interface FhirMapping {
  /** The time zone of the place of service, by its IANA name. Without it an instant has no day. */
  readonly zone?: string | null | undefined;
  /** The systems of the identifiers that are the keys of members, staff and agencies. */
  readonly identifiers?:
    | {
        readonly member?: string | null | undefined;
        readonly staff?: string | null | undefined;
        readonly agency?: string | null | undefined;
      }
    | null
    | undefined;
  /**
   * By system and code, joined by `|`, or by `|` and a text: the id of a service or one of our codes, whichever the element
   * asks for, or `"other"` where it is none of ours; of a note the path of its fact. Compared letter by letter.
   */
  readonly codes?: Readonly<Record<string, string>> | null | undefined;
  /** Of which kinds the file holds all that there is: programs, roles in the team, credentials. */
  readonly complete?: readonly WholeList[] | null | undefined;
  /** By URL of an extension: the path of the fact that its value states. A list is all that its extensions state. */
  readonly extensions?: Readonly<Record<string, string>> | null | undefined;
  /** Whether the diagnoses of a Condition, or of a Claim, are those of the assessment, and all of them. */
  readonly diagnoses?: boolean | null | undefined;
  /** By system and code of an Observation, joined by `|`: the score of the assessment that it is. */
  readonly scores?: Readonly<Record<string, Score>> | null | undefined;
  /** Whose rules apply, by payer: by the value of an identifier, alone or after its system and `|`, or by name. */
  readonly payers?: Readonly<Record<string, string>> | null | undefined;
  /** Whose rules apply where no payer says so, such as `"MO"`. */
  readonly jurisdiction?: string | null | undefined;
}

const scores: Record<Score, true> = {
  psiPercentile: true,
  cbclSyndromeT: true,
  cbclDsmT: true,
  calocusComposite: true,
};

const mappingSchema = z.strictObject({
  zone: z.nullish(textThat(isZone, 'not-in-form', 'the IANA name of a time zone, such as "America/Chicago"')),
  identifiers: z.nullish(
    z.strictObject({ member: z.nullish(key), staff: z.nullish(key), agency: z.nullish(key) }),
  ),
  codes: z.nullish(z.record(z.string(), key)),
  complete: z.nullish(z.array(z.enum(wholeLists))),
  extensions: z.nullish(z.record(z.string(), z.string())),
  diagnoses: z.nullish(z.boolean()),
  scores: z.nullish(z.record(z.string(), z.enum(z.everyOne(scores)))),
  payers: z.nullish(z.record(z.string(), key)),
  jurisdiction: z.nullish(key),
});

/** A mapping as it is asked. */
export interface Mapped {
  readonly clock: ClockAt | undefined;
  readonly identifiers: Readonly<Record<'member' | 'staff' | 'agency', string | undefined>>;
  readonly isWhole: (kind: WholeList) => boolean;
  readonly extensions: ReadonlyMap<string, FactPath>;
  readonly readsDiagnoses: boolean;
  readonly scores: ReadonlyMap<string, Score>;
  readonly payers: ReadonlyMap<string, string>;
  readonly jurisdiction: string | undefined;
  /** What the codings of a concept are mapped to, each once. */
  readonly meanings: (concept: Concept) => readonly string[];
}

/** What elements state themselves, or what is more than a value. */
const notByExtension: readonly string[] = [
  'id',
  'service',
  'phase',
  'dateOfService',
  'dateOfServiceThrough',
  'startTime',
  'endTime',
  'member.id',
  'member.birthDate',
  'member.careTeamRoles',
  'staff.id',
  'agency.id',
  'linesLeftOut',
];
const typesByExtension: readonly FactType[] = [
  'boolean',
  'number',
  'integer',
  'date',
  'code',
  'codes',
  'text',
  'money',
];

const byExtension = () =>
  Object.entries(factTable).flatMap(([path, { type }]) => {
    const isOfEntry = lists.some((list) => path.startsWith(`${list}.`));
    return typesByExtension.includes(type) && !isOfEntry && !notByExtension.includes(path) ? [path] : [];
  });

/**
 * The mapping, read.
 * @throws InputError if it is malformed.
 */
export function readMapping(stated: FhirMapping | undefined, services?: readonly OnFile[]): Mapped {
  const mapping = parseOrThrow(mappingSchema, stated ?? {});
  const issues = [
    ...notJoined('codes', mapping.codes),
    ...issuesOfMeanings(mapping.codes ?? {}, services),
    ...notJoined('scores', mapping.scores),
    ...notFacts(mapping.extensions),
  ];
  if (issues.length > 0) throw new InputError(issues);
  const codes = new Map(
    Object.entries(mapping.codes ?? {}).map(([code, meaning]) => [
      code,
      compared(meaning) === OTHER ? OTHER : meaning,
    ]),
  );
  const { member, staff, agency } = mapping.identifiers ?? {};
  return {
    clock: mapping.zone == null ? undefined : clockIn(mapping.zone),
    identifiers: { member: member ?? undefined, staff: staff ?? undefined, agency: agency ?? undefined },
    isWhole: (kind) => (mapping.complete ?? []).includes(kind),
    extensions: new Map(Object.entries(mapping.extensions ?? {}) as [string, FactPath][]),
    readsDiagnoses: mapping.diagnoses === true,
    scores: new Map(Object.entries(mapping.scores ?? {})),
    payers: new Map(Object.entries(mapping.payers ?? {})),
    jurisdiction: mapping.jurisdiction ?? undefined,
    meanings: (concept) => [...new Set(keysOf(concept).flatMap((one) => codes.get(one) ?? []))],
  };
}

/** A concept as the keys of a mapping name it. */
export function keysOf({ codings, text }: Concept): string[] {
  return [
    ...codings.map(({ system, code }) => `${system}|${code}`),
    ...(text === undefined ? [] : [`|${text}`]),
  ];
}

function notJoined(part: string, stated: Readonly<Record<string, string>> | null | undefined): InputIssue[] {
  return Object.keys(stated ?? {})
    .filter((one) => !/\|./.test(one))
    .map((one) => ({
      code: 'not-in-form',
      path: jsonPointer([part, one]),
      message: 'expected a system and a code joined by "|", such as "https://agency.example/codes|PEER"',
    }));
}

function notFacts(stated: Readonly<Record<string, string>> | null | undefined): InputIssue[] {
  const known = byExtension();
  return Object.entries(stated ?? {})
    .filter(([, path]) => !known.includes(path))
    .map(([url, path]) => {
      const near = nearestName(path, known);
      const advice =
        near === undefined
          ? 'such as "personCentered"; lists of dated codes are none'
          : `did you mean "${near}"?`;
      return {
        code: 'not-a-choice',
        path: jsonPointer(['extensions', url]),
        message: `expected the path of a fact that an extension can state; ${advice}`,
      };
    });
}
