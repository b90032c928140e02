import { stringify } from 'csv-stringify/sync';
import type { Position } from '../../findings/finding-data.js';
import type { Claim, Denial, Finding, Session } from '../../index.js';
import type { CheckedBatch } from '../checked-batch.js';
import type { CheckedRecord, Place, PlaceOf } from '../checked-record.js';
import { linesOfClaim, otherOf } from '../findings-of.js';
import { positionInWords } from '../position-in-words.js';
import { STANDARD_INPUT } from '../input/read-source.js';
import { csvColumns, type CsvColumn } from './csv-columns.js';

type Row = Partial<Record<CsvColumn, string | number>>;

/** A row for each finding, under the names of the columns. */
export function* csvReport({ records }: Pick<CheckedBatch, 'records'>): Generator<string> {
  yield csvHeader();
  for (const record of records) yield csvRows(record);
}

/** The names of the columns, as the first row. */
export function csvHeader(): string {
  return rowsOf([Object.fromEntries(csvColumns.map((column) => [column, column]))]);
}

/** One row for each finding, and one for a record without any. */
export function csvRows(record: CheckedRecord): string {
  return rowsOf(rowsOfRecord(record));
}

/** Spreadsheets take a cell that starts as a formula does for one; the writer puts an apostrophe before it. */
function rowsOf(rows: readonly Row[]): string {
  return stringify([...rows], { columns: [...csvColumns], escape_formulas: true, quoted_match: /\r/ });
}

function rowsOfRecord(record: CheckedRecord): Row[] {
  const { file, line, id, result, session, claim, placeOf } = record;
  const whole: Row = { file: inWords(file), line, ...(id !== undefined && { id }), verdict: result.verdict };
  if (result.kind === 'invalid') {
    return result.issues.map(({ path, message }) => ({ ...whole, message, facts: path }));
  }
  if (result.kind === 'session') {
    const { service } = result;
    return withFindings({ ...whole, service, ...factsOf(session) }, result.findings, placeOf);
  }
  const ofClaim = withFindings(whole, result.findings, placeOf);
  const ofLines = linesOfClaim(record).flatMap(({ line: stated, result: judged }) => {
    const about = { claimLine: judged.lineNumber, service: judged.service ?? '', ...factsOf(stated) };
    return withFindings({ ...whole, ...about }, judged.findings, placeOf);
  });
  const rows = claim === undefined ? ofClaim : [...ofClaim, ...ofLines];
  const found = rows.filter(({ rule }) => rule !== undefined);
  return found.length === 0 ? [whole] : found;
}

function factsOf(stated: Session | Claim['lines'][number] | undefined): Row {
  return stated === undefined ? {} : { dateOfService: stated.dateOfService };
}

function withFindings(about: Row, findings: readonly Finding[], placeOf: PlaceOf): Row[] {
  if (findings.length === 0) return [about];
  return findings.map((finding) => {
    const { rule, outcome, severity, message, paths, missing, citations, reading, denials } = finding;
    const other = otherOf(finding);
    return {
      ...about,
      rule,
      outcome,
      severity,
      message,
      facts: paths.join(' '),
      missing: missing.map(({ path }) => path).join(' '),
      questions: missing.map(({ question }) => question).join(' '),
      clause: citations.map(({ title, section }) => `${title}, ${section}`).join('; '),
      reading: reading?.name ?? '',
      denials: denials.map(denialInWords).join('; '),
      other: other === null ? '' : otherInWords(other, placeOf(other)),
    };
  });
}

function denialInWords({ carc, rarc, group, likelihood }: Denial): string {
  return [group, carc, ...(rarc === undefined ? [] : [rarc]), likelihood].join(' ');
}

/** Where the other session stands; which it is, where that is not known. */
function otherInWords(other: Position, place: Place | undefined): string {
  if (place === undefined) return positionInWords(other);
  const line = 'line' in other ? `, line ${String(other.line + 1)}` : '';
  return `${inWords(place.file)}:${String(place.line)}${line}`;
}

function inWords(file: string): string {
  return file === STANDARD_INPUT ? 'standard input' : file;
}
