import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
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
 * @param entries in limit order; the lines of one claim in theirs.
 */
export function duplicates(entries: readonly Placed[], priorUses: readonly Placed[]): Map<Placed, Judgement> {
  const judgements = new Map<Placed, Judgement>();
  const prior = new Set(priorUses);
  for (const placed of entries) {
    if (placed.member === null) judgements.set(placed, notTold([{ path: 'member.id' }], null));
  }
  const comparable = [...priorUses.filter(({ session }) => session.startTime != null), ...entries];
  const sameDay = ({ member, session: { service, dateOfService } }: Placed) =>
    member === null ? null : JSON.stringify([member, service, dateOfService]);
  for (const day of groupedBy(comparable, sameDay)) {
    const firstAt = new Map<string, Placed>();
    let withStart: Placed | undefined;
    let withoutStart: Placed | undefined;
    for (const placed of day) {
      const start = placed.session.startTime ?? null;
      const same = start === null ? undefined : firstAt.get(start);
      const maybe = start === null ? (withoutStart ?? withStart) : withoutStart;
      if (!prior.has(placed)) {
        if (same !== undefined) judgements.set(placed, isDuplicate(same.position));
        else if (maybe !== undefined)
          judgements.set(placed, notTold([{ path: 'startTime' }], maybe.position));
        else judgements.set(placed, 'pass');
      }
      if (start === null) withoutStart ??= placed;
      else if (same === undefined) {
        withStart ??= placed;
        firstAt.set(start, placed);
      }
    }
  }
  return judgements;
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

function notTold(
  unknown: readonly { readonly path: 'member.id' | 'startTime' }[],
  other: Position | null,
): Judgement {
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
