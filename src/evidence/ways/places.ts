import type { Circumstances, UnknownFact } from '../../conditions/circumstances.js';
import type { Leaf } from '../../conditions/condition.js';
import { factsOf } from '../../conditions/walk.js';
import { lists } from '../../facts/generated/table.js';
import type { NonePath, Session, SessionPath } from '../../facts/generated/types.js';
import { factReader, isOfNothing } from '../../facts/read.js';

/** What an answer states: a fact, or that there is an object of facts. */
export type Place = SessionPath | NonePath;

/** What an answer to an open question states. */
export function openPlaces(leaf: Leaf, unknown: readonly UnknownFact[]): readonly Place[] {
  return objectOf(leaf) ?? [...new Set(unknown.map(({ path }) => listOf(path)))];
}

/** What a paper would state on which a question comes out otherwise. */
export function placesOf(leaf: Leaf, { session }: Circumstances): readonly Place[] {
  return objectOf(leaf) ?? factsOf(leaf).filter((path) => isReopened(path, leaf, session));
}

/** Of what is asked of an object as a whole. */
function objectOf(leaf: Leaf): readonly Place[] | undefined {
  if (leaf.op === 'exists') return [leaf.fact];
  return leaf.op === 'inForce' ? ['plan'] : undefined;
}

/** The birth date and the day of service stay as they are. */
function isReopened(path: SessionPath, leaf: Leaf, session: Session): boolean {
  return leaf.op !== 'ageAtLeast' || isOfNothing(path, session) || factReader(path)(session) == null;
}

/** Of a fact of an entry, its list. */
function listOf(path: string): Place {
  return (lists.find((list) => path.startsWith(`${list}.`)) ?? path) as Place;
}

export function readsOf(leaf: Leaf): readonly Place[] {
  return objectOf(leaf) ?? factsOf(leaf);
}

/** The session as it is once something is answered. */
export function answered(session: Session, place: Place, value: unknown): Session {
  return withFact(session, place.split('.'), value) as Session;
}

function withFact(holder: unknown, [key, ...below]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const facts = holder === 'none' ? {} : (Object(holder) as Readonly<Record<string, unknown>>);
  return { ...facts, [key]: withFact(facts[key], below, value) };
}
