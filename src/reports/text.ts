import type { ReportOptions, Format, Report, Style } from './format.js';
import { findAmong, type CheckedRecord } from './records.js';
import { answersSection, remarksSection } from './text/answers.js';
import { filesOf, type Page } from './text/page.js';
import { needsAttention, recordBlock, recordsSection } from './text/records.js';
import { createSummary, totalsSection } from './text/totals.js';
import { unitsLeftSection } from './text/units-left.js';

/**
 * For the person who answers for the billing. Of a batch it tells the totals first, then each record to look at, then
 * whom to ask what; of a stream each record to look at as it comes, and the totals last.
 */
export const text: Format = {
  name: 'text',
  says: 'is for a person: the totals, each record to look at, and whom to ask what.',
  streams: true,
  tellsNotices: true,
  open: (options) => (options.streamed === true ? streamedText(options) : wholeText(options)),
};

function wholeText(options: ReportOptions): Report {
  const all: CheckedRecord[] = [];
  return {
    start: '',
    records(done) {
      for (const record of done) all.push(record);
      return [];
    },
    *end(sums) {
      const page = pageOf(options, all);
      const summary = createSummary();
      for (const record of all) summary.add(record);
      yield* totalsSection(summary, sums, page);
      yield* recordsSection(all, sums, page);
      yield* answersSection(all, page);
      yield* remarksSection(all, page);
      yield* unitsLeftSection(all, page);
    },
  };
}

function streamedText(options: ReportOptions): Report {
  const summary = createSummary();
  let isQuiet = true;
  return {
    start: '',
    *records(done) {
      const page = pageOf(options, done);
      for (const record of done) {
        summary.add(record);
        if (!needsAttention(record, options)) continue;
        isQuiet = false;
        yield* recordBlock(record, page);
      }
    },
    *end(sums) {
      if (isQuiet) yield 'Nothing needs attention.\n';
      yield '\n';
      yield* totalsSection(summary, sums, pageOf(options, []));
    },
  };
}

export function pageOf(options: ReportOptions, records: readonly CheckedRecord[]): Page {
  return {
    options,
    files: options.files ?? filesOf(records),
    style: options.style ?? plain,
    titleOf: (service, on) => options.checker?.serviceOf(service, on).title ?? service,
    find: findAmong(records, options.historyPlaces),
  };
}

const asIs = (words: string) => words;
const plain: Style = {
  bold: asIs,
  dim: asIs,
  red: asIs,
  green: asIs,
  yellow: asIs,
  blue: asIs,
  magenta: asIs,
  cyan: asIs,
};
