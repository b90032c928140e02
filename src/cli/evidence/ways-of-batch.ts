import { checkerOnFile } from '../../check/checker.js';
import { waysFrom } from '../../evidence/ways/ways-from.js';
import type { WaysToPass } from '../../findings/ways.js';
import type { CheckOptions, Checker, Session, SessionResult } from '../../index.js';
import type { CheckedBatch } from '../checked-batch.js';

interface Batch {
  /** What was checked; nothing of what cannot be read. */
  readonly values: readonly unknown[];
  readonly results: CheckedBatch['results'];
  readonly checker: Checker;
  readonly options: CheckOptions;
}

/** Of each session that is held back what would make it pass beside the others; undefined of all else. */
export function waysOfBatch(batch: Batch): (WaysToPass | undefined)[] {
  const related = relatedIn(batch);
  return batch.results.map((result, index) =>
    result.kind === 'session' && result.verdict !== 'billable'
      ? waysBeside(batch, result, index, related(index))
      : undefined,
  );
}

/** A patch is checked beside the sessions of its member, staff member and group, which are all that it may touch. */
function waysBeside(
  { values, checker, options }: Batch,
  result: SessionResult,
  index: number,
  related: readonly number[],
): WaysToPass {
  const session = values[index] as Session;
  const check = (one: Session) => {
    const some = related.map((other) => (other === index ? one : values[other]));
    return checker.checkRecords(some, options).results[related.indexOf(index)] as SessionResult;
  };
  const isAsAmongAll = saysOf(check(session)) === saysOf(result);
  const onFile = checkerOnFile(checker);
  const ways = waysFrom(session, result, options, onFile, isAsAmongAll ? check : () => result);
  return isAsAmongAll ? ways : { ...ways, notSearched: true };
}

function saysOf({ findings }: SessionResult): string {
  return JSON.stringify(findings.map(({ rule, outcome, severity }) => [rule, outcome, severity]));
}

/** The places of the sessions that share a member, a staff member or a group with one, and its own. */
function relatedIn({ values, results }: Batch): (index: number) => number[] {
  const byKey = new Map<string, number[]>();
  for (const [index, value] of values.entries()) {
    if (results[index]?.kind !== 'session') continue;
    for (const key of keysOf(value as Session)) byKey.set(key, [...(byKey.get(key) ?? []), index]);
  }
  return (index) => {
    const others = keysOf(values[index] as Session).flatMap((key) => byKey.get(key) ?? []);
    return [...new Set([...others, index])].sort((one, other) => one - other);
  };
}

function keysOf({ member, staff, group }: Session): string[] {
  return [member?.id, staff?.id, group?.id].flatMap((id, kind) =>
    id == null ? [] : [JSON.stringify([kind, id])],
  );
}
