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

/** A process has one language, and begins in the first of its zones. */
const zones = [
  ['en-US', ['UTC', 'America/Chicago', 'America/Sao_Paulo']],
  ['tr-TR', ['Asia/Kathmandu', 'Pacific/Niue']],
  ['ar-EG', ['Pacific/Apia', 'Australia/Lord_Howe']],
] as const;

function madeIn(locale: string, timeZones: readonly string[]): Made[] {
  const variable = `${locale.replace('-', '_')}.UTF-8`;
  const env = { ...process.env, TZ: timeZones[0], LC_ALL: variable, LANG: variable };
  const args = [script, ...timeZones];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', env });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Made[];
}

const all = zones.flatMap(([locale, timeZones]) => {
  const made = madeIn(locale, timeZones);
  return timeZones.map((timeZone, place) => [timeZone, locale, made[place]] as const);
});
const here = all[0]?.[2];

test.each(all.slice(1))('in %s, %s', (timeZone, locale, made) => {
  if (made === undefined) throw new Error('it made nothing');
  expect(made).toEqual({ ...here, timeZone: made.timeZone, locale: made.locale });
  expect([made.timeZone.replace('Katmandu', 'Kathmandu'), made.locale]).toEqual([timeZone, locale]);
  expect(made.length).toBeGreaterThan(100_000);
});
