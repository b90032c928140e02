import type fc from 'fast-check';

/** `npm run test:fuzz` and `npm run test:laws` ask for many times as many runs, and for others each time. */
function runsOf(name: 'FUZZ' | 'LAW') {
  const times = Number(process.env[`${name}_TIMES`] ?? 1);
  const asked = process.env[`${name}_SEED`];
  if (asked !== undefined) console.log(`${name}_SEED=${asked} ${name}_TIMES=${String(times)}`);

  /** The same runs for the same seed. A failure names the path to its run as well. */
  return (count: number, seed: number): fc.Parameters<unknown> => ({
    numRuns: count * times,
    seed: Number(asked ?? seed),
  });
}

export const lawRuns = runsOf('LAW');
const fuzzRuns = runsOf('FUZZ');

export function runs(count: number): fc.Parameters<unknown> {
  return fuzzRuns(count, 20_250_303);
}
