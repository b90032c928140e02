import { addTotals, noTotals } from '../check/add-totals.js';
import { eachOnce, type Notice } from '../findings/notices.js';
import type {
  BatchResult,
  BatchTotals,
  CheckOptions,
  Checker,
  ClaimResult,
  PriorUse,
  SessionResult,
} from '../index.js';
import { adviceOn, lacksHistory } from './advice.js';
import { checkedRecord, isClaim, type CheckedRecord, type PlaceOf } from './checked-record.js';
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

type Check = (
  entries: readonly unknown[],
  options: CheckOptions,
  onChecked?: () => void,
) => BatchResult<SessionResult | ClaimResult>;

/** Checks the records: the sessions as one batch, the claims as another. A record that cannot be read keeps its place. */
export function checkBatch(request: BatchRequest): CheckedBatch {
  const { files, records, checker, asOf, history } = request;
  const claims = records.filter(({ value }) => isClaim(value));
  const sessions = records.filter(({ value }) => !isClaim(value));
  const parts = [
    ...(sessions.length > 0 ? [checkPart(sessions, checker.checkSessions, request)] : []),
    ...(claims.length > 0 ? [checkPart(claims, checker.checkClaims, request)] : []),
  ];
  const checked = new Map(parts.flatMap((part) => [...part.checked]));
  const inPlace = records.flatMap((record) => checked.get(record) ?? []);
  const advice = adviceOn({
    records: inPlace.length,
    lacksHistory: inPlace.some(lacksHistory),
    history: history?.uses,
    onFile: checker.services.map(({ id }) => id),
  });
  return {
    files: [...new Set(files)],
    records: inPlace,
    totals: parts.reduce((sum, { totals }) => addTotals(sum, totals), noTotals),
    advice,
    notices: eachOnce([...advice, ...parts.flatMap(({ notices }) => notices)]),
    asOf,
    history: history?.uses,
    titleOf: (service) => checker.serviceOf(service).title,
  };
}

interface CheckedPart extends Pick<CheckedBatch, 'totals' | 'notices'> {
  readonly checked: ReadonlyMap<FiledRecord, CheckedRecord>;
}

function checkPart(
  records: readonly FiledRecord[],
  check: Check,
  { asOf, missingFacts, history, onChecked }: BatchRequest,
): CheckedPart {
  const entries = records.map(({ issues, value }) => (issues.length > 0 ? null : value));
  const { results, totals, notices } = check(
    entries,
    { asOf, missingFacts, history: history?.uses },
    onChecked,
  );
  const checked = new Map<FiledRecord, CheckedRecord>();
  const placeOf: PlaceOf = (position) => {
    if ('history' in position) return history?.placeOf(position.history);
    const record = records[position.entry];
    return record && checked.get(record);
  };
  records.forEach((record, index) => {
    const result = results[index];
    if (result !== undefined) checked.set(record, checkedRecord(record, result, placeOf));
  });
  return { checked, totals, notices };
}
