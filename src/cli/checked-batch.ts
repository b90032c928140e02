import { eachOnce, type Notice } from '../findings/notices.js';
import type { BatchResult, Checker, ClaimResult, SessionResult, VoidResult } from '../index.js';
import { adviceOn, lacksHistory } from './advice.js';
import { resultToTell, valueToCheck } from './input/input-record.js';
import type { ReadFiles } from './input/read-files.js';
import type { StatedHistory } from './input/read-history.js';
import type { MissingFacts } from './missing-facts.js';

/** The results of a batch, with the advice among its notices. */
export interface CheckedBatch extends BatchResult<SessionResult | ClaimResult | VoidResult> {
  /** What would let the check tell more. */
  readonly advice: readonly Notice[];
  /** As the checker gave them, for what was checked of each record. */
  readonly judged: BatchResult<SessionResult | ClaimResult | VoidResult>['results'];
}

export interface BatchRequest {
  readonly input: ReadFiles;
  readonly checker: Checker;
  readonly asOf: string | undefined;
  readonly missingFacts: MissingFacts;
  readonly history: StatedHistory | undefined;
  readonly onChecked: (() => void) | undefined;
}

/** Checks the records: the sessions as one batch, the claims as another. A record that cannot be read keeps its place. */
export function checkBatch(request: BatchRequest): CheckedBatch {
  const { input, checker, asOf, missingFacts, history, onChecked } = request;
  const { records } = input;
  const options = { asOf, missingFacts, history: history?.uses };
  const checked = checker.checkRecords(records.map(valueToCheck), options, onChecked);
  const results = checked.results.flatMap((result, index) =>
    records.slice(index, index + 1).map((record) => resultToTell(record, result)),
  );
  const advice = adviceOn({
    records: results.length,
    lacksHistory: results.some(lacksHistory),
    read: input.notices,
    history,
    checker,
  });
  const { totals, notices } = checked;
  return {
    results,
    judged: checked.results,
    totals,
    advice,
    notices: eachOnce([...advice, ...(records.length === 0 ? [] : notices)]),
  };
}
