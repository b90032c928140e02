import { reason } from '../findings/reasons.js';
import { duplicates } from '../rules/claim/duplicate.js';
import type { Judgement } from '../rules/rule.js';
import { groupRosters } from '../rules/schedule/group-roster.js';
import { memberOverlaps } from '../rules/schedule/member-overlap.js';
import type { Placed } from '../rules/schedule/placed.js';
import { staffOverlaps } from '../rules/schedule/staff-overlap.js';
import { valueOf } from '../values/value-of.js';
import type { Said } from './entry.js';

/** A prior use as entries are placed. */
export interface PlacedUse extends Placed {
  /** Whether it is surely of the member that it stands for. */
  readonly isSure: boolean;
}

/** What the rules say of each entry beside the others, in the order in which their findings come. */
export type SideBySide = (entries: readonly Placed[], uses: readonly PlacedUse[]) => (placed: Placed) => Said;

type Rule = (entries: readonly Placed[], uses: readonly Placed[]) => Map<Placed, Judgement>;

/** Entries of all members. */
export const amongAll: SideBySide = (entries, uses) => {
  const repeated = withUses(duplicates, entries, uses);
  const overlapping = withUses(memberOverlaps, entries, uses);
  const ofStaff = staffOverlaps(entries);
  const rosters = groupRosters(entries);
  return (placed) => [
    ['claim/duplicate', valueOf(repeated, placed)],
    ['schedule/member-overlap', valueOf(overlapping, placed)],
    ['schedule/staff-overlap', valueOf(ofStaff, placed)],
    ['schedule/group-roster', valueOf(rosters, placed)],
  ];
};

const acrossMembers = { notApplicable: reason('members-one-by-one') };

/** Entries of one member, where those of others are not seen. */
export const amongOneMember: SideBySide = (entries, uses) => {
  const repeated = withUses(duplicates, entries, uses);
  const overlapping = withUses(memberOverlaps, entries, uses);
  return (placed) => [
    ['claim/duplicate', valueOf(repeated, placed)],
    ['schedule/member-overlap', valueOf(overlapping, placed)],
    ['schedule/staff-overlap', acrossMembers],
    ['schedule/group-roster', acrossMembers],
  ];
};

/** What passes only if a prior use is of someone else is not known until the member is. */
function withUses(
  rule: Rule,
  entries: readonly Placed[],
  uses: readonly PlacedUse[],
): ReadonlyMap<Placed, Judgement> {
  const sure = uses.filter(({ isSure }) => isSure);
  const said = rule(entries, sure);
  if (sure.length === uses.length) return said;
  const ifAllAre = rule(entries, uses);
  for (const placed of entries) {
    if (said.get(placed) !== 'pass' || ifAllAre.get(placed) === 'pass') continue;
    const ofNobody = { ...placed, member: null };
    said.set(placed, valueOf(rule([ofNobody], []), ofNobody));
  }
  return said;
}
