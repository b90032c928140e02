/** Prints what the built library makes of the fixture months, with the zone and the language that it was made in. */
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
  .map((file) => checkSessions(read(`months/${file}`), { history: [], asOf: '2025-04-01' }));
const claims = checkClaims(read('claims/missouri.ndjson'), { history: [] });
const texts = [...months, claims].flatMap(({ results }) => results.map(formatResult));
const all = JSON.stringify([months, claims, texts, services.map((service) => describeService(service))]);

const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
process.stdout.write(
  JSON.stringify({
    timeZone,
    locale,
    length: all.length,
    hash: createHash('sha256').update(all).digest('hex'),
  }),
);
