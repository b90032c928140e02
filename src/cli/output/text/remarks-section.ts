import type { CheckedBatch, CheckedRecord } from '../../checked-batch.js';
import { counted, paragraph } from './layout.js';
import { linesOf } from './places.js';

/** Units that the time supports and nobody bills, and whatever else is worth knowing, in a line each. */
export function* remarksSection(batch: CheckedBatch): Generator<string> {
  const unbilled: CheckedRecord[] = [];
  const others: CheckedRecord[] = [];
  let units = 0;
  for (const record of batch.records) {
    // What is not billable is not left unbilled.
    if (record.result.verdict === 'invalid' || record.result.verdict === 'not-billable') continue;
    for (const finding of record.result.findings) {
      if (finding.severity !== 'info') continue;
      if (finding.rule !== 'units/unbilled-time') {
        others.push(record);
        continue;
      }
      units += (finding.data.supported ?? 0) - (finding.data.claimed ?? 0);
      unbilled.push(record);
    }
  }
  if (unbilled.length > 0) {
    const bill = unbilled.length === 1 ? 'bills' : 'bill';
    yield `\n${paragraph(`${counted(unbilled.length, 'record')} ${bill} fewer units than the time supports; ${counted(units, 'unit')} left unbilled: ${linesOf(unbilled, batch)}.`, '')}`;
  }
  if (others.length > 0) {
    yield `\n${paragraph(`${counted(others.length, 'other remark')}, in full with --format json: ${linesOf(others, batch)}.`, '')}`;
  }
}
