/** A test runner for Stryker: all tests stay loaded, and each mutant is tried on those that come past it. */
import { globSync } from 'tinyglobby';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { leftOut } from './folders.mjs';
import { testsOf } from './tests.mjs';

// The same random input for each mutant, and no search for the shortest one.
fc.configureGlobal({ seed: 20250303, endOnFailure: true, numRuns: 30 });

const testFunctions = new URL('tests.mjs', import.meta.url).href;

function inProcessRunner(options) {
  // The name by which mutated code asks which mutant is at work.
  const stryker = (globalThis.__stryker__ ??= {});
  let tests = [];
  let noticed = 0;
  let hasRun = false;
  let round = {};
  const rounds = new WeakMap();
  stryker.ofThisRound = (memory) => {
    if (rounds.has(memory) && rounds.get(memory) !== round) memory.length = 0;
    rounds.set(memory, round);
    return memory;
  };

  /** What noticed one of the changes just before is likely to notice this one too. */
  const isLucky = ({ lastToNotice }) => lastToNotice > noticed - 10;
  const cost = (test) => (isLucky(test) ? 0 : test.time);

  return {
    // Mutants are at work in tests only, never while modules load: there is nothing to load anew.
    capabilities: () => ({ reloadEnvironment: true }),
    async init() {
      const folder = process.cwd();
      globSync(['src/**/*.ts', 'test/**/*.ts'], { cwd: folder }).forEach((file) =>
        translate(join(folder, file)),
      );
      const wanted = options.inProcess.tests.filter((glob) => !glob.startsWith('!'));
      const unwanted = options.inProcess.tests.filter((glob) => glob.startsWith('!'));
      // In the order of the globs, so that the tests that are nearest come first.
      const files = wanted.flatMap((glob) => globSync([glob, ...unwanted], { cwd: folder }).sort());
      for (const file of files) {
        const { href } = pathToFileURL(join(folder, file.replace(/\.ts$/, '.js')));
        const own = await testsOf(file, () => import(href));
        tests.push(...own.filter(({ name }) => !leftOut.some((beginning) => name.startsWith(beginning))));
      }
    },
    async dryRun() {
      const results = [];
      hasRun = true;
      for (const test of tests) {
        stryker.currentTestId = test.id;
        round = {};
        const start = performance.now();
        const failure = await failureOf(test);
        const shared = {
          id: test.id,
          name: test.id,
          fileName: test.file,
          timeSpentMs: performance.now() - start,
        };
        test.time = shared.timeSpentMs;
        results.push(
          failure === undefined
            ? { ...shared, status: 0 }
            : { ...shared, status: 1, failureMessage: failure },
        );
      }
      stryker.currentTestId = undefined;
      return { status: 'complete', tests: results, mutantCoverage: stryker.mutantCoverage };
    },
    async mutantRun({ testFilter, activeMutant, hitLimit }) {
      // A process that takes the place of one that ran too long has to see everything without a change first.
      stryker.activeMutant = undefined;
      if (!hasRun) for (const test of tests) await failureOf(test);
      hasRun = true;
      const wanted = new Set(testFilter);
      const covering = tests
        .filter(({ id }) => testFilter === undefined || wanted.has(id))
        .sort((one, other) => cost(one) - cost(other));
      Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
      round = {};
      let nrOfTests = 0;
      for (const test of covering) {
        nrOfTests++;
        const failure = await failureOf(test);
        if (hitLimit !== undefined && stryker.hitCount > hitLimit) return { status: 'timeout' };
        if (failure !== undefined) {
          test.lastToNotice = ++noticed;
          return { status: 'killed', killedBy: [test.id], failureMessage: failure, nrOfTests };
        }
      }
      return { status: 'survived', nrOfTests };
    },
  };
}
inProcessRunner.inject = ['options'];

async function failureOf({ body }) {
  try {
    await body();
    return undefined;
  } catch (error) {
    return String(error instanceof Error ? error.message : error);
  }
}

/** The module in JavaScript, beside the one in TypeScript. */
function translate(file) {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', target: 'node20' });
  writeFileSync(file.replace(/\.ts$/, '.js'), withShortMemory(file, withTestFunctions(code)));
}

function withTestFunctions(code) {
  return code.replace('from "vitest"', `from ${JSON.stringify(testFunctions)}`);
}

/** A checker keeps what it compiled; here for one test, or one mutant, so that mutants in compiling meet every test. */
function withShortMemory(file, code) {
  if (!file.endsWith('/src/check/compiled-service.ts')) return code;
  const asked = 'compiled[state]';
  if (!code.includes(asked)) throw new Error(`${file} does not say ${asked}`);
  return code.replaceAll(asked, '__stryker__.ofThisRound(compiled)[state]');
}

export const strykerValidationSchema = {
  properties: { inProcess: { type: 'object', properties: { tests: { type: 'array' } } } },
};

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', factory: inProcessRunner }];
