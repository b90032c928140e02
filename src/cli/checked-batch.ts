import { eachOnce, type Notice } from '../findings/notices.js';
import type { BatchTotals, Checker, PriorUse } from '../index.js';
import { adviceOn, lacksHistory } from './advice.js';
import { checkedRecord, type CheckedRecord, type PlaceOf } from './checked-record.js';
import type { FiledRecord } from './input/read-files.js';
import type { StatedHistory } from './input/read-history.js';
import type { MissingFacts } from './missing-facts.js';

/** What a report says of any record. */
export interface ReportContext {
  /** Each once, in the order given. */
  readonly files: readonly string[];
  readonly asOf: string | undefined;
  /** What was billed before; undefined where that is not known. */
  readonly history: readonly PriorUse[] | undefined;
  /** The title of a service, by its id. */
  readonly titleOf: (service: string) => string;
}

/** Everything that a report is made from. */
export interface CheckedBatch extends ReportContext {
  readonly records: readonly CheckedRecord[];
  readonly totals: BatchTotals;
  /** What would let the check tell more. */
  readonly advice: readonly Notice[];
  /** What holds for all records, the advice included. */
  readonly notices: readonly Notice[];
}

export interface BatchRequest {
  readonly files: readonly string[];
  readonly records: readonly FiledRecord[];
  readonly checker: Checker;
  readonly asOf: string | undefined;
  readonly missingFacts: MissingFacts;
  readonly history: StatedHistory | undefined;
  readonly onChecked: (() => void) | undefined;
}

/** Checks the records: the sessions as one batch, the claims as another. A record that cannot be read keeps its place. */
export function checkBatch(request: BatchRequest): CheckedBatch {
  const { files, records, checker, asOf, missingFacts, history, onChecked } = request;
  const entries = records.map(({ issues, value }) => (issues.length > 0 ? null : value));
  const options = { asOf, missingFacts, history: history?.uses };
  const { results, totals, notices } = checker.checkRecords(entries, options, onChecked);
  const checked: CheckedRecord[] = [];
  const placeOf: PlaceOf = (position) =>
    'history' in position ? history?.placeOf(position.history) : checked[position.entry];
  records.forEach((record, index) => {
    const result = results[index];
    if (result !== undefined) checked.push(checkedRecord(record, result, placeOf));
  });
  const advice = adviceOn({
    records: checked.length,
    lacksHistory: checked.some(lacksHistory),
    history: history?.uses,
    onFile: checker.services.map(({ id }) => id),
  });
  return {
    files: [...new Set(files)],
    records: checked,
    totals,
    advice,
    notices: eachOnce([...advice, ...(records.length === 0 ? [] : notices)]),
    asOf,
    history: history?.uses,
    titleOf: (service) => checker.serviceOf(service).title,
  };
}
