import type { UnknownFact } from '../conditions/circumstances.js';
import type { Condition } from '../conditions/condition.js';
import { wordOf } from '../conditions/operators/codes-meant.js';
import { leavesOf } from '../conditions/walk.js';
import type { Held } from '../facts/held.js';
import type { Session, SessionPath, Training } from '../facts/generated/types.js';
import { factReader } from '../facts/read.js';
import { compared, NONE_OF_OURS, type CodePath } from '../facts/words.js';
import type { CriterionFinding } from '../findings/result.js';
import { isWithin, type CivilDate } from '../values/civil-date.js';
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

/** What a clause asks of lists; codes of which it asks the same are as good as each other. */
export interface AskedOfLists {
  /** The questions about a list. */
  readonly questions: (path: CodePath) => readonly (readonly string[])[];
}

/** Each is looked up once for a clause. */
export function askedOfLists(conditions: readonly Condition[]): AskedOfLists {
  const known = new Map<CodePath, (readonly string[])[]>();
  return {
    questions(path) {
      const questions = known.get(path) ?? questionsAbout(path, conditions);
      known.set(path, questions);
      return questions;
    },
  };
}

/** Each word on no list with the codes that would satisfy the clause, or with which it might still be met. */
export function withAccepted(
  unknown: readonly UnknownFact[],
  asked: AskedOfLists,
  under: SessionUnderCheck,
  judge: Judge,
): UnknownFact[] {
  const open = openEntries(unknown);
  // Entries of one list that differ in nothing but their words, as far as a clause asks, may mean the same.
  const accepted = new Map<string, readonly string[] | undefined>();
  const spelled = counted(open.map((one) => `${one.path} ${wordOf(entryAt(under.session, one))}`));
  return unknown.map((one) => {
    if (!isOpenEntry(one)) return one;
    const entry = entryAt(under.session, one);
    const times = spelled.get(`${one.path} ${wordOf(entry)}`);
    const kind = `${one.path} ${datesAsked(entry, under.on)} ${String(times)}`;
    if (!accepted.has(kind)) accepted.set(kind, acceptedFor(one, open, asked, under, judge));
    const accepts = accepted.get(kind);
    return accepts === undefined ? one : { ...one, accepts };
  });
}

/** What a clause asks of the dates of an entry: whether they hold its day, and whether the first one is stated. */
function datesAsked(entry: Entry, on: CivilDate): string {
  if (typeof entry === 'string') return '';
  if ('code' in entry) return `${String(isWithin(entry, on))} ${String(entry.from == null)}`;
  // What is completed later is asked of nobody.
  return String(entry.completedOn == null);
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function acceptedFor(
  one: OpenEntry,
  open: readonly OpenEntry[],
  asked: AskedOfLists,
  under: SessionUnderCheck,
  judge: Judge,
): readonly string[] | undefined {
  const others = open.filter(({ path, entry }) => path !== one.path || entry !== one.entry);
  const questions = asked.questions(one.path);
  const outcomes = new Map<string, string>();
  const outcomeOf = (code: string): string => {
    const alike = answersTo(questions, code);
    const known = outcomes.get(alike);
    if (known !== undefined) return known;
    const session = withCodes(under.session, one.path, new Map([[one.entry, code]]));
    const settled = settledBy(others, asked, { ...under, session }, judge);
    const outcome = judge({ ...under, session: settled ?? session })?.outcome ?? 'pass';
    outcomes.set(alike, outcome);
    return outcome;
  };
  const accepting = (outcome: string) =>
    under.words.codes[one.path].filter((code) => outcomeOf(code) === outcome);
  const passing = accepting('pass');
  if (passing.length > 0) return passing;
  return outcomeOf(NONE_OF_OURS) === 'fail' ? accepting('unknown') : undefined;
}

/** The session with its words completed, where a clause comes to the same whatever they mean; undefined where it does not. */
export function settledBy(
  open: readonly OpenEntry[],
  asked: AskedOfLists,
  under: SessionUnderCheck,
  judge: Judge,
): Session | undefined {
  const [first, ...others] = completions(under.session, open, asked);
  if (first === undefined) return undefined;
  const found = (session: Session) => judge({ ...under, session });
  const one = found(first);
  if (one?.outcome === 'unknown') return undefined;
  const isAlike = others.every((session) => {
    const other = found(session);
    return other?.outcome === one?.outcome && other?.severity === one?.severity;
  });
  return isAlike ? first : undefined;
}

/** The session with codes in place of the words of some entries of a list, by their places. */
function withCodes(
  session: Session,
  path: SessionPath & CodePath,
  codes: ReadonlyMap<number, string>,
): Session {
  const list = factReader(path)(session) as readonly Entry[];
  const changed = list.map((one, place) => {
    const code = codes.get(place);
    return code === undefined ? one : meaning(one, code);
  });
  return withFact(session, path.split('.'), changed) as Session;
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
const MOST_WAYS = 128;

/**
 * The session with its words on no list completed in every way that matters to a clause: each word to one of the codes
 * that the clause asks for, or to none; two words may mean the same. Only where one list is asked for twice: a single
 * question needs no such look.
 */
function completions(session: Session, open: readonly OpenEntry[], asked: AskedOfLists): Session[] {
  let ways = [session];
  for (const path of new Set(open.map((one) => one.path))) {
    const questions = asked.questions(path);
    if (questions.length < 2) continue;
    const entries = open.filter((one) => one.path === path);
    const words = new Map<string, number>();
    for (const one of entries) {
      const word = compared(wordOf(entryAt(session, one)));
      if (!words.has(word)) words.set(word, words.size);
    }
    // Words alone are as good as each other; those with days are not.
    const isOfWords = entries.every((one) => typeof entryAt(session, one) === 'string');
    const sets = choices(differing(questions), words.size, isOfWords);
    if (sets.length * ways.length > MOST_WAYS) continue;
    ways = ways.flatMap((way) =>
      sets.map((meant) => {
        const codeOf = (one: OpenEntry) =>
          String(meant[Number(words.get(compared(wordOf(entryAt(session, one)))))]);
        return withCodes(way, path, new Map(entries.map((one) => [one.entry, codeOf(one)])));
      }),
    );
  }
  return ways.length === 1 ? [] : ways;
}

/** One code for each way to answer the questions about a list, and none of them. */
function differing(questions: readonly (readonly string[])[]): string[] {
  const codes = new Map(questions.flat().map((code) => [answersTo(questions, code), code]));
  return [...codes.values(), NONE_OF_OURS];
}

/** Which questions name a code, as a text. */
function answersTo(questions: readonly (readonly string[])[], code: string): string {
  return code === NONE_OF_OURS ? code : questions.map((codes) => (codes.includes(code) ? '1' : '0')).join('');
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

function entryAt(session: Session, { path, entry }: OpenEntry): Entry {
  const [one] = (factReader(path)(session) as readonly Entry[]).slice(entry, entry + 1) as [Entry];
  return one;
}

/** The codes of each question about a list; one that asks for each of its codes asks as many. */
function questionsAbout(path: CodePath, conditions: readonly Condition[]): (readonly string[])[] {
  return conditions.flatMap(leavesOf).flatMap((leaf): (readonly string[])[] => {
    if (!('fact' in leaf) || leaf.fact !== path) return [];
    if ('codes' in leaf) return leaf.op === 'includesAll' ? leaf.codes.map((code) => [code]) : [leaf.codes];
    if ('licences' in leaf) return [[leaf.code], leaf.licences];
    return 'topic' in leaf ? [[leaf.topic]] : [];
  });
}
