import { findOrThrow, type OnFile } from '../../check/on-file.js';
import type { CheckOptions } from '../../check/options.js';
import type { SessionResult } from '../../check/result.js';
import type { Session } from '../../facts/generated/types.js';
import type { RuleId } from '../../findings/finding-data.js';
import type { Finding } from '../../rules/index.js';
import { sessionRules } from '../../rules/session-rules.js';
import type { Service } from '../../services/service.js';
import { canonicalJson } from '../../values/canonical-json.js';
import { askedOf, type Asked } from './answers.js';
import { claimingLess } from './claim-less.js';
import { clausesOf, unmetOf } from './clauses.js';
import { waysThrough, type Found } from './clause-ways.js';
import { waysThroughRule } from './computed-ways.js';
import { blocks, type HeldBack } from './held-back.js';
import { misspeltIn } from './misspelt.js';
import { otherServices } from './recode.js';
import { repairedBy, together, type Tried } from './repairs.js';
import { laterEnd, otherDays } from './reschedule.js';
import type { Need, WaysToPass } from '../../findings/ways.js';
import type { Candidate } from './way.js';

/** A session is checked so often at most, the first time as it is. */
export const MOST_CHECKS = 8;

/** @param check checks the session with a patch as the first time. */
export function waysFrom(
  session: Session,
  result: SessionResult,
  options: CheckOptions,
  onFile: OnFile,
  check: (session: Session) => SessionResult,
): WaysToPass {
  const isBlocking = blocks(options.missingFacts ?? 'block');
  const held: HeldBack = { session, result, blocking: result.findings.filter(isBlocking), isBlocking };
  const { verdict } = result;
  if (held.blocking.length === 0) return { verdict, needs: [] };
  const { service } = findOrThrow(onFile, session.service, session.dateOfService);
  const { readings, words } = onFile.settingsOf(options);
  const under = { session, on: session.dateOfService, readings, words };
  const rules = [...new Set(held.blocking.map(({ rule }) => rule))];
  const clauses = clausesOf(service, new Set(rules));
  const broken = new Set(result.findings.filter(isWrong).map(({ rule }) => rule));
  const asked = askedOf(under, clauses, broken);
  const candidates: readonly Candidate[] = [
    ...misspeltIn(session, held.blocking),
    ...claimingLess(session, result),
    ...laterEnd(session, result, service.unit?.minutes),
    ...otherDays(held, clauses, onFile, under),
    ...otherServices(session, service, onFile, under),
  ];
  const most = MOST_CHECKS - 2;
  const tried = candidates.slice(0, most).flatMap((candidate) => repairedBy(candidate, held, check));
  const found = rules.map((rule) => ({ rule, ...waysOf(rule, held, service, asked) }));
  const needs = joined(found.map(({ rule, ways }) => needOf(rule, ways, tried)));
  const all = together(needs, tried, held, check);
  const isCut = candidates.length > most || found.some((one) => one.isCut);
  return { verdict, needs, ...(all && { together: all }), ...(isCut && { notSearched: true }) };
}

function isWrong({ outcome }: Finding): boolean {
  return outcome !== 'unknown';
}

/** The ways that take answers. */
function waysOf(rule: RuleId, { blocking }: HeldBack, service: Service, asked: Asked): Found {
  const clause = unmetOf(rule, service, asked.under);
  if (clause !== undefined) return waysThrough(clause, asked);
  const says = sessionRules.find(({ id }) => id === rule)?.forService(service)?.says;
  const findings = blocking.filter((finding) => finding.rule === rule);
  return {
    ways: findings.flatMap((finding) => waysThroughRule(finding, says, asked.under)),
    isCut: false,
  };
}

function needOf(rule: RuleId, answers: Found['ways'], tried: readonly Tried[]): Need {
  const repairs = tried.flatMap(({ way, meets }) => (meets.has(rule) ? [copyOf(way)] : []));
  return { rules: [rule], ways: [...answers, ...repairs] };
}

/** A caller may write to one of them. */
function copyOf<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** Needs that the same ways meet are one. */
function joined(needs: readonly Need[]): Need[] {
  const byWays = new Map<string, Need>();
  for (const { rules, ways } of needs) {
    const key = canonicalJson(ways.length === 0 ? rules : ways);
    const before = byWays.get(key);
    if (before === undefined) byWays.set(key, { rules, ways });
    else before.rules.push(...rules);
  }
  return [...byWays.values()];
}
