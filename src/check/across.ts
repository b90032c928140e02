import { parseOrThrow } from '../facts/parse.js';
import { InputError } from '../facts/input-error.js';
import type { Finding } from '../rules/index.js';
import { besideSameIds } from '../rules/claim/same-id.js';
import { isFinding } from '../rules/rule.js';
import type { PlacedEntry } from '../rules/schedule/placed.js';
import type { ReadingsInput } from '../readings/generated.js';
import { everyPer, periods } from '../units/period.js';
import { alikeKey } from '../values/alike-key.js';
import { compareText } from '../values/canonical-json.js';
import { compareWhen } from './limit-order.js';
import type { OnFile } from './on-file.js';
import { placedList } from './options.js';
import type { PlacedSession } from './placed-session.js';
import { batchRules } from './side-by-side.js';

/** What comes of comparing the sessions of several members, as plain JSON, for `createBatch({ across })`. */
export interface Across {
  /** By the place of an entry in the whole: what rules found of it that compare those of several members. */
  findings: Record<string, Finding[]>;
  /**
   * The places of entries that are judged in one go, wherever they stand: those of members whose keys are alike, and those
   * of the months in which a session states no member.
   */
  together: number[][];
}

/** With what sessions of several members are compared. */
export interface AcrossOptions {
  readonly readings?: ReadingsInput | null | undefined;
}

/** See `compareAcross`. */
export function acrossOf(onFile: OnFile, given: unknown, { readings }: AcrossOptions): Across {
  const placed = parseOrThrow(placedList, given);
  refuseTwice(placed);
  const inOrder = [...placed].sort((one, other) => one.entry - other.entry);
  const settings = onFile.settingsOf({ readings });
  const readable = inOrder.filter((one) => isReadable(one, onFile));
  const entries = readable.flatMap((one) => comparedOf(one, onFile)).sort(inLimitOrder);
  const findings: Across['findings'] = {};
  const note = ({ position }: PlacedEntry, found: unknown) =>
    // What a rule of ours found is one of ours.
    (findings[String(position.entry)] ??= []).push(found as Finding);
  for (const { across, judgeAll } of batchRules) {
    if (across === 'member') continue;
    for (const [entry, judgement] of judgeAll(entries, [], settings.readings))
      if (isFinding(judgement)) note(entry as PlacedEntry, judgement);
  }
  const identified = entries.map((entry) => {
    const { id, content } = entry.session;
    return { id, content: { content }, position: entry.position, entry };
  });
  for (const [{ entry }, found] of besideSameIds(identified, 'session')) note(entry, found);
  return { findings, together: togetherIn(readable) };
}

/** One that could be read. */
type Readable = Omit<PlacedSession, 'session'> & {
  readonly session: NonNullable<PlacedSession['session']>;
};

type Compared = PlacedEntry & Pick<Readable, 'session'>;

function isReadable(one: PlacedSession, onFile: OnFile): one is Readable {
  return one.session !== undefined && onFile.has(one.session.service);
}

/** What did not take place is compared with nothing. */
function comparedOf({ entry, session, member, staff, notTaken }: Readable, onFile: OnFile): Compared[] {
  const compiled = onFile.find(session.service, session.dateOfService);
  if (compiled === undefined || notTaken === true) return [];
  const [position, pointer] = [{ entry }, `/${String(entry)}`];
  return [
    { kind: 'session', session, compiled, position, pointer, who: member ?? entry, staff: staff ?? null },
  ];
}

/** As the sessions themselves would stand. */
function inLimitOrder({ session: one }: Compared, { session: other }: Compared): number {
  return compareWhen(one, other) || compareText(one.content, other.content);
}

/** Entries of which it is not known whether they are of one member, with all that is of their members. */
function togetherIn(placed: readonly Readable[]): number[][] {
  const sets = disjointSets();
  const nameOf = ({ entry, member }: PlacedSession) => (member === undefined ? entry : `m ${member}`);
  const periodsOf = ({ session: { dateOfService: day } }: Readable) =>
    everyPer.map((per) => `${per} ${periods[per].keyOf(day)}`);
  const notStated = placed.filter(({ member }) => member === undefined);
  const open = new Set(notStated.flatMap(periodsOf));
  for (const one of placed) {
    const name = nameOf(one);
    if (one.member !== undefined) sets.join(name, `alike ${alikeKey(one.member)}`);
    for (const period of periodsOf(one)) if (open.has(period)) sets.join(name, period);
  }
  const groups = new Map<unknown, { readonly entries: number[]; readonly names: Set<unknown> }>();
  for (const one of placed) {
    const set = sets.of(nameOf(one));
    const group = groups.get(set) ?? { entries: [], names: new Set() };
    groups.set(set, group);
    group.entries.push(one.entry);
    group.names.add(nameOf(one));
  }
  return [...groups.values()].flatMap(({ entries, names }) => (names.size > 1 ? [entries] : []));
}

/** Names that were joined, directly or through others, are of one set. */
function disjointSets() {
  const above = new Map<string | number, string | number>();
  function of(name: string | number): string | number {
    let top = name;
    for (let next = above.get(top); next !== undefined; next = above.get(top)) top = next;
    // The way is made short for the next time.
    let one = name;
    for (let next = above.get(one); next !== undefined; next = above.get(one)) {
      above.set(one, top);
      one = next;
    }
    return top;
  }
  return {
    of,
    join(one: string | number, other: string | number) {
      const [first, second] = [of(one), of(other)];
      if (first !== second) above.set(first, second);
    },
  };
}

function refuseTwice(placed: readonly PlacedSession[]): void {
  const seen = new Set<number>();
  for (const [place, { entry }] of placed.entries()) {
    if (seen.has(entry)) {
      const message = 'expected each entry once, found one that stands there before';
      throw new InputError([{ code: 'said-twice', path: `/${String(place)}/entry`, message }]);
    }
    seen.add(entry);
  }
}
