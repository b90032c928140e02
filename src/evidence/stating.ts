import type { Circumstances } from '../conditions/circumstances.js';
import { parseSession } from '../facts/parse.js';
import type { Session } from '../facts/generated/types.js';
import type { CivilDate } from '../values/civil-date.js';

/** On which day, under which readings and with which words leaves are asked. */
export type Asked = Omit<Circumstances, 'session'>;

/** What is stated, by path. */
export type Stated = Readonly<Record<string, unknown>>;

/** The session that states these facts: first what holds others. */
export function sessionStating(stated: Stated, on: CivilDate, service = ''): Session {
  const session: Record<string, unknown> = { service, dateOfService: on };
  const paths = Object.keys(stated).sort((one, other) => one.length - other.length);
  for (const path of paths) put(session, path.split('.'), stated[path]);
  // Each path is one of a session's, and its value one that the fact may have.
  return session as unknown as Session;
}

function put(holder: Record<string, unknown>, [key = '', ...below]: readonly string[], value: unknown): void {
  if (below.length === 0) {
    holder[key] = value;
    return;
  }
  // A copy: what is stated as a whole may be of the caller.
  const inner = { ...(holder[key] as Record<string, unknown> | undefined) };
  holder[key] = inner;
  put(inner, below, value);
}

/** Whether a session may state it. */
export function canBe(path: string, value: unknown): boolean {
  return parseSession(sessionStating({ [path]: value }, '2001-01-01', 'any')).ok;
}
