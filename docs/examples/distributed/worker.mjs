// Checks parts, one after the other, until it is told to end: start as many as there are cores, on as many machines.
//   node worker.mjs
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { createBatch, createChecker, placeOf } from 'billability';
import { ndjson } from 'billability/reports';
import { DelayedError, Worker } from 'bullmq';
import {
  connection,
  filesOf,
  linesOf,
  madeFor,
  QUEUE,
  quiet,
  readConfig,
  readLine,
  readLines,
} from './shared.mjs';

/** How long a worker may say nothing until its part is given to another one. */
const LOCK = Number(process.env.LOCK_MS ?? 30_000);
const BETWEEN = 200;
/** Workers on several machines may have one number. */
const own = randomUUID();

const redis = connection();
const worker = quiet(
  new Worker(QUEUE, work, {
    connection: redis,
    lockDuration: LOCK,
    stalledInterval: LOCK / 2,
    // A worker that is killed is no fault of the part.
    maxStalledCount: 10,
  }),
);
worker.on('failed', (job, { message }) => {
  console.error(
    `part ${job?.data.part} failed, try ${job?.attemptsMade} of ${job?.opts.attempts}: ${message}`,
  );
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void end(0));

async function end(status) {
  await worker.close();
  redis.disconnect();
  process.exitCode = status;
}

async function work(job, token) {
  const { folder } = job.data;
  const config = readConfig(folder);
  const made = madeFor(config);
  const other = ['version', 'config'].filter((one) => job.data[one] !== made[one]);
  if (other.length > 0) {
    // Another worker may be the right one, and this one would only take it once more.
    console.error(
      `refused: the part is made for another ${other.join(' and ')} of billability; this worker ends`,
    );
    await job.moveToDelayed(Date.now() + 1000, token);
    setTimeout(() => void end(3), 0);
    throw new DelayedError();
  }
  return job.name === 'place' ? place(job.data) : check(job.data, config);
}

/** Its entries, one by one; of those that cannot be read, what the command says. */
async function* entriesOf({ file, size, folder, part, from, to, firstLine, firstEntry }) {
  if (statSync(file).size !== size) throw new Error('the file is not the one that was split');
  const { unread } = filesOf(folder, part);
  const told = new Map(existsSync(unread) ? readLines(unread) : []);
  let line = firstLine;
  let entry = firstEntry;
  for await (const { bytes } of linesOf(file, { from, to })) {
    const read = readLine(bytes);
    if (read !== undefined) yield { entry: entry++, line, value: read.value ?? null, told: told.get(line) };
    line += 1;
  }
}

async function place(data) {
  const { placed } = filesOf(data.folder, data.part);
  await write(placed, async (out) => {
    for await (const { entry, value } of entriesOf(data)) {
      await out(`${JSON.stringify(placeOf(value, entry))}\n`);
      if (entry % BETWEEN === 0) await setImmediate();
    }
  });
}

async function check(data, { checker: settings, options }) {
  const files = filesOf(data.folder, data.part);
  const uses = data.hasHistory ? readLines(files.history) : undefined;
  const compared = existsSync(files.across) ? readLines(files.across)[0] : undefined;
  const { createBatch: start } = settings === undefined ? { createBatch } : createChecker(settings);
  const batch = start({
    ...options,
    of: compared === undefined ? 'records' : 'sessions',
    history: uses?.map(({ use }) => use),
    across: compared?.across,
  });
  const elsewhere = new Set(compared?.elsewhere);
  const report = ndjson.open({ streamed: true, historyPlaces: uses });
  const waiting = [];
  await write(files.results, async (out) => {
    const tell = async (results) => {
      const records = waiting
        .splice(0, results.length)
        .map((one, place) => ({ ...one, result: results[place] }));
      // Where members were compared, results are put in order by their entries.
      const lines =
        compared === undefined
          ? [...report.records(records)].map((text, place) => toldOf(records[place]) ?? text)
          : records.map(asPair);
      await out(inHistory(lines.join(''), uses));
    };
    let count = 0;
    for await (const { entry, line, value, told } of data.isGathered
      ? readLines(files.lines)
      : entriesOf(data)) {
      if (elsewhere.has(entry)) continue;
      batch.add(value, entry);
      waiting.push({ entry, value, told, place: { file: data.name, line } });
      if (++count % BETWEEN > 0) continue;
      await tell(batch.results());
      // The lock of the part is renewed meanwhile: a part that leaves no time for it would be given to another worker.
      await setImmediate();
    }
    const { results, ...sums } = batch.end();
    await tell(results);
    writeFileSync(`${files.sums}.${own}`, JSON.stringify(sums));
    renameSync(`${files.sums}.${own}`, files.sums);
  });
}

function toldOf({ told }) {
  return told === undefined ? undefined : `${told}\n`;
}

function asPair({ entry, result, told }) {
  if (told === undefined) return `${JSON.stringify([entry, result])}\n`;
  const said = JSON.parse(told);
  delete said.file;
  delete said.line;
  return `${JSON.stringify([entry, said])}\n`;
}

/** A prior use is told by its place in the whole history, of which the part has its own alone. */
function inHistory(text, uses) {
  if (uses === undefined || uses.length === 0) return text;
  return text.replace(
    /"other":\{"history":(\d+)\}/g,
    (_match, own) => `"other":{"history":${uses[Number(own)].place}}`,
  );
}

/** A file is there as a whole or not at all, though the worker be killed, and though two write the same. */
async function write(file, fill) {
  const begun = `${file}.${own}`;
  const stream = createWriteStream(begun);
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error));
  failed.catch(() => undefined);
  await fill(async (text) => {
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed]);
  });
  await Promise.race([new Promise((closed) => stream.end(closed)), failed]);
  renameSync(begun, file);
}
