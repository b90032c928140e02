import type { UnknownFact } from '../../conditions/circumstances.js';
import * as z from '../../facts/zod.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import type { FindingOf, Severity } from '../../findings/result.js';
import { namesOf } from '../../findings/missing.js';
import { inTurn, notKnown } from '../../findings/wording.js';
import type { Position } from '../../findings/finding-data.js';
import { alikeWho, areAlike, groupedBy, isStated, otherInWords, type Placed } from '../schedule/placed.js';
import { isFinding, type AboutRuleForAll, type BatchRule, type DataParts, type Judgement } from '../rule.js';

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
  const comparable = [...priorUses.filter(({ session }) => session.startTime != null), ...entries];
  const sameDay = ({ who, session: { service, dateOfService } }: Placed) =>
    JSON.stringify([who, service, dateOfService]);
  for (const day of groupedBy(comparable, sameDay)) {
    const judge = besideOthers(day);
    for (const placed of day) judgements.set(placed, judge(placed));
  }
  if (areAlike(comparable)) {
    const sameDayOfAlike = (placed: Placed) => sameDay({ ...placed, who: alikeWho(placed) });
    for (const day of groupedBy(comparable, sameDayOfAlike)) {
      const judge = besideOthers(day);
      for (const placed of day) {
        const mayBe = judge(placed);
        if (!isFinding(mayBe) || judgements.get(placed) !== 'pass') continue;
        judgements.set(placed, memberNotTold(placed, mayBe.data.other, 'error'));
      }
    }
  }
  if (entries.every(isStated)) return judgements;
  const sameDayOfAnyone = ({ session: { service, dateOfService } }: Placed) =>
    JSON.stringify([service, dateOfService]);
  for (const day of groupedBy(comparable, sameDayOfAnyone)) {
    const mayBe = besideOthersNotStated();
    for (const placed of day) {
      const other = mayBe(placed);
      if (other !== undefined && judgements.get(placed) === 'pass') {
        judgements.set(placed, memberNotTold(placed, other.position));
      }
    }
  }
  return judgements;
}

/** Entries before one, the first of each member; a member that is not stated is one of its own. */
interface Before {
  readonly ofAnyone: Map<Placed['who'], Placed>;
  readonly ofNotStated: Map<Placed['who'], Placed>;
}

/**
 * For each entry of a service and day, as they come, the first one before it that may be the same if it is of the same
 * member: at the same start, or at any where it states none. Of two that state their member it is known whether it is.
 */
function besideOthersNotStated(): (placed: Placed) => Placed | undefined {
  const all = noneBefore();
  const byStart = new Map<string | null | undefined, Before>();
  return (placed) => {
    const { who, session } = placed;
    const atStart = session.startTime == null ? all : (byStart.get(session.startTime) ?? noneBefore());
    const before = isStated(placed) ? atStart.ofNotStated : atStart.ofAnyone;
    const other = firstOfAnother(before, who);
    byStart.set(session.startTime, atStart);
    for (const { ofAnyone, ofNotStated } of new Set([all, atStart])) {
      if (!ofAnyone.has(who)) ofAnyone.set(who, placed);
      if (!isStated(placed)) ofNotStated.set(who, placed);
    }
    return other;
  };
}

function noneBefore(): Before {
  return { ofAnyone: new Map(), ofNotStated: new Map() };
}

function firstOfAnother(before: Before[keyof Before], who: Placed['who']): Placed | undefined {
  for (const [other, placed] of before) if (other !== who) return placed;
  return undefined;
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
  const firstBareOfClaim = firstBy(bare, ({ position }) => position.entry);

  function mayBe(placed: Placed): Placed | undefined {
    if (placed === firstBare) return timed.find((other) => !isLaterLine(other, placed));
    if (placed.session.startTime == null) return firstBare;
    const other = firstBareOfClaim.get(placed.position.entry);
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

/** Whether it is a line of the same claim after another. */
function isLaterLine({ position: one }: Placed, { position: other }: Placed): boolean {
  return one.entry === other.entry && Number(one.line) > Number(other.line);
}

function isDuplicate(placed: Placed, other: Placed): DuplicateJudgement {
  return finding({
    rule,
    outcome: 'fail',
    severity: 'error',
    message: `Member, service, date of service and start time are those of ${otherInWords(placed, other)}. ${says}`,
    data: { other: other.position },
    paths: ['/dateOfService', '/startTime'],
    cite,
    denials: denialsOf('duplicate'),
  });
}

function memberNotTold(
  placed: Placed,
  other: Position | null,
  severity: Severity = isStated(placed) ? 'warning' : 'error',
): DuplicateFinding {
  const unknown: UnknownFact[] = [{ path: 'member.id' }];
  if (placed.session.startTime == null) unknown.push({ path: 'startTime' });
  return notTold(unknown, other, severity);
}

function notTold(
  unknown: readonly UnknownFact[],
  other: Position | null,
  severity: Severity,
): DuplicateFinding {
  return finding({
    rule,
    outcome: 'unknown',
    severity,
    message: inTurn(notKnown(namesOf(unknown)), says),
    data: { other },
    paths: [],
    unknown,
    cite,
  });
}

/** The start that is asked for is that of the earlier line of the claim, where this one states its own. */
function startNotTold(placed: Placed, other: Placed): DuplicateFinding {
  const asked = notTold([{ path: 'startTime' }], other.position, 'error');
  if (placed.session.startTime == null) return asked;
  const path = `/lines/${String(other.position.line)}/session/startTime`;
  return { ...asked, paths: [path], missing: asked.missing.map((fact) => ({ ...fact, path })) };
}
