import type { Claim, Session } from '../../facts/generated/types.js';
import type { CivilDate } from '../../values/civil-date.js';
import type { Finding } from '../../rules/index.js';
import { nextStep } from '../next-step.js';
import { waiversOf } from '../own-rules.js';
import { otherOf, partsOf, type CheckedRecord } from '../records.js';
import type { ReportOptions } from '../format.js';
import { causesOf } from './findings.js';

/** From how many records on that share what is found it is told once for all of them. */
const FEWEST_SHARING = 3;

/** What several records have in common. */
export interface SharedCause {
  /** By which records refer to it, from 1. */
  readonly number: number;
  /** As the first of the records has them. */
  readonly findings: readonly Finding[];
  readonly records: readonly CheckedRecord[];
}

/** What many records share, by what it says. */
export type Shared = ReadonlyMap<string, SharedCause>;

/** Those that more records share come first. */
export function sharedAmong(records: readonly CheckedRecord[], options: ReportOptions): Shared {
  const all = new Map<string, { findings: readonly Finding[]; records: CheckedRecord[] }>();
  if (options.full === true) return new Map();
  for (const record of records) {
    for (const { findings, day } of datedPartsOf(record)) {
      for (const cause of causesOf(findings, options)) {
        const key = sharedKey(cause, day);
        if (key === undefined) continue;
        const before = all.get(key) ?? { findings: cause.map((one) => undated(one, day)), records: [] };
        if (before.records.at(-1) !== record) before.records.push(record);
        all.set(key, before);
      }
    }
  }
  const shared = [...all]
    .filter(([, { records: sharing }]) => sharing.length >= FEWEST_SHARING)
    .sort(([, one], [, other]) => other.records.length - one.records.length);
  return new Map(shared.map(([key, cause], index) => [key, { ...cause, number: index + 1 }]));
}

/** What has findings, with its day of service, if it has one. */
function datedPartsOf({
  result,
  value,
}: CheckedRecord): { findings: readonly Finding[]; day?: CivilDate | undefined }[] {
  const [whole, ...lines] = partsOf(result);
  if (whole === undefined) return [];
  if (result.kind === 'session') return [{ ...whole, day: (value as Session).dateOfService }];
  const days = result.kind === 'claim' ? (value as Claim).lines : [];
  return [whole, ...lines.map((line, index) => ({ ...line, day: days[index]?.dateOfService }))];
}

/** A finding that says the day of service by that name, as it is another one in each record. */
function undated<One extends Finding>(finding: One, day: CivilDate | undefined): One {
  return day === undefined
    ? finding
    : { ...finding, message: finding.message.replaceAll(day, 'the day of service') };
}

/** What findings of one cause say; of those that are about another session nothing, as each is about its own. */
export function sharedKey(findings: readonly Finding[], day: CivilDate | undefined): string | undefined {
  if (findings.some((finding) => otherOf(finding) !== null)) return undefined;
  return JSON.stringify(
    findings.map((finding) => [
      finding.rule,
      finding.outcome,
      finding.severity,
      undated(finding, day).message,
      nextStep(finding),
      waiversOf([finding]),
      finding.missing.map(({ question, heldBy }) => [heldBy, question]),
    ]),
  );
}
