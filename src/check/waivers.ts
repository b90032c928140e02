import type { RuleId } from '../findings/finding-data.js';
import { notice, type Notice } from '../findings/notices.js';
import type { WaiverReason } from '../findings/result.js';
import type { Finding } from '../rules/index.js';
import type { AgencyCitation } from '../services/overlay.js';
import { addDays, addMonths, type CivilDate } from '../values/civil-date.js';

/**
 * That an agency bills what a rule would hold back, of one session, member or staff member, for some days of service. The
 * finding stays, and says that it is waived.
 *
 * @example
 * const waiver: Waiver = {
 *   id: 'W-7',
 *   rule: 'documentation/progress-note',
 *   of: { session: 'V-0012' },
 *   from: '2025-03-01',
 *   through: '2025-03-31',
 *   expires: '2025-09-30',
 *   reason: 'record-held-elsewhere',
 *   note: 'The note is in the paper file.',
 *   approver: 'Compliance officer',
 *   approvedOn: '2025-04-02',
 *   evidence: 'Scan 12 of the paper file',
 * };
 */
export interface Waiver {
  /** Stands in each finding for which it holds. */
  readonly id: string;
  readonly rule: RuleId;
  /** Left out, each service that has the rule. */
  readonly service?: string;
  /** The key of one session (of a claim line that of the claim), member or rendering staff member. */
  readonly of: { readonly session: string } | { readonly member: string } | { readonly staff: string };
  /** First and last day of service. */
  readonly from: CivilDate;
  readonly through: CivilDate;
  /** The last day of a check (`asOf`) on which it holds. */
  readonly expires: CivilDate;
  readonly reason: WaiverReason;
  /** What follows is for whoever asks; no result repeats it. */
  readonly note: string;
  readonly approver: string;
  readonly approvedOn: CivilDate;
  readonly evidence: string;
  readonly cite?: AgencyCitation;
}

/** A waiver, and where it stands in the list that was given. */
export interface PlacedWaiver {
  readonly waiver: Waiver;
  readonly at: string;
}

/** What findings are of, as far as waivers ask. */
export interface Subject {
  /** Of a claim as a whole that of each line. */
  readonly services: readonly (string | null)[];
  readonly session: string | null | undefined;
  readonly member: string | null | undefined;
  readonly staff: string | null | undefined;
  /** First and last day of service. */
  readonly from: CivilDate;
  readonly through: CivilDate;
}

/** Marks findings for which a waiver holds on the day of the check. */
export function waiving(
  all: readonly PlacedWaiver[],
): (finding: Finding, subject: Subject, asOf: CivilDate) => Finding {
  const byRule = new Map<string, Waiver[]>();
  for (const { waiver } of all) byRule.set(waiver.rule, [...(byRule.get(waiver.rule) ?? []), waiver]);
  return (finding, subject, asOf) => {
    const waiver = byRule.get(finding.rule)?.find((one) => !isExpired(one, asOf) && holdsFor(one, subject));
    if (waiver === undefined) return finding;
    const { id, reason, through } = waiver;
    return { ...finding, waived: { id, reason, through } };
  };
}

function isExpired({ expires }: Waiver, asOf: CivilDate): boolean {
  return expires < asOf;
}

function holdsFor(waiver: Waiver, subject: Subject): boolean {
  const { service, of, from, through } = waiver;
  const isOfService = service === undefined || subject.services.every((one) => one === service);
  const isOfKey = Object.entries(of).every(([what, key]) => subject[what as keyof Waiver['of']] === key);
  return isOfService && isOfKey && from <= subject.from && subject.through <= through;
}

/** What a person should know of waivers in a batch. @param used the ids of those that hold for some finding. */
export function noticesOfWaivers(
  all: readonly PlacedWaiver[],
  used: ReadonlySet<string>,
  asOf: CivilDate | undefined,
): Notice[] {
  if (asOf === undefined) return notApplied(all);
  const expired = all.filter(({ waiver }) => isExpired(waiver, asOf));
  const others = all.filter(({ waiver }) => !isExpired(waiver, asOf));
  const places = {
    'waivers-expired': expired,
    'waivers-unused': others.filter(({ waiver }) => !used.has(waiver.id)),
    'waivers-wide': others.filter(({ waiver }) => isWide(waiver)),
  } as const;
  return (['waivers-expired', 'waivers-unused', 'waivers-wide'] as const).flatMap((code) => {
    const waivers = places[code].map(({ at }) => at);
    return waivers.length === 0 ? [] : [notice(code, { waivers })];
  });
}

/** Where no day of the check is stated. */
export function notApplied(all: readonly PlacedWaiver[]): Notice[] {
  return all.length === 0 ? [] : [notice('waivers-not-applied', { waivers: all.map(({ at }) => at) })];
}

/** Of more than a year of service. */
function isWide({ from, through }: Waiver): boolean {
  return through > addDays(addMonths(from, 12), -1);
}
