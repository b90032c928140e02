import * as z from '../../facts/zod.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { reason } from '../../findings/reasons.js';
import type { RuleId } from '../../findings/finding-data.js';
import type { FindingOf } from '../../findings/result.js';
import type { Session } from '../../facts/generated/types.js';
import type { AboutRule, Judgement, SessionRule } from '../rule.js';

const cite = general('A session that did not take place is not billed');
const says = 'A session that did not take place is not billed.';
const proposed = { notApplicable: reason('phase-proposed') };

type NotTaken = 'cancelled' | 'no-show';

export interface TookPlaceData {
  phase: NotTaken;
}

type NotTakenFinding = FindingOf<'session/took-place', TookPlaceData>;

const whatHappened: Readonly<Record<NotTaken, string>> = {
  cancelled: 'The session was cancelled.',
  'no-show': 'The member did not come to the session.',
};

/** That it took place. Where it did not, nothing else is asked of the session. */
export function judgeTookPlace({ phase }: Pick<Session, 'phase'>): Judgement<NotTakenFinding> {
  if (phase === 'proposed') return proposed;
  if (phase !== 'cancelled' && phase !== 'no-show') return 'pass';
  return finding({
    rule: 'session/took-place',
    outcome: 'fail',
    severity: 'error',
    message: `${whatHappened[phase]} ${says}`,
    data: { phase },
    paths: ['/phase'],
    cite,
    denials: denialsOf('notTakenPlace'),
  });
}

export const tookPlace: SessionRule<'session/took-place', TookPlaceData> = {
  scope: 'session',
  id: 'session/took-place',
  forService: () => ({ says, cite, judge: ({ session }) => judgeTookPlace(session) }),
};

export const aboutTookPlace = {
  severity: 'error',
  reads: ['phase'],
  demands:
    'the session was not cancelled and the member came; judged first and on any day, and where it fails nothing else is judged, and the session is compared with no other',
  denials: ['notTakenPlace'],
  data: () => z.strictObject({ phase: z.enum(['cancelled', 'no-show']) }),
} satisfies AboutRule<TookPlaceData>;

/** That a session did not take place, and that no other rule is asked of it. */
export function saidOfNotTaken(
  session: Pick<Session, 'phase'>,
  others: readonly RuleId[],
): (readonly [rule: RuleId, judgement: Judgement])[] {
  const notAsked = others.filter((rule) => rule !== 'session/took-place');
  return [
    ['session/took-place', judgeTookPlace(session)],
    ...notAsked.map((rule) => [rule, notTaken] as const),
  ];
}

const notTaken = { notApplicable: reason('not-taken-place') };
