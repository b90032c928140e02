import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { services, sources, type Service } from '../../src/index.js';
import { computedRules, rulesOf } from '../../src/rules/index.js';
import { documents } from '../../src/services/index.js';
import { clausesOf, saidOf, sectionsOf } from './pages/clauses.js';
import { withAddresses } from './addresses.mjs';
import { withParts } from './pages/generated-parts.js';
import { generatedPages, pagesWithParts } from './pages/pages.js';

const root = new URL('../../', import.meta.url);

describe('generated pages are current (npm run docs writes them)', () => {
  test.each(generatedPages)('%s', async (path, text) => {
    await expect(withAddresses(text(), path)).toMatchFileSnapshot(new URL(path, root).pathname);
  });

  test.each(['docs/services/', 'docs/rules/'])('no page in %s without what it is about', (folder) => {
    const found = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => folder + file.replaceAll('\\', '/'));
    const generated = generatedPages.map(([path]) => path);
    expect(found.filter((page) => !generated.includes(page))).toEqual([]);
  });
});

test.each(pagesWithParts)('%s has its generated tables (npm run docs writes them)', async (path, parts) => {
  const { pathname } = new URL(path, root);
  await expect(withParts(readFileSync(pathname, 'utf8'), parts)).toMatchFileSnapshot(pathname);
});

/** Whether a definition rests on a document, or on a later one for a value of it. */
function cites(service: Service, source: string): boolean {
  return JSON.stringify(service).includes(`"source":"${source}"`);
}

test('the documents are the sources, and every definition is of one of them', () => {
  expect(documents.map(({ source }) => source)).toEqual(sources);
  const ids = sources.map(({ id }) => id);
  expect(services.filter(({ inForce }) => !ids.includes(inForce.cite.source))).toEqual([]);
});

describe('every clause has a rule or a reason, and every rule a clause', () => {
  describe.each(documents)('$source.title', (document) => {
    const { source, text } = document;
    const clauses = clausesOf(document);
    const own = services.filter((service) => cites(service, source.id));
    const rules = own.flatMap(rulesOf);
    const others = documents.filter((other) => own.some((service) => cites(service, other.source.id)));
    const everywhere = [
      'session/took-place',
      'session/time',
      'session/delivered',
      'session/funding',
      'member/born',
      'claim/charge',
    ];

    test.each(clauses)('$section: $says', ({ rules: answering = [], because }) => {
      expect(answering.length > 0).toBe(because === undefined);
      for (const id of answering) expect([...rules, ...computedRules].map((rule) => rule.id)).toContain(id);
    });

    test('each rule answers for a clause', () => {
      const answering = others.flatMap(clausesOf).flatMap((clause) => clause.rules ?? []);
      const idle = rules
        .map(({ id }) => id)
        .filter((id) => !answering.includes(id) && !everywhere.includes(id));
      const applicable = own.some(({ unit }) => unit !== undefined)
        ? idle
        : idle.filter((id) => !id.startsWith('units/'));
      expect(applicable).toEqual([]);
    });

    test('each section that a definition cites stands in the text, and each that stands there by name is cited', () => {
      const inText = clauses.flatMap(({ section, rules: answering = [] }) =>
        answering.map((id) => [section, id]),
      );
      const cited = saidOf(document).flatMap((clause) =>
        sectionsOf(clause, document).flatMap((section) => clause.rules?.map((id) => [section, id]) ?? []),
      );
      expect(inText).toEqual(expect.arrayContaining(cited));
      const named = text.filter((entry) => typeof entry === 'string');
      expect(cited.map(([section]) => section)).toEqual(expect.arrayContaining(named));
      expect(new Set(named).size).toBe(named.length);
    });
  });
});
