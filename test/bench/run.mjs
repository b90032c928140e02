// Measures a check against the same rules written by hand, against JSON.parse, and against a peer: the median of three
// processes, each against its aim. Fails where one is missed.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './median.mjs';

const PROCESSES = 3;
const script = fileURLToPath(new URL('measure.mjs', import.meta.url));

/** `most` or `least` that a ratio may be; what has neither is told only. */
const aims = [
  { of: 'trusted / by hand, mixed', most: 1 },
  { of: 'trusted / by hand, clean', most: 1.5 },
  { of: 'trusted / by hand, nothing known', most: 1 },
  { of: 'validated / JSON.parse, mixed', most: 1 },
  { of: 'validated / JSON.parse, mixed, no eval', most: 1 },
  { of: 'json-rules-engine / validated, clean', least: 15 },
  { of: 'createBatch, a session / JSON.parse', most: 2 },
];

const runs = Array.from({ length: PROCESSES }, () => ({
  ...measured([script]),
  ...measured(['--disallow-code-generation-from-strings', script, 'validated']),
}));
const ratios = Object.fromEntries(Object.keys(runs[0]).map((of) => [of, median(runs.map((run) => run[of]))]));
const ofServices = Object.keys(ratios)
  .filter((of) => of.startsWith('a rule / '))
  .map((of) => ({ of, most: 1.5 }));

console.log(`${'ratio, the median of three processes'.padEnd(48)}     found       aim`);
const missed = [...aims, ...ofServices].filter(({ of, most = Infinity, least = 0 }) => {
  const isMissed = ratios[of] > most || ratios[of] < least;
  const aim = most === Infinity ? `>= ${least.toFixed(2)}` : `<= ${most.toFixed(2)}`;
  console.log(
    of.padEnd(48) + ratios[of].toFixed(2).padStart(10) + aim.padStart(10) + (isMissed ? '  missed' : ''),
  );
  return isMissed;
});
console.log();
for (const [of, ratio] of Object.entries(ratios)) {
  if (/^findings|percentile$/.test(of)) console.log(`${of}: ${ratio.toFixed(2)}`);
}
console.log('By hand: the same results, deeply equal on every session of each stream, and no other service.');
console.log(
  'json-rules-engine: its facts are ready-made, and it gives pass or fail only, of 13 of 14 clauses.',
);
if (missed.length > 0) process.exitCode = 1;

function measured(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
