import type { Vocabulary } from '../facts/words.js';
import { copyOfCitation } from '../findings/citation.js';
import { askInFuture } from '../findings/missing.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Notice } from '../findings/notices.js';
import { reason } from '../findings/reasons.js';
import type { Severity } from '../findings/result.js';
import { rulesBeyond } from '../rules/beyond.js';
import type { Finding } from '../rules/index.js';
import { isFinding, type Judgement, type SessionUnderCheck } from '../rules/rule.js';
import { overlaysOf, type Overlay } from '../services/overlay.js';
import type { CivilDate } from '../values/civil-date.js';
import { digestOf } from '../values/digest.js';
import type { Beyond, CompiledService } from './compiled-service.js';
import { addJudgement, type Sorted } from './judged-rules.js';
import type { RuleSettings, SessionResult } from './result.js';
import { verdictOf } from './verdict.js';
import { noticesOfWaivers, notApplied, waiving, type PlacedWaiver, type Subject } from './waivers.js';

/** What a failure of a rule means, where that is of the caller's own. What is `'off'` counts as not applicable. */
export type Severities = Partial<Record<RuleId, Severity | 'off'>>;

/** What overlays, severities and waivers make of what documents say. A checker without any has none of this. */
export interface Configuration {
  /** What of it results tell. */
  readonly told: Pick<RuleSettings, 'severities' | 'overlays' | 'waivers'>;
  readonly beyond: Beyond;
  /**
   * Adds what an agency asks beyond the document.
   *
   * @param share a finding, as it is told where others share the paper that it is about.
   * @returns what the document alone says; nothing where that is all.
   */
  readonly addBeyond: (
    said: Sorted,
    compiled: CompiledService,
    under: SessionUnderCheck,
    share: ((rule: RuleId, judgement: Judgement) => Judgement) | undefined,
  ) => Sorted | undefined;
  /** Findings as severities and waivers have them; what is off is left out. */
  readonly settled: (
    findings: readonly Finding[],
    subject: Subject,
    settings: Pick<SettledOn, 'asOf'>,
  ) => Finding[];
  /** A result as severities and waivers have it, with the verdict of the documents where that is another. */
  readonly settle: (
    result: Settled,
    bySource: Pick<Sorted, 'findings'> | undefined,
    subject: Subject,
    settings: SettledOn,
  ) => void;
  /** What a person should know of waivers in a batch: by the ids of those that hold for some finding. */
  readonly noticesOfBatch: (used: ReadonlySet<string>, asOf: CivilDate | undefined) => Notice[];
  /** The same of one session or claim alone. */
  readonly notices: (asOf: CivilDate | undefined) => Notice[];
}

interface SettledOn {
  readonly asOf: CivilDate | undefined;
  readonly missingFacts: 'block' | 'report';
}

/** What severities and waivers change of a result. */
type Settled = Pick<SessionResult, 'verdict' | 'verdictBySource' | 'findings' | 'notApplicable'>;

/** What is configured, well formed. */
export interface Configured {
  readonly overlays: readonly Overlay[];
  /** What words mean where overlays name codes of their own, of which the documents know nothing. */
  readonly words: Vocabulary;
  readonly severities: Severities;
  readonly waivers: readonly PlacedWaiver[];
}

const turnedOff = reason('turned-off');

export function configurationOf({ overlays, words, severities, waivers }: Configured): Configuration {
  const waive = waiving(waivers);
  const settled: Configuration['settled'] = (findings, subject, { asOf }) =>
    findings.flatMap((finding) => {
      const severity = severities[finding.rule] ?? finding.severity;
      if (severity === 'off') return [];
      const ofSeverity = severity === finding.severity ? finding : { ...finding, severity };
      return asOf === undefined ? ofSeverity : waive(ofSeverity, subject, asOf);
    });
  return {
    told: {
      ...(Object.keys(severities).length > 0 && {
        severities: { ...severities } as Record<string, Severity>,
      }),
      ...(overlays.length > 0 && {
        overlays: overlays.map((overlay) => `${overlay.id}@${digestOf(overlay)}`),
      }),
      ...(waivers.length > 0 && { waivers: digestOf(waivers.map(({ waiver }) => waiver)) }),
    },
    beyond: rulesBeyond,
    addBeyond: (said, compiled, under, share) => addBeyond(words, said, compiled, under, share),
    settled,
    settle(result, bySource, subject, settings) {
      const verdict = verdictOf((bySource ?? result).findings, settings.missingFacts);
      const off = result.findings.flatMap(({ rule }) => (severities[rule] === 'off' ? rule : []));
      for (const rule of new Set(off)) result.notApplicable.push({ rule, ...turnedOff });
      result.findings = settled(result.findings, subject, settings);
      result.verdict = verdictOf(
        result.findings,
        isOutside(result.findings) ? 'block' : settings.missingFacts,
      );
      if (result.verdict !== verdict) result.verdictBySource = verdict;
    },
    noticesOfBatch: (used, asOf) => noticesOfWaivers(waivers, used, asOf),
    notices: (asOf) => (asOf === undefined ? notApplied(waivers) : []),
  };
}

/** On a day that an agency leaves out nothing is billed unseen, whatever is only reported. */
function isOutside(findings: readonly Finding[]): boolean {
  return findings.some(({ rule, basis }) => rule === 'service/in-force' && basis === 'agency');
}

function addBeyond(
  words: Vocabulary,
  said: Sorted,
  { service, beyond }: CompiledService,
  under: SessionUnderCheck,
  share: ((rule: RuleId, judgement: Judgement) => Judgement) | undefined,
): Sorted | undefined {
  if (beyond === undefined) return undefined;
  const { findings, passed, notApplicable } = said;
  const bySource = { findings: [...findings], passed: [...passed], notApplicable: [...notApplicable] };
  const own = { ...under, words };
  for (const { id, judge } of beyond) {
    const judged = judge(own);
    const judgement = isFinding(judged) ? ofAgency(judged as Finding, under) : judged;
    addStricter(said, id, share === undefined ? judgement : share(id, judgement));
  }
  for (const { severities = {}, cite } of overlaysOf(service)) {
    said.findings = said.findings.map((finding) => {
      const least = severities[finding.rule];
      const isRaised = least !== undefined && ranks[least] > ranks[finding.severity];
      return isRaised
        ? { ...finding, severity: least, citations: [...finding.citations, copyOfCitation(cite)] }
        : finding;
    });
  }
  return bySource;
}

const ranks: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** No payer answers to a rule of the agency's own. */
function ofAgency(finding: Finding, { session }: SessionUnderCheck): Finding {
  if (session.phase === 'proposed') askInFuture(finding.missing);
  return { ...finding, basis: 'agency', denials: [] };
}

/** Where the document has the same rule, what is stricter stands; of two that are alike, the document's. */
function addStricter(said: Sorted, rule: RuleId, judgement: Judgement): void {
  const found = said.findings.find((one) => one.rule === rule);
  const isThere = found !== undefined || said.passed.includes(rule);
  if (isThere && strictness(judgement) <= strictness(found ?? 'pass')) return;
  said.findings = said.findings.filter((one) => one.rule !== rule);
  said.passed = said.passed.filter((one) => one !== rule);
  said.notApplicable = said.notApplicable.filter((one) => one.rule !== rule);
  addJudgement(said, rule, judgement);
}

function strictness(judgement: Judgement): number {
  if (!isFinding(judgement)) return 0;
  const { outcome, severity } = judgement;
  return 1 + 3 * ranks[severity] + ({ due: 0, unknown: 1, fail: 2 } as const)[outcome];
}
