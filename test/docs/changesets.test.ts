import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const folder = new URL('../../.changeset/', import.meta.url);
const waiting = readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md');

/** What is wrong with a change that waits for a release. */
function faults(changeset: string): string[] {
  const [, size, text = ''] =
    /^---\n'billability': (\w+)\n---\n(.*)$/s.exec(changeset.replaceAll('"', "'")) ?? [];
  if (size === undefined || !['patch', 'minor', 'major'].includes(size)) return ['no size'];
  const hasDates = /^Dates of service: (?:from|through|on|before|none|all)\b.*\.$/m.test(text);
  return [
    ...(/^\s*[A-Z].*\.$/m.test(text) ? [] : ['no sentence']),
    ...(size === 'patch' || hasDates ? [] : ['no dates of service']),
  ];
}

describe('a change that can change a verdict says for which dates of service', () => {
  test.each(waiting)('%s', (file) => {
    expect(faults(readFileSync(new URL(file, folder), 'utf8'))).toEqual([]);
  });

  test.each([
    ['patch', 'Clearer words.', []],
    ['minor', 'A new rate.\n\nDates of service: from 2027-01-01.', []],
    ['minor', 'A new format.\n\nDates of service: none, a format of the report.', []],
    ['major', 'A rule renamed.\n\nDates of service: all.', []],
    ['minor', 'A new rate.', ['no dates of service']],
    ['minor', 'A new rate.\n\nDates of service: soon.', ['no dates of service']],
    ['patch', 'wip', ['no sentence']],
    ['huge', 'A new rate.', ['no size']],
  ])('%s: %j', (size, text, expected) => {
    expect(faults(`---\n'billability': ${size}\n---\n\n${text}\n`)).toEqual(expected);
  });
});
