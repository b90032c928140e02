import type { SessionResult } from '../../check/result.js';
import type { Session } from '../../facts/generated/types.js';
import type { RuleId } from '../../findings/finding-data.js';
import type { Verdict } from '../../findings/result.js';
import { compareMoney, minus } from '../../values/money.js';
import { patched } from './patched.js';
import type { HeldBack } from './held-back.js';
import type { Need, Operation, Repair, Way } from '../../findings/ways.js';
import type { Candidate } from './way.js';

/** A change that helps, and the rules that hold the session back no more with it. */
export interface Tried {
  readonly way: Way;
  readonly repair: Repair;
  readonly meets: ReadonlySet<RuleId>;
}

type Check = (session: Session) => SessionResult;

/** Tries a change. It is none where something holds the session back that did not before. */
export function repairedBy(
  { kind, demand, patch }: Candidate,
  held: HeldBack,
  check: Check,
): readonly Tried[] {
  const tried = repairOf(patch, kind === 'claim-less', held, check);
  if (tried === undefined) return [];
  const { repair, meets } = tried;
  if (kind === 'recode' && repair.after.verdict !== 'billable') return [];
  return [{ way: { kind, demands: [demand], repair }, repair, meets }];
}

/** Undefined where it would hold the session back by something new. */
function repairOf(
  patch: readonly Operation[],
  safe: boolean,
  { session, result, blocking, isBlocking }: HeldBack,
  check: Check,
): { readonly repair: Repair; readonly meets: ReadonlySet<RuleId> } | undefined {
  const after = check(patched(session, patch));
  const remaining = after.findings.filter(isBlocking);
  const isOld = remaining.every((finding) =>
    blocking.some(
      ({ rule, outcome }) => rule === finding.rule && (outcome === 'fail' || finding.outcome !== 'fail'),
    ),
  );
  if (!isOld) return undefined;
  const rules = new Set(remaining.map(({ rule }) => rule));
  return {
    repair: { patch: [...patch], safe, after: { verdict: after.verdict, ...money(result, after) } },
    meets: new Set(blocking.flatMap(({ rule }) => (rules.has(rule) ? [] : [rule]))),
  };
}

/** What is charged then, and how much less that is. */
function money(before: SessionResult, after: SessionResult): Pick<Repair['after'], 'charge' | 'less'> {
  if (after.price === undefined) return {};
  const { charge } = after.price;
  const was = before.price?.charge;
  return { charge, ...(was !== undefined && compareMoney(was, charge) > 0 && { less: minus(was, charge) }) };
}

/** The repairs of all needs at once, where the verdict is better with them. */
export function together(
  needs: readonly Need[],
  tried: readonly Tried[],
  held: HeldBack,
  check: Check,
): Repair | undefined {
  const repairs = fewest(needs, tried).map(({ repair }) => repair);
  const [only] = repairs;
  if (only === undefined) return undefined;
  const patch = united(repairs.flatMap((one) => one.patch));
  const safe = repairs.every((one) => one.safe);
  const all = repairs.length === 1 ? only : repairOf(patch, safe, held, check)?.repair;
  return all !== undefined && order[all.after.verdict] > order[held.result.verdict]
    ? (JSON.parse(JSON.stringify(all)) as Repair)
    : undefined;
}

/** A repair for each need that has one, and none that the others do without. Another service takes the place of all. */
function fewest(needs: readonly Need[], tried: readonly Tried[]): readonly Tried[] {
  const met = needs.flatMap(({ rules }) => {
    const repairs = tried.filter(({ meets }) => rules.every((rule) => meets.has(rule)));
    return repairs.length === 0 ? [] : [repairs];
  });
  const recoded = met.find((repairs) => repairs.every(({ way }) => way.kind === 'recode'));
  if (recoded !== undefined) return recoded.slice(0, 1);
  const usual = met.map((repairs) => repairs.filter(({ way }) => way.kind !== 'recode'));
  const first = new Set(usual.flatMap((repairs) => repairs.slice(0, 1)));
  return [...first].reduce<readonly Tried[]>(
    (kept, one) => {
      const others = kept.filter((other) => other !== one);
      return usual.every((repairs) => repairs.some((repair) => others.includes(repair))) ? others : kept;
    },
    [...first],
  );
}

const order: Readonly<Record<Verdict, number>> = { 'not-billable': 0, undetermined: 1, billable: 2 };

/** One operation for each place: what comes of them is looked at before it is offered. */
function united(operations: readonly Operation[]): Operation[] {
  return [...new Map(operations.map((operation) => [operation.path, { ...operation }])).values()];
}
