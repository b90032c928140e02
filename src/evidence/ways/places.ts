import type { Circumstances } from '../../conditions/circumstances.js';
import type { Leaf } from '../../conditions/condition.js';
import { factsOf } from '../../conditions/walk.js';
import { lists } from '../../facts/generated/table.js';
import type { NonePath, Session, SessionPath } from '../../facts/generated/types.js';
import { factReader, isOfNothing, placeOf } from '../../facts/read.js';
import { pointerOf } from '../../facts/pointer.js';
import type { Literal } from './terms.js';

/** What an answer states: a fact, or that there is an object of facts. */
export type Place = SessionPath | NonePath;

/** The facts that tell a question, as an answer would state them. */
export function placesOf({ leaf, isStated, unknown }: Literal, { session }: Circumstances): readonly Place[] {
  if (leaf.op === 'exists') return [leaf.fact];
  if (leaf.op === 'inForce') return ['plan'];
  if (!isStated) return [...new Set(unknown.map(({ path }) => listOf(path)))];
  return factsOf(leaf).filter((path) => isReopened(path, leaf, session));
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
  return leaf.op === 'exists' ? [leaf.fact] : leaf.op === 'inForce' ? ['plan'] : factsOf(leaf);
}

/** JSON Pointers of what is to be told. */
export function pointersOf({ leaf, isStated, unknown }: Literal, session: Session): readonly string[] {
  if (isStated) return [...new Set(factsOf(leaf).map((path) => placeOf(path, session)))];
  return [
    ...new Set(
      unknown.map(({ path, entry, isWord }) =>
        isWord === true ? `${pointerOf(path)}/${String(entry)}` : pointerOf(path, entry),
      ),
    ),
  ];
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
