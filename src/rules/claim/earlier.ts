import { isStated, type Placed } from '../schedule/placed.js';

/** An earlier entry that is the same, or that may be: of one of the two the start is not known. */
export interface Earlier {
  readonly same?: Placed | undefined;
  readonly perhaps?: Placed | undefined;
}

const noneBeforeIt: Earlier = {};

/**
 * Judges the entries of a day as they come. In limit order those without a start come last, so that an earlier one with
 * its start may be the same; of the lines of one claim the earlier is the one that stands before the other.
 */
export function firstOfDay(day: readonly Placed[]): (placed: Placed) => Earlier {
  if (day.length === 1) return () => noneBeforeIt;
  const timed = day.filter(({ session }) => session.startTime != null);
  const bare = day.filter(({ session }) => session.startTime == null);
  const firstAt = firstBy(timed, ({ session }) => session.startTime);
  const firstOfClaim = firstLines(day);
  const firstBareOfClaim = firstLines(bare);
  const bareUse = bare.find(({ kind }) => kind === 'prior-use');
  /** Those before it, as many as tell of any entry the first that has another id; of them those of several days. */
  const before: Placed[] = [];
  const spans: Placed[] = [];

  function mayBe(placed: Placed): Placed | undefined {
    const isBare = placed.session.startTime == null;
    const line = (isBare ? firstOfClaim : firstBareOfClaim).get(placed.position.entry);
    if (line !== undefined && isLaterLine(placed, line)) return line;
    const isAnother = (other: Placed) => isOfAnotherId(placed, other);
    return isBare ? before.find(isAnother) : (bareUse ?? spans.find(isAnother));
  }

  return (placed) => {
    const first = firstAt.get(placed.session.startTime);
    const other = mayBe(placed);
    keep(placed, before);
    if (placed.through !== undefined) keep(placed, spans);
    return first !== undefined && first !== placed ? { same: first } : { perhaps: other };
  };
}

function keep(placed: Placed, firsts: Placed[]): void {
  if (firsts.length < 2 && firsts.every((one) => isOfAnotherId(placed, one))) firsts.push(placed);
}

function firstBy<Key>(entries: readonly Placed[], keyOf: (placed: Placed) => Key): Map<Key, Placed> {
  return new Map([...entries].reverse().map((placed) => [keyOf(placed), placed]));
}

/** The first line of each claim. */
function firstLines(entries: readonly Placed[]): Map<number | undefined, Placed> {
  const lines = entries.filter(({ kind }) => kind === 'line');
  lines.sort(({ position: one }, { position: other }) => Number(one.line) - Number(other.line));
  return firstBy(lines, ({ position }) => position.entry);
}

/** The lines of a claim have its id. */
function isOfAnotherId({ session: { id }, position }: Placed, other: Placed): boolean {
  return id == null
    ? position.entry === undefined || position.entry !== other.position.entry
    : id !== other.session.id;
}

/** Whether it is a line of the same claim after another. */
function isLaterLine({ position: one }: Placed, { position: other }: Placed): boolean {
  return one.entry === other.entry && Number(one.line) > Number(other.line);
}

/** Entries before one, the first of each member; a member that is not stated is one of its own. */
interface Before {
  readonly ofAnyone: Map<Placed['who'], Placed>;
  readonly ofNotStated: Map<Placed['who'], Placed>;
}

/**
 * For each entry of a service and day, as they come, the first one before it that may be the same if it is of the same
 * member: at the same start, or at any where either states none. Of two that state their member it is known whether it is.
 */
export function firstOfAnyone(): (placed: Placed) => Placed | undefined {
  const all = noneBefore();
  const byStart = new Map<string | null, Before>();
  return (placed) => {
    const { who } = placed;
    const start = placed.session.startTime ?? null;
    const [atStart, bare] = [start, null].map((time) => byStart.get(time) ?? noneBefore()) as [
      Before,
      Before,
    ];
    const others = start === null ? [all] : [bare, atStart];
    const [other] = others.flatMap(
      (before) => firstOfAnother(isStated(placed) ? before.ofNotStated : before.ofAnyone, who) ?? [],
    );
    byStart.set(start, atStart);
    for (const { ofAnyone, ofNotStated } of [all, atStart]) {
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
