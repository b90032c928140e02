import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describeService, services } from '../../src/index.js';
import { rulesOf } from '../../src/rules/index.js';
import { documents } from '../../src/services/clauses/index.js';
import { coverageMarkdown } from '../../src/sheets/coverage.js';
import { readingsMarkdown } from '../../src/sheets/readings.js';

const docs = new URL('../../docs/', import.meta.url);

/** `mo/peer-support` has the page `mo-peer-support.md`. */
function pageOf(id: string): string {
  return `${id.replace('/', '-')}.md`;
}

describe('generated pages are current (npm run docs writes them)', () => {
  test.each(services.map(({ id }) => id))('the sheet of %s', async (id) => {
    await expect(describeService(id).markdown).toMatchFileSnapshot(
      new URL(`services/${pageOf(id)}`, docs).pathname,
    );
  });

  test('the coverage of the documents', async () => {
    await expect(coverageMarkdown()).toMatchFileSnapshot(new URL('coverage.md', docs).pathname);
  });

  test('the readings', async () => {
    await expect(readingsMarkdown()).toMatchFileSnapshot(new URL('readings.md', docs).pathname);
  });

  test('no sheet without its service', () => {
    expect(readdirSync(new URL('services/', docs)).sort()).toEqual(
      services.map(({ id }) => pageOf(id)).sort(),
    );
  });
});

describe('every clause has a rule or a reason, and every rule a clause', () => {
  describe.each(documents)('$source.title', ({ source, clauses }) => {
    const own = services.filter(({ inForce }) => inForce.cite.source === source.id);
    const rules = own.flatMap(rulesOf);
    const everywhere = ['session/time', 'session/delivered', 'claim/charge'];

    test.each(clauses)('$section: $says', ({ rules: answering = [], because }) => {
      expect(answering.length > 0).toBe(because === undefined);
      for (const id of answering) expect(rules.map((rule) => rule.id)).toContain(id);
    });

    test('each rule answers for a clause', () => {
      const answering = clauses.flatMap((clause) => clause.rules ?? []);
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
      const cited = rules.filter(({ cite }) => cite.basis === 'source').map(({ cite }) => cite.section);
      const known = (section: string) =>
        sections.includes(section) || section.split(', ').every((part) => sections.includes(part));
      expect(cited.filter((section) => !known(section))).toEqual([]);
    });
  });
});
