/** Prints what the built library makes of the fixture months in each zone that is named, with that and the language. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { checkClaims, checkSessions, describeService, services } from '../../dist/index.js';
import { formatResult } from '../../dist/reports.js';

/** A line that is no JSON, of which the months have some, is an entry that is malformed. */
function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
}

const read = (path) =>
  readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map(parsed);

const months = readdirSync(new URL('../../fixtures/months/', import.meta.url))
  .filter((file) => file.endsWith('.ndjson'))
  .sort()
  .map((file) => read(`months/${file}`));
const claims = read('claims/missouri.ndjson');

function madeIn(zone) {
  process.env.TZ = zone;
  const checked = months.map((month) => checkSessions(month, { history: [], asOf: '2025-04-01' }));
  const ofClaims = checkClaims(claims, { history: [] });
  const texts = [...checked, ofClaims].flatMap(({ results }) => results.map(formatResult));
  const all = JSON.stringify([checked, ofClaims, texts, services.map((service) => describeService(service))]);
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
  return { timeZone, locale, length: all.length, hash: createHash('sha256').update(all).digest('hex') };
}

process.stdout.write(JSON.stringify(process.argv.slice(2).map(madeIn)));
