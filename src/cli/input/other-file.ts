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

/** What to do about a file that is no UTF-8 text, as far as its first bytes tell. */
export function adviceOnOtherFile(firstBytes: Buffer): string | undefined {
  const opening = firstBytes.toString('latin1', 0, 8);
  const [, advice] = others.find(([start]) => opening.startsWith(start)) ?? [];
  // One of the two bytes of each common letter is zero.
  return advice ?? (opening.slice(0, 2).includes('\0') ? UTF16 : undefined);
}
