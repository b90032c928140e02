// Cuts a file of NDJSON, grouped by member, where the member changes, and adds a job for each part.
//   node split.mjs FILE FOLDER [--history FILE] [--lines 4000] [--across]
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createChecker } from 'billability';
import { Queue } from 'bullmq';
import {
  alikeKey,
  command,
  connection,
  filesOf,
  jobOf,
  linesOf,
  madeFor,
  QUEUE,
  quiet,
  readConfig,
  readLine,
  typed,
} from './shared.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    history: { type: 'string' },
    lines: { type: 'string', default: '4000' },
    across: { type: 'boolean', default: false },
  },
});
const usage = 'split.mjs FILE FOLDER [--history FILE] [--lines 4000] [--across]';
const [name] = typed(usage, positionals, 2);
const [file, folder] = positionals.map((path) => resolve(path));
const fewest = Number(values.lines);
if (!Number.isSafeInteger(fewest) || fewest < 1) throw new Error('--lines is a whole number, 1 or more');
for (const one of [file, values.history ?? file])
  if (!statSync(one).isFile()) throw new Error(`${one} is no file`);
const { size } = statSync(file);
mkdirSync(folder, { recursive: true });
// Parts that are done are there by their names, and would be taken for those of this batch.
if (existsSync(`${folder}/batch.json`))
  throw new Error(`${folder} holds a batch: take another folder, or delete it`);
const config = readConfig(folder);
const checker = createChecker(config.checker);
/** Parts of another batch are other jobs. */
const batch = randomUUID();
const parts = await cut();
const sums = await giveHistory();
writeFileSync(
  `${folder}/batch.json`,
  JSON.stringify({
    batch,
    parts: parts.map(({ job }) => job),
    history: values.history && resolve(values.history),
    isAcross: values.across,
    ...sums,
  }),
);
const redis = connection();
const queue = quiet(new Queue(QUEUE, { connection: redis }));
await queue.addBulk(parts.map(({ job }) => jobOf(values.across ? 'place' : 'check', job)));
console.log(`${parts.length} parts`);
await queue.close();
redis.disconnect();

/** A job says where lines stand, and nothing of what they hold. */
async function cut() {
  const found = [];
  const made = madeFor(config);
  const done = new Set();
  let part = begin(0, 1, 0);
  let [offset, line, entry, last] = [0, 0, 0, undefined];
  function begin(from, firstLine, firstEntry) {
    return { from, firstLine, firstEntry, members: new Map(), isOfAnyone: false, lines: 0, unread: [] };
  }
  function end(to) {
    if (part.lines === 0) return;
    const { from, firstLine, firstEntry, members, isOfAnyone, unread } = part;
    if (unread.length > 0) tellUnread(found.length, unread);
    const job = {
      file,
      size,
      folder,
      name,
      from,
      to,
      firstLine,
      firstEntry,
      part: found.length,
      batch,
      ...made,
    };
    job.hasHistory = values.history !== undefined;
    found.push({ job, members, isOfAnyone });
  }
  for await (const { bytes, next } of linesOf(file)) {
    line += 1;
    if (bytes.includes('\r'))
      throw new Error(`${name}:${line}: a carriage return; end each line with a line feed`);
    const read = readLine(bytes);
    if (values.across && Array.isArray(read?.value?.lines))
      throw new Error(`${name}:${line}: a claim; --across compares members by their sessions alone`);
    const id = read?.value?.member?.id;
    const member = typeof id === 'string' ? id : last;
    if (member !== last) {
      if (done.has(member))
        throw new Error(`${name}:${line}: a member comes back; sort the file by member.id (sort.mjs)`);
      done.add(member);
      if (part.lines >= fewest) {
        end(offset);
        part = begin(offset, line, entry);
      }
    }
    last = member;
    if (read !== undefined) {
      part.lines += 1;
      entry += 1;
      if (read.isUnread) part.unread.push({ line, bytes });
      else if (typeof id !== 'string') part.isOfAnyone = true;
      if (member !== undefined) part.members.set(member, (part.members.get(member) ?? 0) + 1);
    }
    offset = next;
  }
  end(offset);
  return found;
}

/** What the command says of lines that it cannot read, which no program knows better. */
function tellUnread(part, unread) {
  const args = ['--grouped', '--format', 'ndjson', '--fail-on', 'never', '--history', 'none'];
  const { stdout } = spawnSync(
    process.execPath,
    [command, 'check', '-', ...args, '--first-line', '1', '--name', name],
    {
      input: Buffer.concat(unread.flatMap(({ bytes }) => [bytes, Buffer.from('\n')])),
      maxBuffer: Infinity,
      encoding: 'utf8',
    },
  );
  const told = stdout.trimEnd().split('\n');
  if (told.length !== unread.length)
    throw new Error('the command says nothing of a line that it cannot read');
  const lines = unread.map(({ line }, place) =>
    JSON.stringify([line, told[place].replace(/"line":\d+/, `"line":${line}`)]),
  );
  writeFileSync(filesOf(folder, part).unread, lines.join('\n'));
}

/**
 * Each part gets the prior uses of its members, and one with an entry of no member those of all, as they may be its own. Of
 * members without an entry they are only counted.
 */
async function giveHistory() {
  const keys = new Map();
  const seen = new Set();
  let keysAlike = 0;
  for (const [part, { members }] of parts.entries()) {
    const own = new Set();
    for (const [member, entries] of members) {
      const key = alikeKey(member);
      // Within a part the part counts them itself.
      if (seen.has(key) && !own.has(key)) keysAlike += entries;
      own.add(key);
      keys.set(key, [...(keys.get(key) ?? []), part]);
    }
    for (const key of own) seen.add(key);
  }
  const rest = [];
  if (values.history !== undefined) {
    const outputs = parts.map((_part, part) => createWriteStream(filesOf(folder, part).history));
    const ofAnyone = parts.flatMap(({ isOfAnyone }, part) => (isOfAnyone ? part : []));
    let place = 0;
    let line = 0;
    for await (const { bytes } of linesOf(values.history)) {
      line += 1;
      const read = readLine(bytes);
      if (read === undefined) continue;
      const use = read.value;
      if (typeof use?.memberId !== 'string')
        throw new Error(
          `${values.history}:${line}: expected a prior use as JSON, with its memberId; \`billability schema history\` says more`,
        );
      const of = new Set([...(keys.get(alikeKey(use.memberId)) ?? []), ...ofAnyone]);
      if (of.size === 0) rest.push(use);
      const written = `${JSON.stringify({ place, file: values.history, line, use })}\n`;
      for (const part of of)
        if (!outputs[part].write(written)) await new Promise((go) => outputs[part].once('drain', go));
      place += 1;
    }
    await Promise.all(outputs.map((output) => new Promise((closed) => output.end(closed))));
  }
  const { totals, notices } = checker
    .createBatch({ ...config.options, history: values.history && rest })
    .end();
  const counted = notices.map((one) =>
    one.code === 'not-compared' ? { ...one, data: { ...one.data, keysAlike } } : one,
  );
  return { totals, notices: counted };
}
