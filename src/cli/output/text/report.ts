import type { CheckedBatch } from '../../checked-batch.js';
import { answersSection } from './answers-section.js';
import { recordsSection } from './records-section.js';
import { remarksSection } from './remarks-section.js';
import { styleOf } from './style.js';
import { totalsSection } from './totals-section.js';
import { unitsLeftSection } from './units-left-section.js';

/** The report for the person who answers for the billing. */
export function* textReport(batch: CheckedBatch, color: boolean): Generator<string> {
  const style = styleOf(color);
  yield* totalsSection(batch, style);
  yield* recordsSection(batch, style);
  yield* answersSection(batch, style);
  yield* remarksSection(batch);
  yield* unitsLeftSection(batch, style);
}
