import { verdictOf } from '../check/verdict.js';
import type { LineResult, SessionResult } from '../check/result.js';
import { isOnlyNotTaken, tallyOf } from '../check/totals.js';
import type { Claim } from '../facts/generated/types.js';
import type { Verdict } from '../findings/result.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Finding } from '../rules/index.js';
import type { CivilDate } from '../values/civil-date.js';
import { digestOf } from '../values/digest.js';
import type { Money } from '../values/money.js';
import { sessionOf, type CheckedRecord } from './records.js';

/** What is billed: a session, or a line of a claim. */
export interface Item {
  /** The place of a line in its claim, from 0; left out of a session. */
  readonly line?: number;
  /** Null where no definition is on file for the code of a line. */
  readonly service: string | null;
  readonly dateOfService: CivilDate;
  readonly memberId: string | undefined;
  readonly staffId: string | undefined;
  readonly agencyId: string | undefined;
  readonly result: SessionResult | LineResult;
  /** What is found of the claim as a whole, which holds for each of its lines. */
  readonly ofClaim: readonly Finding[];
  /** As the totals count it: its own, or that of the claim as a whole where that is worse. */
  readonly verdict: Verdict;
  /** What is asked for, or what the time supports; left out where neither is known. */
  readonly units: number | undefined;
  /** As stated, or at the rate on file; left out where neither is known. */
  readonly charge: Money | undefined;
}

/** The session, or the lines of the claim; none of what cannot be read, voids another claim, or is replaced by one. */
export function itemsOf(record: CheckedRecord): Item[] {
  const { value, result } = record;
  if (result.kind === 'invalid' || result.kind === 'void' || isReplaced(record)) return [];
  const session = sessionOf(record);
  if (result.kind === 'session') {
    const { service, verdict } = result;
    const { units, charge } = tallyOf(session ?? {}, result, verdict);
    return [
      {
        service,
        dateOfService: session?.dateOfService ?? '',
        memberId: session?.member?.id ?? undefined,
        staffId: session?.staff?.id ?? undefined,
        agencyId: session?.agency?.id ?? undefined,
        result,
        ofClaim: [],
        verdict,
        units,
        charge,
      },
    ];
  }
  const claim = value as Claim;
  return claim.lines.flatMap((stated, line) =>
    result.lines.slice(line, line + 1).map((judged): Item => {
      const verdict = verdictOf(result.findings, 'block', [judged.verdict]);
      const { units, charge } = tallyOf({ ...stated, phase: stated.session?.phase }, judged, verdict);
      return {
        line,
        service: judged.service,
        dateOfService: stated.dateOfService,
        memberId: claim.member?.id ?? undefined,
        staffId: stated.staff?.id ?? undefined,
        agencyId: claim.agency?.id ?? undefined,
        result: judged,
        ofClaim: result.findings,
        verdict,
        units,
        charge,
      };
    }),
  );
}

/** Whether another entry stands in its place, so that no sum counts it. */
export function isReplaced({ result }: CheckedRecord): boolean {
  return result.kind !== 'invalid' && result.notices.some(({ code }) => code === 'replaced');
}

/** Whether nobody means to bill it: another entry stands in its place, or it did not take place and asks for nothing. */
export function isNotBilled(record: CheckedRecord): boolean {
  const session = sessionOf(record);
  return isReplaced(record) || (session !== undefined && isOnlyNotTaken(session));
}

/** Whether a finding keeps what it is of from being billed. */
export function holdsBack({ severity, outcome, waived }: Finding): boolean {
  return severity === 'error' && waived === undefined && (outcome === 'fail' || outcome === 'unknown');
}

/** What is found that keeps it from being billed; nothing where it is billable. */
export function findingsHolding({ verdict, service, result, ofClaim }: Item): Finding[] {
  if (verdict === 'billable') return [];
  const { settings } = result.rules;
  // What is not known of a claim, or of what no definition on file judges, holds back even then.
  const isReported =
    settings?.missingFacts === 'report' && service !== null && result.verdict !== 'undetermined';
  const own = isReported ? result.findings.filter(({ outcome }) => outcome === 'fail') : result.findings;
  return [...ofClaim, ...own].filter(holdsBack);
}

export function rulesHolding(item: Item): Set<RuleId> {
  return new Set(findingsHolding(item).map(({ rule }) => rule));
}

/**
 * What stays the same of a thing to do from one run to the next: a digest of the entry, the rule and the place in it. The
 * entry is known by its own key; one without by where it was read, so that rows above it are not to move.
 */
export function keyOf({ entry, place, result }: CheckedRecord, rule: string, at = ''): string {
  const which = result.id ?? (place === undefined ? entry : [place.file, place.line ?? place.at]);
  return digestOf([which, rule, at]).slice('sha256:'.length, 'sha256:'.length + 16);
}
