/* global addEventListener, document */
// Proves that the page of `--format html` works where people open it: from a file, in a browser, under its own policy. It
// filters, sorts, shows a card for each need and prints; axe-core finds nothing, in light, in dark and on paper; nothing is loaded, and nothing refused.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './chromium.mjs';
import { folder, root, run } from './project.mjs';
import { isAccessible, soon, visit, withBrowser } from './visit.mjs';

const file = join(folder(), 'billing <month> & "more".html');

const found = await findChromium().catch((error) => {
  console.error(`NOT PROVEN in a browser: ${error.message}`);
  process.exit(process.env.BROWSER_PROOF === 'skip' ? 0 : 1);
});
await run(
  process.execPath,
  [
    ...['dist/cli/main.js', 'check', ...months(), '--history', 'none', '--as-of', '2025-04-01'],
    ...['--fail-on', 'never', '--ways', '--format', 'html', '--output', file],
  ],
  root,
);
await withBrowser(found, async (browser) => {
  for (const colorScheme of ['light', 'dark']) {
    const { page, requests, said } = await visit(browser, { colorScheme });
    await page.goto(pathToFileURL(file).href);
    const records = await works(page);
    await showsCards(page);
    await isAccessible(page, colorScheme);
    await prints(page);
    deepEqual({ requests, said }, { requests: [pathToFileURL(file).href], said: [] });
    await isUnderItsPolicy(page);
    await page.context().close();
    console.log(
      `The page of ${records} in ${colorScheme}: filters, sorts, shows cards, prints, and axe-core finds nothing`,
    );
  }
});

function months() {
  const names = readdirSync(join(root, 'fixtures/months')).filter((name) => name.endsWith('.ndjson'));
  return names.map((name) => `fixtures/months/${name}`);
}

/** Shows the first records with most money; filters and sorts all; shows more. */
async function works(page) {
  const shows = (expected) => soon(async () => match(await page.textContent('#shown'), expected));
  await shows(/^\d{3,} records, \$[\d,]+\.\d\d, the first 200 shown$/);
  const records = await page.textContent('#shown');
  const first = await charges(page);
  equal(first.length, 200);
  deepEqual(first, first.toSorted(descending));

  await page.selectOption('select[data-filter=verdict]', 'not-billable');
  await soon(async () => {
    const verdicts = await textsIn(page, '.verdict');
    deepEqual([...new Set(verdicts)], ['not billable']);
  });
  await shows(/^\d+ of \d+ records, /);
  await page.selectOption('select[data-filter=rules]', 'units/time');
  await soon(async () => {
    const ofRule = await textsIn(page, 'tr');
    ok(ofRule.length > 0 && ofRule.every((text) => text.includes('[units/time]')));
  });
  await page.selectOption('select[data-filter=rules]', '');
  await soon(async () => ok((await textsIn(page, 'tr')).some((text) => !text.includes('[units/time]'))));

  // By keyboard, too.
  await page.focus('button[data-sort=charge]');
  await page.keyboard.press('Enter');
  await page.waitForSelector('th[aria-sort=ascending]:has(button[data-sort=charge])');
  const least = await charges(page);
  deepEqual(
    least,
    least.toSorted((one, other) => one - other),
  );
  await page.keyboard.press('Enter');
  await page.waitForSelector('th[aria-sort=descending]:has(button[data-sort=charge])');
  await page.click('button[data-sort=day]');
  await page.waitForSelector('th[aria-sort]:has(button[data-sort=day])');
  const days = await textsIn(page, '.day');
  deepEqual(days, days.toSorted());

  await page.selectOption('select[data-filter=verdict]', '');
  await shows(/^\d{3,} records, /);
  await page.click('#more');
  await soon(async () => equal((await charges(page)).length, 400));
  await page.waitForFunction(() => document.activeElement.closest('#records tbody') !== null);
  return records.replace(/,.*/, '');
}

function textsIn(page, within) {
  return page.$$eval(`#records tbody ${within}`, (all) => all.map((one) => one.textContent));
}

/** A card for each need of a session that is held back; of several ways each is "either" or "or". */
async function showsCards(page) {
  const rows = page.locator('#records tbody tr[data-verdict=not-billable]', { has: page.locator('.needs') });
  ok((await rows.count()) > 50);
  const cards = rows.locator('.needs > li');
  equal(await cards.first().isVisible(), true);
  const said = await cards.evaluateAll((all) =>
    all.map((card) => [...card.querySelectorAll('li')].map(({ textContent }) => textContent.split(' ')[0])),
  );
  const choices = said.filter((ways) => ways.length > 0);
  ok(choices.length > 0);
  for (const [first, ...others] of choices) deepEqual([first, ...new Set(others)], ['either', 'or']);
  ok((await cards.allTextContents()).some((text) => text.includes('[checked again: billable')));
}

function charges(page) {
  return page.$$eval('#records tbody tr', (rows) => rows.map(({ dataset }) => Number(dataset.charge)));
}

function descending(one, other) {
  return other - one;
}

/** Without what is to be pressed; a page of a few thousand bytes would be an empty one. */
async function prints(page) {
  await page.emulateMedia({ media: 'print' });
  for (const control of ['.filters', '#more']) await page.waitForSelector(control, { state: 'hidden' });
  await isAccessible(page, 'on paper');
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
