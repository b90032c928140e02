import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** The same input gives the same bytes wherever it is checked. */

const script = fileURLToPath(new URL('bytes.mjs', import.meta.url));

interface Made {
  timeZone: string;
  locale: string;
  length: number;
  hash: string;
}

function madeIn(timeZone: string, locale: string): Made {
  const variable = `${locale.replace('-', '_')}.UTF-8`;
  const env = { ...process.env, TZ: timeZone, LC_ALL: variable, LANG: variable };
  // To optimize what runs once takes longer than to run it.
  const args = ['--no-opt', script];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Made;
}

const here = madeIn('UTC', 'en-US');

test.each([
  ['America/Chicago', 'en-US'],
  ['Asia/Kathmandu', 'tr-TR'],
  ['Pacific/Apia', 'ar-EG'],
  ['Pacific/Niue', 'tr-TR'],
  ['Australia/Lord_Howe', 'ar-EG'],
  ['America/Sao_Paulo', 'en-US'],
])('in %s, %s', (timeZone, locale) => {
  const made = madeIn(timeZone, locale);
  expect(made).toEqual({ ...here, timeZone: made.timeZone, locale: made.locale });
  expect([made.timeZone.replace('Katmandu', 'Kathmandu'), made.locale]).toEqual([timeZone, locale]);
  expect(made.length).toBeGreaterThan(100_000);
});
