import type { Position } from '../findings/finding-data.js';
import type { Denial } from '../findings/result.js';
import { placeAt } from '../findings/places.js';
import type { Finding } from '../rules/index.js';
import type { Format } from './format.js';
import {
  fileInWords,
  findAmong,
  located,
  linesOfClaim,
  otherOf,
  placeInWords,
  positionInWords,
  sessionOf,
  type CheckedRecord,
  type Find,
  type Found,
} from './records.js';

/** The columns in their order, with what each holds. */
const csvColumns = {
  file: 'where the record was read',
  line: 'the line on which it starts; of a file in which nobody counts them, what starts there',
  id: "the record's own key",
  verdict: 'of the record: billable, not-billable, undetermined or invalid',
  claimLine: 'the line of the claim that the finding is about',
  service: 'of the session or line',
  dateOfService: 'of the session or line',
  rule: 'of the finding; empty where a record has none',
  outcome: 'fail, unknown or due',
  severity: 'error, warning or info',
  message: 'what is found, or why the record cannot be read',
  facts: 'JSON Pointers of the facts that may have to be corrected',
  missing: 'JSON Pointers of the facts that would settle it',
  places: 'where all of these stand in your own file, each place once, where an adapter has read it',
  questions: 'what to ask for them',
  clause: 'where it is written',
  reading: 'the named reading on which it rests',
  denials:
    'what a payer may answer: group, CARC, RARC, likely or possible, and "at audit" where no claim shows it',
  other: 'file and line of the record that it is about beside this one',
} as const;

type Column = keyof typeof csvColumns;
type Row = Partial<Record<Column, string | number | undefined>>;

const columns = Object.keys(csvColumns) as readonly Column[];

/**
 * A row for each finding, and one for a record without any. Where a record was read from no file, `file` is empty and
 * `line` is its number among the entries.
 */
export const csv: Format = {
  name: 'csv',
  says: 'writes one row for each finding, and one for a record without any. No cell is taken for a formula: one that starts like one has an apostrophe before it.',
  columns: csvColumns,
  streams: true,
  tellsNotices: false,
  open: ({ historyPlaces }) => ({
    start: lineOf(columns),
    *records(done) {
      const find = findAmong(done, historyPlaces);
      for (const record of done) {
        yield rowsOf(located(record), find)
          .map((row) => lineOf(columns.map((name) => row[name] ?? '')))
          .join('');
      }
    },
    end: () => [],
  }),
};

function rowsOf(record: CheckedRecord, find: Find): Row[] {
  const { entry, place, places, value, result } = record;
  const whole: Row = {
    file: place === undefined ? '' : fileInWords(place.file),
    line: place === undefined ? entry + 1 : (place.line ?? place.at),
    id: result.id,
    verdict: result.kind === 'void' ? 'void' : result.verdict,
  };
  switch (result.kind) {
    case 'invalid':
      return result.issues.map(({ path, message }) => ({
        ...whole,
        message,
        facts: path,
        places: placeAt(path, places ?? {}),
      }));
    case 'void':
      return withFindings(whole, result.findings, find);
    case 'session': {
      const about = { service: result.service, dateOfService: sessionOf(record)?.dateOfService };
      return withFindings({ ...whole, ...about }, result.findings, find);
    }
    case 'claim': {
      const ofLines = linesOfClaim(value, result).flatMap(({ line, result: judged }) => {
        const { lineNumber: claimLine, service } = judged;
        const about = { claimLine, service: service ?? '', dateOfService: line.dateOfService };
        return withFindings({ ...whole, ...about }, judged.findings, find);
      });
      const rows = [...withFindings(whole, result.findings, find), ...ofLines];
      const found = rows.filter(({ rule }) => rule !== undefined);
      return found.length === 0 ? [whole] : found;
    }
  }
}

function withFindings(about: Row, findings: readonly Finding[], find: Find): Row[] {
  if (findings.length === 0) return [about];
  return findings.map((finding) => {
    const {
      rule,
      outcome,
      severity,
      message,
      paths,
      missing,
      places = {},
      citations,
      reading,
      denials,
    } = finding;
    const other = otherOf(finding);
    return {
      ...about,
      rule,
      outcome,
      severity,
      message,
      facts: paths.join(' '),
      missing: missing.map(({ path }) => path).join(' '),
      places: [...new Set(Object.values(places))].join('; '),
      questions: [...new Set(missing.map(({ question }) => question))].join(' '),
      clause: citations.map(({ title, section }) => `${title}, ${section}`).join('; '),
      reading: reading?.name,
      denials: denials.map(denialInWords).join('; '),
      other: other === null ? '' : otherInWords(other, find(other)),
    };
  });
}

function denialInWords({ carc, rarc, group, likelihood, seenAt }: Denial): string {
  const seen = seenAt === 'audit' ? 'at audit' : undefined;
  return [group, carc, rarc, likelihood, seen].filter((part) => part !== undefined).join(' ');
}

/** Where the other session stands; which it is, where that is not known. */
function otherInWords(other: Position, { place }: Found): string {
  if (place === undefined) return positionInWords(other);
  const line = 'line' in other ? `, line ${String(other.line + 1)}` : '';
  return `${placeInWords(place)}${line}`;
}

/** As RFC 4180 has it, but for a line feed alone at the end. What makes CSV in packages needs Node's buffers. */
function lineOf(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

/** A cell as CSV has it. Spreadsheets take a text that starts as a formula does for one, in full width too. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = /^[-=+@\t\r\uff0d\uff1d\uff0b\uff20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
