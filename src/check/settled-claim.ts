import type { Claim, ClaimLine } from '../facts/generated/types.js';
import { throughOf } from '../facts/history.js';
import type { Finding } from '../rules/index.js';
import type { CodedLine } from './claim-line.js';
import type { Settings } from './session.js';
import type { Subject } from './waivers.js';

/** A claim with what is found of it as a whole. */
interface FoundOfClaim {
  readonly claim: Claim;
  readonly lines: readonly { readonly line: ClaimLine; readonly coded: Pick<CodedLine, 'service'> }[];
  readonly findings: readonly Finding[];
}

/** What is found of a claim as a whole, as severities and waivers have it. */
export function settledOfClaim(
  { claim, lines, findings }: FoundOfClaim,
  settings: Settings,
): readonly Finding[] {
  if (settings.configured === undefined) return findings;
  const days = lines
    .flatMap(({ line }) => [line.dateOfService, throughOf(line) ?? line.dateOfService])
    .sort();
  const subject: Subject = {
    services: lines.map(({ coded }) => coded.service?.id ?? null),
    session: claim.id,
    member: claim.member?.id,
    staff: null,
    from: String(days[0]),
    through: String(days.at(-1)),
  };
  return settings.configured.settled(findings, subject, settings);
}
