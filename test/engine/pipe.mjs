// Sends many lines through the command as a filter, by pipes of the shell: fails unless one line comes out for each that
// goes in, in order and as it is judged alone, the command ends with 0, and its memory stays within the aim.
//   npm run test:pipe -- --lines 1000000
import { deepEqual, equal, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createBatch } from 'billability';
import { sessionsOf } from './sessions.mjs';

const MOST_MIB = 256;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lines: { type: 'string', default: '1000000' } },
});
const count = Number(values.lines);
ok(Number.isSafeInteger(count) && count > 0, '--lines is a whole number, 1 or more');
const own = fileURLToPath(import.meta.url);
const root = fileURLToPath(new URL('../../', import.meta.url));

/** What is sent again and again, of other members each time; some of it is no JSON, or no record. */
const block = sessionsOf(1000, false).sessions;
const texts = new Map([
  [99, () => 'no JSON'],
  [500, (id) => JSON.stringify({ id, units: 'eight' })],
]);

const [role] = positionals;
if (role === 'send') await pipeline(sent, process.stdout);
else if (role === 'receive') await receive();
else report();

function* sent() {
  for (let first = 0; first < count; first += block.length) {
    const lines = block.slice(0, count - first).map((_one, place) => lineAt(first + place));
    yield `${lines.join('\n')}\n`;
  }
}

function lineAt(index) {
  const place = index % block.length;
  const id = idAt(index);
  const text = texts.get(place);
  if (text !== undefined) return text(id);
  const session = block[place];
  const round = Math.floor(index / block.length);
  return JSON.stringify({
    ...session,
    id,
    member: { ...session.member, id: `${session.member.id}-${round}` },
  });
}

function idAt(index) {
  return `S-${index}`;
}

/** What comes of each line of a block: members of another block share nothing with it. */
function expectedOfBlock() {
  const batch = createBatch({ of: 'records', history: [] });
  for (let place = 0; place < block.length; place += 1) batch.add(parsed(lineAt(place)));
  return batch.end().results.map((result) => toldOf(result));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function toldOf({ verdict, findings = [] }) {
  return [verdict, ...findings.map(({ rule, outcome }) => `${rule} ${outcome}`)];
}

async function receive() {
  const expected = expectedOfBlock();
  let index = 0;
  for await (const text of createInterface({ input: process.stdin })) {
    const result = JSON.parse(text);
    const place = index % block.length;
    equal(result.line, index + 1);
    equal(result.id, place === 99 ? undefined : idAt(index));
    deepEqual(toldOf(result), expected[place]);
    index += 1;
  }
  equal(index, count);
}

function report() {
  const folder = mkdtempSync(join(tmpdir(), 'billability-pipe-'));
  try {
    const node = JSON.stringify(process.execPath);
    const self = `${node} ${JSON.stringify(own)} --lines ${count}`;
    const told = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\n'+JSON.stringify(process.resourceUsage())))`;
    const filter = `${node} --import ${JSON.stringify(told)} dist/cli/main.js check - --grouped --format ndjson --fail-on never --history none`;
    const [said, status] = ['said', 'status'].map((name) => join(folder, name));
    const line = `${self} send | { ${filter} 2> '${said}'; echo $? > '${status}'; } | ${self} receive`;
    const began = performance.now();
    const done = spawnSync('sh', ['-c', line], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    const seconds = (performance.now() - began) / 1000;
    const notes = readFileSync(said, 'utf8');
    equal(readFileSync(status, 'utf8').trim(), '0', notes);
    equal(done.status, 0, 'each line is told once, in order');
    const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(notes.split('\n').at(-1));
    const mib = maxRSS / 1024;
    const busy = (userCPUTime + systemCPUTime) / 1e6;
    console.log(
      `${count} lines in and out, in order, status 0: ${Math.round(count / seconds)} lines a second, ${seconds.toFixed(1)} s, of which the command is at work ${busy.toFixed(1)} s; at most ${Math.round(mib)} MiB`,
    );
    ok(mib > 0 && mib <= MOST_MIB, `the aim is at most ${MOST_MIB} MiB`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
