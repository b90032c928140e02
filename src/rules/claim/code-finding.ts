import { general } from '../../findings/citation.js';
import { denialsOf, type DenialKey } from '../../findings/denials.js';
import { finding } from '../../findings/finding.js';
import type { FindingOf, Severity } from '../../findings/result.js';
import { count } from '../../findings/wording.js';
import type { ReadingName } from '../../readings/generated.js';
import type { Service } from '../../services/service.js';
import type { Judgement } from '../rule.js';
import { isInformational, type NearCode } from './codes-on-file.js';

export const cite = general('A claim line names its service by code and modifiers');
export const says = 'A claim line has the code and exactly the modifiers of its service.';

export interface CodeData {
  nearest: NearCode[];
  missing: string[];
  extra: number;
}

export type CodeJudgement = Judgement<FindingOf<'claim/code', CodeData>>;

/** Modifiers beside the right ones. */
export function more(extra: readonly string[], service: Service, nearest: NearCode[]): CodeJudgement {
  return problem({
    severity: 'warning',
    fact: moreThan(extra, service),
    denial: extra.every(isInformational) ? 'informationalModifier' : 'modifier',
    nearest,
    extra: extra.length,
    reading: 'extra-modifiers',
  });
}

/** "Modifier GT does not belong to Peer Support Services (mo/peer-support)." */
export function moreThan(extra: readonly string[], service: Service): string {
  return `${named(extra)} ${extra.length === 1 ? 'does' : 'do'} not belong to ${serviceInWords(service)}.`;
}

export function serviceInWords({ id, title }: Service): string {
  return `${title} (${id})`;
}

/** Modifiers by name; what has not the form of one may be anything, and is counted. */
export function named(modifiers: readonly string[]): string {
  if (!modifiers.every((modifier) => /^[A-Z0-9]{2}$/.test(modifier)))
    return count(modifiers.length, 'modifier');
  return `${modifiers.length === 1 ? 'Modifier' : 'Modifiers'} ${modifiers.join(' and ')}`;
}

interface Problem {
  readonly outcome?: 'fail' | 'unknown';
  readonly severity?: Severity;
  /** What is so, as a sentence. */
  readonly fact: string;
  readonly denial?: DenialKey;
  readonly nearest: NearCode[];
  readonly missing?: string[];
  readonly extra?: number;
  readonly paths?: readonly string[];
  readonly reading?: ReadingName;
}

/** A finding of the rule; an error that failed, where it is not said to be less. */
export function problem({
  fact,
  denial,
  reading,
  nearest,
  missing = [],
  extra = 0,
  ...rest
}: Problem): CodeJudgement {
  const { outcome = 'fail', severity = 'error', paths = ['/procedureCode', '/modifiers'] } = rest;
  return finding({
    rule: 'claim/code',
    outcome,
    severity,
    message: `${fact} ${says}`,
    data: { nearest, missing, extra },
    paths,
    cite,
    reading,
    denials: denialsOf(denial),
  });
}
