import { foundAmong, foundAs } from './found-by-rules.js';
import type { Holder } from '../facts/rows/row.js';
import type { InputIssue } from '../facts/input-error.js';
import type { Verdict } from '../findings/result.js';
import type { Finding } from '../rules/index.js';
import { findingsOf, type CheckedRecord } from './records.js';
import { holderOf } from './next-step.js';

/** Which records and findings a report shows. Several of one kind: any of them; of several kinds: each. */
export interface Only {
  readonly rules?: readonly string[] | undefined;
  readonly verdicts?: readonly (Verdict | 'invalid')[] | undefined;
  readonly heldBy?: readonly Holder[] | undefined;
  /** Only what is new since an earlier check. */
  readonly since?: Earlier | undefined;
}

/** What an earlier check found, by the entry's own key; of one without, by its place. */
export interface Earlier {
  readonly found: ReadonlyMap<string, readonly string[]>;
}

/** The records to be shown, with those of their findings that are. */
export function shownOf(records: readonly CheckedRecord[], only: Only): CheckedRecord[] {
  const isOfFindings = only.rules !== undefined || only.heldBy !== undefined;
  const { since } = only;
  return (since === undefined ? records : newAmong(records, since)).flatMap((record) => {
    const { result } = record;
    if (only.verdicts !== undefined && !only.verdicts.some((one) => one === result.verdict)) return [];
    if (!isOfFindings) return record;
    const shown = { ...record, result: withFindings(result, (finding) => isShown(finding, only)) };
    return findingsOf(shown.result).length === 0 ? [] : shown;
  });
}

/** The records of which something is found that was not found before, with no more than that. */
function newAmong(records: readonly CheckedRecord[], { found }: Earlier): CheckedRecord[] {
  return records.flatMap((record) => {
    const { entry, result } = record;
    const wasFound = foundAmong(found.get(keyOfEntry(result, entry)) ?? []);
    if (result.kind === 'invalid')
      return result.issues.every((issue) => wasFound(unreadAs(issue))) ? [] : record;
    const shown = withFindings(result, (finding, part) => !wasFound(foundAs(finding, part)));
    return findingsOf(shown).length === 0 ? [] : { ...record, result: shown };
  });
}

/** By which an entry is known again. */
export function keyOfEntry({ id }: Pick<CheckedRecord['result'], 'id'>, entry: number): string {
  return id === undefined ? `/${String(entry)}` : `id ${id}`;
}

/** What is compared of what cannot be read. */
export function unreadAs({ code, path }: Pick<InputIssue, 'code' | 'path'>): string {
  return `${code} ${path}`;
}

function isShown(finding: Finding, { rules, heldBy }: Only): boolean {
  const { rule, missing, waived } = finding;
  if (rules !== undefined && !rules.includes(rule)) return false;
  if (heldBy === undefined) return true;
  // Of what is waived nobody is asked.
  if (waived !== undefined) return false;
  return missing.length === 0
    ? heldBy.includes(holderOf(finding))
    : missing.some((fact) => heldBy.includes(fact.heldBy));
}

function withFindings(
  result: CheckedRecord['result'],
  keep: (finding: Finding, part: number) => boolean,
): CheckedRecord['result'] {
  switch (result.kind) {
    case 'invalid':
      return result;
    case 'session':
    case 'void':
      return { ...result, findings: result.findings.filter((finding) => keep(finding, 0)) };
    case 'claim':
      return {
        ...result,
        findings: result.findings.filter((finding) => keep(finding, 0)),
        lines: result.lines.map((line, index) => ({
          ...line,
          findings: line.findings.filter((finding) => keep(finding, index + 1)),
        })),
      };
  }
}
