import { compileDefinition, type CompiledDefinition } from '../check/compiled-service.js';
import type { OnFile } from '../check/on-file.js';
import { judgeSession, type Settings } from '../check/session.js';
import { usedInHistory } from '../check/used-before.js';
import type { Session } from '../facts/generated/types.js';
import { parseSession } from '../facts/parse.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Verdict } from '../findings/result.js';
import type { Finding } from '../rules/index.js';
import type { Service } from '../services/service.js';
import { RANKS, type Rank } from './clause-ranks.js';

/** What a session comes to under a definition: of each rule, and the verdict. */
export interface Outcome {
  readonly rankOf: (rule: RuleId) => Rank;
  readonly verdict: Verdict;
}

/** Two definitions, and how a session is checked under each of them. */
export interface Pair {
  readonly one: Service;
  readonly other: Service;
  readonly settings: Settings;
  /** What a session comes to under both; one that cannot be read shows nothing. */
  readonly check: (session: Session, isWithinWeek?: boolean) => readonly [Outcome, Outcome];
}

export function pairOf(one: Service, other: Service, onFile: OnFile): Pair {
  const own = [one, other].filter((service) => !onFile.services.includes(service));
  const plain = onFile.settingsOf({});
  const words = own.length === 0 ? plain.words : onFile.wordsWith(own);
  // What a caller sets aside or makes more severe is of no definition.
  const settings = { ...plain, words, configured: undefined };
  const definitions = [compileDefinition(one), compileDefinition(other)] as const;
  return {
    one,
    other,
    settings,
    check(session, isWithinWeek = false) {
      const read = parseSession(session);
      if (!read.ok) return [unread, unread];
      const under = isWithinWeek ? { ...settings, asOf: session.dateOfService } : settings;
      const [first, second] = definitions.map((one) => outcomeUnder(one, read.value, under)) as [
        Outcome,
        Outcome,
      ];
      return [first, second];
    },
  };
}

const unread: Outcome = { rankOf: () => RANKS.passes, verdict: 'billable' };

/** As `checkSession` with nothing billed before. */
function outcomeUnder(definition: CompiledDefinition, session: Session, settings: Settings): Outcome {
  const compiled = definition.on(session.dateOfService);
  const { used } = usedInHistory([], session, compiled.service, []);
  const { result } = judgeSession(compiled, session, settings, used);
  return {
    verdict: result.verdict,
    rankOf: (rule) => rankIn(result.findings.find((finding) => finding.rule === rule)),
  };
}

/** A rule without a finding holds nothing back. */
function rankIn(finding: Finding | undefined): Rank {
  if (finding === undefined) return RANKS.passes;
  const { outcome, severity } = finding;
  if (outcome === 'due') return RANKS.due;
  if (severity === 'error') return outcome === 'fail' ? RANKS.fails : RANKS.unknown;
  return outcome === 'fail' ? RANKS.warns : RANKS.mayWarn;
}

const order: readonly Verdict[] = ['not-billable', 'undetermined', 'billable'];

/** Whether the second verdict lets more pass. */
export function isVerdictHigher([one, other]: readonly [Outcome, Outcome]): boolean {
  return order.indexOf(other.verdict) > order.indexOf(one.verdict);
}

/** How a rank is told of a session. */
export const inWords: Readonly<Record<Rank, string>> = {
  [RANKS.fails]: 'fails',
  [RANKS.unknown]: 'is not known',
  [RANKS.warns]: 'is a warning',
  [RANKS.mayWarn]: 'may be a warning',
  [RANKS.due]: 'is due later',
  [RANKS.passes]: 'is not held back',
};
