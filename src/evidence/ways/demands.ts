import { describe } from '../../conditions/describe.js';
import { factsOf } from '../../conditions/walk.js';
import { placeOf } from '../../facts/read.js';
import { pointerOf } from '../../facts/pointer.js';
import { factTable } from '../../facts/generated/table.js';
import type { Session } from '../../facts/generated/types.js';
import type { Holder } from '../../facts/rows/row.js';
import type { Ask, Literal } from './terms.js';
import type { Demand } from '../../findings/ways.js';

/** What is demanded, in words. */
export function demandOf(ask: Ask, session: Session): Demand {
  if (!('literals' in ask)) {
    return { says: saysOf(ask), paths: [...pointersOf(ask, session)], heldBy: holderOf(ask) };
  }
  const { atLeast, literals } = ask;
  return {
    says: `at least ${String(atLeast)} of these: ${literals.map(saysOf).join('; ')}`,
    paths: [...new Set(literals.flatMap((one) => pointersOf(one, session)))],
    heldBy: holderOf(literals[0]),
    atLeast,
    of: literals.length,
  };
}

function saysOf({ leaf, isSo, isStated }: Literal): string {
  const clause = describe(leaf, isSo);
  return isStated ? ifItExists(clause) : clause;
}

function holderOf({ leaf, unknown }: Literal): Holder {
  const paths = [...unknown.map(({ path }) => path), ...factsOf(leaf)];
  return paths.map((path) => factTable[path].heldBy).reduce((first) => first);
}

/** Nobody is asked to write what is not so. */
export function ifItExists(clause: string): string {
  return `${clause}, if it exists, or may still be written`;
}

/** JSON Pointers of what is to be told. */
function pointersOf({ leaf, isStated, unknown }: Literal, session: Session): readonly string[] {
  if (isStated) return [...new Set(factsOf(leaf).map((path) => placeOf(path, session)))];
  return [
    ...new Set(
      unknown.map(({ path, entry, isWord }) =>
        isWord === true ? `${pointerOf(path)}/${String(entry)}` : pointerOf(path, entry),
      ),
    ),
  ];
}
