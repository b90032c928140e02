import type { UnknownFact } from '../conditions/circumstances.js';
import type { Condition } from '../conditions/condition.js';
import { wordOf } from '../conditions/operators/codes-meant.js';
import { leavesOf } from '../conditions/walk.js';
import type { Held } from '../facts/held.js';
import type { Session, SessionPath, Training } from '../facts/generated/types.js';
import { factReader } from '../facts/read.js';
import { compared, NONE_OF_OURS, type CodePath } from '../facts/words.js';
import type { CriterionFinding } from '../findings/result.js';
import type { SessionUnderCheck } from './rule.js';

type Entry = string | Held | Training;

/** An entry in a word that is on no list. */
type OpenEntry = UnknownFact & { readonly path: SessionPath & CodePath; readonly entry: number };

export function openEntries(unknown: readonly UnknownFact[]): OpenEntry[] {
  return unknown.filter(isOpenEntry);
}

function isOpenEntry(one: UnknownFact): one is OpenEntry {
  return one.isWord === true;
}

/** What a clause comes to; undefined where nothing falls short. */
type Shortfall = Pick<CriterionFinding, 'outcome' | 'severity'> | undefined;
type Judge = (under: SessionUnderCheck) => Shortfall;

/** Each word on no list with the codes that would satisfy the clause, or with which it might still be met. */
export function withAccepted(
  unknown: readonly UnknownFact[],
  conditions: readonly Condition[],
  under: SessionUnderCheck,
  judge: Judge,
): UnknownFact[] {
  const open = openEntries(unknown);
  return unknown.map((one) => {
    if (!isOpenEntry(one)) return one;
    const others = open.filter(({ path, entry }) => path !== one.path || entry !== one.entry);
    const outcomeOf = (code: string) => {
      const session = withCodes(under.session, [[one, code]]);
      const settled = settledBy(others, conditions, { ...under, session }, judge);
      return judge({ ...under, session: settled ?? session })?.outcome ?? 'pass';
    };
    const codes = under.words.codes[one.path].map((code) => ({ code, outcome: outcomeOf(code) }));
    const accepting = (outcome: string) => codes.flatMap((of) => (of.outcome === outcome ? [of.code] : []));
    const passing = accepting('pass');
    if (passing.length > 0) return { ...one, accepts: passing };
    return outcomeOf(NONE_OF_OURS) === 'fail' ? { ...one, accepts: accepting('unknown') } : one;
  });
}

/** The session with its words completed, where a clause comes to the same whatever they mean; undefined where it does not. */
export function settledBy(
  open: readonly OpenEntry[],
  conditions: readonly Condition[],
  under: SessionUnderCheck,
  judge: Judge,
): Session | undefined {
  const [first, ...others] = completions(under.session, open, conditions);
  if (first === undefined) return undefined;
  const found = (session: Session) => judge({ ...under, session });
  const one = found(first);
  const isAlike = others
    .map(found)
    .every((other) => other?.outcome === one?.outcome && other?.severity === one?.severity);
  return isAlike && one?.outcome !== 'unknown' ? first : undefined;
}

/** The session with codes in place of the words of some entries. */
function withCodes(session: Session, codes: readonly (readonly [OpenEntry, code: string])[]): Session {
  return codes.reduce((whole, [{ path, entry }, code]) => {
    const list = factReader(path)(whole) as readonly Entry[];
    const changed = list.map((one, place) => (place === entry ? meaning(one, code) : one));
    return withFact(whole, path.split('.'), changed) as Session;
  }, session);
}

function meaning(entry: Entry, code: string): Entry {
  if (typeof entry === 'string') return code;
  return 'code' in entry ? { ...entry, code } : { ...entry, topic: code };
}

function withFact(holder: unknown, [key, ...below]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const object = holder as Readonly<Record<string, unknown>>;
  return { ...object, [key]: withFact(object[key], below, value) };
}

/** Where there are more ways to complete the words of a clause, each question of it is answered by itself. */
const MOST_WAYS = 512;

/**
 * The session with its words on no list completed in every way that matters to a clause: each word to one of the codes
 * that the clause asks for, or to none; two words may mean the same. Only where one list is asked for twice: a single
 * question needs no such look.
 */
function completions(
  session: Session,
  open: readonly OpenEntry[],
  conditions: readonly Condition[],
): Session[] {
  let ways = [session];
  for (const path of new Set(open.map((one) => one.path))) {
    const asked = askedOf(path, conditions);
    const entries = open.filter((one) => one.path === path);
    const words = [...new Set(entries.map((one) => compared(wordIn(session, one))))];
    const codes = [...new Set([...asked.flat(), NONE_OF_OURS])];
    // Words alone are as good as each other; those with days are not.
    const isOfWords = entries.flatMap((one) => entryAt(session, one)).every((one) => typeof one === 'string');
    const sets = choices(codes, words.length, isOfWords);
    if (asked.length < 2 || sets.length * ways.length > MOST_WAYS) continue;
    ways = ways.flatMap((way) =>
      sets.map((meant) => {
        const pairs = entries.map(
          (one) => [one, String(meant[words.indexOf(compared(wordIn(session, one)))])] as const,
        );
        return withCodes(way, pairs);
      }),
    );
  }
  return ways.length === 1 ? [] : ways;
}

/**
 * A code for each of so many words, in every way, or more than are looked at; `inOrder` leaves out those that are the same
 * but for which word has which.
 */
function choices(codes: readonly string[], many: number, inOrder: boolean): (readonly string[])[] {
  let sets: (readonly string[])[] = [[]];
  for (let word = 0; word < many && sets.length <= MOST_WAYS; word++) {
    sets = sets.flatMap((set) => {
      const from = inOrder ? Math.max(0, codes.indexOf(set.at(-1) ?? '')) : 0;
      return codes.slice(from).map((code) => [...set, code]);
    });
  }
  return sets;
}

/** The entry of a list, in a list of its own. */
function entryAt(session: Session, { path, entry }: OpenEntry): readonly Entry[] {
  return (factReader(path)(session) as readonly Entry[]).slice(entry, entry + 1);
}

function wordIn(session: Session, one: OpenEntry): string {
  return entryAt(session, one).map(wordOf).join('');
}

/** The codes of each question about a list. */
function askedOf(path: CodePath, conditions: readonly Condition[]): (readonly string[])[] {
  return conditions.flatMap(leavesOf).flatMap((leaf): (readonly string[])[] => {
    if (!('fact' in leaf) || leaf.fact !== path) return [];
    if ('codes' in leaf) return [leaf.codes];
    if ('licences' in leaf) return [[leaf.code, ...leaf.licences]];
    return 'topic' in leaf ? [[leaf.topic]] : [];
  });
}
