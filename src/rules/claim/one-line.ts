import type { Readings } from '../../readings/generated.js';
import type { UnknownFact } from '../../conditions/circumstances.js';
import * as z from '../../facts/zod.js';
import { general } from '../../findings/citation.js';
import { denialsOf } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import type { Position } from '../../findings/finding-data.js';
import { namesOf } from '../../findings/missing.js';
import type { FindingOf } from '../../findings/result.js';
import { inTurn, notKnown } from '../../findings/wording.js';
import { keyOf } from '../../values/key-of.js';
import type { AboutRuleForAll, BatchRule, DataParts, Judgement } from '../rule.js';
import { isFinding } from '../rule.js';
import { groupedBy, isStated, type Placed, type PlacedEntry, type PlacedLine } from '../schedule/placed.js';
import { duplicate } from './duplicate.js';

const rule = 'claim/one-line';
const cite = general('A code is billed once for a day');
const says =
  'Lines of one member, code, rendering staff member and day are billed as one line with the total of their units, unless the place of service differs.';

export interface OneLineData {
  other: Position;
}

type OneLineJudgement = Judgement<FindingOf<typeof rule, OneLineData>>;

/** The lines of claims that are one member's, code's, staff member's and day's are one. */
export const oneLine: BatchRule<'claim/one-line', OneLineData> = {
  scope: 'batch',
  across: 'member',
  isOfOneDay: true,
  id: rule,
  judgeAll: judgeLines,
};

export const aboutOneLine = {
  severity: 'warning',
  says,
  cite,
  reads: ['member.id', 'staff.id', 'dateOfService'],
  demands:
    'no other line of the claim, or of another claim of the batch, has the same member, code with its modifiers, rendering staff member and day; lines that are duplicates, are of a claim that may be one, or span several days are left out',
  readsOfClaim: ['lines[].procedureCode', 'lines[].modifiers'],
  denials: ['oneLine'],
  data: ({ position }: DataParts) => z.strictObject({ other: position }),
} satisfies AboutRuleForAll<OneLineData>;

function judgeLines(
  entries: readonly PlacedEntry[],
  priorUses: readonly Placed[],
  readings: Readings,
): Map<Placed, OneLineJudgement> {
  const lines = entries.filter((placed) => placed.kind === 'line');
  const judgements = new Map<Placed, OneLineJudgement>(lines.map((line) => [line, 'pass']));
  const together = groupedBy(lines, codeAndDay).filter(({ length }) => length > 1);
  if (together.length === 0) return judgements;
  const duplicates = duplicate.judgeAll(entries, priorUses, readings);
  for (const ofDay of together) {
    const compared = ofDay.filter((line) => line.isOfSameId !== true && !failed(duplicates.get(line)));
    const judge = besideOthers(compared);
    for (const line of compared) judgements.set(line, judge(line));
  }
  return judgements;
}

function codeAndDay({ written, session: { dateOfService } }: PlacedLine): string {
  return keyOf(written, dateOfService);
}

function failed(judgement: Judgement | undefined): boolean {
  return judgement !== undefined && isFinding(judgement) && judgement.outcome === 'fail';
}

/** Judges a line beside those of its code and day: its member's, then those that may be its member's. */
function besideOthers(lines: readonly PlacedLine[]): (line: PlacedLine) => OneLineJudgement {
  const ofMember = listsBy(lines, ({ who }) => keyOf(who));
  const ofMemberAndStaff = listsBy(lines, ({ who, staff }) => keyOf(who, staff));
  const firsts = [...ofMemberAndStaff.values()].flatMap((list) => list.slice(0, 1));
  const ofAnyone = byStaff(firsts);
  const ofNotStated = byStaff(firsts.filter((line) => !isStated(line)));

  function ofOneMember({ who, staff }: PlacedLine): readonly PlacedLine[] {
    const list = staff === null ? ofMember.get(keyOf(who)) : ofMemberAndStaff.get(keyOf(who, null));
    return list ?? [];
  }

  function mayBeOfOneMember(line: PlacedLine): PlacedLine | undefined {
    const { all, staffKnown, staffNotKnown } = isStated(line) ? ofNotStated : ofAnyone;
    const isOfAnother = ({ who }: PlacedLine) => who !== line.who;
    if (line.staff === null) return all.find(isOfAnother);
    return staffKnown.get(line.staff)?.find(isOfAnother) ?? staffNotKnown.find(isOfAnother);
  }

  return (line) => {
    const { who, staff } = line;
    const isOther = (one: PlacedLine) => one !== line;
    const same = staff === null ? undefined : ofMemberAndStaff.get(keyOf(who, staff))?.find(isOther);
    if (same !== undefined) return billedApart(line, same);
    const own = ofOneMember(line).find(isOther);
    if (own !== undefined) return notTold(own, [staffId]);
    const other = mayBeOfOneMember(line);
    if (other === undefined) return 'pass';
    return notTold(other, staff === null || other.staff === null ? [memberId, staffId] : [memberId]);
  };
}

const memberId: UnknownFact = { path: 'member.id' };
const staffId: UnknownFact = { path: 'staff.id' };

function listsBy(
  lines: readonly PlacedLine[],
  keyOf: (line: PlacedLine) => string,
): Map<string, PlacedLine[]> {
  return new Map(
    groupedBy(lines, keyOf).flatMap((list) => list.slice(0, 1).map((one) => [keyOf(one), list])),
  );
}

function byStaff(lines: readonly PlacedLine[]): {
  readonly all: readonly PlacedLine[];
  readonly staffKnown: Map<string, PlacedLine[]>;
  readonly staffNotKnown: readonly PlacedLine[];
} {
  const known = lines.filter(({ staff }) => staff !== null);
  return {
    all: lines,
    staffKnown: listsBy(known, ({ staff }) => String(staff)),
    staffNotKnown: lines.filter(({ staff }) => staff === null),
  };
}

function billedApart(line: PlacedLine, { position }: PlacedLine): OneLineJudgement {
  const other =
    position.entry === line.position.entry ? 'Another line of the claim' : 'A line of another claim';
  return finding({
    rule,
    outcome: 'fail',
    severity: 'warning',
    message: `${other} has the same member, code, rendering staff member and day. ${says}`,
    data: { other: position },
    paths: ['/procedureCode', '/modifiers', '/dateOfService', '/units'],
    cite,
    denials: denialsOf('oneLine'),
  });
}

function notTold({ position }: PlacedLine, unknown: readonly UnknownFact[]): OneLineJudgement {
  return finding({
    rule,
    outcome: 'unknown',
    severity: 'warning',
    message: inTurn(notKnown(namesOf(unknown)), says),
    data: { other: position },
    paths: [],
    unknown,
    cite,
  });
}
