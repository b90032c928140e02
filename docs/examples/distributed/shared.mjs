// What split, worker and merge have in common.
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Redis } from 'ioredis';

export const QUEUE = 'billability';

// What a program cannot do is said in a line. DuckDB quotes the file in further ones.
process.on('uncaughtException', ({ message }) => {
  console.error(`${basename(process.argv[1])}: ${message.split('\n')[0]}`);
  process.exit(2);
});

/** What is typed after the program, of which none may be missing. */
export function typed(usage, given, count) {
  if (given.length !== count) throw new Error(`expected: node ${usage}`);
  return given;
}

/** BullMQ asks for connections that never give up on a command: a Redis that is started again goes on. */
export function connection() {
  const url = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  let isTold = false;
  redis.on('error', ({ message }) => {
    const { host, port } = redis.options;
    if (!isTold)
      console.error(`waiting for Redis at ${host}:${port}, which REDIS_URL says (${message.split('\n')[0]})`);
    isTold = true;
  });
  redis.on('ready', () => (isTold = false));
  return redis;
}

/** What it has to say of its connection is said once, by the connection. */
export function quiet(emitter) {
  emitter.on('error', () => undefined);
  return emitter;
}

/** Where the files of a part stand: what people state is in files alone, and none of it in a job. */
export function filesOf(folder, part) {
  const name = join(folder, `part-${String(part).padStart(6, '0')}`);
  return {
    history: `${name}.history.ndjson`,
    unread: `${name}.unread.ndjson`,
    across: `${name}.across.json`,
    placed: `${name}.placed.ndjson`,
    lines: `${name}.lines.ndjson`,
    results: `${name}.results.ndjson`,
    sums: `${name}.sums.json`,
  };
}

/** What split wrote of a batch. */
export function readBatch(folder) {
  const file = join(folder, 'batch.json');
  if (!existsSync(file)) throw new Error(`no batch in ${folder}: split.mjs makes one`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The options of every check, and the configuration: `config.json` of the folder. */
export function readConfig(folder) {
  const file = join(folder, 'config.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

const require = createRequire(import.meta.url);
const manifest = require.resolve('billability/package.json');
const { version, bin } = require(manifest);

export const command = join(dirname(manifest), bin.billability);

/** What a worker must have in common with the one who split: the version, and the configuration that it reads itself. */
export function madeFor(config) {
  return { version, config: createHash('sha256').update(JSON.stringify(config)).digest('hex') };
}

/** What fails is tried three times, and then kept to be looked into; the same part twice is one job. */
export function jobOf(name, data) {
  const backoff = { type: 'fixed', delay: 500 };
  return { name, data, opts: { jobId: `${name}-${data.batch}-${data.part}`, attempts: 3, backoff } };
}

/** Parts of a batch that failed for good, in order, with the reason. */
export async function failedIn(queue, batch) {
  const jobs = await queue.getFailed(0, -1);
  const own = jobs.filter(({ data }) => data.batch === batch);
  return new Map(
    own.map(({ data, failedReason }) => [data.part, failedReason]).sort(([one], [other]) => one - other),
  );
}

/** As the library has it: keys of one person may differ in case, blanks and zeros at the start. */
export function alikeKey(key) {
  return key.replace(/^[\s0]+|\s+/g, '').toLowerCase();
}

export function readLines(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

const [LINE_FEED, RETURN] = Buffer.from('\n\r');
const MARK = Buffer.from('\ufeff');

/** Lines of a file, as bytes, with where the next one begins; a mark before the first one is left out. */
export async function* linesOf(file, { from = 0, to = Infinity } = {}) {
  if (from === to) return;
  let begun = [];
  let next = from;
  const whole = (rest) => {
    let bytes = Buffer.concat([...begun, rest]);
    begun = [];
    const isFirst = next === 0;
    next += bytes.length + 1;
    if (bytes.at(-1) === RETURN) bytes = bytes.subarray(0, -1);
    if (isFirst && bytes.subarray(0, MARK.length).equals(MARK)) bytes = bytes.subarray(MARK.length);
    return { bytes, next };
  };
  for await (const piece of createReadStream(file, { start: from, end: to - 1 })) {
    let start = 0;
    for (let end; (end = piece.indexOf(LINE_FEED, start)) !== -1; start = end + 1)
      yield whole(piece.subarray(start, end));
    if (start < piece.length) begun.push(piece.subarray(start));
  }
  if (begun.length > 0) yield whole(Buffer.alloc(0));
}

const LONGEST = 1024 * 1024;

/** A line as JSON; nothing where it is blank. What the command does not read, or reads in another way, is unread. */
export function readLine(bytes) {
  if (bytes.length > LONGEST || !isUtf8(bytes)) return { isUnread: true };
  const text = bytes.toString();
  if (text.trim() === '') return undefined;
  try {
    const value = JSON.parse(text);
    // JSON.parse takes the last of two keys that are the same; outside of strings each key has its colon.
    const colons = text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;
    return colons === keysIn(value) ? { value } : { isUnread: true };
  } catch {
    return { isUnread: true };
  }
}

function keysIn(value) {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value);
  return inner.reduce((sum, one) => sum + keysIn(one), Array.isArray(value) ? 0 : inner.length);
}
