import { expect, test } from 'vitest';
import { reportOptions } from '../../src/cli/output/report-options.js';
import { createChecker } from '../../src/index.js';
import { text } from '../../src/reports/index.js';
import { ioOf } from './run.js';

const checker = createChecker();

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
  const request = {
    format: text,
    failOn: 'never',
    missingFacts: 'block',
    ...(output !== undefined && { output }),
  } as const;
  const told = { files: ['a.csv', 'a.csv'], history: undefined, checker, asOf: undefined, request };
  const { style, files } = reportOptions(told, { ...io, env, stdout });
  expect(style?.red('words')).toBe(isColoured ? '\u001b[31mwords\u001b[39m' : undefined);
  expect(files).toEqual(['a.csv']);
});

test.each([
  ['in a pipe', false, 200, undefined],
  ['on a terminal', true, 100, 100],
  ['on a wide one', true, 300, 120],
  ['on a narrow one', true, 20, 40],
  ['on one that does not say', true, undefined, 80],
])('%s, lines are as wide as can be read', (_where, isTTY, columns, width) => {
  const { io } = ioOf();
  const stdout = Object.assign(io.stdout, { isTTY, ...(columns !== undefined && { columns }) });
  const request = { format: text, failOn: 'never', missingFacts: 'block' } as const;
  const told = { files: [], history: undefined, checker, asOf: undefined, request };
  expect(reportOptions(told, { ...io, stdout }).width).toBe(width);
});
