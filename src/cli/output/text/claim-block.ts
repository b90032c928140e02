import type { ClaimResult } from '../../../index.js';
import type { ReportContext } from '../../checked-batch.js';
import type { CheckedRecord } from '../../checked-record.js';
import { linesOfClaim, type CheckedLine } from '../../findings-of.js';
import { toShow } from './attention.js';
import { findingBlocks } from './finding-block.js';
import { dollars } from './layout.js';
import type { Style } from './style.js';
import { verdicts } from './words.js';

/** What is found of a claim as a whole, then each line to look at, then what of its charges is billable. */
export function* claimBlock(record: CheckedRecord, context: ReportContext, style: Style): Generator<string> {
  const { result, placeOf } = record;
  if (result.kind !== 'claim') return;
  const asked = new Set<string>();
  yield* findingBlocks({ findings: result.findings, placeOf }, context, style, '  ', asked);
  for (const line of linesOfClaim(record)) {
    if (toShow(line.result.findings, context).length === 0) continue;
    const { words, paint } = verdicts[line.result.verdict];
    yield `  ${style.bold(`${lineHeading(line, context)}  ${paint(style)(words)}`)}\n`;
    yield* findingBlocks({ ...line.result, placeOf }, context, style, '    ', asked);
  }
  yield* chargesLine(result);
}

function lineHeading(
  { line, result: { lineNumber, service } }: CheckedLine,
  { titleOf }: ReportContext,
): string {
  const title = service === null ? 'no definition on file' : titleOf(service);
  return [`line ${String(lineNumber)}`, line.dateOfService, codeOf(line), title]
    .filter((part) => part !== '')
    .join('  ');
}

/** The code as written; nothing where what is written is no code. */
function codeOf({ procedureCode, modifiers }: CheckedLine['line']): string {
  const parts = [procedureCode, ...(modifiers ?? [])];
  return parts.every((part) => /^[A-Za-z0-9]{1,10}$/.test(part)) ? parts.join(' ') : '';
}

function* chargesLine({ totals }: ClaimResult): Generator<string> {
  if (totals.charge === '0.00') return;
  const parts = [
    `${dollars(totals.billableCharge)} billable`,
    `${dollars(totals.notBillableCharge)} not billable`,
    `${dollars(totals.undeterminedCharge)} cannot be told yet`,
  ];
  yield `  charged ${dollars(totals.charge)}: ${parts.join(', ')}\n`;
}
