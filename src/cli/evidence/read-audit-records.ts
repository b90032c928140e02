import type { AuditRecord, EntryRecord } from '../../evidence/record.js';
import { wholeText } from '../input/whole-text.js';
import { isJson } from '../input/parse-json.js';
import { linesOf } from '../input/lines.js';
import type { Io } from '../io.js';
import { UsageError } from '../usage-error.js';

export interface ReadAuditRecord {
  readonly record: AuditRecord | EntryRecord;
  /** From 1. */
  readonly line: number;
}

/**
 * Audit records, one a line.
 *
 * @throws UsageError if a line holds anything else.
 */
export async function readAuditRecords(file: string, io: Io): Promise<ReadAuditRecord[]> {
  const text = await wholeText(file, io);
  const lines = isJson(text) ? [{ text, line: 1 }] : linesOf(text);
  const read = lines.map(({ text: content, line }) => ({
    record: isJson(content) ? (JSON.parse(content) as unknown) : undefined,
    line,
  }));
  const others = read.filter(({ record }) => !isAuditRecord(record));
  const [first] = others;
  if (first !== undefined)
    throw new UsageError([
      `${file}:${String(first.line)}: expected an audit record, as "billability check FILE --record ${file}" writes one a line, found ${first.record === undefined ? 'text that is not valid JSON' : 'something else'}${others.length > 1 ? ` (and in ${String(others.length - 1)} more lines)` : ''}`,
    ]);
  if (read.length === 0) throw new UsageError([`${file}: holds no audit record`]);
  return read as ReadAuditRecord[];
}

/** As far as replaying needs it: what is changed in it is told by its digest. */
function isAuditRecord(value: unknown): boolean {
  const { kind, asked, rules, outcome, digest } = Object(value) as Record<string, unknown>;
  const isWhole = [asked, rules, outcome].every(
    (part) => typeof part === 'object' && part !== null && !Array.isArray(part),
  );
  const { among, sealed, options } = Object(asked) as Record<string, unknown>;
  const isPlaced = among === undefined || typeof (Object(among) as { entry?: unknown }).entry === 'number';
  const isAsked = [sealed, options].some((part) => typeof part === 'object' && part !== null);
  return kind === 'audit-record' && isWhole && isPlaced && isAsked && typeof digest === 'string';
}
