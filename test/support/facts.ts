import type { CheckOptions, PriorUse, Session } from '../../src/index.js';
import { asked, type Place } from '../../src/facts/rows/index.js';

/** What is stated at each path; `NONE` says that what holds the fact does not exist. A path left out is not known. */
export type Stated = Readonly<Record<string, unknown>>;

export const NONE = Symbol('none');

/** The session that states these facts. */
export function sessionStating(stated: Stated): Session {
  const session: Partial<Session> & Record<string, unknown> = {};
  for (const [path, value] of Object.entries(stated)) {
    const keys = path.split('.');
    if (value === NONE) put(session, keys.slice(0, -1), 'none');
    else if (value !== undefined && path !== 'history') put(session, keys, value);
  }
  return session as Session;
}

export function optionsStating({ history }: Stated): CheckOptions {
  return history === undefined ? {} : { history: history as PriorUse[] };
}

function put(holder: Record<string, unknown>, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (holder[key] === 'none') return;
  if (rest.length === 0) {
    holder[key] = value;
    return;
  }
  const inner = { ...(holder[key] as Record<string, unknown> | undefined) };
  holder[key] = inner;
  put(inner, rest, value);
}

/** Every way to state the facts that are not known, each from its domain. */
export function* completions(
  stated: Stated,
  domains: Readonly<Record<string, readonly unknown[]>>,
): Iterable<Stated> {
  const [open] = Object.keys(domains).filter((path) => stated[path] === undefined);
  if (open === undefined) {
    yield stated;
    return;
  }
  for (const value of domains[open] ?? []) yield* completions({ ...stated, [open]: value }, domains);
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
export const places: readonly Place[] = asked.filter(({ path, isInList }) => !isInList && path !== 'history');
