import type { CheckOptions, PriorUse, Session } from '../../src/index.js';
import { asked, ofNoSession, type Place } from '../../src/facts/rows/index.js';

/** What may not exist: a session can say `'none'` in its place. */
export const mayNotExist: readonly string[] = asked.flatMap(({ path, row }) =>
  row.kind === 'group' && row.none !== undefined ? [path] : [],
);

const holders = new Map(
  asked.map(({ path }) => [path, mayNotExist.find((holder) => path.startsWith(`${holder}.`))]),
);

/** What of it holds a fact. */
export function holderOf(path: string): string | undefined {
  return holders.get(path);
}

/** What is stated at each path; `NONE` says that what holds the fact does not exist. A path left out is not known. */
export type Stated = Readonly<Record<string, unknown>>;

export const NONE = Symbol('none');

/** The session that states these facts. */
export function sessionStating(stated: Stated): Session {
  const session: Partial<Session> & Record<string, unknown> = {};
  for (const path in stated) {
    const value = stated[path];
    if (value === NONE) put(session, keysOf(holderOf(path) ?? ''), 'none');
    else if (value !== undefined && !(path in ofNoSession)) put(session, keysOf(path), value);
  }
  return session as Session;
}

const keysByPath = new Map<string, readonly string[]>();

function keysOf(path: string): readonly string[] {
  const keys = keysByPath.get(path) ?? path.split('.');
  keysByPath.set(path, keys);
  return keys;
}

export function optionsStating({ history }: Stated): CheckOptions {
  return history === undefined ? {} : { history: history as PriorUse[] };
}

/** What is stated as a whole may be of the caller: it is copied before another fact is put into it. */
function put(session: Record<string, unknown>, keys: readonly string[], value: unknown): void {
  let holder = session;
  for (const key of keys.slice(0, -1)) {
    if (holder[key] === 'none') return;
    const inner = { ...(holder[key] as Record<string, unknown> | undefined) };
    holder[key] = inner;
    holder = inner;
  }
  const last = keys.at(-1) ?? '';
  if (holder[last] !== 'none') holder[last] = value;
}

/** Every way to state the facts that are not known, each from its domain. */
export function* completions(
  stated: Stated,
  domains: Readonly<Record<string, readonly unknown[]>>,
): Iterable<Stated> {
  const open = Object.keys(domains).find((path) => stated[path] === undefined);
  if (open === undefined) {
    yield stated;
    return;
  }
  for (const value of domains[open] ?? []) {
    if (agrees(open, value, stated)) yield* completions({ ...stated, [open]: value }, domains);
  }
}

/** Whether what holds a fact exists, or does not, as is stated of the other facts of it. */
function agrees(path: string, value: unknown, stated: Stated): boolean {
  const holder = holderOf(path);
  if (holder === undefined) return true;
  const others = Object.keys(stated).filter(
    (other) => stated[other] !== undefined && holderOf(other) === holder,
  );
  if (others.some((other) => stated[other] === NONE)) return value === NONE;
  return others.length === 0 || value !== NONE;
}

/** A session that states one fact, at a dotted path. */
export function sessionWith(path: string, value: unknown): Record<string, unknown> {
  return { service: 'mo/peer-support', dateOfService: '2025-03-03', ...holding(path.split('.'), value) };
}

function holding([first = '', ...rest]: readonly string[], value: unknown): Record<string, unknown> {
  return { [first]: rest.length === 0 ? value : holding(rest, value) };
}

/** The place of a fact that is in no list. */
export function pointerTo(path: string): string {
  return `/${path.replaceAll('.', '/')}`;
}

/** Every place of a session that no list holds: facts, and objects of them. */
export const places: readonly Place[] = asked.filter(
  ({ path, isInList }) => !isInList && !(path in ofNoSession),
);
