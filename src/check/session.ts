import type { Readings } from '../readings/generated.js';
import type { Session } from '../facts/generated/types.js';
import type { Vocabulary } from '../facts/words.js';
import type { RuleId } from '../findings/finding-data.js';
import { askInFuture } from '../findings/missing.js';
import { notice, noticeSentences, type PlainNotice } from '../findings/notices.js';
import { citationOf, priceOn, type Price } from '../rules/claim/rate.js';
import { isFinding, type Judgement, type SessionUnderCheck } from '../rules/rule.js';
import { isTaken } from '../facts/taken.js';
import { saidOfNotTaken } from '../rules/session/took-place.js';
import { verdictOf } from './verdict.js';
import { timeSpent, type TimeSpent } from '../rules/session/time-spent.js';
import { askedUnits } from '../rules/units/asked.js';
import { supportedUnits } from '../rules/units/supported.js';
import type { BillingCode, Service } from '../services/service.js';
import type { CivilDate } from '../values/civil-date.js';
import { version } from '../version.js';
import type { CompiledService } from './compiled-service.js';
import type { Configuration } from './configuration.js';
import type { Said } from './entry.js';
import { addJudgement, judgeRules, type Sorted } from './judged-rules.js';
import { nothingSaid, resultOf } from './result-of.js';
import type { Rules, RuleSettings, SessionResult } from './result.js';
import type { Subject } from './waivers.js';
import { exactly, known } from '../units/quantity.js';

/** How a check is made, once the caller's options are read. */
export interface Settings {
  readonly asOf: CivilDate | undefined;
  readonly readings: Readings;
  readonly words: Vocabulary;
  readonly missingFacts: 'block' | 'report';
  /** What of it results tell. */
  readonly told: RuleSettings | undefined;
  /** Overlays, severities and waivers, where there are any. */
  readonly configured: Configuration | undefined;
}

/** What a session has among others. */
export interface Among {
  /** Under which it is billed, where a claim line names one. */
  readonly code: BillingCode | undefined;
  /** What is said of the code, and of the session beside the others. */
  readonly before: Said;
  readonly beside: Said;
  /** What a clause finds, as it is told where others share the paper that it is about. */
  readonly shared: <Found extends Judgement>(rule: RuleId, judgement: Found) => Found;
  /** Of a line over several days: what was used before in each period that they are of. */
  readonly spread?: SessionUnderCheck['spread'];
}

/** A session's result, and the units that it asks for. */
export interface JudgedSession {
  readonly result: SessionResult;
  readonly asked: SessionUnderCheck['asked'];
  /** What the document alone says, where an overlay asks more. */
  readonly bySource?: Sorted | undefined;
}

/**
 * Judges one session: by what its code says, by the rules of the service in their order, and by what is said of it beside
 * others. Where it did not take place, or the definition is not in force, no other rule runs.
 */
export function judgeSession(
  compiled: CompiledService,
  session: Session,
  settings: Settings,
  usedBefore: SessionUnderCheck['usedBefore'],
  among?: Among,
): JudgedSession {
  const { service, inForce, trained } = compiled;
  const { asOf, readings, words, missingFacts } = settings;
  if (!isTaken(session)) return { result: notTakenResult(compiled, session, settings), asked: exactly(0) };
  const time = timeSpent(session);
  const supported =
    service.unit === undefined ? null : supportedUnits(time, service.unit.minutes, readings.rounding);
  const asked = askedUnits(service, session, time, readings.rounding);
  const under: SessionUnderCheck = {
    session,
    on: session.dateOfService,
    asOf,
    readings,
    words,
    time,
    asked,
    price: priceOf(service, session, time, asked, among?.code),
    trained: trained?.(session.staff, session.dateOfService),
    usedBefore,
    spread: among?.spread,
  };
  const said = nothingSaid();
  const judgedBy = rulesUsed(settings, compiled);
  const opening = inForce.judge(under);
  if (isFinding(opening)) {
    addJudgement(said, inForce.id, opening);
    return { result: resultOf(session.id, service.id, 'undetermined', said, judgedBy), asked };
  }
  if (among !== undefined) addAll(said, among.before);
  judgeRules(said, compiled.ready, under, among?.shared);
  if (among !== undefined) addAll(said, among.beside);
  if (session.phase === 'proposed') for (const { missing } of said.findings) askInFuture(missing);
  const verdict = verdictOf(said.findings, missingFacts);
  const units = unitsTold(service, session, time, supported, readings);
  const result = resultOf(session.id, service.id, verdict, said, judgedBy, units);
  addPrice(result, under);
  addNotices(said, compiled, session.dateOfService, missingFacts);
  const { configured } = settings;
  if (configured === undefined) return { result, asked };
  const bySource = configured.addBeyond(result, compiled, under, among?.shared);
  // A line over several days is settled once, for all of them.
  if (among?.spread === undefined)
    configured.settle(result, bySource, subjectOf(session, service.id), settings);
  return { result, asked, bySource };
}

/** What findings of a session are of. */
export function subjectOf(
  { id, member, staff, dateOfService }: Session,
  service: string | null,
  through = dateOfService,
): Subject {
  return {
    services: [service],
    session: id,
    member: member?.id,
    staff: staff?.id,
    from: dateOfService,
    through,
  };
}

/**
 * The result of a session that did not take place: that, and of every other rule that it is not asked.
 *
 * @param beyond what the session has beyond the rules of its service.
 */
export function notTakenResult(
  compiled: CompiledService,
  session: Session,
  settings: Settings,
  beyond: readonly RuleId[] = [],
): SessionResult {
  const { service, inForce, rules } = compiled;
  const said = nothingSaid();
  const others = [inForce.id, ...rules.map(({ id }) => id), ...beyond];
  addAll(said, saidOfNotTaken(session, others));
  addNotices(said, compiled, session.dateOfService, settings.missingFacts);
  return resultOf(session.id, service.id, 'not-billable', said, rulesUsed(settings, compiled));
}

/** What judged a result. */
export function rulesUsed({ told }: Settings, compiled?: CompiledService): Rules {
  const rules: Rules =
    compiled === undefined
      ? { package: 'billability', version }
      : { package: 'billability', version, definition: compiled.digest() };
  // A result shares nothing with another, which a caller may write to.
  if (told !== undefined) {
    const { readings, severities, overlays } = told;
    const isFlat = readings === undefined && severities === undefined && overlays === undefined;
    const copy = isFlat ? told : (JSON.parse(JSON.stringify(told)) as RuleSettings);
    rules.settings = { ...copy };
  }
  return rules;
}

export function addAll(result: Sorted, said: Said): void {
  for (const [rule, judgement] of said) addJudgement(result, rule, judgement);
}

function unitsTold(
  { unit }: Service,
  { units }: Session,
  { minutes, clock }: TimeSpent,
  supported: number | null,
  { rounding }: Readings,
): SessionResult['units'] {
  if (unit === undefined) return undefined;
  if (units != null && clock !== 'unsound' && supported !== null && minutes !== null) {
    return { claimed: units, supported, minutes, rounding };
  }
  // One key after the other: a copy of an object takes as long as ten rules.
  const counts = {} as NonNullable<SessionResult['units']>;
  if (units != null) counts.claimed = units;
  if (clock !== 'unsound') {
    if (supported !== null) counts.supported = supported;
    if (minutes !== null) counts.minutes = minutes;
  }
  counts.rounding = rounding;
  return counts;
}

/** Of units that are known. Where they are not, the rate alone is told, for no units; times that cannot be so tell none. */
function priceOf(
  service: Service,
  { dateOfService, funding, units }: Session,
  { clock }: TimeSpent,
  { atLeast }: SessionUnderCheck['asked'],
  code: BillingCode | undefined,
): Price | undefined {
  if (service.codes === undefined || (units == null && clock === 'unsound')) return undefined;
  return priceOn(service, { units: atLeast, on: dateOfService, funding: funding ?? 'medicaid', code });
}

function addPrice(result: SessionResult, { price, asked }: SessionUnderCheck): void {
  if (price === undefined || known(asked) === null) return;
  const { rate, charge, providerPay } = price;
  result.price = { rate, charge, providerPay, citation: citationOf(price) };
  if (price.inPlaceOf !== undefined)
    result.notices.push(notice('rate-bound', { rate, documents: price.inPlaceOf }));
  if (price.from !== undefined) {
    const data = { from: price.from };
    result.notices.push({ code: 'rate-date', data, message: noticeSentences['rate-date'](data) });
  }
}

function addNotices(
  result: Pick<SessionResult, 'notices'>,
  { service: { inForce, limits }, aged }: CompiledService,
  on: CivilDate,
  missingFacts: Settings['missingFacts'],
): void {
  if (inForce.from === undefined) result.notices.push(copyOf(sourceUndated));
  if (aged !== undefined && on > aged.after) {
    const { code, data, message } = aged.said;
    result.notices.push({ code, data: { from: data.from }, message });
  }
  if (limits !== undefined) result.notices.push(copyOf(limitsSeenHere));
  if (missingFacts === 'report') result.notices.push(copyOf(missingFactsReported));
}

const sourceUndated = notice('source-undated');
const limitsSeenHere = notice('limits-seen-here');
const missingFactsReported = notice('missing-facts-reported');

/** A result shares nothing with another, which a caller may write to. */
function copyOf({ code, message }: PlainNotice): PlainNotice {
  return { code, message };
}
