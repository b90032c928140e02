// Between the two phases: compares the sessions of all members by what the parts placed, and adds a job for each part.
//   node compare.mjs FOLDER
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { compareAcross, createChecker } from 'billability';
import { Queue } from 'bullmq';
import {
  connection,
  failedIn,
  filesOf,
  jobOf,
  linesOf,
  QUEUE,
  quiet,
  readBatch,
  readConfig,
  readLine,
  readLines,
  typed,
} from './shared.mjs';

const folder = resolve(...typed('compare.mjs FOLDER', process.argv.slice(2), 1));
const batch = readBatch(folder);
const { parts, history, isAcross, across: isDone } = batch;
if (!isAcross || isDone)
  throw new Error('expected a batch that split.mjs --across made, and that is not compared yet');
const redis = connection();
const queue = quiet(new Queue(QUEUE, { connection: redis }));
while (!parts.every(({ part }) => existsSync(filesOf(folder, part).placed))) {
  for (const [part, why] of await failedIn(queue, batch.batch))
    throw new Error(`part ${part} failed three times: ${why}`);
  await setTimeout(200);
}
const { checker, options } = readConfig(folder);
const placed = parts.flatMap(({ part }) => readLines(filesOf(folder, part).placed));
const across = compareAcross(placed, {
  checker: checker && createChecker(checker),
  readings: options?.readings,
});
const elsewhere = across.together.flat().sort((one, other) => one - other);
for (const [index, { part, firstEntry }] of parts.entries()) {
  const end = parts[index + 1]?.firstEntry ?? Infinity;
  const isOwn = (entry) => entry >= firstEntry && entry < end;
  const own = Object.entries(across.findings).filter(([entry]) => isOwn(Number(entry)));
  write(part, { findings: Object.fromEntries(own), together: [] }, elsewhere.filter(isOwn));
}
if (elsewhere.length > 0) await gather();
writeFileSync(`${folder}/batch.json`, JSON.stringify({ ...batch, across: true }));
await queue.addBulk(parts.map((job) => jobOf('check', job)));
console.log(`${elsewhere.length} of ${placed.length} sessions are judged together`);
await queue.close();
redis.disconnect();

function write(part, own, apart) {
  writeFileSync(filesOf(folder, part).across, JSON.stringify({ across: own, elsewhere: apart }));
}

/** What is judged together, wherever it stands, is one more part, with all that was billed before. */
async function gather() {
  const part = parts.length;
  const files = filesOf(folder, part);
  const isMeant = new Set(elsewhere);
  const lines = [];
  let [entry, line] = [0, 0];
  for await (const { bytes } of linesOf(parts[0].file)) {
    line += 1;
    const read = readLine(bytes);
    if (read === undefined) continue;
    if (isMeant.has(entry)) lines.push(JSON.stringify({ entry, line, value: read.value }));
    entry += 1;
  }
  writeFileSync(files.lines, lines.join('\n'));
  if (history !== undefined) {
    const uses = readLines(history).map((use, place) => JSON.stringify({ place, use }));
    writeFileSync(files.history, uses.join('\n'));
  }
  const findings = Object.entries(across.findings).filter(([one]) => isMeant.has(Number(one)));
  write(part, { findings: Object.fromEntries(findings), together: across.together }, []);
  parts.push({ ...parts[0], part, isGathered: true });
}
