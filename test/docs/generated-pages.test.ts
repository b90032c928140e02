import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { services, type Service } from '../../src/index.js';
import { computedRules, rulesOf } from '../../src/rules/index.js';
import { documents } from '../../src/services/clauses/index.js';
import { withParts } from './pages/generated-parts.js';
import { generatedPages, readmeParts } from './pages/pages.js';

const root = new URL('../../', import.meta.url);

describe('generated pages are current (npm run docs writes them)', () => {
  test.each(generatedPages)('%s', async (path, text) => {
    await expect(text()).toMatchFileSnapshot(new URL(path, root).pathname);
  });

  test.each(['docs/services/', 'docs/rules/'])('no page in %s without what it is about', (folder) => {
    const found = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => folder + file.replaceAll('\\', '/'));
    const generated = generatedPages.map(([path]) => path);
    expect(found.filter((page) => !generated.includes(page))).toEqual([]);
  });
});

test('README.md has the generated tables (npm run docs writes them)', async () => {
  const readme = readFileSync(new URL('README.md', root), 'utf8');
  await expect(withParts(readme, readmeParts)).toMatchFileSnapshot(new URL('README.md', root).pathname);
});

/** Whether a definition rests on a document, or on a later one for a value of it. */
function cites(service: Service, source: string): boolean {
  return JSON.stringify(service).includes(`"source":"${source}"`);
}

describe('every clause has a rule or a reason, and every rule a clause', () => {
  describe.each(documents)('$source.title', ({ source, clauses }) => {
    const own = services.filter((service) => cites(service, source.id));
    const rules = own.flatMap(rulesOf);
    const others = documents.filter((other) => own.some((service) => cites(service, other.source.id)));
    const everywhere = ['session/time', 'session/delivered', 'claim/charge'];

    test.each(clauses)('$section: $says', ({ rules: answering = [], because }) => {
      expect(answering.length > 0).toBe(because === undefined);
      for (const id of answering) expect([...rules, ...computedRules].map((rule) => rule.id)).toContain(id);
    });

    test('each rule answers for a clause', () => {
      const answering = others.flatMap((other) => other.clauses).flatMap((clause) => clause.rules ?? []);
      const idle = rules
        .map(({ id }) => id)
        .filter((id) => !answering.includes(id) && !everywhere.includes(id));
      const applicable = own.some(({ unit }) => unit !== undefined)
        ? idle
        : idle.filter((id) => !id.startsWith('units/'));
      expect(applicable).toEqual([]);
    });

    test('each section that a rule cites is in the list', () => {
      const sections = clauses.map(({ section }) => section);
      const cited = rules.filter(({ cite }) => cite.source === source.id).map(({ cite }) => cite.section);
      const known = (section: string) =>
        sections.includes(section) || section.split(', ').every((part) => sections.includes(part));
      expect(cited.filter((section) => !known(section))).toEqual([]);
    });
  });
});
