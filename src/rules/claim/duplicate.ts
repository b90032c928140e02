import * as z from '../../facts/zod.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import type { FindingOf } from '../../findings/result.js';
import { namesOf } from '../../findings/missing.js';
import { inTurn, notKnown } from '../../findings/wording.js';
import type { Position } from '../../findings/finding-data.js';
import { groupedBy, otherInWords, type Placed } from '../schedule/placed.js';
import type { AboutRuleForAll, BatchRule, DataParts, Judgement } from '../rule.js';

const rule = 'claim/duplicate';
const cite = general('A session is billed once');
const says = 'A session is billed once.';

export interface DuplicateData {
  other: Position | null;
}

type DuplicateFinding = FindingOf<typeof rule, DuplicateData>;
type DuplicateJudgement = Judgement<DuplicateFinding>;

export const duplicate: BatchRule<'claim/duplicate', DuplicateData> = {
  scope: 'batch',
  across: 'member',
  id: rule,
  judgeAll: duplicates,
};

export const aboutDuplicate = {
  severity: 'error',
  says,
  cite,
  reads: ['member.id', 'service', 'dateOfService', 'startTime', 'history'],
  demands: 'no entry before it and no prior use has the same member, service, date of service and start time',
  denials: ['duplicate'],
  readings: () => ['limit-order'],
  data: ({ position }: DataParts) => z.strictObject({ other: z.nullable(position) }),
} satisfies AboutRuleForAll<DuplicateData>;

/**
 * No earlier entry and no prior use has the same member, service, date of service and start time. The first stands. Of two
 * of one day without both start times the later is unknown; prior uses without a start time are not compared.
 *
 * @param entries in limit order, which lines of one claim have among them where their start times are the same.
 */
function duplicates(
  entries: readonly Placed[],
  priorUses: readonly Placed[],
): Map<Placed, DuplicateJudgement> {
  const judgements = new Map<Placed, DuplicateJudgement>();
  for (const placed of entries) {
    if (placed.member === null) judgements.set(placed, notTold('member.id', null));
  }
  const comparable = [...priorUses.filter(({ session }) => session.startTime != null), ...entries];
  const sameDay = ({ member, session: { service, dateOfService } }: Placed) =>
    member === null ? null : JSON.stringify([member, service, dateOfService]);
  for (const day of groupedBy(comparable, sameDay)) {
    const judge = besideOthers(day);
    for (const placed of day) judgements.set(placed, judge(placed));
  }
  return judgements;
}

/**
 * Judges an entry beside those of its day. In limit order those without a start come last, so that an earlier one with
 * its start may be the same; of the lines of one claim the earlier is the one that stands before the other.
 */
function besideOthers(day: readonly Placed[]): (placed: Placed) => DuplicateJudgement {
  const timed = day.filter(({ session }) => session.startTime != null);
  const bare = day.filter(({ session }) => session.startTime == null);
  const [firstBare] = bare;
  const firstAt = firstBy(timed, ({ session }) => session.startTime);
  const firstBareOfClaim = firstBy(bare, claimOf);

  function mayBe(placed: Placed): Placed | undefined {
    if (placed === firstBare) return timed.find((other) => !isLaterLine(other, placed));
    if (placed.session.startTime == null) return firstBare;
    const other = firstBareOfClaim.get(claimOf(placed));
    return other !== undefined && isLaterLine(placed, other) ? other : undefined;
  }

  return (placed) => {
    const first = firstAt.get(placed.session.startTime);
    if (first !== undefined && first !== placed) return isDuplicate(placed, first);
    const other = mayBe(placed);
    return other === undefined ? 'pass' : startNotTold(placed, other);
  };
}

function firstBy<Key>(entries: readonly Placed[], keyOf: (placed: Placed) => Key): Map<Key, Placed> {
  return new Map([...entries].reverse().map((placed) => [keyOf(placed), placed]));
}

function claimOf({ position }: Placed): number | undefined {
  return (position as { readonly entry?: number }).entry;
}

function lineOf({ position }: Placed): number {
  return Number((position as { readonly line?: number }).line);
}

/** Whether it is a line of the same claim after another. */
function isLaterLine(one: Placed, other: Placed): boolean {
  return claimOf(one) === claimOf(other) && lineOf(one) > lineOf(other);
}

function isDuplicate(placed: Placed, { position: other }: Placed): DuplicateJudgement {
  return finding({
    rule,
    outcome: 'fail',
    severity: 'error',
    message: `Member, service, date of service and start time are those of ${otherInWords(placed.position, other)}. ${says}`,
    data: { other },
    paths: ['/dateOfService', '/startTime'],
    cite,
    denials: denialsOf('duplicate'),
  });
}

function notTold(path: 'member.id' | 'startTime', other: Position | null): DuplicateFinding {
  const unknown = [{ path }];
  return finding({
    rule,
    outcome: 'unknown',
    severity: 'error',
    message: inTurn(notKnown(namesOf(unknown)), says),
    data: { other },
    paths: [],
    unknown,
    cite,
  });
}

/** The start that is asked for is that of the earlier line of the claim, where this one states its own. */
function startNotTold(placed: Placed, { position }: Placed): DuplicateFinding {
  const asked = notTold('startTime', position);
  if (placed.session.startTime == null || !('entry' in position)) return asked;
  const path = `/lines/${String(position.line)}/session/startTime`;
  return { ...asked, paths: [path], missing: asked.missing.map((fact) => ({ ...fact, path })) };
}
