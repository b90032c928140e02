import type { RuleId } from '../findings/finding-data.js';
import type { Finding } from '../rules/index.js';

/** What is compared of a finding: where the words alone differ, the same is found. */
type Compared = Pick<Finding, 'rule' | 'outcome' | 'severity'>;

/** What a rule found, and what it comes to, in one text. */
export interface FoundByRule {
  readonly rule: RuleId;
  readonly said: string;
}

/** Of an entry, and then of its lines; nothing of what could not be read. */
interface Findings {
  readonly kind?: string;
  readonly findings?: readonly Compared[];
  readonly lines?: readonly { readonly findings: readonly Compared[] }[];
}

/** What rules found in an entry and in each line of it. */
export function foundByRules({ findings = [], lines = [] }: Findings): FoundByRule[] {
  return [{ findings }, ...lines].flatMap((one, part) =>
    one.findings.map((finding) => ({ rule: finding.rule, said: foundAs(finding, part) })),
  );
}

/** @param part the place of a line in its claim, from 1; 0 of the whole. */
export function foundAs({ rule, outcome, severity }: Compared, part: number): string {
  return [part, rule, outcome, severity].join(' ');
}

/** Tells each in turn whether it is there no more often than it was. */
export function foundAmong(before: readonly string[]): (said: string) => boolean {
  const rest = [...before];
  return (said) => {
    const at = rest.indexOf(said);
    if (at !== -1) rest.splice(at, 1);
    return at !== -1;
  };
}

/** Whether each has a key of its own: then results are the same that have the same key, and otherwise the same place. */
export function haveOwnKeys(results: readonly { readonly id?: string | undefined }[]): boolean {
  const ids = new Set(results.map(({ id }) => id));
  return ids.size === results.length && !ids.has(undefined);
}
