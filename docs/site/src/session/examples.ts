import type { Session } from 'billability';
import professional from '../../../../fixtures/sessions/mo-H2017HO.json';
import group from '../../../../fixtures/sessions/mo-H2017HOHQ.json';
import recovery from '../../../../fixtures/sessions/mo-H2017TG.json';
import peer from '../../../../fixtures/sessions/mo-peer-support.json';
import imr from '../../../../fixtures/sessions/mt-imr.json';
import prs from '../../../../fixtures/sessions/sc-prs-adult.json';
import { today } from '../today';

/** A session to begin with: of people who do not exist, or one's own, of which nothing is stated yet. */
export interface Example {
  readonly kind: 'billable' | 'not-billable' | 'undetermined' | 'own';
  /** What it is about, in a few words. */
  readonly says: string;
  readonly session: Session;
}

/** What is stated otherwise; null takes a fact away. */
type Change = { readonly [key: string]: Change | unknown[] | string | number | boolean | null };

function changed(value: unknown, change: unknown): unknown {
  if (typeof change !== 'object' || change === null || Array.isArray(change)) return change;
  const result: Record<string, unknown> = { ...(typeof value === 'object' ? value : {}) };
  for (const [key, one] of Object.entries(change)) {
    if (one === null) delete result[key];
    else result[key] = changed(result[key], one);
  }
  return result;
}

function examplesOf(
  whole: object,
  says: string,
  [refusedSays, refused]: readonly [string, Change],
  [openSays, open]: readonly [string, Change],
): readonly Example[] {
  const base = whole as Session;
  return [
    { kind: 'billable', says, session: base },
    { kind: 'not-billable', says: refusedSays, session: changed(base, refused) as Session },
    { kind: 'undetermined', says: openSays, session: changed(base, open) as Session },
    {
      kind: 'own',
      says: 'nothing is stated yet: answer what is asked',
      session: { service: base.service, dateOfService: today(), phase: 'delivered' },
    },
  ];
}

const all: readonly (readonly Example[])[] = [
  examplesOf(
    peer,
    'two hours, all of it on record',
    [
      'nine units for two hours, by a certificate that ran out',
      { units: 9, staff: { credentials: [{ code: 'MO-CMPS', from: '2015-03-01', through: '2017-04-30' }] } },
    ],
    [
      'nobody has written down a birth date, or who supervises',
      { member: { birthDate: null }, staff: { supervisor: null }, plan: { sessionServesGoal: null } },
    ],
  ),
  examplesOf(
    recovery,
    'a group of seven, with its log and its note',
    ['nine people for one staff member', { group: { participants: 9 } }],
    [
      'no weekly note yet, and nobody knows the credentials',
      { documentation: { weeklyNote: null }, staff: { credentials: null } },
    ],
  ),
  examplesOf(
    professional,
    'an hour with a licensed social worker',
    [
      'the licence ended two weeks before',
      { staff: { credentials: [{ code: 'MO-LCSW', from: '2019-09-01', through: '2024-02-29' }] } },
    ],
    [
      'the note may lack the client’s response',
      { documentation: { progressNote: { clientResponse: null } }, staff: { firstServiceDate: null } },
    ],
  ),
  examplesOf(
    group,
    'a group with a professional',
    ['twelve people for one staff member', { group: { participants: 12 } }],
    [
      'nobody counted the people in the group',
      { group: { participants: null }, documentation: { progressNote: { setting: null } } },
    ],
  ),
  examplesOf(
    imr,
    'an hour from the practitioner’s guide',
    ['it was billed in a bundle already', { billedInBundle: true }],
    [
      'the supervisor’s standing is not known',
      { staff: { supervisor: { clinical: null } }, member: { determinations: null } },
    ],
  ),
  examplesOf(
    prs,
    'an hour of independent living skills',
    ['no independent practitioner confirmed the need', { assessment: { byIndependentLpha: false } }],
    [
      'the assessment says too little',
      {
        assessment: { symptomsInterfere: null, leastRestrictive: null, expectedToBenefit: null },
        plan: { sessionServesGoal: null },
      },
    ],
  ),
];

/** The examples of each service, by its id. */
export const examples: ReadonlyMap<string, readonly Example[]> = new Map(
  all.flatMap((ofOne) => ofOne.slice(0, 1).map(({ session }) => [session.service, ofOne] as const)),
);
