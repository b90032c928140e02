import * as check from './check/checker.js';
import type { Checker, CheckerConfig } from './check/checker.js';
import { createBatch as createBatchOf, type ResultOf, type StreamOptions } from './check/create-batch.js';
import * as lookUps from './check/look-ups.js';
import type { FoundService, Priced } from './check/look-ups.js';
import { onFileOf } from './check/on-file.js';
import type { CheckOptions, RemainingUnitsQuery } from './check/options.js';
import type { BatchResult, EntryKind } from './check/records.js';
import * as left from './check/remaining-units.js';
import type { RemainingUnits } from './check/remaining-units.js';
import type { ServiceId } from './facts/generated/service-ids.js';
import type { ClaimResult, SessionResult, VoidResult } from './check/result.js';
import type { Stream } from './check/stream.js';
import { configured } from './configured.js';
import type { FoundRecords } from './facts/found.js';
import type { Claim, Session } from './facts/generated/types.js';
import type { CodeQuery, PriceQuery } from './facts/look-ups.js';
import { decisions } from './decisions/generated/index.js';
import { defaultReadings } from './readings/generated.js';
import { services } from './services/index.js';
import type { Service } from './services/service.js';

/** What is on file where nothing else is said. */
export const shipped = /* @__PURE__ */ onFileOf(services, defaultReadings, services, undefined, decisions);

/**
 * Makes a checker: the same functions over the shipped definitions and your own, with your readings, codes and words,
 * each service compiled once. It keeps a copy of what it is given. (The code and rate of the example are invented.)
 *
 * @param config `services` stand beside the shipped ones, but for those that `without` names; `readings` sets how open
 *   questions are read; `codes` binds procedure code, unit and rate to a service whose document names none; `words` says
 *   what your own words for credentials, programs and the like mean.
 * @throws InputError if a setting is malformed, a definition cannot be used or has the id of another for some of the same
 *   days, a code does not go together with the document of its service, or a word means what is on no list.
 *
 * @example
 * const checker = createChecker({ codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '16.00' }] } });
 * const line = { procedureCode: 'H0038', dateOfService: '2025-03-03', units: 8 };
 * checker.checkClaims([{ jurisdiction: 'MO', lines: [line] }]).totals.charge; // '128.00'
 */
export function createChecker(config: CheckerConfig = {}): Checker {
  return check.checkerOf(configured(config));
}

/**
 * Checks one session, proposed or delivered, against the definition of its service.
 *
 * All rules run; each that fails, is not known or is due gives a finding with its clause, the numbers behind it and what
 * would settle it. Units are those stated, or else those that the time supports. Rules that compare sessions with each
 * other (duplicates, overlaps, rosters) run in {@link checkSessions} only.
 *
 * @param options `history: []` says that nothing else was billed; left out, unit limits are not known.
 * @throws InputError if the session or an option is malformed, or no such service is on file.
 *
 * @example
 * const session: Session = {
 *   service: 'mo/peer-support',
 *   dateOfService: '2025-03-03',
 *   units: 33,
 * };
 * const { verdict, findings } = checkSession(session, { history: [] });
 * verdict; // 'not-billable'
 * const finding = findings.find(({ rule }) => rule === 'units/daily-limit');
 * finding?.message; // 'Asked for 33 units, beside 0 units already used, of the 32 units allowed on 2025-03-03. …
 * finding?.citations[0]?.section; // '6.1'
 */
export function checkSession(session: Session, options?: CheckOptions): SessionResult {
  return check.checkSession(shipped, session, options);
}

/**
 * Checks a claim: each line as a session made of the line, its `session` facts and the claim's member, agency, plan and
 * assessment; the lines beside each other; and the claim as a whole. What a claim cannot carry is unknown and asked for.
 *
 * @returns results by line, findings on the claim, exact totals of what is billable, not billable and undetermined. JSON
 *   Pointers lead into the claim.
 * @throws InputError if the claim or an option is malformed, or a line states a service that is not on file. A code that
 *   is not on file is no error: its line is undetermined.
 *
 * @example
 * const line = { procedureCode: 'H2017', modifiers: ['TG'], dateOfService: '2024-03-12', units: 6 };
 * const result = checkClaim({ jurisdiction: 'MO', lines: [line] });
 * if (result.kind === 'claim') {
 *   result.lines[0]?.service; // 'mo/H2017TG'
 *   result.totals.undeterminedCharge; // '29.70'
 * }
 */
export function checkClaim(claim: Claim, options?: CheckOptions): ClaimResult | VoidResult {
  return check.checkClaim(shipped, claim, options);
}

/**
 * Checks sessions side by side: one result for each, in input order and independent of it.
 *
 * The sessions of a member share the unit limits: each counts all of `history` and the sessions before it in limit order
 * (reading *limit-order*). One whose `member.id` is not stated may be of any of them: limits, duplicates and overlaps are
 * unknown for it where that decides, and a warning of those that state theirs. Duplicates, overlaps and group rosters are
 * findings of each session concerned. A malformed entry becomes an {@link InvalidResult} in its place.
 *
 * @param options in a batch each prior use of `history` states its `memberId`.
 * @throws InputError if `sessions` is no list or an option is malformed.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03', member: { id: 'M-1' } };
 * const at9 = { ...session, startTime: '09:00', endTime: '11:00' };
 * const at10 = { ...session, startTime: '10:00', endTime: '12:00' };
 * const [first] = checkSessions([at9, at10], { history: [] }).results;
 * first?.verdict; // 'not-billable'
 */
export function checkSessions(sessions: readonly unknown[], options?: CheckOptions): BatchResult {
  return check.checkAll('sessions', shipped, sessions, options);
}

/**
 * Checks claims side by side, as {@link checkSessions} checks sessions; their lines share limits and schedule.
 *
 * @param options in a batch each prior use of `history` states its `memberId`.
 * @throws InputError if `claims` is no list or an option is malformed.
 *
 * @example
 * const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
 * const claims = [{ jurisdiction: 'MO', lines: [line] }, { jurisdiction: 'MO', lines: [] }];
 * const { totals } = checkClaims(claims, { history: [] });
 * totals.charge; // '29.70'
 * totals.invalid; // 1
 */
export function checkClaims(
  claims: readonly unknown[],
  options?: CheckOptions,
): BatchResult<ClaimResult | VoidResult> {
  return check.checkAll('claims', shipped, claims, options);
}

/**
 * Checks sessions and claims in one list, each in its place: the sessions as {@link checkSessions} checks them, the claims
 * as {@link checkClaims} does. A record with `lines` is a claim.
 *
 * @param records a list, or what a reader of an adapter gives: then each finding says in `places` where what it leads to
 *   stands in the person's file, and what could not be read is a notice (`problem`).
 * @param options in a batch each prior use of `history` states its `memberId`.
 * @throws InputError if `records` is neither or an option is malformed.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03' };
 * const line = { procedureCode: 'H2017TG', dateOfService: '2024-03-12', units: 6 };
 * const { results } = checkRecords([session, { jurisdiction: 'MO', lines: [line] }], { history: [] });
 * results[1]?.kind; // 'claim'
 * const found = readTable(csvRows('Service,DOS,Units\nmo/peer-support,3/18/2025,1.5\n'));
 * const [result] = checkRecords(found, { history: [] }).results;
 * if (result?.kind === 'session') result.findings[0]?.places; // { '/units': 'row 2, column "Units"' }
 */
export function checkRecords(
  records: readonly unknown[] | FoundRecords,
  options?: CheckOptions,
): BatchResult<SessionResult | ClaimResult | VoidResult> {
  return check.checkRecords(shipped, records, options);
}

/**
 * Starts a batch without end, whose sessions or claims come grouped by member: those of a member are judged when the next
 * one comes. It holds one member at a time, whatever the number of entries. What compares members (overlaps of staff,
 * rosters of groups, ids that agree, claims that replace what is of another member) is not judged, and its notice
 * `not-compared` counts the entries concerned; unless sessions were compared before, by `compareAcross`.
 *
 * @param options those of {@link checkSessions}; `of`: `'sessions'` (the default), `'claims'` or `'records'`; of a part of
 *   a batch `firstEntry`, where it begins; `across`, what `compareAcross` found.
 * @throws InputError if an option is malformed, and if `across` is given for claims; `add` throws it if a member comes
 *   back after another one.
 *
 * @example
 * const batch = createBatch({ of: 'records', history: [] });
 * batch.add({ service: 'mo/peer-support', dateOfService: '2025-03-03', member: { id: 'M-1' } });
 * batch.end().totals.entries; // 1
 */
export function createBatch<Of extends EntryKind = 'sessions'>(
  options?: StreamOptions<Of>,
): Stream<ResultOf[Of]> {
  return createBatchOf(shipped, options);
}

/**
 * The service that a procedure code and its modifiers name, as an exact set in any order and letter case, and who pays.
 * Codes run together (`'H2017HOHQ'`) and local Purchase of Service codes (`'H2017G'`) are read.
 *
 * @returns the id of the service and the funding; or null, the problem, and the nearest codes on file.
 * @throws InputError if the query is malformed.
 *
 * @example
 * const code = { jurisdiction: 'MO', procedureCode: 'H2017', on: '2024-03-12' };
 * findService({ ...code, modifiers: ['HQ', 'HO'] }); // { service: 'mo/H2017HOHQ', funding: 'medicaid' }
 * findService(code); // { service: null, problem: 'no-definition', …
 */
export function findService(query: CodeQuery): FoundService {
  return lookUps.findService(shipped, query);
}

/**
 * What so many units of a service are charged at on a day, and what the provider is paid, in US dollars.
 *
 * @param service a definition, or the id of a shipped one.
 * @returns rate, charge and provider pay with their clause; all null, with a notice, where the document sets no rate.
 * @throws InputError if the query is malformed or no such service is on file.
 *
 * @example
 * priceOf('mo/H2017TG', { units: 6, on: '2024-03-12' }).charge; // '29.70'
 * priceOf('sc/prs', { units: 6, on: '2024-03-12' }).charge; // null
 */
export function priceOf(service: Service | ServiceId, query: PriceQuery): Priced {
  return lookUps.priceOf(shipped, service, query);
}

/**
 * What is left of each unit limit of a service on a day, such as 32 units a day and 96 a calendar month of peer support.
 *
 * @param service a definition, or the id of a shipped one.
 * @param query `on`, and `history`: all of it is taken as one member's; other services in it do not count.
 * @returns one row per limit. Where the document sets none, `limit` is null and `notice` says so; where it sets one,
 *   `notice` tells of prior uses whose service is not on file, such as one that is misspelt.
 * @throws InputError if the query is malformed or no such service is on file.
 *
 * @example
 * const history = [{ service: 'mo/peer-support', dateOfService: '2025-03-03', units: 25 }];
 * const [day, month] = remainingUnits('mo/peer-support', { on: '2025-03-03', history });
 * day?.remaining; // 7
 * month?.remaining; // 71
 */
export function remainingUnits(service: Service | ServiceId, query: RemainingUnitsQuery): RemainingUnits[] {
  return left.remainingUnits(shipped, service, query);
}
