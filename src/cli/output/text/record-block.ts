import type { ReportContext } from '../../checked-batch.js';
import type { CheckedRecord } from '../../checked-record.js';
import { claimBlock } from './claim-block.js';
import { findingBlocks } from './finding-block.js';
import { paragraph, printable } from './layout.js';
import { placeInWords } from './places.js';
import type { Style } from './style.js';
import { verdicts } from './words.js';

/** A record that a person should look at. */
export function* recordBlock(record: CheckedRecord, context: ReportContext, style: Style): Generator<string> {
  const { result, session, placeOf } = record;
  const { words, paint } = verdicts[result.verdict];
  const heading = [placeInWords(record), ...factsOf(record, context), ''].join('  ');
  yield `\n${style.bold(heading)}${style.bold(paint(style)(words.toUpperCase()))}\n`;
  if (result.verdict === 'invalid') {
    for (const { path, message } of result.issues) {
      yield paragraph(printable(path === '' ? message : `${path}: ${message}`), '  ', '    ');
    }
  } else if (session !== undefined) {
    yield* findingBlocks({ ...result, placeOf }, context, style, '  ', new Set());
  } else {
    yield* claimBlock(record, context, style);
  }
}

function factsOf({ session, claim }: CheckedRecord, { titleOf }: ReportContext): string[] {
  if (session !== undefined) return [session.dateOfService, titleOf(session.service)];
  if (claim === undefined) return [];
  return [`claim of ${claim.lines.length === 1 ? '1 line' : `${String(claim.lines.length)} lines`}`];
}
