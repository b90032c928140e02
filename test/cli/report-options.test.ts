import { expect, test } from 'vitest';
import { reportOptions } from '../../src/cli/output/report-options.js';
import { ioOf } from './run.js';

/** Whether a report is coloured, as https://no-color.org and https://force-color.org have it. */
test.each([
  ['on a terminal', {}, true, undefined, true],
  ['in a pipe', {}, false, undefined, false],
  ['in a file', {}, true, 'report.txt', false],
  ['on a terminal with NO_COLOR', { NO_COLOR: '1' }, true, undefined, false],
  ['on a terminal with NO_COLOR that is empty', { NO_COLOR: '' }, true, undefined, true],
  ['in a pipe with FORCE_COLOR', { FORCE_COLOR: '1' }, false, undefined, true],
  ['in a file with FORCE_COLOR', { FORCE_COLOR: '1', NO_COLOR: '1' }, false, 'report.txt', true],
  ['on a terminal with FORCE_COLOR=0', { FORCE_COLOR: '0' }, true, undefined, false],
])('%s', (_where, env, isTTY, output, isColoured) => {
  const { io } = ioOf();
  const stdout = Object.assign(io.stdout, { isTTY });
  const told = { files: ['a.csv', 'a.csv'], history: undefined, checker: undefined, asOf: undefined, output };
  const { style, files } = reportOptions(told, { ...io, env, stdout });
  expect(style?.red('words')).toBe(isColoured ? '\u001b[31mwords\u001b[39m' : undefined);
  expect(files).toEqual(['a.csv']);
});
