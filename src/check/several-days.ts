import { missingFacts } from '../findings/missing.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Session } from '../facts/generated/types.js';
import { inTurn } from '../findings/wording.js';
import type { Finding } from '../rules/index.js';
import type { SessionUnderCheck } from '../rules/rule.js';
import { daysIn, used, type Account } from '../units/account.js';
import type { Per } from '../units/period.js';
import { canonicalJson } from '../values/canonical-json.js';
import type { DayOfLine, LineEntry } from './entry.js';
import type { SessionResult } from './result.js';
import type { Sorted } from './judged-rules.js';
import { judgeSession, subjectOf, type Among, type JudgedSession, type Settings } from './session.js';
import { verdictOf } from './verdict.js';
import { usedBefore } from './used-before.js';

interface JudgedDay extends DayOfLine, JudgedSession {}

/** What a rule says on a day. */
interface SaidOn {
  readonly day: string;
  readonly finding: Finding | undefined;
  readonly result: SessionResult;
}

interface FoundOn extends SaidOn {
  readonly finding: Finding;
}

/**
 * Judges a line over several days on each of them: what differs between them is not known. Where the service is in force on
 * some of them only, the other rules are those of these.
 *
 * @param session with the facts by which it is judged.
 */
export function judgeSeveralDays(
  { who, through, session: { dateOfService: first } }: LineEntry,
  days: readonly DayOfLine[],
  session: Session,
  settings: Settings,
  account: Account,
  among: Pick<Among, 'beside' | 'shared'>,
): JudgedSession {
  const spread = spreadOver((per) =>
    daysIn(per, { day: first, through }).map((day) => ({
      day,
      used: used(account, who, session.service, day, per),
    })),
  );
  const judged = days.map((one): JudgedDay => {
    const onDay = { ...session, dateOfService: one.day };
    const { code, said: before } = one;
    const ofDay: Among = { code, before, beside: among.beside, shared: (_rule, said) => said, spread };
    return {
      ...one,
      ...judgeSession(one.compiled, onDay, settings, usedBefore(account, who, onDay), ofDay),
    };
  });
  const inForce = judged.filter(({ result, bySource = result }) =>
    bySource.findings.every(({ rule }) => rule !== 'service/in-force'),
  );
  const [model] = [...inForce, ...judged] as [JudgedDay, ...JudgedDay[]];
  const { result, asked } = model;
  const merged: SessionResult = { ...result, findings: [], passed: [], notApplicable: [] };
  addMergedRules(merged, judged, inForce, among);
  merged.findings = merged.findings.map((finding) => among.shared(finding.rule, finding));
  merged.verdict = verdictOf(merged.findings, settings.missingFacts);
  merged.notices = noticesOf(judged);
  if (new Set(inForce.map((one) => canonicalJson(one.result.price ?? null))).size > 1) delete merged.price;
  const { configured } = settings;
  if (configured === undefined) return { result: merged, asked };
  const isBeyond = judged.some(({ bySource }) => bySource !== undefined);
  const bySource: Sorted | undefined = isBeyond ? { findings: [], passed: [], notApplicable: [] } : undefined;
  if (bySource !== undefined)
    addMergedRules(bySource, judged.map(asItsDocumentSays), inForce.map(asItsDocumentSays), among);
  configured.settle(merged, bySource, subjectOf(session, session.service, through), settings);
  return { result: merged, asked };
}

function asItsDocumentSays(one: JudgedDay): JudgedDay {
  return { ...one, result: { ...one.result, ...one.bySource } };
}

function addMergedRules(
  merged: Sorted,
  judged: readonly JudgedDay[],
  inForce: readonly JudgedDay[],
  among: Pick<Among, 'beside'>,
): void {
  for (const rule of rulesOf(judged, among)) {
    const days = (rule === 'service/in-force' ? judged : inForce).flatMap((one) => saidOn(rule, one));
    addMerged(merged, rule, days);
  }
}

/** Each period is looked up once, whatever the number of days. */
function spreadOver(
  periodsOf: NonNullable<SessionUnderCheck['spread']>,
): NonNullable<SessionUnderCheck['spread']> {
  const looked = new Map<Per, ReturnType<typeof periodsOf>>();
  return (per) => {
    const found = looked.get(per) ?? periodsOf(per);
    looked.set(per, found);
    return found;
  };
}

/** The rules of all days, in the order in which they are told. */
function rulesOf(days: readonly JudgedDay[], { beside }: Pick<Among, 'beside'>): RuleId[] {
  const ids = days.flatMap(({ said, compiled: { inForce, rules } }) => [
    ...said.map(([rule]) => rule),
    inForce.id,
    ...rules.map(({ id }) => id),
  ]);
  return [...new Set([...ids, ...beside.map(([rule]) => rule)])];
}

function saidOn(rule: RuleId, { day, result }: JudgedDay): SaidOn[] {
  const finding = result.findings.find((one) => one.rule === rule);
  const isSaid = result.passed.includes(rule) || result.notApplicable.some((one) => one.rule === rule);
  return finding !== undefined || isSaid ? [{ day, finding, result }] : [];
}

function addMerged(merged: Sorted, rule: RuleId, days: readonly SaidOn[]): void {
  const found = days.filter(({ finding }) => finding !== undefined) as FoundOn[];
  const [first] = found;
  if (first !== undefined) {
    const isAlike = (one: SaidOn) =>
      one.finding?.outcome === first.finding.outcome && one.finding.severity === first.finding.severity;
    merged.findings.push(days.every(isAlike) ? first.finding : differing(found, days));
  } else if (days.some(({ result }) => result.passed.includes(rule))) merged.passed.push(rule);
  else {
    const [notApplicable] = days.flatMap(({ result }) =>
      result.notApplicable.filter((one) => one.rule === rule),
    );
    if (notApplicable !== undefined) merged.notApplicable.push(notApplicable);
  }
}

/** What holds on some of the days, or not alike: on which of them each unit was given would tell. */
function differing(found: readonly FoundOn[], days: readonly SaidOn[]): Finding {
  const errors = found.filter((one) => one.finding.severity === 'error');
  const [{ day, finding }] = [...errors, ...found] as [FoundOn, ...FoundOn[]];
  const [first, last] = [days[0], days.at(-1)];
  return {
    ...finding,
    outcome: 'unknown',
    message: inTurn(
      `The days of the line, ${String(first?.day)} through ${String(last?.day)}, differ in this. On ${day}:`,
      finding.message,
    ),
    paths: [...new Set([...finding.paths, '/dateOfServiceThrough'])],
    missing: missingFacts([{ path: 'dateOfServiceThrough' }]),
    denials: [],
  };
}

function noticesOf(days: readonly JudgedDay[]): SessionResult['notices'] {
  const all = days.flatMap(({ result }) => result.notices);
  return [...new Map(all.map((notice) => [notice.message, notice])).values()];
}
