// Waits until every part is done, tells how far it is, and puts the results together in order.
//   node merge.mjs FOLDER RESULTS
import { createReadStream, createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pipeline } from 'node:stream/promises';
import { mergeNotices, mergeTotals } from 'billability';
import { Queue } from 'bullmq';
import { connection, filesOf, QUEUE, readLines } from './shared.mjs';

const [folder, results] = process.argv.slice(2).map((path) => resolve(path));
const { batch, parts, across, totals, notices } = JSON.parse(readFileSync(`${folder}/batch.json`, 'utf8'));
const redis = connection();
const queue = new Queue(QUEUE, { connection: redis });
const failed = await wait();
await queue.close();
redis.disconnect();
const done = parts.filter(({ part }) => !failed.includes(part));
const output = createWriteStream(results);
if (across === true) await inOrder(done);
else
  for (const { part } of done)
    await pipeline(createReadStream(filesOf(folder, part).results), output, { end: false });
await new Promise((closed) => output.end(closed));
const sums = done.map(({ part }) => JSON.parse(readFileSync(filesOf(folder, part).sums, 'utf8')));
writeFileSync(
  `${results}.sums.json`,
  JSON.stringify({
    totals: mergeTotals([totals, ...sums.map((one) => one.totals)]),
    notices: mergeNotices([...sums.map((one) => one.notices), notices]),
  }),
);
for (const part of failed) {
  const { firstLine, name } = parts[part];
  console.error(`part ${part} failed three times, from ${name}:${firstLine} on; it is left out`);
}
process.exitCode = failed.length > 0 ? 1 : 0;

/** What was judged together stands where its entries stand. */
async function inOrder(all) {
  const gathered = new Map();
  const ordinary = all.filter(({ isGathered }) => !isGathered);
  for (const { part, isGathered } of all) {
    if (isGathered)
      for (const [entry, result] of readLines(filesOf(folder, part).results)) gathered.set(entry, result);
  }
  let next = 0;
  const put = async (result) => {
    next += 1;
    if (!output.write(`${JSON.stringify(result)}\n`)) await new Promise((go) => output.once('drain', go));
  };
  for (const { part } of ordinary) {
    for (const [entry, result] of readLines(filesOf(folder, part).results)) {
      while (gathered.has(next) && next < entry) await put(gathered.get(next));
      await put(result);
    }
  }
  while (gathered.has(next)) await put(gathered.get(next));
}

/** The parts that failed for good. A part is done when its file is there. */
async function wait() {
  for (let before = ''; ; await setTimeout(200)) {
    const jobs = await queue.getFailed(0, -1);
    const lost = jobs.filter(({ data }) => data.batch === batch).map(({ data }) => data.part);
    const open = parts.filter(
      ({ part }) => !existsSync(filesOf(folder, part).results) && !lost.includes(part),
    );
    const told = `${parts.length - open.length} of ${parts.length} parts, ${lost.length} failed`;
    if (told !== before) console.error(told);
    before = told;
    if (open.length === 0) return lost.sort((one, other) => one - other);
  }
}
