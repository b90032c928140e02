import type { RuleSettings } from '../check/result.js';
import type { Citation } from '../findings/citation.js';
import type { Waived } from '../findings/result.js';
import type { Finding } from '../rules/index.js';
import type { CheckedRecord } from './records.js';

/** "Peer Support Services, 3.2"; of what no document asks "Policy 7, 2.1 (own rule)" */
export function clauseInWords({ title, section, basis }: Citation): string {
  return `${title}, ${section}${basis === 'agency' ? ' (own rule)' : ''}`;
}

/** "payer-agreed, through 2025-03-31". Its id may hold the key of a person. */
export function waivedInWords({ reason, through }: Waived): string {
  return `${reason}, through ${through}`;
}

/** Each waiver of some findings once, in words. */
export function waiversOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.flatMap(({ waived }) => (waived === undefined ? [] : waivedInWords(waived))))];
}

/** What differs from the defaults, as the results tell it; nothing where all is as it is by default. */
export function settingsIn(records: readonly CheckedRecord[]): RuleSettings | undefined {
  for (const { result } of records) {
    if (result.kind === 'session') return result.rules.settings;
    const [line] = result.kind === 'claim' ? result.lines : [];
    if (line !== undefined) return line.rules.settings;
  }
  return undefined;
}

/** "With: rounding midpoint; member/age: warning; overlay custom/policy-7; waivers." */
export function settingsInWords(settings: RuleSettings = {}): string | undefined {
  const { readings = {}, missingFacts, services, severities = {}, overlays = [], waivers } = settings;
  const parts = [
    ...(services === undefined ? [] : ['services of your own']),
    ...Object.entries(readings).map(([option, choice]) =>
      typeof choice === 'object' ? option : `${option} ${String(choice)}`,
    ),
    ...Object.entries(severities).map(([rule, severity]) => `${rule}: ${severity}`),
    ...overlays.map((overlay) => `overlay ${overlay.replace(/@.*/, '')}`),
    ...(waivers === undefined ? [] : ['waivers']),
    ...(missingFacts === undefined ? [] : ['missing facts are only reported']),
  ];
  return parts.length === 0 ? undefined : `With: ${parts.join('; ')}.`;
}
