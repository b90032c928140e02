// Measures in one process, and writes the ratios as JSON: run.mjs takes the median of several.
import { deepStrictEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { checkSession, createBatch, parseSession } from '../../dist/index.js';
import { checkPeerSupportByHand } from './by-hand.mjs';
import { factsOf, peerSupportEngine } from './json-rules.mjs';
import { median } from './median.mjs';
import { grouped, streams } from './streams.mjs';

const ROUNDS = 41;
const NANOSECONDS = 2e6;
const only = process.argv[2];
let kept;

const fixture = (path) =>
  JSON.parse(readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8'));
const trusted = (session, history) => checkSession(session, { history, trusted: true });
const validated = (session, history) => checkSession(session, { history });
const one = fixture('sessions/mo-peer-support.json');
const { definition } = trusted(one, []).rules;

/** A complete session of each service; its rules are those that its result accounts for. All are warm before anything is timed. */
const services = readdirSync(new URL('../../fixtures/sessions/', import.meta.url)).map((file) => {
  const session = fixture(`sessions/${file}`);
  const { verdict, passed, notApplicable } = trusted(session, []);
  deepStrictEqual(verdict, 'billable');
  for (let call = 0; call < 20_000; call++) kept = trusted(session, []);
  return { name: file.replace('.json', ''), session, rules: passed.length + notApplicable.length };
});

const found = only === 'validated' ? await validatedOnly() : await all();
process.stdout.write(JSON.stringify(found));

async function validatedOnly() {
  return { 'validated / JSON.parse, mixed, no eval': (await beside(parsing('mixed'))).ratio };
}

async function all() {
  const ratios = {};
  for (const [name, { texts, history }] of Object.entries(streams)) {
    const sessions = texts.map((text) => JSON.parse(text));
    const results = sessions.map((session) => trusted(session, history));
    for (const [index, session] of sessions.entries()) {
      const byHand = checkPeerSupportByHand(session, history, definition);
      deepStrictEqual(results[index], byHand);
      deepStrictEqual(validated(session, history), byHand);
      deepStrictEqual(parseSession(session).ok, true);
    }
    const findings = results.reduce((sum, result) => sum + result.findings.length, 0) / results.length;
    ratios[`findings a session, ${name}`] = findings;
    const { ratio, least } = await beside([
      over(sessions, (session) =>
        checkPeerSupportByHand(session, history === undefined ? undefined : [], definition),
      ),
      over(sessions, (session) => trusted(session, history === undefined ? undefined : [])),
    ]);
    ratios[`trusted / by hand, ${name}`] = ratio;
    ratios[`trusted / by hand, ${name}: tenth percentile`] = least;
  }
  const [parse, check] = parsing('mixed');
  ratios['validated / JSON.parse, mixed'] = (await beside([parse, check])).ratio;
  const engine = peerSupportEngine();
  const facts = factsOf(one);
  const { events, failureResults } = await engine.run(facts);
  deepStrictEqual([events.length, failureResults.length], [13, 0]);
  ratios['json-rules-engine / validated, clean'] = (
    await beside([
      over([one], (session) => validated(session, [])),
      { calls: 1, run: () => engine.run(facts) },
    ])
  ).ratio;
  ratios['createBatch, a session / JSON.parse'] = (await beside(batches())).ratio;
  const [{ session: base, rules }] = services.filter(({ name }) => name === 'mo-peer-support');
  for (const service of services) {
    const { ratio } = await beside([
      over([base], (session) => trusted(session, [])),
      over([service.session], (session) => trusted(session, [])),
    ]);
    ratios[`a rule / peer support's: ${service.name}`] = (ratio * rules) / service.rules;
  }
  return ratios;
}

function parsing(name) {
  const { texts, history } = streams[name];
  const sessions = texts.map((text) => JSON.parse(text));
  return [over(texts, (text) => JSON.parse(text)), over(sessions, (session) => validated(session, history))];
}

function batches() {
  const sessions = grouped.map((text) => JSON.parse(text));
  const batch = () => {
    const { add, results, end } = createBatch({ history: [] });
    for (const session of sessions) {
      add(session);
      kept = results();
    }
    return end();
  };
  deepStrictEqual(batch().totals.billable, sessions.length);
  return [over(grouped, (text) => JSON.parse(text)), { calls: sessions.length, run: batch }];
}

/** A call for each of some inputs. Each result is kept until the next, so that none of the work can be left out. */
function over(inputs, call) {
  return {
    calls: inputs.length,
    run() {
      for (const input of inputs) kept = call(input);
      return kept;
    },
  };
}

/** How many times as long as the first the second takes, a call: the paired median of all rounds, and of their tenth percentiles. */
async function beside(both) {
  for (const contender of both) contender.runs = await sized(contender);
  const times = both.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    for (const turn of [round % 2, 1 - (round % 2)]) times[turn].push(await timed(both[turn]));
  }
  const [base, other] = times.map((all) => [...all].sort((one, two) => one - two)[Math.floor(ROUNDS / 10)]);
  return { ratio: median(times[1].map((time, round) => time / times[0][round])), least: other / base };
}

/** Warms a contender up by calls, not by time, which others may take away. */
async function sized(contender) {
  contender.runs = Math.max(1, Math.ceil(3000 / contender.calls));
  let fastest = Infinity;
  for (let batch = 0; batch < 10; batch++) fastest = Math.min(fastest, await timed(contender));
  return Math.max(1, Math.round(NANOSECONDS / (fastest * contender.calls)));
}

/** Nanoseconds a call. */
async function timed({ run, runs, calls }) {
  const start = process.hrtime.bigint();
  for (let index = 0; index < runs; index++) {
    const result = run();
    kept = result instanceof Promise ? await result : result;
  }
  const nanoseconds = Number(process.hrtime.bigint() - start) / (runs * calls);
  if (kept === undefined) throw new Error('a call returned nothing');
  return nanoseconds;
}
