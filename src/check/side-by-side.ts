import { reason } from '../findings/reasons.js';
import { duplicates } from '../rules/claim/duplicate.js';
import { groupRosters } from '../rules/schedule/group-roster.js';
import { memberOverlaps } from '../rules/schedule/member-overlap.js';
import type { Placed } from '../rules/schedule/placed.js';
import { staffOverlaps } from '../rules/schedule/staff-overlap.js';
import { valueOf } from '../values/value-of.js';
import type { Said } from './entry.js';

/** What the rules say of each entry beside the others, in the order in which their findings come. */
export type SideBySide = (entries: readonly Placed[], uses: readonly Placed[]) => (placed: Placed) => Said;

/** Entries of all members. */
export const amongAll: SideBySide = (entries, uses) => {
  const repeated = duplicates(entries, uses);
  const overlapping = memberOverlaps(entries, uses);
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
  const repeated = duplicates(entries, uses);
  const overlapping = memberOverlaps(entries, uses);
  return (placed) => [
    ['claim/duplicate', valueOf(repeated, placed)],
    ['schedule/member-overlap', valueOf(overlapping, placed)],
    ['schedule/staff-overlap', acrossMembers],
    ['schedule/group-roster', acrossMembers],
  ];
};
