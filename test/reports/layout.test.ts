import { describe, expect, test } from 'vitest';
import { counted, dollars, grouped, paragraph, printable } from '../../src/reports/text/layout.js';

test.each([
  [0, '0'],
  [999, '999'],
  [1204, '1,204'],
  [1234567.5, '1,234,567.5'],
  [0.1 + 0.2, '0.3'],
  [1234.56, '1,234.56'],
])('%d is %s', (number, text) => {
  expect(grouped(number)).toBe(text);
});

test.each([
  [0, '0 units'],
  [1, '1 unit'],
  [2, '2 units'],
  [1.5, '1.5 units'],
])('%d counted', (number, text) => {
  expect(counted(number, 'unit')).toBe(text);
});

test.each([
  ['0.00', '$0.00'],
  ['1234567.80', '$1,234,567.80'],
])('%s in dollars', (amount, text) => {
  expect(dollars(amount)).toBe(text);
});

describe('a paragraph', () => {
  test('that is short stays on its line', () => {
    expect(paragraph('a short one', '  Note: ')).toBe('  Note: a short one\n');
  });

  test('that is long hangs under its start, at most 100 columns wide', () => {
    const lines = paragraph('word '.repeat(60).trim(), '  Note: ').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    expect(lines.slice(1).every((line) => line.startsWith('        word'))).toBe(true);
  });

  test('breaks no word', () => {
    expect(paragraph('x'.repeat(150), '  ')).toBe(`  ${'x'.repeat(150)}\n`);
  });
});

test('what would steer a terminal is taken out', () => {
  expect(printable('a\u001b[31mb\u0007\u202ec\u200fd\u061ce')).toBe('a?[31mb??c?d?e');
});
