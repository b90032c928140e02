import type { Who } from '../../units/account.js';
import { alikeKey } from '../../values/alike-key.js';
import type { ClockTime } from '../../values/clock-time.js';
import { spanOf, timeOf, type PlacedEntry } from './placed.js';

/** How those who are present are counted. */
export interface Counting {
  /** Whether those are whose times are not known. */
  readonly isWithNoTimes: boolean;
  readonly nameOf: (who: Who) => Who;
  readonly numberOf: (members: number, notStated: number) => number;
}

/** Members who are not stated may be any of the others, and those whose keys are alike are one. */
export const surely: Counting = {
  isWithNoTimes: false,
  nameOf: (who) => (typeof who === 'string' ? alikeKey(who) : who),
  numberOf: (members, notStated) => Math.max(members, Math.min(notStated, 1)),
};

/** Those whose times are not known are there at any minute, and keys that are alike are of two. */
export const perhaps: Counting = { ...surely, isWithNoTimes: true, nameOf: (who) => who };

/** And those who are not stated are none of the others. */
export const perhapsOthers: Counting = {
  ...perhaps,
  numberOf: (members, notStated) => members + notStated,
};

/** How many are there at one minute. */
export interface Crowd {
  readonly most: number;
  /** The first minute with more than so many; the minute is null where it is not known. */
  readonly first: { readonly found: number; readonly at: ClockTime | null } | undefined;
}

const ALWAYS = -1;

export function crowdOf(
  rows: readonly PlacedEntry[],
  allowed: number,
  { isWithNoTimes, nameOf, numberOf }: Counting,
): Crowd {
  const comings = rows
    .flatMap(({ session, who }) => {
      const name = nameOf(who);
      const span = spanOf(session);
      if (span === null) return isWithNoTimes ? [{ at: ALWAYS, name, step: 1 }] : [];
      return [
        { at: span.start, name, step: 1 },
        { at: span.end, name, step: -1 },
      ];
    })
    // Who leaves at a minute is gone before who comes at it.
    .sort((one, other) => one.at - other.at || one.step - other.step);
  const present = new Map<Who, number>();
  let notStated = 0;
  let most = 0;
  let first: Crowd['first'];
  for (const { at, name, step } of comings) {
    const before = present.get(name) ?? 0;
    const stays = before + step;
    if (stays === 0) present.delete(name);
    else present.set(name, stays);
    if (typeof name === 'number') notStated += Math.sign(stays) - Math.sign(before);
    const found = numberOf(present.size - notStated, notStated);
    most = Math.max(most, found);
    if (found > allowed) first ??= { found, at: at === ALWAYS ? null : timeOf(at) };
  }
  return { most, first };
}
