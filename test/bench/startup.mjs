// Measures how long the library and the command take to start, as whole processes, beside Node doing nothing.
import { median } from './median.mjs';
import { timed } from './whole-process.mjs';

const ROUNDS = 15;
const command = 'dist/cli/main.js';
const session = 'fixtures/sessions/mo-peer-support.json';

/** `most`: how many times as long as Node alone it may take. */
const contenders = [
  { name: 'node -e 0', args: ['-e', '0'], most: 1 },
  { name: "import 'billability'", args: ['--input-type=module', '-e', "import 'billability'"], most: 5 },
  { name: "require('billability')", args: ['-e', "require('billability')"], most: 5 },
  { name: 'billability --help', args: [command, '--help'], most: 3 },
  { name: 'billability check', args: [command, 'check', session, '--history', 'none'], most: 6 },
];

const times = contenders.map(() => []);
for (let round = 0; round < ROUNDS; round++) {
  contenders.forEach(({ args }, index) => times[index].push(timed(args)));
}

console.log(`${'whole process'.padEnd(26)}least ms  median ms  / node  at most`);
const [node] = times.map(least);
const tooLong = contenders.filter(({ name, most }, index) => {
  const ratio = least(times[index]) / node;
  const cells = [least(times[index]).toFixed(0), median(times[index]).toFixed(0), ratio.toFixed(2), most];
  console.log(name.padEnd(24) + cells.map((cell) => String(cell).padStart(10)).join(''));
  return ratio > most;
});
if (tooLong.length > 0) {
  console.error(`too long: ${tooLong.map(({ name }) => name).join(', ')}`);
  process.exitCode = 1;
}

/** What others on the machine do only adds to a time. */
function least(numbers) {
  return Math.min(...numbers);
}
