import { reason } from '../../findings/reasons.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import { namesOf } from '../../findings/missing.js';
import { count, inTurn, notKnown } from '../../findings/wording.js';
import type { Judgement } from '../rule.js';
import { firstOverlaps, type Kin, type Overlap } from './overlap.js';
import { duplicateKey, groupedBy, otherInWords, spanOf, timeOf, type Placed } from './placed.js';

const rule = 'schedule/member-overlap';
const cite = general('A person is in one session at a time');
const says = 'A member is in one session at a time.';
const noClock = { notApplicable: reason('clock-not-known') };

/** The member has no other session at the same minutes. Both are flagged; duplicates of each other are not compared. */
export function memberOverlaps(
  entries: readonly Placed[],
  priorUses: readonly Placed[],
): Map<Placed, Judgement> {
  const days = groupedBy([...entries, ...priorUses], ({ member, session }) =>
    JSON.stringify([member, session.dateOfService]),
  );
  const overlaps = new Map(days.flatMap((day) => [...firstOverlaps(day, sameSession)]));
  return new Map(entries.map((placed) => [placed, judged(placed, overlaps.get(placed))]));
}

function sameSession(placed: Placed): Kin {
  return [duplicateKey(placed), duplicateKey(placed)];
}

function judged(placed: Placed, overlap: Overlap | undefined): Judgement {
  if (spanOf(placed.session) === null) return noClock;
  if (placed.member === null) {
    const unknown = [{ path: 'member.id' } as const];
    return finding({
      rule,
      outcome: 'unknown',
      severity: 'error',
      message: inTurn(notKnown(namesOf(unknown)), says),
      data: { minutes: null, from: null, through: null, other: null },
      paths: [],
      unknown,
      cite,
    });
  }
  if (overlap === undefined) return 'pass';
  const minutes = overlap.end - overlap.start;
  const [from, through] = [timeOf(overlap.start), timeOf(overlap.end)];
  const other = otherInWords(placed.position, overlap.other.position);
  const verb = minutes === 1 ? 'is' : 'are';
  return finding({
    rule,
    outcome: 'fail',
    severity: 'error',
    message: `${count(minutes, 'minute')} from ${from} to ${through} ${verb} also in ${other}. ${says}`,
    data: { minutes, from, through, other: overlap.other.position },
    paths: ['/startTime', '/endTime'],
    cite,
    denials: denialsOf('memberOverlap'),
  });
}
