// What split, worker and merge have in common.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export const QUEUE = 'billability';

/** BullMQ asks for connections that never give up on a command. */
export function connection() {
  const url = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  // It connects again by itself; each failure would be an event of its own.
  redis.on('error', () => undefined);
  return redis;
}

/** Where the files of a part stand: what people state is in files alone, and none of it in a job. */
export function filesOf(folder, part) {
  const name = join(folder, `part-${String(part).padStart(6, '0')}`);
  return {
    history: `${name}.history.ndjson`,
    across: `${name}.across.json`,
    placed: `${name}.placed.ndjson`,
    lines: `${name}.lines.ndjson`,
    results: `${name}.results.ndjson`,
    sums: `${name}.sums.json`,
  };
}

/** The options of every check, and the configuration: `config.json` of the folder. */
export function readConfig(folder) {
  const file = join(folder, 'config.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** What a worker must have in common with the one who split: the version, and the configuration that it reads itself. */
export function madeFor(config) {
  const require = createRequire(import.meta.url);
  const { version } = require('billability/package.json');
  return { version, config: createHash('sha256').update(JSON.stringify(config)).digest('hex') };
}

/** What fails is tried three times, and then kept to be looked into; the same part twice is one job. */
export function jobOf(name, data) {
  const backoff = { type: 'fixed', delay: 500 };
  return { name, data, opts: { jobId: `${name}-${data.batch}-${data.part}`, attempts: 3, backoff } };
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

export function memberOf(line) {
  try {
    const id = JSON.parse(line)?.member?.id;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
