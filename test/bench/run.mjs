// Measures a check against the same rules written by hand, against JSON.parse, and against json-rules-engine.
import { deepStrictEqual } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { checkSession, parseSession } from '../../dist/index.js';
import { checkPeerSupportByHand } from './by-hand.mjs';
import { factsOf, peerSupportEngine } from './json-rules.mjs';
import { median } from './median.mjs';

const ROUNDS = 200;
const WARM_UP_BATCHES = 20;
const WARM_UP_CALLS = 1000;
const BATCH_NANOSECONDS = 1.5e6;

const aims = [
  { of: 'trusted check', most: 2, by: 'by hand' },
  { of: 'validated check', most: 2.5, by: 'JSON.parse' },
];

const session = fixture('sessions/mo-peer-support.json');
// Without the blanks and line ends of the file, which would only slow JSON.parse down.
const written = JSON.stringify(session);
const history = [];
const withFindings = { ...session, units: 33, member: without(session.member, 'birthDate') };
/** By hand nothing is worked out of the definition. */
const { definition } = checkSession(session, { history, trusted: true }).rules;
const engine = peerSupportEngine();
const facts = factsOf(session);
let kept;

/** A complete session of each service; its rules are those that its result accounts for. */
const folder = new URL('../../fixtures/sessions/', import.meta.url);
const services = readdirSync(folder).map((file) => {
  const name = file.replace('.json', '');
  const one = fixture(`sessions/${file}`);
  const call = () => checkSession(one, { history: [], trusted: true });
  const { verdict, passed, notApplicable } = call();
  deepStrictEqual(verdict, 'billable');
  return { name, call, rules: passed.length + notApplicable.length };
});

const contenders = [
  { name: 'by hand', call: () => checkPeerSupportByHand(session, history, definition) },
  { name: 'trusted check', call: () => checkSession(session, { history: [], trusted: true }) },
  { name: 'validated check', call: () => checkSession(session, { history: [] }) },
  { name: 'JSON.parse', call: () => JSON.parse(written) },
  { name: 'json-rules-engine', call: () => engine.run(facts), waits: true },
  { name: 'by hand, with findings', call: () => checkPeerSupportByHand(withFindings, history, definition) },
  {
    name: 'trusted check, with findings',
    call: () => checkSession(withFindings, { history: [], trusted: true }),
  },
];

const times = await measure(contenders);
const timesOfServices = await measure(services);
// Last: what has run over many sessions is slower for the rest of a process, by hand too.
await assertSameResults();
print(times);
printServices(timesOfServices);

/** Nanoseconds per call of each contender in each round. */
async function measure(all) {
  for (const contender of all) contender.calls = await callsPerBatch(contender);
  const times = Object.fromEntries(all.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < all.length; turn++) {
      const contender = all[(round + turn) % all.length];
      times[contender.name].push(await timed(contender, contender.calls));
    }
  }
  return times;
}

/** Warms a contender up by calls, not by time, which others may take away; sizes its batch by the fastest of them. */
async function callsPerBatch(contender) {
  let fastest = Infinity;
  for (let batch = 0; batch < WARM_UP_BATCHES; batch++) {
    fastest = Math.min(fastest, await timed(contender, WARM_UP_CALLS));
  }
  return Math.max(1, Math.round(BATCH_NANOSECONDS / fastest));
}

/** Nanoseconds per call. Each result is kept until the next, so that none of the work can be left out. */
async function timed({ call, waits = false }, calls) {
  const start = process.hrtime.bigint();
  if (waits) {
    for (let index = 0; index < calls; index++) kept = await call();
  } else {
    for (let index = 0; index < calls; index++) kept = call();
  }
  const nanoseconds = Number(process.hrtime.bigint() - start) / calls;
  if (kept === undefined) throw new Error('a call returned nothing');
  return nanoseconds;
}

function print(times) {
  const ratio = (name, base) => median(times[name].map((time, round) => time / times[base][round]));
  const row = (name, ...cells) =>
    console.log(name.padEnd(32) + cells.map((cell) => cell.padStart(14)).join(''));

  row('on a complete session', 'median ns', '/ by hand', '/ JSON.parse');
  for (const name of ['by hand', 'trusted check', 'JSON.parse', 'validated check', 'json-rules-engine']) {
    row(
      name,
      median(times[name]).toFixed(0),
      ratio(name, 'by hand').toFixed(2),
      ratio(name, 'JSON.parse').toFixed(2),
    );
  }
  console.log();
  for (const { of, most, by } of aims) {
    const found = ratio(of, by);
    console.log(
      `${of}: ${found.toFixed(2)} times ${by}; the aim is at most ${most}: ${found <= most ? 'holds' : 'does not hold'}`,
    );
  }
  const [trusted, byHand] = ['trusted check, with findings', 'by hand, with findings'];
  console.log(
    `with findings: trusted check ${median(times[trusted]).toFixed(0)} ns, by hand ${median(times[byHand]).toFixed(0)} ns, ${ratio(trusted, byHand).toFixed(2)} times by hand`,
  );
}

/** No service may be slower than twice peer support for the same number of rules. */
function printServices(times) {
  const [base] = services;
  console.log(
    `\n${'trusted check of each service'.padEnd(32)}     median ns         rules   ns per rule  / peer support`,
  );
  for (const { name, rules } of services) {
    const perRule = times[name].map((time, round) => time / rules / (times[base.name][round] / base.rules));
    const time = median(times[name]);
    const cells = [time.toFixed(0), String(rules), (time / rules).toFixed(0), median(perRule).toFixed(2)];
    console.log(name.padEnd(32) + cells.map((cell) => cell.padStart(14)).join(''));
  }
}

/**
 * By hand, trusted and validated are the same check, of every case and every session of a month that can be read;
 * json-rules-engine finds every criterion met.
 */
async function assertSameResults() {
  const cases = fixture('cases/mo-peer-support.json')
    // By hand there is no day of the check, no other reading and no report of missing facts.
    .filter(({ options = {} }) => Object.keys(options).every((key) => key === 'history'))
    .map(({ change, options }) => [merged(session, change), options?.history]);
  const month = text('months/mo-peer-support.ndjson')
    .split('\n')
    .flatMap(readable)
    .map((one) => [one, history]);
  let withWords = 0;
  for (const [one, before] of [...cases, ...month, [withFindings, history]]) {
    // By hand it is not said what a word on no list may mean.
    if (asksForWords(one, before)) {
      withWords += 1;
      continue;
    }
    const byHand = checkPeerSupportByHand(one, before, definition);
    deepStrictEqual(checkSession(one, { history: before, trusted: true }), byHand);
    deepStrictEqual(checkSession(one, { history: before }), byHand);
  }
  const left = `but for ${withWords} with words that are on no list`;
  console.log(`${cases.length} cases and ${month.length} sessions of a month: the same by hand, ${left}\n`);
  const { events, failureResults } = await engine.run(facts);
  deepStrictEqual([events.length, failureResults.length], [13, 0]);
}

/** Whether a finding asks what a word means. */
function asksForWords(one, before) {
  const { findings } = checkSession(one, { history: before });
  return findings.some(({ missing }) =>
    missing.some(({ type, path }) => type === 'code' && /\/\d+$/.test(path)),
  );
}

/** A session, or nothing where the line holds none. */
function readable(line) {
  try {
    const parsed = parseSession(JSON.parse(line));
    return parsed.ok ? [parsed.value] : [];
  } catch {
    return [];
  }
}

/** RFC 7386. */
function merged(target, patch) {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const whole = typeof target === 'object' && target !== null && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete whole[key];
    else whole[key] = merged(whole[key], value);
  }
  return whole;
}

function text(path) {
  return readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8');
}

function fixture(path) {
  return JSON.parse(text(path));
}

function without(object, key) {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
