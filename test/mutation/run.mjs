/**
 * `npm run test:mutation [FOLDER | FOLDER/PART...]`: changes the source in each small way that Stryker knows, one change
 * at a time, and tells which changes no test notices. Fails where one of them is not in `kept.json`, or one in there is
 * noticed by now.
 */
import { Stryker } from '@stryker-mutator/core';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { folders, notChanged } from './folders.mjs';

// A zone other than UTC, so that what hangs on it shows.
process.env.TZ = 'America/Chicago';

const kept = JSON.parse(readFileSync(new URL('kept.json', import.meta.url), 'utf8'));

/** `rules`, or a part of it: `rules/claim`, `rules/criterion.ts`. */
async function triedIn(target) {
  const [folder] = target.split('/');
  if (!(folder in folders)) throw new Error(`no such folder; there are ${Object.keys(folders).join(', ')}`);
  const results = await new Stryker({
    testRunner: 'in-process',
    plugins: ['./test/mutation/test-runner.mjs'],
    inProcess: { tests: folders[folder] },
    mutate: [
      target.endsWith('.ts') ? `src/${target}` : `src/${target}/**/*.ts`,
      ...notChanged.map((file) => `!${file}`),
    ],
    coverageAnalysis: 'perTest',
    // Changes at work only while modules load, such as in tables of words, would need them loaded anew for each.
    ignoreStatic: true,
    ignorePatterns: ['dist', 'coverage', '/test/bench'],
    reporters: ['progress-append-only'],
    logLevel: 'error',
    concurrency: 1,
    // What no test notices meets them all, on a machine that may be busy.
    timeoutMS: 60_000,
  }).runMutationTest();
  const number = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const noticed = number('Killed', 'Timeout');
  const missed = results.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  return { target, noticed, ignored: number('Ignored'), missed: missed.map(changeOf) };
}

/** A change as `kept.json` names it, whatever line it is on. */
function changeOf({ fileName, location: { start, end }, replacement }) {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  lines.push(lines.pop().slice(0, end.column - 1));
  lines[0] = lines[0].slice(start.column - 1);
  const plain = (text) => text.replace(/\s+/g, ' ');
  return {
    file: relative('.', fileName),
    line: start.line,
    code: plain(lines.join(' ')),
    becomes: plain(replacement),
  };
}

const isSame = (one, other) =>
  one.file === other.file && one.code === other.code && one.becomes === other.becomes;

/** The changes that are left when each of others took one like it away. */
function withoutEach(changes, others) {
  const left = [...changes];
  for (const other of others) {
    const place = left.findIndex((one) => isSame(one, other));
    if (place >= 0) left.splice(place, 1);
  }
  return left;
}

let failed = false;

function report({ target, noticed, ignored, missed }) {
  const tried = noticed + missed.length;
  const score = (100 * noticed) / tried;
  console.log(
    `\n${target}: ${score.toFixed(1)} per cent, ${noticed} of ${tried} noticed; ${ignored} not tried`,
  );
  const listed = kept
    .filter(({ file }) => `${file}/`.startsWith(`src/${target}/`))
    .flatMap((one) => Array.from({ length: one.times ?? 1 }, () => one));
  const unlisted = withoutEach(missed, listed);
  const stale = withoutEach(listed, missed);
  for (const { file, line, code, becomes } of unlisted) {
    console.log(`  no test notices ${file}:${line}  ${code}  =>  ${becomes}`);
  }
  for (const { file, code, becomes } of stale) {
    console.log(`  kept.json lists what is noticed: ${file}  ${code}  =>  ${becomes}`);
  }
  failed ||= unlisted.length + stale.length > 0;
}

const asked = process.argv.slice(2);
for (const target of asked.length === 0 ? Object.keys(folders) : asked) report(await triedIn(target));
process.exitCode = failed ? 1 : 0;
