import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareServices, type ServiceComparison } from '../../src/evidence/explain.js';
import { defineService, peerSupport, services, type Service } from '../../src/index.js';
import { canonicalJson } from '../../src/values/canonical-json.js';

/** Each shipped definition against that of the last release: what is looser or stricter is told by a change that waits for one. */

const root = new URL('../../', import.meta.url);
const released = readdirSync(new URL('fixtures/released/', root)).map((file) =>
  defineService(JSON.parse(readFileSync(new URL(`fixtures/released/${file}`, root), 'utf8'))),
);
const waiting = readdirSync(new URL('.changeset/', root))
  .filter((file) => file.endsWith('.md') && file !== 'README.md')
  .map((file) => readFileSync(new URL(`.changeset/${file}`, root), 'utf8'))
  .join('\n');

/** The JSON in a text, in one form. */
function jsonIn(text: string): string[] {
  return [...text.matchAll(/^```json\n(.*?)^```$/gms)].map(([, json = '']) =>
    canonicalJson(JSON.parse(json)),
  );
}

/** What stands in no change, as it is to be written there: what is looser with the session that shows it. */
function untold({ looser, stricter, undecided }: ServiceComparison, changes: string): string[] {
  const told = jsonIn(changes);
  const notShown = looser.filter(({ session }) => session === undefined);
  const lines = [...notShown, ...stricter, ...undecided]
    .map(({ at, says }) => `${at}: ${says}`)
    .filter((line) => !changes.includes(line));
  const shown = looser
    .filter(({ session }) => session !== undefined && !told.includes(canonicalJson(session)))
    .map(({ at, says, session }) => `${at}: ${says}\n\n\`\`\`json\n${JSON.stringify(session)}\n\`\`\`\n`);
  return [...shown, ...lines];
}

describe('no definition is looser or stricter than at the last release, unless a change says so', () => {
  test.each(released.map((one) => [one.id, one] as const))('%s', (id, before) => {
    const now = services.find((one) => one.id === id);
    if (now === undefined) expect(waiting).toContain(id);
    else expect(untold(compareServices(before, now), waiting)).toEqual([]);
  });

  test('every shipped definition is new, or was released', () => {
    for (const { id } of services) if (!released.some((one) => one.id === id)) expect(waiting).toContain(id);
  });
});

describe('a planted change', () => {
  const looser: Service = {
    ...peerSupport,
    criteria: peerSupport.criteria.filter(({ rule }) => rule !== 'member/age'),
  };
  const found = compareServices(peerSupport, looser);
  const [missing = ''] = untold(found, '');

  test('that loosens is found where no change tells it', () => {
    expect(untold(found, '')).toHaveLength(1);
    expect(untold(found, missing)).toEqual([]);
  });

  test('that tightens is found where no change tells it', () => {
    const tightened = compareServices(looser, peerSupport);
    const told = untold(tightened, '');
    expect(told).toEqual([expect.stringMatching(/^member\/age: /)]);
    expect(untold(tightened, told.join('\n'))).toEqual([]);
  });

  test('is not told by another session', () => {
    expect(untold(found, '```json\n{"service":"mo/peer-support"}\n```\n')).toEqual([missing]);
  });
});
