import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import type { Finding } from '../../findings/result.js';
import { namesOf } from '../../findings/missing.js';
import { conflict, notKnown } from '../../findings/wording.js';
import type { Position } from '../../findings/finding-data.js';
import { groupedBy, inWords, type Placed } from '../schedule/placed.js';
import type { Judgement } from '../rule.js';

const rule = 'claim/duplicate';
const cite = general('A session is billed once');
const says = 'A session is billed once.';

/**
 * No earlier entry and no prior use has the same member, service, date of service and start time. The first stands. Of two
 * of one day without both start times the later is unknown; prior uses without a start time are not compared.
 *
 * @param entries in limit order, which lines of one claim have among them where their start times are the same.
 */
export function duplicates(entries: readonly Placed[], priorUses: readonly Placed[]): Map<Placed, Judgement> {
  const judgements = new Map<Placed, Judgement>();
  for (const placed of entries) {
    judgements.set(placed, placed.member === null ? notTold('member.id', null) : 'pass');
  }
  const comparable = [...priorUses.filter(({ session }) => session.startTime != null), ...entries];
  const sameDay = ({ member, session: { service, dateOfService } }: Placed) =>
    member === null ? null : JSON.stringify([member, service, dateOfService]);
  for (const day of groupedBy(comparable, sameDay)) {
    const maybe = mayBeTheSame(day);
    const firstAt = new Map<string, Placed>();
    for (const placed of day) {
      const start = placed.session.startTime ?? null;
      const same = start === null ? undefined : firstAt.get(start);
      if (start !== null && same === undefined) firstAt.set(start, placed);
      if ('history' in placed.position) continue;
      const other = same === undefined ? maybe(placed) : undefined;
      if (same !== undefined) judgements.set(placed, isDuplicate(same.position));
      else if (other !== undefined) judgements.set(placed, startNotTold(placed, other));
    }
  }
  return judgements;
}

/**
 * For an entry of a day an earlier one, where not both start times are known. In limit order those without a start come
 * last; of the lines of one claim the earlier is the one that stands before the other.
 */
function mayBeTheSame(day: readonly Placed[]): (placed: Placed) => Placed | undefined {
  const timed = day.filter(({ session }) => session.startTime != null);
  const bare = day.filter(({ session }) => session.startTime == null);
  const [firstBare] = bare;
  const firstBareOfClaim = new Map([...bare].reverse().map((placed) => [claimOf(placed), placed]));
  return (placed) => {
    if (placed === firstBare) return timed.find((other) => !isLaterLine(other, placed));
    if (placed.session.startTime == null) return firstBare;
    const other = firstBareOfClaim.get(claimOf(placed));
    return other !== undefined && isLaterLine(placed, other) ? other : undefined;
  };
}

function claimOf({ position }: Placed): number | undefined {
  return (position as { readonly entry?: number }).entry;
}

/** Whether it is a line of the same claim after another. */
function isLaterLine({ position: one }: Placed, { position: other }: Placed): boolean {
  if (!('entry' in one) || !('entry' in other) || one.entry !== other.entry) return false;
  return Number(one.line) > Number(other.line);
}

function isDuplicate(other: Position): Judgement {
  return finding({
    rule,
    outcome: 'fail',
    severity: 'error',
    message: conflict(`Member, service, date of service and start time are those of ${inWords(other)}`, says),
    data: { other },
    paths: ['/dateOfService', '/startTime'],
    cite,
    denials: denialsOf('duplicate'),
  });
}

function notTold(path: 'member.id' | 'startTime', other: Position | null): Finding {
  const unknown = [{ path }];
  return finding({
    rule,
    outcome: 'unknown',
    severity: 'error',
    message: notKnown(namesOf(unknown), says),
    data: { other },
    paths: [],
    unknown,
    cite,
  });
}

/** The start that is asked for is that of the earlier line of the claim, where this one states its own. */
function startNotTold(placed: Placed, { position }: Placed): Finding {
  const asked = notTold('startTime', position);
  if (placed.session.startTime == null || !('entry' in position)) return asked;
  const path = `/lines/${String(position.line)}/session/startTime`;
  return { ...asked, paths: [path], missing: asked.missing.map((fact) => ({ ...fact, path })) };
}
