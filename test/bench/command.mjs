// Measures the command on NDJSON, as a whole process, by the time it takes of the processor, beside a process that parses
// the same lines, writes as many results, and does no more. Fails where the aim is missed.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { checkSession } from '../../dist/index.js';
import { median } from './median.mjs';
import { root } from './whole-process.mjs';

const ROUNDS = 3;
const MEMBERS = 5000;
const EACH = 40;
const folder = mkdtempSync(join(tmpdir(), 'billability-bench-'));
const file = join(folder, 'sessions.ndjson');
const bare = join(folder, 'bare.mjs');

const complete = JSON.parse(readFileSync(`${root}fixtures/sessions/mo-peer-support.json`, 'utf8'));
const { member, staff, ...rest } = complete;
const out = openSync(file, 'w');
for (let one = 0; one < MEMBERS; one++) {
  const lines = Array.from({ length: EACH }, (_, index) =>
    JSON.stringify({
      ...rest,
      id: `S-${String(one * EACH + index)}`,
      // Each member has a staff member of their own and ten days in each of four months: all is billable.
      member: { ...member, id: `M-${String(one)}` },
      staff: { ...staff, id: `T-of-M-${String(one)}` },
      dateOfService: `2017-0${String(5 + Math.floor(index / 10))}-${String(11 + (index % 10))}`,
    }),
  );
  writeSync(out, `${lines.join('\n')}\n`);
}
closeSync(out);
writeFileSync(
  bare,
  `import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
const result = ${JSON.stringify(checkSession(complete, { history: [] }))};
let text = '';
let kept;
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  kept = JSON.parse(line);
  text += JSON.stringify(result) + '\\n';
  if (text.length > 65536) { process.stdout.write(text); text = ''; }
}
process.stdout.write(text);
`,
);

const check = ['dist/cli/main.js', 'check', file, '--history', 'none', '--format', 'ndjson'];
const contenders = [
  { name: 'parse of the input and stringify of the results', args: [bare, file] },
  { name: 'check', args: check },
  { name: 'check --grouped', args: [...check, '--grouped'], most: 1.5 },
];

try {
  const times = contenders.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    contenders.forEach(({ args }, index) => times[index].push(processorTime(args)));
  }
  console.log(`${`${String(MEMBERS * EACH)} lines of NDJSON`.padEnd(50)}median s     ratio       aim`);
  contenders.forEach(({ name, most }, index) => {
    const ratio = median(times[index].map((time, round) => time / times[0][round]));
    const aim = most === undefined ? '' : `<= ${most.toFixed(2)}${ratio > most ? '  missed' : ''}`;
    console.log(
      `${name.padEnd(48)}${median(times[index]).toFixed(2).padStart(10)}${ratio.toFixed(2).padStart(10)}  ${aim}`,
    );
    if (most !== undefined && ratio > most) process.exitCode = 1;
  });
  await measureWorkers();
} finally {
  rmSync(folder, { recursive: true });
}

/** Two threads take time off the clock only where nobody else has the other core. */
async function measureWorkers() {
  const most = 0.65;
  const name = 'check --grouped --workers 2, on the clock / one';
  for (let tries = 0; tries < 3; tries++) {
    if (availableParallelism() < 2 || (await coresOfOthers(10_000)) >= 0.2) continue;
    const grouped = [...check, '--grouped'];
    const rounds = Array.from({ length: ROUNDS }, () => [
      secondsOf(grouped),
      secondsOf([...grouped, '--workers', '2']),
    ]);
    const ratio = median(rounds.map(([one, two]) => two / one));
    const seconds = median(rounds.map(([, two]) => two))
      .toFixed(2)
      .padStart(10);
    const aim = `<= ${most.toFixed(2)}${ratio > most ? '  missed' : ''}`;
    console.log(`${name.padEnd(48)}${seconds}${ratio.toFixed(2).padStart(10)}  ${aim}`);
    if (ratio > most) process.exitCode = 1;
    return;
  }
  console.log(`${name.padEnd(48)}  not decided: other processes are at work, or there is one core`);
}

/** How many cores were at work over some time in which this process did nothing. */
async function coresOfOthers(milliseconds) {
  const busy = () =>
    cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
  const before = busy();
  await after(milliseconds);
  return (busy() - before) / milliseconds;
}

function secondsOf(args) {
  const start = process.hrtime.bigint();
  processorTime(args);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

/** Seconds of the processor that Node takes with these arguments. */
function processorTime(args) {
  const told = `data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();process.stderr.write('\\n'+(user+system))})`;
  const { status, stderr } = spawnSync(process.execPath, ['--import', told, ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${args.join(' ')}\n${stderr}`);
  return Number(stderr.split('\n').at(-1)) / 1e6;
}
