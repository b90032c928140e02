import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { adviceOnOtherFile } from '../../../src/cli/input/other-file.js';

const csv = 'service,dateOfService\n';

test.each<[name: string, bytes: Buffer, advice: RegExp]>([
  ['compressed', gzipSync(csv), /^is compressed; .*gunzip -c FILE \| billability check -$/],
  ['a workbook', Buffer.from('PK\x03\x04\x14\x00'), /^is a workbook or a zip file; .*CSV UTF-8/],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /^is an old Excel workbook/],
  ['a PDF', Buffer.from('%PDF-1.7'), /^is a PDF/],
  ['X12', Buffer.from('\ufeffISA*00*          *00*'), /^is an X12 file .*adapters\/x12/],
  ['FHIR', Buffer.from('{\n  "resourceType": "Claim"'), /^is FHIR, .*adapters\/fhir/],
  ['FHIR in a list', Buffer.from('[ {"id": "a", "resourceType": "Patient"'), /^is FHIR, /],
  ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le'), /^is UTF-16 text; save it as UTF-8/],
  ['UTF-16 without a mark', Buffer.from(csv, 'utf16le'), /^is UTF-16 text/],
  ['UTF-16, the other way round', Buffer.from(`\ufeff${csv}`, 'utf16le').swap16(), /^is UTF-16 text/],
])('%s', (_name, bytes, advice) => {
  expect(adviceOnOtherFile(bytes)).toMatch(advice);
});

test.each([
  csv,
  'ISA,service\n',
  '{"type":{"resourceType":1}}',
  '{"id":"PK"}\n',
  '[',
  '\ufeffid\n',
  '%PDF',
  'PK\n',
  '',
])('text: %j', (text) => {
  expect(adviceOnOtherFile(Buffer.from(text))).toBeUndefined();
});
