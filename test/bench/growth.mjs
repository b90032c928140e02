// Measures how the time and the memory for an entry grow from half as many entries to many, shape by shape. Names of shapes
// as arguments leave the others out. Each is measured in a process of its own, three times each: the least counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as library from '../../dist/index.js';
import { shapesOf } from './shapes.mjs';

const TIMES = 3;
const MOST_TIME = 1.2;
const MOST_MEMORY = 1.1;
/** Bytes for an entry: fewer are no list that grows, and not told apart from what the process itself holds. */
const FEW = 32;
const MINUTE = 60_000;

const own = fileURLToPath(import.meta.url);
const shapes = shapesOf(library);

/** Files that the command checks, line by line and as a whole. */
const checks = [
  { name: 'tiny lines', many: 200_000, text: '{}\n', args: [] },
  { name: 'tiny lines, grouped', many: 1_000_000, text: '{}\n', args: ['--grouped'] },
  { name: 'blank lines, grouped', many: 1_000_000, text: '\n', args: ['--grouped'] },
];

const [mode, name, count] = process.argv.slice(2);
if (mode === '--library') measureShape(name, Number(count));
else if (mode === '--command') await measureCommand(process.argv.slice(3));
else report(process.argv.slice(2));

/** Of what is held at the end, so that the time at which garbage is collected plays no part. */
function measureShape(name, count) {
  const { few, made } = shapes.find((shape) => shape.name === name);
  for (let warm = 0; warm < 3; warm++) made(few)();
  const work = made(count);
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  globalThis.gc();
  tell({ time: user + system, memory: process.memoryUsage().heapUsed - before, isThere: result !== null });
}

/** Of the whole process, its start too. */
async function measureCommand(args) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    tell({ time: userCPUTime + systemCPUTime, memory: maxRSS * 1024 });
  });
  process.argv = [process.argv[0], own, 'check', ...args];
  await import('../../dist/cli/main.js');
}

/** Standard output is the command's. */
function tell(measured) {
  writeFileSync(3, JSON.stringify(measured));
}

function report(chosen) {
  const isChosen = ({ name }) => chosen.length === 0 || chosen.some((one) => name.includes(one));
  const folder = mkdtempSync(join(tmpdir(), 'billability-growth-'));
  const contenders = [
    ...shapes.map(({ name, many }) => ({
      name,
      many,
      args: (count) => ['--library', name, String(count)],
    })),
    ...checks.map(({ name, many, text, args }) => ({
      name,
      many,
      args(count) {
        const file = join(folder, 'lines.ndjson');
        writeFileSync(file, text.repeat(count));
        const options = ['--history', 'none', '--format', 'ndjson', '--fail-on', 'never'];
        return ['--command', file, ...options, ...args];
      },
    })),
  ].filter(isChosen);
  console.log(
    `${'for an entry'.padEnd(46)}${'entries'.padStart(10)}${'us'.padStart(9)}${'bytes'.padStart(9)}${'time x'.padStart(9)}${'memory x'.padStart(10)}`,
  );
  let missed = 0;
  try {
    for (const { name, many, args } of contenders) {
      const half = measured(args(many / 2), many / 2);
      const whole = measured(args(many), many);
      const [time, memory] = [whole.time / half.time, whole.memory / half.memory];
      const holds = time <= MOST_TIME && memory <= MOST_MEMORY;
      if (!holds) missed += 1;
      const cells = [
        String(many).padStart(10),
        whole.time.toFixed(1).padStart(9),
        whole.memory.toFixed(0).padStart(9),
        time.toFixed(2).padStart(9),
        memory.toFixed(2).padStart(10),
      ];
      console.log(`${name.padEnd(46)}${cells.join('')}${holds ? '' : '  missed'}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  console.log(
    `\nthe aim is at most ${MOST_TIME} times the time and ${MOST_MEMORY} times the memory for an entry of twice as many: ${missed === 0 ? 'holds' : `missed by ${missed}`}`,
  );
  process.exitCode = missed === 0 ? 0 : 1;
}

/** Microseconds and bytes for an entry; without end where it is not done in good time, or in the memory there is. */
function measured(args, count) {
  const runs = Array.from({ length: TIMES }, () => {
    const { status, output, stderr } = spawnSync(process.execPath, ['--expose-gc', own, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      timeout: 5 * MINUTE,
    });
    if (status === 0) return JSON.parse(output[3]);
    console.error(stderr);
    return { time: Infinity, memory: Infinity };
  });
  const least = (of) => Math.min(...runs.map((run) => run[of])) / count;
  return { time: least('time'), memory: Math.max(least('memory'), FEW) };
}
