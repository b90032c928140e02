import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { kindOf } from '../../../src/cli/input/file-kind.js';

const csv = 'service,dateOfService\n';

test.each<[name: string, bytes: Buffer, kind: string]>([
  ['a workbook', Buffer.from('PK\x03\x04\x14\x00'), 'workbook'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'workbook'],
  ['X12', Buffer.from('\ufeffISA*00*          *00*'), 'x12'],
  ['X12 whose blanks were trimmed', Buffer.from('ISA*00**00**ZZ*A*'), 'x12'],
  ['X12 with other separators', Buffer.from('\n ISA|00|  |'), 'x12'],
  ['FHIR', Buffer.from('{\n  "resourceType": "Claim"'), 'fhir'],
  ['FHIR in a list', Buffer.from('[ {"id": "a", "resourceType": "Patient"'), 'fhir'],
  ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le'), 'utf-16'],
  ['UTF-16 without a mark', Buffer.from(csv, 'utf16le'), 'utf-16'],
  ['UTF-16, the other way round', Buffer.from(`\ufeff${csv}`, 'utf16le').swap16(), 'utf-16'],
  ...[
    csv,
    'ISA,service\n',
    '{"type":{"resourceType":1}}',
    '{"id":"PK"}\n',
    '[',
    '\ufeffid\n',
    '%PDF',
    'PK\n',
    '<3,4\n',
    '',
  ].map((text): [string, Buffer, string] => [JSON.stringify(text), Buffer.from(text), 'text']),
])('%s', (_name, bytes, kind) => {
  expect(kindOf(bytes)).toBe(kind);
});

test.each<[name: string, bytes: Buffer, advice: RegExp]>([
  ['compressed', gzipSync(csv), /^is compressed; .*gunzip -c FILE \| billability check -$/],
  ['a PDF', Buffer.from('%PDF-1.7'), /^is a PDF/],
  ['a page named .xls', Buffer.from('<html><table>'), /^is HTML or XML; .*spreadsheet/],
  ['XML', Buffer.from('\ufeff\n<?xml version="1.0"?>'), /^is HTML or XML; .*FHIR as JSON/],
])('of %s nothing is read, and what to do is said', (_name, bytes, advice) => {
  expect(kindOf(bytes)).toEqual({ advice: expect.stringMatching(advice) as string });
});
