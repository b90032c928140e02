import { TRUE } from '../conditions/truth.js';
import type { RuleId } from '../findings/finding-data.js';
import { CLAUSES_IN_ONE, type Decide } from '../rules/decided.js';
import type { Finding } from '../rules/index.js';
import { isFinding, type Judgement, type Rule, type SessionUnderCheck } from '../rules/rule.js';
import type { SessionResult } from './result.js';

/** A rule, ready to run; all of one shape: the engine reads objects of many shapes several times more slowly. */
export type ReadyRule = Pick<Rule, 'id' | 'met' | 'judge' | 'notApplicable'>;

/** The rules of a service, ready to run. */
export interface ReadyRules {
  /** Those that compute, then the clauses, in parts of as many as there are bits to say which of them pass. */
  readonly parts: readonly { readonly rules: readonly ReadyRule[]; readonly isOfClauses: boolean }[];
  /** What is sure of most clauses, where that was generated from them. */
  readonly decide: Decide | undefined;
  readonly passed: Passed;
}

/** The names of rules that pass, made once and copied: most sessions pass the same. */
interface Passed {
  readonly names: readonly RuleId[];
  /** With those of the next part that pass, by their bits. */
  readonly after: Map<number, Passed>;
}

/** What rules said, by what it was. */
export type Sorted = Pick<SessionResult, 'findings' | 'passed' | 'notApplicable'>;

/** @param inForce the rule that has passed where the others are judged. */
export function readyRules(
  inForce: RuleId,
  computed: readonly ReadyRule[],
  clauses: readonly ReadyRule[],
  decide: Decide | undefined,
): ReadyRules {
  const parts = [{ rules: computed, isOfClauses: false }];
  for (let first = 0; first < clauses.length; first += CLAUSES_IN_ONE) {
    parts.push({ rules: clauses.slice(first, first + CLAUSES_IN_ONE), isOfClauses: true });
  }
  return { parts, decide, passed: { names: [inForce], after: new Map() } };
}

/** So many lists of names are kept after each; with one more, they are forgotten. */
const MOST = 200;

function withPassed({ names, after }: Passed, rules: readonly ReadyRule[], bits: number): Passed {
  const known = after.get(bits);
  if (known !== undefined) return known;
  if (after.size >= MOST) after.clear();
  const more = rules.flatMap(({ id }, place) => (((bits >>> place) & 1) === 1 ? id : []));
  const passed = { names: [...names, ...more], after: new Map<number, Passed>() };
  after.set(bits, passed);
  return passed;
}

/**
 * Judges by rules in their order, and adds what they say.
 *
 * @param told what a rule finds, as it is told.
 */
export function judgeRules(
  result: Sorted,
  { parts, decide, passed }: ReadyRules,
  under: SessionUnderCheck,
  told: ((rule: RuleId, judgement: Judgement) => Judgement) | undefined,
): void {
  const decided = decidedBy(decide, under);
  let all = passed;
  let place = 0;
  for (const { rules, isOfClauses } of parts) {
    const isDecided = isOfClauses && decided !== undefined;
    let passes = isDecided ? Number(decided[place++]) : 0;
    const isNotAsked = isDecided ? Number(decided[place++]) : 0;
    let bit = 1;
    for (const rule of rules) {
      if ((passes & bit) === 0) {
        const judgement =
          (isNotAsked & bit) !== 0 && rule.notApplicable !== undefined
            ? rule.notApplicable
            : rule.met?.(under) === TRUE
              ? 'pass'
              : rule.judge(under);
        if (judgement === 'pass') passes |= bit;
        else addJudgement(result, rule.id, told === undefined ? judgement : told(rule.id, judgement));
      }
      bit <<= 1;
    }
    all = withPassed(all, rules, passes);
  }
  result.passed = result.passed.length === 0 ? all.names.slice() : [...result.passed, ...all.names];
}

/** Of facts that are none of ours nothing is decided: the rules tell. */
function decidedBy(decide: Decide | undefined, under: SessionUnderCheck): readonly number[] | undefined {
  try {
    return decide?.(under);
  } catch {
    return undefined;
  }
}

export function addJudgement(result: Sorted, rule: RuleId, judgement: Judgement): void {
  if (judgement === 'pass') result.passed.push(rule);
  // The list of rules tells the data of each.
  else if (isFinding(judgement)) result.findings.push(judgement as Finding);
  else {
    const { code, message } = judgement.notApplicable;
    result.notApplicable.push({ rule, code, message });
  }
}
