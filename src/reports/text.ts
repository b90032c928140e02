import { reportOfAll, type ReportOptions, type Format, type Report } from './format.js';
import { createHeldBack } from './held-back.js';
import { findAmong, type CheckedRecord, type Sums } from './records.js';
import { askSection } from './text/ask.js';
import { byRuleSection } from './text/by-rule.js';
import { createCorrections } from './text/corrections.js';
import { missingIsAsked } from './text/findings.js';
import { paragraph } from './text/layout.js';
import { filesOf, plain, type Page } from './text/page.js';
import { recordBlock } from './text/record-block.js';
import { needsAttention, nothingNew, recordsSection, shownRecords } from './text/records.js';
import { createSummary, notesSection, totalsSection } from './text/totals.js';
import { createUnbilled, NOT_JUDGED, unbilledSection } from './text/unbilled.js';
import { createMembersLeft, unitsLeftSection } from './text/units-left.js';
import { createAsk, createStreamedAsk } from './text/wanted.js';
import { whySection } from './text/why.js';

/**
 * For the person who answers for the billing: how it stands, why, whom to ask what, each record to look at, and what can
 * still be billed. Of a stream it tells each record to look at as it comes, and the rest last.
 */
export const text: Format = {
  name: 'text',
  says: 'is for a person: how it stands, why, whom to ask what, each record to look at with what to do, and what can still be billed.',
  streams: true,
  tellsNotices: true,
  tellsWays: true,
  takesAll: true,
  open: (options) => (options.streamed === true ? streamedText(options) : wholeText(options)),
};

function wholeText(options: ReportOptions): Report {
  const told = createTold(options);
  return reportOfAll(function* (all, sums) {
    const page = pageOf(options, all);
    told.add(all);
    yield* told.standing(sums, page);
    if (options.quiet === true) return;
    yield* recordsSection(all, sums, page);
    yield* told.rest(sums, page);
  });
}

function streamedText(options: ReportOptions): Report {
  const told = createTold(options);
  let isQuiet = true;
  return {
    start: '',
    *records(done) {
      const page = pageOf(options, done);
      told.add(done);
      if (options.quiet === true) return;
      for (const record of shownRecords(done, options)) {
        if (!needsAttention(record, options)) continue;
        isQuiet = false;
        yield* recordBlock(record, page);
      }
    },
    *end(sums) {
      const page = pageOf(options, []);
      if (!isQuiet) yield '\n';
      else if (options.quiet !== true && options.only === undefined) yield 'Nothing needs attention.\n\n';
      else if (options.quiet !== true && options.only?.since !== undefined)
        yield `${nothingNew(sums.notices)}\n`;
      yield* told.standing(sums, page);
      if (options.quiet !== true) yield* told.rest(sums, page);
    },
  };
}

/** What is told of all records together; of a stream it holds no record for long. */
function createTold(options: ReportOptions) {
  const summary = createSummary();
  const held = createHeldBack();
  const corrections = createCorrections();
  const unbilled = createUnbilled(options);
  const left = createMembersLeft(options);
  const asks = missingIsAsked(options);
  /** What holds records back, what can still be billed and what is left is the same as it was, but for what is new. */
  const isOfNews = options.only?.since !== undefined;
  const ask = options.streamed === true ? createStreamedAsk(asks) : createAsk(asks);

  return {
    add(records: readonly CheckedRecord[]): void {
      for (const record of records) {
        summary.add(record);
        if (options.quiet === true) continue;
        held.add(record);
        unbilled.add(record);
        left.add(record);
      }
      if (options.quiet === true) return;
      for (const record of shownRecords(records, options)) {
        ask.add(record);
        corrections.add(record);
      }
    },
    /** How it stands, why, and whom to ask. */
    *standing(sums: Sums, page: Page): Generator<string> {
      yield* totalsSection(summary, sums, page);
      yield* byRuleSection(sums, page);
      if (options.quiet === true) return;
      if (!isOfNews) yield* whySection(held, page);
      yield* askSection(ask, corrections, page);
    },
    /** What can still be billed, what is not judged, and notes. */
    *rest(sums: Sums, page: Page): Generator<string> {
      if (!isOfNews) {
        yield* unbilledSection(unbilled, page);
        yield* unitsLeftSection(left, page);
      }
      yield `\n${page.wrap(NOT_JUDGED, '')}`;
      yield* notesSection(summary, sums, page);
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
    wrap: (words, first, rest) => paragraph(words, first, rest, options.width),
  };
}
