import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { anchorsOf, linksOf } from './links.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = [
  ...readdirSync(root),
  ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' }).map((file) => `docs/${file}`),
]
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.md'));

/** Why a link leads nowhere; nothing where it leads somewhere. */
function fault(page: string, link: string): string[] {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (target.startsWith('..') || !existsSync(root + target)) return [`${link}: no such file`];
  if (anchor === undefined) return [];
  if (statSync(root + target).isDirectory()) return [`${link}: a folder has no headings`];
  return anchorsOf(readFileSync(root + target, 'utf8')).includes(anchor) ? [] : [`${link}: no such heading`];
}

describe('every link leads somewhere', () => {
  test.each(pages)('in %s', (page) => {
    const links = linksOf(readFileSync(root + page, 'utf8'));
    const local = links.filter((link) => !/^(https?|mailto):/.test(link));
    expect(local.flatMap((link) => fault(page, link))).toEqual([]);
  });

  test('in enough pages', () => {
    expect(pages).toEqual(
      expect.arrayContaining(['README.md', 'docs/rules/units/time.md', 'docs/coverage.md']),
    );
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

  test('headings as anchors', () => {
    expect(anchorsOf(page)).toEqual(['what-is-paid-and-when', 'unitstime', 'twice', 'twice-1', 'a-row']);
  });
});
