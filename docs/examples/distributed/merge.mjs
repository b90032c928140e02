// Waits until every part is done, tells how far it is, and puts the results together in order.
//   node merge.mjs FOLDER RESULTS
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { mergeNotices, mergeTotals } from 'billability';
import { Queue } from 'bullmq';
import { connection, failedIn, filesOf, QUEUE, quiet, readBatch, readLines, typed } from './shared.mjs';

const [folder, results] = typed('merge.mjs FOLDER RESULTS', process.argv.slice(2), 2).map((path) =>
  resolve(path),
);
const { batch, parts, isAcross, across, totals, notices } = readBatch(folder);
if (isAcross && across !== true) throw new Error('members are not compared yet: run compare.mjs first');
const redis = connection();
const queue = quiet(new Queue(QUEUE, { connection: redis }));
const lost = await wait();
await queue.close();
redis.disconnect();
const done = parts.filter(({ part }) => !lost.has(part));
const output = createWriteStream(results);
if (across === true) await inOrder(done);
else
  for (const { part } of done)
    for await (const piece of createReadStream(filesOf(folder, part).results)) await put(piece);
await new Promise((closed) => output.end(closed));
const sums = done.map(({ part }) => JSON.parse(readFileSync(filesOf(folder, part).sums, 'utf8')));
writeFileSync(
  `${results}.sums.json`,
  JSON.stringify({
    totals: mergeTotals([totals, ...sums.map((one) => one.totals)]),
    notices: mergeNotices([...sums.map((one) => one.notices), notices]),
  }),
);
for (const [part, why] of lost) {
  const { firstLine, name } = parts[part];
  console.error(`part ${part} failed three times, from ${name}:${firstLine} on; it is left out: ${why}`);
}
process.exitCode = lost.size > 0 ? 1 : 0;

async function put(text) {
  if (!output.write(text)) await once(output, 'drain');
}

/** What was judged together stands where its entries stand. */
async function inOrder(all) {
  const gathered = new Map();
  const ordinary = all.filter(({ isGathered }) => !isGathered);
  for (const { part, isGathered } of all) {
    if (isGathered)
      for (const [entry, result] of readLines(filesOf(folder, part).results)) gathered.set(entry, result);
  }
  let next = 0;
  const tell = async (result) => {
    next += 1;
    await put(`${JSON.stringify(result)}\n`);
  };
  for (const { part } of ordinary) {
    for (const [entry, result] of readLines(filesOf(folder, part).results)) {
      while (gathered.has(next) && next < entry) await tell(gathered.get(next));
      await tell(result);
    }
  }
  while (gathered.has(next)) await tell(gathered.get(next));
}

/** The parts that failed for good, with the reason. A part is done when its file is there. */
async function wait() {
  for (let before = ''; ; await setTimeout(200)) {
    const failed = await failedIn(queue, batch);
    const open = parts.filter(({ part }) => !existsSync(filesOf(folder, part).results) && !failed.has(part));
    const told = `${parts.length - open.length} of ${parts.length} parts, ${failed.size} failed`;
    if (told !== before) console.error(told);
    before = told;
    if (open.length === 0) return failed;
  }
}
