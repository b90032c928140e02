/* global addEventListener, document */
// A page as a test visits it: opened in a browser without a window, watched, and judged once it has drawn what is judged.
import { deepEqual, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';

/** How many times slower than this machine the page's own processor is: `CPU_SLOWDOWN=6` looks for what does not wait. */
const SLOWDOWN = Number(process.env.CPU_SLOWDOWN ?? 1);
/** Bounds of time are of a machine as it is. */
export const isSlowed = SLOWDOWN > 1;
const MOST_MS = 120_000;
const MS_BETWEEN_TRIES = 50;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** Serves the files of a folder to this machine until it is closed. */
export async function serve(folder) {
  const server = createServer((request, response) => {
    const path = join(folder, request.url === '/' ? 'index.html' : request.url);
    // Some browsers ask for it by themselves.
    if (request.url === '/favicon.ico') response.writeHead(204).end();
    else if (existsSync(path))
      response.writeHead(200, { 'Content-Type': types[extname(path)] }).end(readFileSync(path));
    else response.writeHead(404).end();
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A browser while work is done with it. */
export async function withBrowser({ program, env }, work) {
  const browser = await chromium.launch({
    executablePath: program,
    env,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

/** A page of its own, with all that it asks for, and all that it complains of. */
export async function visit(browser, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(MOST_MS);
  const requests = [];
  const said = [];
  context.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.addInitScript(() => {
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      globalThis.violations.push(effectiveDirective),
    );
  });
  if (isSlowed) {
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  }
  return { page, requests, said };
}

/** Ends a visit in which the page had nothing to complain of. */
export async function leave({ page, said }) {
  deepEqual(
    { said, violations: await page.evaluate(() => globalThis.violations) },
    { said: [], violations: [] },
  );
  await page.context().close();
}

/** Asserts again until it holds, as a page draws a moment later what is done to it; fails as the last try did. */
export async function soon(assertion) {
  const end = Date.now() + MOST_MS;
  for (;;)
    try {
      return await assertion();
    } catch (error) {
      if (error.code !== 'ERR_ASSERTION' || Date.now() > end) throw error;
      await setTimeout(MS_BETWEEN_TRIES);
    }
}

/** axe-core finds nothing in the page as it is now. */
export async function isAccessible(page, what) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  // Of what passes the rule is enough: to write down each element of a long page takes most of the time.
  const { violations, passes } = await page.evaluate(() =>
    globalThis.axe.run(document, { iframes: false, resultTypes: ['violations'], selectors: false }),
  );
  deepEqual(
    violations.map(({ id, nodes }) => `${what}: ${id}: ${nodes[0].html}`),
    [],
  );
  ok(passes.some(({ id }) => id === 'color-contrast'));
}
