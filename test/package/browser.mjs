// Proves that the library works in a browser whose page forbids code made from text: it answers what it answers in Node,
// and the page's owner is told of no violation.
import { deepEqual, equal, match } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { answersOver } from './answers.mjs';
import { findChromium, openWhile } from './chromium.mjs';

const SECONDS_TO_ANSWER = 90;
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";
// Far from the zone of most machines.
const ZONE = 'Pacific/Auckland';

/** Runs before the library is loaded. A page is told of violations in the order in which they were tried. */
const listening = `
  globalThis.violations = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    violations.push(effectiveDirective + ' ' + blockedURI);
  });`;

/** Last, it tries what is forbidden: that one violation shows that violations are seen. */
const asking = `
  import { answersOver } from './answers.mjs';
  const post = (said) => fetch('/answers', { method: 'POST', body: JSON.stringify(said) });
  try {
    const answers = answersOver(await (await fetch('/entries')).json());
    let refusal = 'none';
    const told = new Promise((resolve) => addEventListener('securitypolicyviolation', resolve));
    try { new Function(''); } catch (error) { refusal = error.name; }
    await told;
    await post({ answers, refusal, violations });
  } catch (error) {
    await post({ thrown: error.stack });
  }`;

const html =
  '<!doctype html><title>billability</title><script src="/listening.js"></script><script type="module" src="/asking.js"></script>';

const entries = fixtures();
const chromium = await findChromium().catch((error) => {
  console.error(`NOT PROVEN in a browser: ${error.message}`);
  process.exit(process.env.BROWSER_PROOF === 'skip' ? 0 : 1);
});
const { answers, refusal, violations, thrown } = await askPage({
  '/': ['text/html', html],
  '/listening.js': ['text/javascript', listening],
  '/asking.js': ['text/javascript', await bundled(asking)],
  '/entries': ['application/json', JSON.stringify(entries)],
});
equal(thrown, undefined);
deepEqual({ refusal, violations }, { refusal: 'EvalError', violations: ['script-src eval'] });
const expected = answersOver(entries);
match(expected, /"verdict":"billable"/);
equal(answers, expected);
const size = Buffer.byteLength(answers);
console.log(`Chromium under "${POLICY}": the same ${size} bytes as in Node, no violation`);

/** The complete sessions, the months of every service and the claims. */
function fixtures() {
  const folder = new URL('../../fixtures/', import.meta.url);
  const texts = (name, ending) =>
    readdirSync(new URL(name, folder))
      .filter((file) => file.endsWith(ending))
      .map((file) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8'));
  return {
    sessions: texts('sessions', '.json').map((session) => JSON.parse(session)),
    months: texts('months', '.ndjson').map(entriesOf),
    claims: texts('claims', '.ndjson').flatMap(entriesOf),
  };
}

/** Each file has a line that was cut off; it is an entry that cannot be read. */
function entriesOf(file) {
  const lines = file.trimEnd().split('\n');
  return lines.map((line) => (line.endsWith('}') ? JSON.parse(line) : line));
}

/** A script as one file, with the package resolved as bundlers do for browsers. */
async function bundled(script) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: script, resolveDir: fileURLToPath(new URL('.', import.meta.url)) },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    minify: true,
    write: false,
    metafile: true,
  });
  const inputs = Object.keys(metafile.inputs);
  if (!inputs.includes('dist/modules/shipped.js')) throw new Error('the build for bundlers was not taken');
  return outputFiles[0].text;
}

/** Opens the page, and gives what it answers. */
async function askPage(files) {
  const { promise: answered, resolve: answer } = settledLater();
  const server = createServer(async (request, response) => {
    if (request.url === '/answers') {
      answer(JSON.parse(await text(request)));
      response.end();
    } else {
      const [type, content] = files[request.url] ?? ['text/plain', ''];
      response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': POLICY }).end(content);
    }
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const tooLate = setTimeout(SECONDS_TO_ANSWER * 1000, undefined, { ref: false }).then(() => {
    throw new Error(`no answer within ${SECONDS_TO_ANSWER} s`);
  });
  try {
    const url = `http://127.0.0.1:${server.address().port}/`;
    return await openWhile(Promise.race([answered, tooLate]), chromium, url, ZONE);
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

function settledLater() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
