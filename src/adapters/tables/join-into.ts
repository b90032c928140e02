import { jsonPointer } from '../../facts/input-error.js';
import type { FoundRecord, Problem } from '../../facts/found.js';
import { putFact, type TableFact } from './columns.js';
import { disputed, isSame, together, type Draft, type Stated } from './stated.js';

/** A row of a table that states facts of a key. */
export interface JoinedRow {
  readonly facts: readonly Stated[];
  /** The only day of which it is, where it states one. */
  readonly day: unknown;
  readonly place: string;
}

/** What is added to a record, and what was added before. */
export interface JoinTarget {
  readonly by: TableFact;
  readonly rowsOf: (key: string, place: string) => readonly JoinedRow[];
  readonly use: (row: JoinedRow) => void;
  /** By pointer: facts that came from a table, and those of which nothing more is believed. */
  readonly settled: Map<string, 'joined' | 'disputed'>;
  readonly tell: (problem: Problem) => void;
}

type Steps = readonly string[];

/** The record, with what rows of its keys state. */
export function joinInto(record: FoundRecord<unknown>, target: JoinTarget): FoundRecord<unknown> {
  const { value, places } = record;
  if (!isObject(value) || Array.isArray(value)) return record;
  const draft: Draft = {
    ...record,
    value: copied(value) as Record<string, unknown>,
    places: { ...places },
  };
  const lines = 'lines' in value ? value.lines : undefined;
  const entries: Steps[] = Array.isArray(lines) ? lines.map((_line, at) => ['lines', String(at)]) : [[]];
  for (const entry of entries) {
    const at = stepsOf(target.by, entry);
    const key = valueAt(draft.value, at);
    if (typeof key !== 'string') continue;
    const day = valueAt(draft.value, [...entry, 'dateOfService']);
    const place = draft.places[jsonPointer(at)] ?? String(draft.places['']);
    const rows = target
      .rowsOf(key, place)
      .filter((row) => row.day === undefined || day == null || row.day === day);
    rows.forEach(target.use);
    const facts = rows.flatMap((row) => row.facts);
    // Rows of one key state entries of one list together.
    const lists = together(facts.filter(({ fact }) => fact.isList));
    for (const one of [...facts.filter(({ fact }) => !fact.isList), ...lists])
      join(draft, stepsOf(one.fact, entry), one, target);
  }
  return draft;
}

/** Where a fact stands: in a session, or in a claim, its line or the session behind the line. */
function stepsOf({ steps: own, level }: TableFact, entry: Steps): Steps {
  if (entry.length === 0 || level === 'claim') return own;
  return level === 'line' ? [...entry, ...own] : [...entry, 'session', ...own];
}

function join(draft: Draft, at: Steps, stated: Stated, { settled, tell }: JoinTarget): void {
  const within = at.map((_step, index) => at.slice(0, index + 1));
  if (within.some((steps) => settled.get(jsonPointer(steps)) === 'disputed')) return;
  // What is said not to exist has no facts.
  const none = within.slice(0, -1).find((steps) => typeof valueAt(draft.value, steps) === 'string');
  const disputedAt = none ?? at;
  const own = valueAt(draft.value, disputedAt);
  const pointer = jsonPointer(disputedAt);
  if (own == null) {
    putFact(draft.value, at, stated.value);
    for (const [inner, place] of Object.entries(stated.places)) draft.places[pointer + inner] = place;
    settled.set(pointer, 'joined');
    return;
  }
  if (none === undefined && isSame(own, stated.value)) return;
  const { fact, places } = stated;
  const isJoined = settled.get(pointer) === 'joined';
  const stays = none === undefined && !isJoined && isBilled(fact);
  tell({
    code: 'stated-differently',
    place: String(places['']),
    message: `${fact.path} is stated here and elsewhere, and differently; ${stays ? 'what is billed stays as it is in the file that is checked' : 'until they agree, it is not known'}`,
  });
  settled.set(pointer, 'disputed');
  if (stays) return;
  const left = none === undefined ? disputed({ fact, value: own, places: {} }, stated)?.value : undefined;
  putFact(draft.value, disputedAt, left);
}

/** What a record is billed by: it stays as it is. */
function isBilled({ row }: TableFact): boolean {
  return row.kind !== 'group' && (row.heldBy === 'billing' || row.isRequired === true);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function valueAt(value: unknown, steps: Steps): unknown {
  return steps.reduce<unknown>(
    (inner, step) => (isObject(inner) ? (inner as Record<string, unknown>)[step] : undefined),
    value,
  );
}

function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copied(inner)]));
}
