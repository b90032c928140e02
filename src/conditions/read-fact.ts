import type { SessionPath } from '../facts/paths.js';
import type { Session } from '../facts/session.js';

/** What the session states at a path: `undefined` if not known, `'none'` if what would hold it is stated not to exist. */
export type FactReader = (session: Session) => unknown;

type Facts = Readonly<Record<string, unknown>>;

/** Compiles a dotted path, of three keys at most, to a reader. */
export function factReader(path: SessionPath | 'plan' | 'assessment' | 'staff.supervisor'): FactReader {
  const [first = '', second, third] = path.split('.');
  if (second === undefined) return (session) => (session as Facts)[first];
  if (third === undefined) return (session) => step((session as Facts)[first], second);
  return (session) => step(step((session as Facts)[first], second), third);
}

function step(holder: unknown, key: string): unknown {
  if (holder === 'none' || holder == null) return holder;
  return (holder as Facts)[key];
}

/** The place of a fact in a session; where what would hold it is stated not to exist, the place that says so. */
export function placeOf(path: SessionPath, session: Session): string {
  const keys = path.split('.');
  const none = keys.findIndex(
    (_key, index) => index > 0 && keys.slice(0, index).reduce<unknown>(step, session) === 'none',
  );
  return `/${(none === -1 ? keys : keys.slice(0, none)).join('/')}`;
}

/** Whether the fact is of something that is stated not to exist. */
export function isOfNothing(path: string, session: Session): boolean {
  const holders = path.split('.').slice(0, -1);
  return holders.length > 0 && holders.reduce<unknown>(step, session) === 'none';
}
