import { expect, test } from 'vitest';
import { csvRows, readTable } from '../../src/adapters/tables/index.js';
import { checkRecords } from '../../src/index.js';
import { reportOf, text } from '../../src/reports/index.js';

function reportOfRows(rows: string): string {
  const found = readTable(csvRows(`Visit No,Service,DOS,Start\n${rows}`), undefined, { file: 'march.csv' });
  const places = found.records.map(({ line }) => ({ file: 'march.csv', line }));
  const report = [...reportOf(text, checkRecords(found), found, { places, files: ['march.csv'] })].join('');
  return report.slice(report.indexOf(' to look at'));
}

const row = (id: string, start: string) => `${id},mo/peer-support,3/18/2025,${start}\n`;

test('a thousand rows with one fault are told in one block', () => {
  const rows = Array.from({ length: 1000 }, (_, at) => row(`V-${String(at)}`, 'half nine'));
  const report = reportOfRows(`${row('A-1', 'never')}${rows.join('')}`);
  expect(report.split('\n').slice(1, 7)).toEqual([
    '',
    '1,001 records  UNREADABLE',
    '  lines 2-1002',
    '  /startTime: expected a time from 00:00 to 23:59, written HH:mm, found other',
    '    text',
    '    at march.csv row 2, column "Start", and so on',
  ]);
  expect(report.match(/startTime/g)).toHaveLength(1);
  expect(report.split('\n\n').filter((block) => block.includes('UNREADABLE'))).toHaveLength(1);
});

test('one alone keeps its key, and other faults stand apart', () => {
  const report = reportOfRows(`${row('V-1', 'half nine')}V-2,mo/peer-support,never,9:30\n`);
  expect(report).toContain('\nmarch.csv:2 (V-1)  UNREADABLE\n');
  expect(report).toContain('\nmarch.csv:3 (V-2)  UNREADABLE\n');
});

test('those of a list of entries are told by their numbers', () => {
  const entries = [{ id: 'A' }, { id: 'B' }];
  const report = [...reportOf(text, checkRecords(entries), entries)].join('');
  expect(report).toContain(
    '\n2 records  UNREADABLE\n  entries 1-2\n  /service: expected text, found nothing\n',
  );
});
