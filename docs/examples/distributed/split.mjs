// Cuts a file of NDJSON, grouped by member, where the member changes, and adds a job for each part.
//   node split.mjs FILE FOLDER [--history FILE] [--lines 4000] [--across]
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createBatch } from 'billability';
import { Queue } from 'bullmq';
import { alikeKey, connection, filesOf, jobOf, madeFor, memberOf, QUEUE, readConfig } from './shared.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    history: { type: 'string' },
    lines: { type: 'string', default: '4000' },
    across: { type: 'boolean', default: false },
  },
});
const [file, folder] = positionals.map((path) => resolve(path));
mkdirSync(folder, { recursive: true });
const config = readConfig(folder);
/** Parts of another batch are other jobs. */
const batch = randomUUID();
const parts = await cut(Number(values.lines));
const sums = await giveHistory();
writeFileSync(
  `${folder}/batch.json`,
  JSON.stringify({
    batch,
    parts: parts.map(({ job }) => job),
    history: values.history && resolve(values.history),
    ...sums,
  }),
);
const redis = connection();
const queue = new Queue(QUEUE, { connection: redis });
await queue.addBulk(parts.map(({ job }) => jobOf(values.across ? 'place' : 'check', job)));
console.log(`${parts.length} parts`);
await queue.close();
redis.disconnect();

/** A job says where lines stand, and nothing of what they hold. */
async function cut(fewest) {
  const found = [];
  const made = madeFor(config);
  const done = new Set();
  let part = begin(0, 1, 0);
  let [offset, line, entry, last] = [0, 0, 0, undefined];
  function begin(from, firstLine, firstEntry) {
    return { from, firstLine, firstEntry, members: new Map(), lines: 0 };
  }
  function end(to) {
    if (part.lines === 0) return;
    const { from, firstLine, firstEntry, members } = part;
    const job = {
      file,
      folder,
      name: basename(file),
      from,
      to,
      firstLine,
      firstEntry,
      part: found.length,
      batch,
      ...made,
    };
    job.hasHistory = values.history !== undefined;
    found.push({ job, members });
  }
  // Bytes, and not characters, are what the next one opens the file at.
  for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    line += 1;
    const member = memberOf(text) ?? last;
    if (member !== last) {
      if (done.has(member))
        throw new Error(`${basename(file)}:${line}: a member comes back; sort the file by member.id`);
      done.add(member);
      if (part.lines >= fewest) {
        end(offset);
        part = begin(offset, line, entry);
      }
    }
    last = member;
    if (text.trim() !== '') {
      part.lines += 1;
      entry += 1;
      if (member !== undefined) part.members.set(member, (part.members.get(member) ?? 0) + 1);
    }
    offset += Buffer.byteLength(text) + 1;
  }
  end(offset);
  return found;
}

/** Each part gets the prior uses of its members; of members without an entry they are only counted. */
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
    let place = 0;
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(values.history) })) {
      line += 1;
      if (text.trim() === '') continue;
      const use = JSON.parse(text);
      const of = new Set(keys.get(alikeKey(use.memberId)) ?? []);
      if (of.size === 0) rest.push(use);
      const written = `${JSON.stringify({ place, file: values.history, line, use })}\n`;
      for (const part of of)
        if (!outputs[part].write(written)) await new Promise((go) => outputs[part].once('drain', go));
      place += 1;
    }
    await Promise.all(outputs.map((output) => new Promise((closed) => output.end(closed))));
  }
  const { totals, notices } = createBatch({ ...config.options, history: values.history && rest }).end();
  const counted = notices.map((one) =>
    one.code === 'not-compared' ? { ...one, data: { ...one.data, keysAlike } } : one,
  );
  return { totals, notices: counted };
}
