import type { Problem } from '../facts/found.js';

/** Collects problems: one that is met a thousand times is told once. */
export interface Problems {
  readonly add: (problem: Omit<Problem, 'count'>) => void;
  /** In the order in which each was first met. */
  readonly all: () => Problem[];
}

export function collectProblems(): Problems {
  const met = new Map<string, { readonly first: Omit<Problem, 'count'>; count: number }>();
  return {
    add(problem) {
      const key = `${problem.code} ${problem.message}`;
      const before = met.get(key);
      if (before === undefined) met.set(key, { first: problem, count: 1 });
      else before.count += 1;
    },
    all: () =>
      [...met.values()].map(({ first, count }) => (count === 1 ? { ...first } : { ...first, count })),
  };
}
