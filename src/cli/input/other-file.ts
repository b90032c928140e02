const CSV_UTF8 = '(in Excel: "CSV UTF-8")';
const UTF16 = `is UTF-16 text; save it as UTF-8 ${CSV_UTF8}`;

/** The first bytes of files that hold no UTF-8 text, and what to do about them. */
const others: readonly (readonly [start: string, advice: string])[] = [
  ['\x1f\x8b', 'is compressed; send it uncompressed: gunzip -c FILE | billability check -'],
  ['PK\x03\x04', `is a workbook or a zip file; save the sheet as CSV ${CSV_UTF8}`],
  ['\xd0\xcf\x11\xe0', `is an old Excel workbook; save the sheet as CSV ${CSV_UTF8}`],
  ['%PDF-', 'is a PDF; records are read from NDJSON, a JSON list or CSV'],
  ['\xff\xfe', UTF16],
  ['\xfe\xff', UTF16],
];

/** The beginnings of texts that hold claims or visits in a form of their own, and what reads them. */
const texts: readonly (readonly [start: RegExp, advice: string])[] = [
  [
    /^\s{0,999}ISA([^A-Za-z0-9\s])[0-9]{2}\1/,
    'is an X12 file (837P, 835 or the like), which the command does not read; billability/adapters/x12 makes claims and payments of it (readX12Claims, readX12Remittances)',
  ],
  [
    /^\s{0,999}[{[]\s{0,99}(?:\{\s{0,99})?(?:"[^"]{0,99}"\s{0,9}:\s{0,9}"[^"]{0,999}"\s{0,9},\s{0,99}){0,9}"resourceType"\s{0,9}:/,
    'is FHIR, which the command does not read; billability/adapters/fhir makes sessions, claims and a history of it (readFhir)',
  ],
];

const LONGEST_BEGINNING = 8_000;

/** What to do about a file that holds something else than records, as far as its first bytes tell. */
export function adviceOnOtherFile(firstBytes: Buffer): string | undefined {
  const opening = firstBytes.toString('latin1', 0, 8);
  const beginning = firstBytes.toString('latin1', 0, LONGEST_BEGINNING).replace(/^\xef\xbb\xbf/, '');
  const [, reader] = texts.find(([start]) => start.test(beginning)) ?? [];
  if (reader !== undefined) return reader;
  const [, advice] = others.find(([start]) => opening.startsWith(start)) ?? [];
  // One of the two bytes of each common letter is zero.
  return advice ?? (opening.slice(0, 2).includes('\0') ? UTF16 : undefined);
}
