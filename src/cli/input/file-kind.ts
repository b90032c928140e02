import { latin1 } from './latin1.js';

/** What a file holds, as far as its first bytes tell: text is JSON or a table. */
export type FileKind = 'text' | 'utf-16' | 'workbook' | 'x12' | 'fhir';

/** The first bytes of files of which nothing is read, and what to do about them. */
const others: readonly (readonly [start: string, advice: string])[] = [
  ['\x1f\x8b', 'is compressed; send it uncompressed: gunzip -c FILE | billability check -'],
  ['%PDF-', 'is a PDF; records are read from NDJSON, a JSON list, a table, X12 or FHIR'],
];

/** A zip file, as which workbooks are packed, and what Excel wrote before. */
const workbooks = ['PK\x03\x04', '\xd0\xcf\x11\xe0'];

/** A page or a document; some systems save a page as .xls. */
const MARKUP = /^\s{0,999}<[!?A-Za-z]/;
const MARKUP_ADVICE =
  'is HTML or XML; open it in a spreadsheet program and save it as an Excel workbook (.xlsx) or as CSV, or export FHIR as JSON';

const X12 = /^\s{0,999}ISA([^A-Za-z0-9\s])[^\n]{0,20}\1/;
const FHIR =
  /^\s{0,999}[{[]\s{0,99}(?:\{\s{0,99})?(?:"[^"]{0,99}"\s{0,9}:\s{0,9}"[^"]{0,999}"\s{0,9},\s{0,99}){0,9}"resourceType"\s{0,9}:/;

const LONGEST_BEGINNING = 8_000;

/** What the first bytes of a file are of, or what to do about a file that cannot be read. */
export function kindOf(firstBytes: Uint8Array): FileKind | { readonly advice: string } {
  const opening = latin1(firstBytes, 0, 8);
  const [, advice] = others.find(([start]) => opening.startsWith(start)) ?? [];
  if (advice !== undefined) return { advice };
  if (workbooks.some((start) => opening.startsWith(start))) return 'workbook';
  // One of the two bytes of each common letter is zero.
  if (/^(?:\xff\xfe|\xfe\xff)/.test(opening) || opening.slice(0, 2).includes('\0')) return 'utf-16';
  const beginning = latin1(firstBytes, 0, LONGEST_BEGINNING).replace(/^\xef\xbb\xbf/, '');
  if (X12.test(beginning)) return 'x12';
  if (FHIR.test(beginning)) return 'fhir';
  return MARKUP.test(beginning) ? { advice: MARKUP_ADVICE } : 'text';
}
