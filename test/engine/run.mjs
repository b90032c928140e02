// Proves that the example of an engine is exact: parts on BullMQ, whatever is killed or added twice, come to the bytes of
// one run. Installs what it needs, and starts and stops a Redis of its own.
//   npm run test:engine -- --sessions 200000 --figures
import { deepEqual, equal, ok } from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { checkSessions, createBatch, createChecker } from 'billability';
import { sessionsOf } from './sessions.mjs';

const { values } = parseArgs({
  options: {
    sessions: { type: 'string', default: '20000' },
    figures: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const count = Number(values.sessions);
const root = fileURLToPath(new URL('../../', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'billability-engine-'));
/** A copy, as a person would make it. */
const example = join(work, 'example');
const started = new Set();
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
  rmSync(work, { recursive: true, force: true, maxRetries: 9, retryDelay: 100 });
});

install();
const port = await freePort();
const env = { ...process.env, REDIS_URL: `redis://127.0.0.1:${port}`, LOCK_MS: '3000' };
let redis = await startRedis();
const require = createRequire(pathToFileURL(join(example, 'shared.mjs')));
const { Queue } = require('bullmq');

const { sessions, history } = sessionsOf(count, false);
const file = lines('month.ndjson', sessions);
const billed = lines('billed.ndjson', history);
const command = [
  'dist/cli/main.js',
  'check',
  file,
  '--grouped',
  '--history',
  billed,
  '--format',
  'ndjson',
  '--fail-on',
  'never',
];
const one = await timed(process.execPath, [...command, '--output', join(work, 'one.ndjson')]);
const expected = digestOf(join(work, 'one.ndjson'));

const steps = {
  survives,
  readsAsTheCommand,
  isConfigured,
  refusesAnother,
  namesWhatFails,
  holdsNobody,
  compares,
  sorts,
  saysWhatIsWrong,
};
if (values.figures) await figures();
else
  for (const [name, step] of Object.entries(steps))
    if (values.only === undefined || values.only === name) await step();
await stopRedis();

/** One worker is killed in the middle, Redis is killed and started again, and a job is added twice. */
async function survives() {
  const folder = newFolder('survives');
  await node('split.mjs', [file, folder, '--history', billed, '--lines', String(Math.ceil(count / 40))]);
  const { parts } = JSON.parse(readFileSync(join(folder, 'batch.json'), 'utf8'));
  const workers = [worker(), worker()];
  await until(() => done(folder) >= 4);
  workers[0].kill('SIGKILL');
  const queue = new Queue('billability', { connection: { port, maxRetriesPerRequest: null } });
  queue.on('error', () => undefined);
  for (const part of [0, parts.length - 1])
    await queue.add('check', parts[part], { jobId: `check-${parts[part].batch}-${part}` });
  await until(() => done(folder) >= 12);
  redis.kill('SIGKILL');
  await once(redis, 'exit');
  redis = await startRedis();
  workers.push(worker());
  const { status } = await node('merge.mjs', [folder, join(work, 'merged.ndjson')]);
  equal(status, 0);
  await queue.close();
  await end(workers);
  equal(digestOf(join(work, 'merged.ndjson')), expected);
  const sums = JSON.parse(readFileSync(join(work, 'merged.ndjson.sums.json'), 'utf8'));
  const whole = createBatch({ of: 'records', history });
  for (const session of sessions) {
    whole.add(JSON.parse(JSON.stringify(session)));
    whole.results();
  }
  const { totals, notices } = whole.end();
  deepEqual(sums, { totals, notices: JSON.parse(JSON.stringify(notices)) });
  console.log(
    `${count} sessions in ${parts.length} parts, a worker and Redis killed, jobs added twice: the bytes of one run`,
  );
}

/** Lines that cannot be read, or not by everybody, claims, and entries of no member, of which any prior use may be. */
async function readsAsTheCommand() {
  const { sessions: some, history: uses } = sessionsOf(400, false);
  const texts = some.map((session) => JSON.stringify(session));
  const { member, dateOfService } = some[200];
  const line = { procedureCode: 'H0038', service: 'mo/peer-support', dateOfService, units: 4 };
  const claim = { id: 'C-1', jurisdiction: 'MO', member: { id: member.id }, lines: [line] };
  const odd = new Map([
    [3, 'no JSON'],
    [8, '{"id": "S-cut", "service": "mo/peer-su'],
    [9, ''],
    [41, texts[41].replace('{', '{"id": "S-first", ')],
    [90, texts[90].replace(/"id":"S-[^"]*"/, '"id":"S\u2028"')],
    [120, `${' '.repeat(1024 * 1024)}${texts[120]}`],
    [
      160,
      Buffer.concat([Buffer.from('{"id": "S-latin", "note": "'), Buffer.from([0xe9]), Buffer.from('"}')]),
    ],
    [161, '[1, 2]'],
    [207, JSON.stringify(claim)],
    [239, JSON.stringify({ ...some[239], member: { ...member, id: null } })],
    [399, '{"id": "S-last", "units": "eight"}'],
  ]);
  const mixed = join(work, 'odd.ndjson');
  const bytes = texts.map((text, place) => Buffer.from(odd.get(place) ?? text));
  writeFileSync(
    mixed,
    Buffer.concat(bytes.flatMap((text, place) => [Buffer.from(place === 0 ? '\ufeff' : '\r\n'), text])),
  );
  const { service, dateOfService: day } = some[239];
  const ofAnother = { id: 'B-other', service, memberId: 'M-other', dateOfService: day, units: 40 };
  const before = lines('odd-billed.ndjson', [...uses, ofAnother]);
  await isExact('odd', mixed, before);
  console.log('lines that cannot be read, claims and entries of no member: the bytes of one run');
}

/** What is configured holds for what the split counts, too. */
async function isConfigured() {
  const { sessions: some, history: uses } = sessionsOf(400, false);
  const waiver = {
    id: 'W-1',
    rule: 'units/time',
    of: { session: 'S-0' },
    from: '2024-01-01',
    through: '2024-12-31',
    expires: '2025-12-31',
    reason: 'payer-agreed',
    note: 'An invented one',
    approver: 'An invented one',
    approvedOn: '2025-01-02',
    evidence: 'none',
  };
  const waivers = [waiver, { ...waiver, id: 'W-2', of: { session: 'S-none' } }];
  const config = {
    checker: { waivers, severities: { 'units/time': 'warning' } },
    options: { asOf: '2025-04-01', missingFacts: 'report' },
  };
  const path = join(work, 'checker.json');
  writeFileSync(path, JSON.stringify(config.checker));
  const { sums } = await isExact(
    'configured',
    lines('few.ndjson', some),
    lines('few-billed.ndjson', uses),
    config,
    ['--config', path, '--as-of', '2025-04-01', '--missing-facts', 'report'],
  );
  const whole = createChecker(config.checker).createBatch({
    ...config.options,
    of: 'records',
    history: uses,
  });
  for (const session of some) whole.add(JSON.parse(JSON.stringify(session)));
  const { totals, notices } = whole.end();
  deepEqual(sums, { totals, notices: JSON.parse(JSON.stringify(notices)) });
  ok(notices.some(({ code }) => code === 'waivers-unused'));
  console.log('what is configured holds for every part, and for their sums');
}

/** In parts, and by the command. */
async function isExact(name, input, before, config = {}, options = []) {
  const folder = newFolder(name);
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  await node('split.mjs', [input, folder, '--history', before, '--lines', '25']);
  ok(JSON.parse(readFileSync(join(folder, 'batch.json'), 'utf8')).parts.length > 8);
  const workers = [worker(), worker()];
  const merged = join(work, `${name}.parts`);
  equal((await node('merge.mjs', [folder, merged])).status, 0);
  await end(workers);
  const whole = join(work, `${name}.whole`);
  const args = ['check', input, '--grouped', '--history', before, '--format', 'ndjson', '--fail-on', 'never'];
  execFileSync(process.execPath, ['dist/cli/main.js', ...args, '--output', whole, ...options], {
    cwd: root,
    stdio: 'ignore',
  });
  equal(readFileSync(merged, 'utf8'), readFileSync(whole, 'utf8'));
  return { sums: JSON.parse(readFileSync(`${merged}.sums.json`, 'utf8')) };
}

/** What a person does wrong is said in a line, and nothing is done. */
async function saysWhatIsWrong() {
  const few = lines('wrong.ndjson', sessions.slice(0, 40));
  const unsorted = lines('unsorted.ndjson', [sessions[0], sessions[8], sessions[1]]);
  const claims = lines('claims.ndjson', [{ id: 'C-1', member: { id: 'M-1' }, lines: [] }]);
  const used = newFolder('used');
  await node('split.mjs', [few, used]);
  const split = 'split.mjs: ';
  const table = [
    [['split.mjs', few], `${split}expected: node split.mjs FILE FOLDER`],
    [['split.mjs', `${few}.no`, newFolder('wrong-1')], `${split}ENOENT`],
    [['split.mjs', work, newFolder('wrong-2')], `${split}${work} is no file`],
    [['split.mjs', unsorted, newFolder('wrong-3')], `${split}${unsorted}:3: a member comes back`],
    [['split.mjs', few, newFolder('wrong-4'), '--lines', 'many'], `${split}--lines is a whole number`],
    [['split.mjs', few, newFolder('wrong-5'), '--history', few], `${split}${few}:1: expected a prior use`],
    [['split.mjs', few, newFolder('wrong-6'), '--historie', few], `${split}Unknown option`],
    [['split.mjs', claims, newFolder('wrong-8'), '--across'], `${split}${claims}:1: a claim`],
    [['split.mjs', few, used], `${split}${used} holds a batch`],
    [['merge.mjs', newFolder('wrong-7'), join(work, 'wrong')], 'merge.mjs: no batch in '],
    [['merge.mjs', used], 'merge.mjs: expected: node merge.mjs FOLDER RESULTS'],
    [['compare.mjs', used], 'compare.mjs: expected a batch that split.mjs --across made'],
    [['sort.mjs', few], 'sort.mjs: expected: node sort.mjs FILE SORTED'],
    [['parquet.mjs', `${few}.no`, join(work, 'wrong')], 'parquet.mjs: IO Error'],
  ];
  for (const [[program, ...args], message] of table) {
    const { status, said } = await node(program, args, true);
    equal(status, 2, said);
    ok(said.startsWith(message), said);
  }
  const away = spawn(process.execPath, ['merge.mjs', used, join(work, 'wrong')], {
    cwd: example,
    env: { ...env, REDIS_URL: 'redis://127.0.0.1:1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  started.add(away);
  let said = '';
  away.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  await until(() => said !== '');
  await end([away]);
  ok(said.startsWith('waiting for Redis at 127.0.0.1:1'), said);
  console.log(`${table.length + 1} things done wrong: each is said in a line`);
}

/** One worker has another version than the one who split, another one reads another configuration. */
async function refusesAnother() {
  const folder = newFolder('refuses');
  const config = join(folder, 'config.json');
  await node('split.mjs', [file, folder, '--history', billed, '--lines', String(count)]);
  await refuses(folder, 'version', worker(exampleOfVersion('0.0.1')));
  writeFileSync(config, JSON.stringify({ options: { missingFacts: 'report' } }));
  await refuses(folder, 'config', worker());
  unlinkSync(config);
  const right = worker();
  await node('merge.mjs', [folder, join(work, 'refused.ndjson')]);
  await end([right]);
  equal(digestOf(join(work, 'refused.ndjson')), expected);
  console.log(
    'a worker of another version refuses its part, and one of another configuration; a right one does it',
  );
}

async function refuses(folder, what, wrong) {
  let said = '';
  wrong.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  const [status] = await once(wrong, 'close');
  equal(status, 3);
  ok(said.includes(`the part is made for another ${what} of billability`), said);
  equal(done(folder), 0);
}

/** The example where billability is of another version, and the same beside. */
function exampleOfVersion(version) {
  const other = join(work, `example-${version}`);
  const own = join(other, 'node_modules/billability');
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(example))
    if (name.endsWith('.mjs')) cpSync(join(example, name), join(other, name));
  for (const name of readdirSync(join(example, 'node_modules')))
    if (name !== 'billability')
      symlinkSync(join(example, 'node_modules', name), join(other, 'node_modules', name));
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(own, 'package.json'), JSON.stringify({ ...manifest, version }));
  symlinkSync(join(root, 'dist'), join(own, 'dist'), 'dir');
  return other;
}

async function namesWhatFails() {
  const folder = newFolder('fails');
  await node('split.mjs', [file, folder, '--history', billed, '--lines', String(Math.ceil(count / 5))]);
  const { batch, parts } = JSON.parse(readFileSync(join(folder, 'batch.json'), 'utf8'));
  const [{ firstEntry: first, firstLine }, { firstEntry: next }] = parts.slice(2);
  const missing = join(folder, 'part-000002.history.ndjson');
  renameSync(missing, `${missing}.away`);
  // A file that is another one by now is none of the batch.
  const changed = newFolder('changed');
  const few = lines('changed.ndjson', sessions.slice(0, 40));
  await node('split.mjs', [few, changed]);
  writeFileSync(few, '{}\n', { flag: 'a' });
  const workers = [worker(), worker()];
  const merged = join(work, 'rest.ndjson');
  const { status, said } = await node('merge.mjs', [folder, merged]);
  equal(status, 1);
  ok(said.includes(`part 2 failed three times, from ${file}:${firstLine} on; it is left out: ENOENT`), said);
  const whole = readFileSync(join(work, 'one.ndjson'), 'utf8').split('\n');
  equal(readFileSync(merged, 'utf8'), [...whole.slice(0, first), ...whole.slice(next)].join('\n'));
  const queue = new Queue('billability', { connection: { port, maxRetriesPerRequest: null } });
  const failed = (await queue.getFailed()).filter(({ data }) => data.batch === batch);
  deepEqual(
    failed.map(({ data, attemptsMade }) => [data.part, attemptsMade]),
    [[2, 3]],
  );
  const refused = await node('merge.mjs', [changed, join(work, 'changed.results')]);
  equal(refused.status, 1);
  ok(refused.said.includes('it is left out: the file is not the one that was split'), refused.said);
  // What was in its way is out of it.
  renameSync(`${missing}.away`, missing);
  await failed[0].retry();
  await queue.close();
  equal((await node('merge.mjs', [folder, merged])).status, 0);
  await end(workers);
  equal(digestOf(merged), expected);
  console.log(
    'a part that fails three times is named, and the rest goes on; once it is tried again, nothing is missing',
  );
}

/** What Redis wrote holds no key and no fact of anybody. */
async function holdsNobody() {
  const text = readdirSync(join(work, 'redis'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'latin1'))
    .join('');
  ok(text.length > 1000);
  for (const { id, member, staff } of sessions.slice(0, 1000))
    for (const key of [`"${id}"`, member.id, `"${staff.id}"`, 'birthDate']) ok(!text.includes(key));
  console.log('Redis holds nothing of anybody');
}

/** In two phases what compares members is judged as by one check of all. */
async function compares() {
  const meeting = sessionsOf(Math.min(count, 20_000), true);
  const input = lines('meeting.ndjson', meeting.sessions);
  writeFileSync(input, 'no JSON\n', { flag: 'a' });
  const before = lines('meeting-billed.ndjson', meeting.history);
  const folder = newFolder('compares');
  await node('split.mjs', [input, folder, '--history', before, '--across', '--lines', '1000']);
  const workers = [worker(), worker()];
  await node('compare.mjs', [folder]);
  await node('merge.mjs', [folder, join(work, 'compared.ndjson')]);
  await end(workers);
  const values = meeting.sessions.map((session) => JSON.parse(JSON.stringify(session)));
  const { results } = checkSessions(values, { history: meeting.history });
  const message = 'expected one complete JSON object, found text that is not valid JSON';
  const unread = { kind: 'invalid', verdict: 'invalid', issues: [{ code: 'not-json', message, path: '' }] };
  const all = [...results, unread].map((result) => `${JSON.stringify(result)}\n`);
  writeFileSync(join(work, 'whole.ndjson'), all.join(''));
  equal(digestOf(join(work, 'compared.ndjson')), digestOf(join(work, 'whole.ndjson')));
  const found = (rule) =>
    results.filter(({ findings }) => findings.some((finding) => finding.rule === rule)).length;
  const rules = ['schedule/staff-overlap', 'schedule/group-roster', 'claim/duplicate'];
  for (const rule of rules) ok(found(rule) > 0, rule);
  console.log(
    `${values.length} sessions compared across members: as checkSessions (${rules.map((rule) => `${rule} ${found(rule)}`).join(', ')})`,
  );
}

/** What is not grouped is put into order first; results become a table. */
async function sorts() {
  const texts = readFileSync(file, 'utf8').trimEnd().split('\n');
  const mixed = join(work, 'mixed.ndjson');
  const byTurns = Array.from({ length: 7 }, (_, turn) =>
    texts.filter((_text, index) => index % 7 === turn),
  ).flat();
  writeFileSync(mixed, `${byTurns.join('\n')}\n`);
  await node('sort.mjs', [mixed, join(work, 'sorted.ndjson')]);
  const members = readFileSync(join(work, 'sorted.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text).member.id);
  deepEqual(members, members.slice().sort());
  equal(members.length, count);
  const { said } = await node('parquet.mjs', [join(work, 'one.ndjson'), join(work, 'one.parquet')]);
  const rows = [...said.matchAll(/: (\d+)/g)].reduce((sum, [, number]) => sum + Number(number), 0);
  equal(rows, count);
  console.log('a file in any order is sorted, and results become a table');
}

async function figures() {
  tell('one process', one);
  for (const number of [1, 2]) {
    const folder = newFolder(`figures-${number}`);
    await node('split.mjs', [file, folder, '--history', billed]);
    const began = performance.now();
    const workers = Array.from({ length: number }, () => worker());
    await node('merge.mjs', [folder, join(work, 'figures.ndjson')]);
    const seconds = (performance.now() - began) / 1000;
    const memory = workers.map(({ pid }) => memoryOf(pid));
    const busy = workers.reduce((sum, { pid }) => sum + busyOf(pid), 0);
    await end(workers);
    equal(digestOf(join(work, 'figures.ndjson')), expected);
    tell(`${number} worker${number === 1 ? '' : 's'}, split before`, { seconds, memory, busy });
  }
}

function tell(what, { seconds, memory, busy }) {
  const mib = memory.map((kib) => `${Math.round(kib / 1024)} MiB`).join(', ');
  console.log(
    `${what}: ${Math.round(count / seconds)} sessions a second, ${seconds.toFixed(1)} s, ${busy.toFixed(1)} s of the processor, at most ${mib}`,
  );
}

function install() {
  if (!existsSync('/usr/bin/redis-server')) {
    execFileSync('apt-get', ['update'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', 'redis-server'], {
      stdio: 'ignore',
      // None is to start by itself.
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
  }
  cpSync(join(root, 'docs/examples/distributed'), example, { recursive: true });
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], {
    cwd: example,
    stdio: 'ignore',
  });
  symlinkSync(root, join(example, 'node_modules/billability'), 'dir');
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address();
  server.close();
  await once(server, 'close');
  return free;
}

async function startRedis() {
  const dir = join(work, 'redis');
  mkdirSync(dir, { recursive: true });
  const options = [
    '--port',
    port,
    '--bind',
    '127.0.0.1',
    '--dir',
    dir,
    '--appendonly',
    'yes',
    '--appendfsync',
    'always',
    '--save',
    '',
  ];
  const child = spawn('redis-server', options.map(String), { stdio: ['ignore', 'pipe', 'inherit'] });
  started.add(child);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  await until(() => {
    if (child.exitCode !== null) throw new Error(`Redis ended\n${said}`);
    return said.includes('Ready to accept connections');
  });
  return child;
}

async function stopRedis() {
  redis.kill('SIGTERM');
  await once(redis, 'exit');
  started.delete(redis);
}

function worker(folder = example) {
  const child = spawn(process.execPath, ['worker.mjs'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  started.add(child);
  child.stderr.resume();
  return child;
}

async function end(workers) {
  for (const child of workers) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    started.delete(child);
  }
}

/** Runs a program of the example; gives what it said. */
async function node(program, args, mayFail = program === 'merge.mjs') {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: example,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  const [status] = await once(child, 'close');
  started.delete(child);
  if (status !== 0 && !mayFail) throw new Error(`${program}\n${said}`);
  return { status, said };
}

async function timed(program, args) {
  const began = performance.now();
  const child = spawn(program, args, { cwd: root, stdio: 'ignore' });
  let memory = 0;
  let busy = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, memoryOf(child.pid));
    busy = Math.max(busy, busyOf(child.pid));
  }, 50);
  const [status] = await once(child, 'exit');
  clearInterval(watch);
  equal(status, 0);
  return { seconds: (performance.now() - began) / 1000, memory: [memory], busy };
}

/** Seconds that a process was at work; Linux counts hundredths. */
function busyOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13);
    return (Number(user) + Number(system)) / 100;
  } catch {
    return 0;
  }
}

/** The most that a process held, in KiB. */
function memoryOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function done(folder) {
  return readdirSync(folder).filter((name) => name.endsWith('.results.ndjson')).length;
}

function newFolder(name) {
  const folder = join(work, name);
  mkdirSync(folder);
  return folder;
}

function lines(name, records) {
  const path = join(work, name);
  writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return path;
}

function digestOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

async function until(holds) {
  for (let left = 15_000; left > 0; left -= 1) {
    if (holds()) return;
    await setTimeout(20);
  }
  throw new Error('it takes longer than five minutes');
}
