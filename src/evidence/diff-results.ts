import { foundAmong, foundByRules, haveOwnKeys } from '../reports/found-by-rules.js';
import type { BatchResult } from '../check/records.js';
import type { ClaimResult, InvalidResult, SessionResult, VoidResult } from '../check/result.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Verdict } from '../findings/result.js';
import type { Money } from '../values/money.js';

type Result = SessionResult | ClaimResult | VoidResult | InvalidResult;

/** A finding that is in one of two results alone. */
export interface Difference {
  /** The entry's own key, or its JSON Pointer where entries are compared by position. */
  readonly key: string;
  readonly rule: RuleId;
}

/** What differs between the results of two checks. */
export interface Differences {
  /** Entries are the same that have the same key; or the same place, where some have none or one is there twice. */
  readonly by: 'id' | 'position';
  /** Of entries whose verdict is another one; null where one of the two checks has no such entry. */
  readonly verdicts: readonly {
    readonly key: string;
    readonly before: Told | null;
    readonly after: Told | null;
  }[];
  /** Findings that are new, and those that are gone. */
  readonly came: readonly Difference[];
  readonly went: readonly Difference[];
  /** US dollars that are billable. */
  readonly money: { readonly before: Money; readonly after: Money };
}

type Told = Verdict | 'invalid' | 'void';
type Batch = Pick<BatchResult<SessionResult | ClaimResult | VoidResult>, 'results' | 'totals'>;

/**
 * What differs between two checks, such as before and after a change of the facts, of a configuration or of the rules.
 *
 * @example
 * const entry = { id: 'V-1', service: 'mo/peer-support', dateOfService: '2010-01-01', units: 1.5 };
 * const before = checkSessions([entry], { history: [] });
 * const after = checkSessions([{ ...entry, dateOfService: '2025-03-03' }], { history: [] });
 * diffResults(before, after).verdicts; // [ { key: 'V-1', before: 'undetermined', after: 'not-billable' } ]
 */
export function diffResults(before: Batch, after: Batch): Differences {
  const isById = haveOwnKeys(before.results) && haveOwnKeys(after.results);
  const earlier = byKey(before.results, isById);
  const later = byKey(after.results, isById);
  const keys = [...new Set([...earlier.keys(), ...later.keys()])];
  const pairs = keys.map((key) => ({ key, one: earlier.get(key), other: later.get(key) }));
  return {
    by: isById ? 'id' : 'position',
    verdicts: pairs
      .map(({ key, one, other }) => ({ key, before: toldOf(one), after: toldOf(other) }))
      .filter((pair) => pair.before !== pair.after),
    came: pairs.flatMap(({ key, one, other }) => missingFrom(one, other, key)),
    went: pairs.flatMap(({ key, one, other }) => missingFrom(other, one, key)),
    money: { before: before.totals.billableCharge, after: after.totals.billableCharge },
  };
}

function byKey(results: readonly Result[], isById: boolean): Map<string, Result> {
  return new Map(
    results.map((result, place) => [isById ? String(result.id) : `/${String(place)}`, result] as const),
  );
}

function toldOf(result: Result | undefined): Told | null {
  if (result === undefined) return null;
  return result.kind === 'void' ? 'void' : result.verdict;
}

/** The rules that found something in the second that they did not find in the first, as often as they did. */
function missingFrom(one: Result | undefined, other: Result | undefined, key: string): Difference[] {
  const wasFound = foundAmong(foundByRules(one ?? {}).map(({ said }) => said));
  return foundByRules(other ?? {}).flatMap(({ rule, said }) => (wasFound(said) ? [] : { key, rule }));
}
