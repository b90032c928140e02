/* global addEventListener, document */
// Proves that the page of `--format html` works where people open it: from a file, in a browser, under its own policy. It
// filters, sorts and prints; axe-core finds nothing, in light, in dark and on paper; nothing is loaded, and nothing refused.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { folder, root, run } from './project.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const file = join(folder(), 'billing <month> & "more".html');

const { program, env } = await findChromium().catch((error) => {
  console.error(`NOT PROVEN in a browser: ${error.message}`);
  process.exit(process.env.BROWSER_PROOF === 'skip' ? 0 : 1);
});
await run(
  process.execPath,
  [
    ...['dist/cli/main.js', 'check', ...months(), '--history', 'none', '--as-of', '2025-04-01'],
    ...['--fail-on', 'never', '--format', 'html', '--output', file],
  ],
  root,
);
const browser = await chromium.launch({ executablePath: program, env, args: ['--no-sandbox'] });
try {
  for (const colorScheme of ['light', 'dark']) {
    const requests = [];
    const said = [];
    const page = await browser.newPage({ colorScheme });
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    await page.addInitScript(() => {
      globalThis.violations = [];
      addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        globalThis.violations.push(effectiveDirective),
      );
    });
    await page.goto(pathToFileURL(file).href);
    const records = await works(page);
    await isAccessible(page);
    await prints(page);
    deepEqual({ requests, said }, { requests: [pathToFileURL(file).href], said: [] });
    await isUnderItsPolicy(page);
    await page.close();
    console.log(
      `The page of ${records} in ${colorScheme}: filters, sorts, prints, and axe-core finds nothing`,
    );
  }
} finally {
  await browser.close();
}

function months() {
  const names = readdirSync(join(root, 'fixtures/months')).filter((name) => name.endsWith('.ndjson'));
  return names.map((name) => `fixtures/months/${name}`);
}

/** Shows the first records with most money; filters and sorts all; shows more. */
async function works(page) {
  const records = await page.textContent('#shown');
  match(records, /^\d{3,} records, \$[\d,]+\.\d\d, the first 200 shown$/);
  const first = await charges(page);
  equal(first.length, 200);
  deepEqual(first, first.toSorted(descending));

  await page.selectOption('select[data-filter=verdict]', 'not-billable');
  const verdicts = await page.$$eval('#records tbody .verdict', (cells) =>
    cells.map((cell) => cell.textContent),
  );
  deepEqual([...new Set(verdicts)], ['not billable']);
  match(await page.textContent('#shown'), /^\d+ of \d+ records, /);
  await page.selectOption('select[data-filter=rules]', 'units/time');
  const ofRule = await page.$$eval('#records tbody tr', (rows) => rows.map((row) => row.textContent));
  ok(ofRule.length > 0 && ofRule.every((text) => text.includes('[units/time]')));
  await page.selectOption('select[data-filter=rules]', '');

  // By keyboard, too.
  await page.focus('button[data-sort=charge]');
  await page.keyboard.press('Enter');
  equal(await page.getAttribute('th:has(button[data-sort=charge])', 'aria-sort'), 'ascending');
  const least = await charges(page);
  deepEqual(
    least,
    least.toSorted((one, other) => one - other),
  );
  await page.keyboard.press('Enter');
  equal(await page.getAttribute('th:has(button[data-sort=charge])', 'aria-sort'), 'descending');
  await page.click('button[data-sort=day]');
  const days = await page.$$eval('#records tbody .day', (cells) => cells.map((cell) => cell.textContent));
  deepEqual(days, days.toSorted());

  await page.selectOption('select[data-filter=verdict]', '');
  await page.click('#more');
  equal((await charges(page)).length, 400);
  equal(await page.evaluate(() => document.activeElement.closest('#records tbody') !== null), true);
  return records.replace(/,.*/, '');
}

function charges(page) {
  return page.$$eval('#records tbody tr', (rows) => rows.map(({ dataset }) => Number(dataset.charge)));
}

function descending(one, other) {
  return other - one;
}

async function isAccessible(page) {
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
  deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`),
    [],
  );
  ok(passes.some(({ id }) => id === 'color-contrast'));
}

/** Without what is to be pressed; a page of a few thousand bytes would be an empty one. */
async function prints(page) {
  await page.emulateMedia({ media: 'print' });
  for (const control of ['.filters', '#more']) equal(await page.isVisible(control), false);
  await isAccessible(page);
  const pdf = await page.pdf({ format: 'Letter' });
  equal(pdf.subarray(0, 5).toString(), '%PDF-');
  ok(pdf.length > 20_000);
  await page.emulateMedia({ media: 'screen' });
}

/** Last, it tries what is forbidden: that one violation shows that violations are seen. */
async function isUnderItsPolicy(page) {
  deepEqual(await page.evaluate(() => globalThis.violations), []);
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'globalThis.ran = true';
        document.body.append(script);
      }),
  );
  deepEqual([refused, await page.evaluate(() => globalThis.ran)], ['script-src-elem', undefined]);
}
