const TIMES = 8;
/** Eight times as much may take eight times as long, and twice as much again for sorting and for what is not even. */
const MOST = 3 * TIMES;
const ATTEMPTS = 6;
/** Milliseconds: less is quick enough to need no comparison. */
const QUICK = 2;

/** What is to be done to so much of something; making it is not part of the work. */
export type Made = (count: number) => () => unknown;

/**
 * How many times as long eight times as much takes, in time of the processor, which others on the machine do not take away.
 * Measured again where it seems to be too long.
 */
export function growthOf(made: Made, count: number): number {
  let least = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && least > MOST; attempt++) {
    const short = Math.min(...[1, 2, 3].map(() => timeOf(made(count))));
    const long = timeOf(made(TIMES * count));
    least = Math.min(least, long < QUICK ? 0 : long / short);
  }
  return least;
}

export const mostGrowth = MOST;

function timeOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
