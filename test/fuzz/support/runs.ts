import type fc from 'fast-check';

/** `npm run test:fuzz` asks for many times as many runs, and for others each time. */
const times = Number(process.env['FUZZ_TIMES'] ?? 1);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_250_303);

if (times > 1) console.log(`FUZZ_SEED=${String(seed)} FUZZ_TIMES=${String(times)}`);

/** The same runs for the same seed. A failure names the path to its run as well. */
export function runs(count: number): fc.Parameters<unknown> {
  return { numRuns: count * times, seed };
}
