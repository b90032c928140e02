import type { CheckedBatch } from '../../checked-batch.js';
import type { CheckedRecord } from '../../checked-record.js';
import { partsOf } from '../../findings-of.js';
import { counted, paragraph } from './layout.js';
import { linesOf } from './places.js';

/** Units that the time supports and nobody bills, and whatever else is worth knowing, in a line each. */
export function* remarksSection(batch: CheckedBatch): Generator<string> {
  const unbilled: CheckedRecord[] = [];
  const others: CheckedRecord[] = [];
  let units = 0;
  for (const record of batch.records) {
    // What is not billable is not left unbilled.
    const parts = partsOf(record.result).filter(({ verdict }) => verdict !== 'not-billable');
    for (const finding of parts.flatMap(({ findings }) => findings)) {
      if (finding.severity !== 'info') continue;
      const isUnbilled = finding.rule === 'units/unbilled-time';
      if (isUnbilled) units += (finding.data.supported ?? 0) - (finding.data.claimed ?? 0);
      const remarked = isUnbilled ? unbilled : others;
      // A claim may have several such lines.
      if (remarked.at(-1) !== record) remarked.push(record);
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
