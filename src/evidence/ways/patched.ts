import type { Session } from '../../facts/generated/types.js';
import type { Operation } from '../../findings/ways.js';

/** A session with a patch applied; it shares what the patch leaves alone. */
export function patched(session: Session, patch: readonly Operation[]): Session {
  return patch.reduce<unknown>(
    (holder, { path, value }) => withValue(holder, path.split('/').slice(1), value),
    session,
  ) as Session;
}

function withValue(holder: unknown, [key, ...below]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(holder)) {
    return holder.map((one: unknown, index) => (String(index) === key ? withValue(one, below, value) : one));
  }
  const object = holder as Readonly<Record<string, unknown>>;
  return { ...object, [key]: withValue(object[key], below, value) };
}

/** States a fact of the session itself, whether it was stated before or not. */
export function stating(session: Session, key: keyof Session, value: string | number): Operation {
  return { op: key in session ? 'replace' : 'add', path: `/${key}`, value };
}

export function valueAtPointer(session: Session, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((holder, key) => (Object(holder) as Readonly<Record<string, unknown>>)[key], session);
}
