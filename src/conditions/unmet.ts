import type { Circumstances } from './circumstances.js';
import { compile } from './compile.js';
import type { Condition, Leaf } from './condition.js';
import { FALSE, type Truth } from './truth.js';

type Unmet = (circumstances: Circumstances) => readonly Leaf[];

interface Part {
  readonly truth: (circumstances: Circumstances) => Truth;
  readonly unmet: Unmet;
}

const none: Unmet = () => [];

/**
 * The demands of a condition that are known not to be met, where there are several to tell apart. Of alternatives, those
 * of the one that lacks least; none, where every part of each fails.
 */
export function unmetDemands(condition: Condition): Unmet {
  const demands = condition.op === 'all' ? condition.conditions.filter(({ op }) => op !== 'exists') : [];
  return condition.op === 'any' || demands.length > 1 ? unmetOf(condition) : none;
}

function unmetOf(condition: Condition): Unmet {
  switch (condition.op) {
    case 'all': {
      const parts = condition.conditions.map(partOf);
      return (under) => parts.flatMap((part) => (part.truth(under) === FALSE ? part.unmet(under) : []));
    }
    case 'any':
      return nearest(condition.conditions);
    case 'not':
    case 'atLeast':
    case 'when':
    case 'reading':
    case 'exists':
      return none;
    default:
      return () => [condition];
  }
}

function partOf(condition: Condition): Part {
  return { truth: compile(condition).truth, unmet: unmetOf(condition) };
}

/** What the alternative lacks that has the fewest parts that fail, and not all. */
function nearest(alternatives: readonly Condition[]): Unmet {
  const demanding = alternatives.flatMap((one) =>
    one.op === 'all' ? [{ parts: one.conditions.map(partOf), unmet: unmetOf(one) }] : [],
  );
  return (under) => {
    const begun = demanding
      .map(({ parts, unmet }) => ({ truths: parts.map(({ truth }) => truth(under)), unmet: unmet(under) }))
      .filter(({ truths, unmet }) => truths.some((truth) => truth !== FALSE) && unmet.length > 0)
      .map(({ truths, unmet }) => ({ lacking: truths.filter((truth) => truth === FALSE).length, unmet }));
    const fewest = Math.min(...begun.map(({ lacking }) => lacking));
    return begun.find(({ lacking }) => lacking === fewest)?.unmet ?? [];
  };
}
