import type { ReportContext } from '../checked-batch.js';
import { needsAttention } from '../output/text/attention.js';
import { recordBlock } from '../output/text/record-block.js';
import { styleOf } from '../output/text/style.js';
import { createSummary } from '../output/text/summary.js';
import { totalsOf } from '../output/text/totals-section.js';
import type { GroupedReport } from './report-in-parts.js';

/** Each record to look at as it comes, and the totals last. */
export function groupedText(context: ReportContext, color: boolean): GroupedReport {
  const style = styleOf(color);
  const summary = createSummary();
  let shown = 0;
  return {
    start: '',
    records(records) {
      for (const record of records) summary.add(record);
      const toSee = records.filter((record) => needsAttention(record, context));
      shown += toSee.length;
      return toSee.flatMap((record) => [...recordBlock(record, context, style)]).join('');
    },
    end(sums) {
      const quiet = shown === 0 ? ['Nothing needs attention.\n'] : [];
      return [...quiet, '\n', ...totalsOf(summary, sums, context, style)].join('');
    },
  };
}
