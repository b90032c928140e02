// Proves that the screen example is what its page says: in a browser it asks what a check asks, each question once, and
// by answering them alone a session of each service becomes billable.
import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSession, facts } from 'billability';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';
import { pack, projectOf, run } from './project.mjs';

const example = fileURLToPath(new URL('../../docs/examples/screen/', import.meta.url));
const sessions = new URL('../../fixtures/sessions/', import.meta.url);
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const MOST_ANSWERS = 120;

const { tarball } = await pack();
const project = await projectOf(example, [tarball]);
await run('npm', ['run', 'build'], project);
const server = createServer((request, response) => {
  const path = join(project, 'dist', request.url === '/' ? 'index.html' : request.url);
  if (existsSync(path))
    response.writeHead(200, { 'Content-Type': types[extname(path)] }).end(readFileSync(path));
  else response.writeHead(404).end();
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const { program, env } = await findChromium();
const browser = await chromium.launch({
  executablePath: program,
  env,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
try {
  for (const file of readdirSync(sessions).filter((name) => !name.endsWith('expected.json'))) {
    const session = JSON.parse(readFileSync(new URL(file, sessions), 'utf8'));
    for (const phase of ['delivered', 'proposed']) {
      const asked = await answerAll({ ...session, phase });
      console.log(`${file}, ${phase}: billable after ${asked} answers`);
    }
  }
  await standsWhatIsHalfTyped();
} finally {
  await browser.close();
  server.close();
  server.closeAllConnections();
}

/** Begins with the service and the day, answers what is asked from the session, and gives how many answers it took. */
async function answerAll(session) {
  const page = await browser.newPage();
  const thrown = [];
  page.on('pageerror', (error) => thrown.push(error.message));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const start = page.locator('.start');
  await start.locator('select').selectOption(session.service);
  await start.locator('input[type=date]').fill(session.dateOfService);
  await start.getByLabel('It is still to take place').setChecked(session.phase === 'proposed');
  await sameQuestions(page, session);
  let answers = 0;
  const verdict = page.getByRole('status');
  while ((await page.locator('.open').count()) > 0 && answers < MOST_ANSWERS) {
    const question = page.locator('.open').first();
    const pointer = await question.getAttribute('data-fact');
    const value = valueAt(session, pointer);
    notEqual(value, undefined, `${session.service} asks for ${pointer}, which its fixture does not state`);
    await answer(page.locator(`[data-fact="${pointer}"]`), pointer, value);
    answers += 1;
  }
  equal(await verdict.textContent(), 'Billable', await page.locator('aside').textContent());
  deepEqual(thrown, []);
  await page.close();
  return answers;
}

/** What is no session yet leaves the last verdict, and is told; what is asked of an entry is shown with its list. */
async function standsWhatIsHalfTyped() {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const credentials = page.locator('[data-fact="/staff/credentials"]');
  await credentials.locator('input[type=date]').first().fill('2024-01-10');
  match(await page.getByRole('alert').textContent(), /^\/staff\/credentials\/0\/code: /);
  equal(await page.getByRole('status').textContent(), 'Cannot be told yet');
  await credentials.locator('select').first().selectOption('MO-CPS');
  equal(await page.getByRole('alert').count(), 0);
  await page.close();
  console.log('What is half typed leaves the last verdict');
}

/** Each question once, and those of a proposed session are of what will be. */
async function sameQuestions(page, { service, dateOfService, phase }) {
  const { findings, verdict } = checkSession({ service, dateOfService, phase }, { history: [] });
  equal(verdict, 'undetermined');
  const missing = new Map(
    findings.flatMap((finding) => finding.missing).map((one) => [one.path, one.question]),
  );
  const shown = await page.locator('.open').evaluateAll((all) => all.map((one) => one.dataset.fact));
  deepEqual([...shown].sort(), [...missing.keys()].sort());
  for (const [pointer, question] of missing)
    ok((await page.locator(`[data-fact="${pointer}"]`).textContent()).includes(question), question);
  if (phase === 'proposed') match(await page.locator('form').textContent(), /Will /);
}

async function answer(question, pointer, value) {
  const { type } = facts[pointer.slice(1).replaceAll('/', '.')];
  if (type === 'boolean') await question.getByLabel(value ? 'yes' : 'no', { exact: true }).check();
  else if (type === 'codes') await answerCodes(question, value);
  else if (type === 'dated-codes' || type === 'trainings') {
    if (value.length === 0) await question.getByLabel('none', { exact: true }).check();
    for (const [place, entry] of value.entries())
      await answerEntry(question.locator('.entry').nth(place), entry);
  } else await put(question.locator('input, select').first(), value);
}

async function answerCodes(question, codes) {
  const listed = question.locator('input[type=checkbox][value]');
  if (codes.length === 0) await question.getByLabel('none of these').check();
  else if ((await listed.count()) === 0) await question.locator('input[type="text"]').fill(codes.join(', '));
  else for (const code of codes) await question.locator(`input[value="${code}"]`).check();
}

async function answerEntry(row, entry) {
  const keys = await row.locator('span').evaluateAll((all) => all.map((one) => one.dataset.key));
  for (const [key, value] of Object.entries(entry)) {
    const field = row.locator('span').nth(keys.indexOf(key));
    if (typeof value === 'boolean') await field.getByLabel(value ? 'yes' : 'no', { exact: true }).check();
    else await put(field.locator('input, select').first(), value);
  }
}

async function put(control, value) {
  const isChoice = (await control.evaluate((one) => one.tagName)) === 'SELECT';
  if (isChoice) await control.selectOption(String(value));
  else await control.fill(String(value));
}

function valueAt(session, pointer) {
  return pointer
    .slice(1)
    .split('/')
    .reduce((value, key) => value?.[key], session);
}
