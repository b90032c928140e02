// Measures the command on NDJSON, as a whole process, beside one that parses and writes the same lines and does no more.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from './median.mjs';
import { root, timed } from './whole-process.mjs';

const ROUNDS = 7;
const MEMBERS = 1000;
const EACH = 40;
const MOST = 4;
const folder = mkdtempSync(join(tmpdir(), 'billability-bench-'));
const file = join(folder, 'sessions.ndjson');
const bare = join(folder, 'bare.mjs');

const { member, staff, ...rest } = JSON.parse(
  readFileSync(`${root}fixtures/sessions/mo-peer-support.json`, 'utf8'),
);
const lines = Array.from({ length: MEMBERS * EACH }, (_, index) =>
  JSON.stringify({
    ...rest,
    id: `S-${String(index)}`,
    // Each member has a staff member of their own and ten days in each of four months: all is billable.
    member: { ...member, id: `M-${String(Math.floor(index / EACH))}` },
    staff: { ...staff, id: `T-of-M-${String(Math.floor(index / EACH))}` },
    dateOfService: `2017-0${String(5 + (Math.floor(index / 10) % 4))}-${String(11 + (index % 10))}`,
  }),
);
writeFileSync(file, `${lines.join('\n')}\n`);
writeFileSync(
  bare,
  `import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
let text = '';
for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  text += JSON.stringify(JSON.parse(line)) + '\\n';
  if (text.length > 65536) { process.stdout.write(text); text = ''; }
}
process.stdout.write(text);
`,
);

const check = ['dist/cli/main.js', 'check', file, '--history', 'none', '--format', 'ndjson'];
const contenders = [
  { name: 'parse and stringify', args: [bare, file] },
  { name: 'check', args: check },
  { name: 'check --grouped', args: [...check, '--grouped'] },
];

try {
  const times = contenders.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    contenders.forEach(({ args }, index) => times[index].push(timed(args)));
  }
  console.log(
    `${`${String(lines.length)} lines of NDJSON`.padEnd(32)}     median ms   / parse and stringify`,
  );
  contenders.forEach(({ name }, index) => {
    const ratio = median(times[index].map((time, round) => time / times[0][round]));
    console.log(
      name.padEnd(32) + median(times[index]).toFixed(0).padStart(14) + ratio.toFixed(2).padStart(24),
    );
    if (index > 0) {
      console.log(
        `${name}: the aim is at most ${String(MOST)}: ${ratio <= MOST ? 'holds' : 'does not hold'}`,
      );
    }
  });
} finally {
  rmSync(folder, { recursive: true });
}
