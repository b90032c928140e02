/** A record that was read, with where each of its facts stands in the person's file. */
export interface FoundRecord<Value> {
  readonly value: Value;
  /** By JSON Pointer into the value; as the format's users say it, such as `visits.csv row 12, column "Start"`. */
  readonly places: Readonly<Record<string, string>>;
}

/** Something that was not carried over, or not understood. Neither repeats a value of the file. */
export interface Problem {
  /** Forever; the message may change. */
  readonly code: string;
  /** Where it is first. */
  readonly place: string;
  /** What it is, and what to do about it. */
  readonly message: string;
  /** How often, where that is more than once. */
  readonly count?: number;
}

/** What a file comes to. */
export interface FoundIn<Value> {
  readonly records: FoundRecord<Value>[];
  readonly problems: Problem[];
}

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
