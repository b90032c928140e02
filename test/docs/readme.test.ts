import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

test('it is at most 140 lines long', () => {
  expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(140);
});

test('it shows the commands that a stranger needs', () => {
  for (const command of ['services', 'explain', 'template', 'init', 'check'])
    expect(readme).toContain(`npx billability ${command}`);
});

test('the two commands are those of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(readme).toContain('npm ci && npm start');
  expect(readme).toContain('npm ci && npm test');
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['start', 'test']));
});
