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
 * As much in all is done in eight parts, so that what is compiled and collected meanwhile takes its share of both. Measured
 * again where it seems to be too long.
 */
export function growthOf(made: Made, count: number): number {
  // Once, so that what is compiled only then makes neither look slow.
  made(TIMES * count)();
  let least = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && least > MOST; attempt++) {
    const parts = Array.from({ length: TIMES }, () => made(count));
    const inParts = timeOf(() => {
      for (const work of parts) work();
    });
    const atOnce = timeOf(made(TIMES * count));
    least = Math.min(least, atOnce < QUICK ? 0 : (TIMES * atOnce) / inParts);
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
