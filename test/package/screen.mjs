// Proves that the screen example is what its page says: in a browser it asks what a check asks, each question once, and
// by answering them alone a session of each service becomes billable.
import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSession, facts } from 'billability';
import { findChromium } from './chromium.mjs';
import { pack, projectOf, run } from './project.mjs';
import { leave, serve, soon, visit, withBrowser } from './visit.mjs';

const example = fileURLToPath(new URL('../../docs/examples/screen/', import.meta.url));
const sessions = new URL('../../fixtures/sessions/', import.meta.url);
const MOST_ANSWERS = 120;

const { tarball } = await pack();
const project = await projectOf(example, [tarball]);
await run('npm', ['run', 'build'], project);
const server = await serve(join(project, 'dist'));
try {
  await withBrowser(await findChromium(), async (browser) => {
    for (const file of readdirSync(sessions).filter((name) => !name.endsWith('expected.json'))) {
      const session = JSON.parse(readFileSync(new URL(file, sessions), 'utf8'));
      for (const phase of ['delivered', 'proposed']) {
        const asked = await answerAll(browser, { ...session, phase });
        console.log(`${file}, ${phase}: billable after ${asked} answers`);
      }
    }
    await standsWhatIsHalfTyped(browser);
  });
} finally {
  server.close();
}

/** Begins with the service and the day, answers what is asked from the session, and gives how many answers it took. */
async function answerAll(browser, session) {
  const visited = await visit(browser);
  const { page } = visited;
  await page.goto(server.url);
  const start = page.locator('.start');
  await start.locator('select').selectOption(session.service);
  await start.locator('input[type=date]').fill(session.dateOfService);
  await start.getByLabel('It is still to take place').setChecked(session.phase === 'proposed');
  await sameQuestions(page, session);
  let answers = 0;
  while ((await page.locator('.open').count()) > 0 && answers < MOST_ANSWERS) {
    const question = page.locator('.open').first();
    const pointer = await question.getAttribute('data-fact');
    const value = valueAt(session, pointer);
    notEqual(value, undefined, `${session.service} asks for ${pointer}, which its fixture does not state`);
    await answer(page.locator(`[data-fact="${pointer}"]`), pointer, value);
    await page.locator(`.answered[data-fact="${pointer}"]`).waitFor();
    answers += 1;
  }
  await soon(async () =>
    equal(
      await page.getByRole('status').textContent(),
      'Billable',
      await page.locator('aside').textContent(),
    ),
  );
  await leave(visited);
  return answers;
}

/** What is no session yet leaves the last verdict, and is told; what is asked of an entry is shown with its list. */
async function standsWhatIsHalfTyped(browser) {
  const visited = await visit(browser);
  const { page } = visited;
  await page.goto(server.url);
  const credentials = page.locator('[data-fact="/staff/credentials"]');
  await credentials.locator('input[type=date]').first().fill('2024-01-10');
  await soon(async () =>
    match(await page.getByRole('alert').textContent(), /^\/staff\/credentials\/0\/code: /),
  );
  equal(await page.getByRole('status').textContent(), 'Cannot be told yet');
  await credentials.locator('select').first().selectOption('MO-CPS');
  await soon(async () => equal(await page.getByRole('alert').count(), 0));
  await leave(visited);
  console.log('What is half typed leaves the last verdict');
}

/** Each question once, and those of a proposed session are of what will be. */
async function sameQuestions(page, { service, dateOfService, phase }) {
  const { findings, verdict } = checkSession({ service, dateOfService, phase }, { history: [] });
  equal(verdict, 'undetermined');
  const missing = new Map(
    findings.flatMap((finding) => finding.missing).map((one) => [one.path, one.question]),
  );
  await soon(async () => {
    const shown = await page.locator('.open').evaluateAll((all) => all.map((one) => one.dataset.fact));
    deepEqual([...shown].sort(), [...missing.keys()].sort());
    for (const [pointer, question] of missing)
      ok((await page.locator(`[data-fact="${pointer}"]`).textContent()).includes(question), question);
    if (phase === 'proposed') match(await page.locator('form').textContent(), /Will /);
  });
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
  await row.waitFor();
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
