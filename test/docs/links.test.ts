import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isPacked, pathOf, repository, withAddresses } from './addresses.mjs';
import { anchorsOf, linksOf, withTargets } from './links.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = [
  ...readdirSync(root),
  ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' }).map((file) => `docs/${file}`),
]
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.md'));

/** Why a link leads nowhere; nothing where it leads somewhere. An address of ours leads to the file that it names. */
function fault(page: string, link: string): string[] {
  const target = pathOf(link, page);
  if (target === undefined) return [];
  const [path = '', anchor] = target.split('#');
  if (path.startsWith('..') || !existsSync(root + path)) return [`${link}: no such file`];
  if (anchor === undefined) return [];
  if (statSync(root + path).isDirectory()) return [`${link}: a folder has no headings`];
  return anchorsOf(readFileSync(root + path, 'utf8')).includes(anchor) ? [] : [`${link}: no such heading`];
}

describe('every link leads somewhere', () => {
  test.each(pages)('in %s', (page) => {
    const links = linksOf(readFileSync(root + page, 'utf8'));
    expect(links.flatMap((link) => fault(page, link))).toEqual([]);
  });

  test('in enough pages', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', 'docs/rules/units/time.md', 'docs/coverage.md']),
    );
  });
});

describe('what is packed leads to what is not by an address of the homepage (npm run docs writes it)', () => {
  test.each(pages.filter(isPacked))('%s', async (page) => {
    await expect(withAddresses(readFileSync(root + page, 'utf8'), page)).toMatchFileSnapshot(root + page);
  });

  test('the homepage, the repository and where faults are told are stated as one place', () => {
    const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      homepage: `${repository}#readme`,
      repository: { type: 'git', url: `git+${repository}.git` },
      bugs: { url: `${repository}/issues` },
    });
    expect(readFileSync(`${root}CONTRIBUTING.md`, 'utf8')).toContain(`\`${repository}\``);
  });

  test('what is packed', () => {
    expect(
      ['README.md', 'SECURITY.md', 'docs/guides/fhir.md', 'docs/coverage.md'].filter(isPacked),
    ).toHaveLength(4);
    expect(['CONTRIBUTING.md', 'docs/rules/units/time.md', 'docs/assurance.md'].filter(isPacked)).toEqual([]);
  });

  test.each([
    [
      'docs/input.md',
      '[`units/time`](rules/units/time.md#cases)',
      '/blob/main/docs/rules/units/time.md#cases',
    ],
    ['docs/guides/fhir.md', '[a](../../CONTRIBUTING.md)', '/blob/main/CONTRIBUTING.md'],
    [
      'docs/guides/fhir.md',
      '[a](https://github.com/SOMEBODY/billability/blob/main/docs/rules/a/b.md)',
      '/blob/main/docs/rules/a/b.md',
    ],
  ])('of %s %s', (page, link, address) => {
    const text = link.slice(0, link.indexOf(']('));
    expect(withAddresses(link, page)).toBe(`${text}](${repository}${address})`);
  });

  test.each([
    ['docs/guides/fhir.md', '[a](../input.md#x)'],
    ['docs/guides/fhir.md', '[a](#x)'],
    ['docs/guides/fhir.md', '[a](https://example.org/rules)'],
    ['docs/guides/fhir.md', '`[a](../rules/a.md)`'],
    ['docs/rules/units/time.md', '[a](whole.md)'],
  ])('of %s %s stays', (page, link) => {
    expect(withAddresses(link, page)).toBe(link);
  });
});

describe('links and headings of a page', () => {
  const page = [
    '# What is paid, and *when*',
    '## `units/time`',
    '## Twice',
    '## Twice',
    '| <a id="a-row"></a>row | [one](a.md#x) |',
    'See [two](<b c.md>) and [three][3], not `[four](d.md)`.',
    '[3]: e.md',
    '```sh',
    '# no heading',
    '[five](f.md)',
    '```',
  ].join('\n');

  test('links', () => {
    expect(linksOf(page)).toEqual(['a.md#x', 'b c.md', 'e.md']);
  });

  test('links with other targets', () => {
    const other = withTargets(page, (target) => `x/${target.replace(' ', '-')}`);
    expect(linksOf(other)).toEqual(['x/a.md#x', 'x/b-c.md', 'x/e.md']);
    expect(withTargets(page, (target) => target)).toBe(page);
    expect(other).toContain('not `[four](d.md)`');
    expect(other).toContain('[five](f.md)');
  });

  test('headings as anchors', () => {
    expect(anchorsOf(page)).toEqual(['what-is-paid-and-when', 'unitstime', 'twice', 'twice-1', 'a-row']);
  });
});
