import { checkerOf, type Checker, type CheckerConfig } from './check/checker.js';
import type { BatchResult } from './check/batch.js';
import { findServiceIn, priceOfUnits, type FoundService, type Priced } from './check/look-ups.js';
import { remainingUnitsOf, type RemainingUnits } from './check/remaining-units.js';
import type { Claim } from './facts/claim.js';
import type { CodeQuery, PriceQuery } from './facts/look-ups.js';
import type { CheckOptions, RemainingUnitsQuery } from './facts/options.js';
import { InputError } from './facts/input-error.js';
import type { Session } from './facts/session.js';
import type { ClaimResult, SessionResult } from './findings/result.js';
import { definitionIssues } from './services/define.js';
import { services } from './services/index.js';
import type { Service } from './services/service.js';
import { sheetMarkdown } from './sheets/markdown.js';
import { sheetOf, type ServiceSheet } from './sheets/service-sheet.js';
import type { CivilDate } from './values/civil-date.js';

const shipped = /* @__PURE__ */ checkerOf({}, services);

/**
 * Makes a checker: the same functions over your own definitions, readings and codes, each service compiled once.
 *
 * @param config `services` replaces the shipped definitions (`[...services, mine]` adds to them); `readings` sets how
 *   open questions are read; `codes` binds procedure code, unit and rate to a service whose document names none.
 * @throws InputError if `services`, `readings` or `codes` are malformed.
 *
 * @example
 * const checker = createChecker({ readings: { rounding: 'midpoint' } });
 * checker.checkSession(session, { history: [] });
 */
export function createChecker(config: CheckerConfig = {}): Checker {
  const checker = checkerOf(config, services);
  const issues = (config.services ?? []).flatMap((service, index) =>
    services.includes(service)
      ? []
      : definitionIssues(service).map(({ path, message }) => ({
          path: `/services/${String(index)}${path}`,
          message,
        })),
  );
  if (issues.length > 0) throw new InputError(issues);
  return checker;
}

/**
 * Checks one session, proposed or delivered, against the definition of its service.
 *
 * All rules run; each that fails, is not known or is due gives a finding with its clause, the numbers behind it and what
 * would settle it. Units are those stated, or else those that the time supports; money is text in US dollars.
 *
 * @param options `history` (units already billed; left out, the limits are unknown), `asOf`, `readings`,
 *   `missingFacts` (`'report'` lets unknown facts not hold the verdict back) and `trusted`.
 * @throws InputError if the session or an option is malformed, or no such service is on file.
 *
 * @example
 * const result = checkSession({ service: 'mo/peer-support', dateOfService: '2025-03-03', units: 8 }, { history: [] });
 * result.verdict; // 'undetermined'
 */
export function checkSession(session: Session, options?: CheckOptions): SessionResult {
  return shipped.checkSession(session, options);
}

/**
 * Checks a claim: each line as a session made of the line, its `session` facts and the claim's member, agency, plan and
 * assessment; the lines beside each other; and the claim as a whole. What a claim cannot carry is unknown and asked for.
 *
 * @returns results by line, findings on the claim, exact totals of what is billable, not billable and undetermined. JSON
 *   Pointers lead into the claim.
 * @throws InputError if the claim or an option is malformed, or a line states a service that is not on file.
 *
 * @example
 * const line = { procedureCode: 'H2017', modifiers: ['TG'], dateOfService: '2024-03-12', units: 6, charge: '29.70' };
 * checkClaim({ jurisdiction: 'MO', lines: [line] }).lines[0].service; // 'mo/H2017TG'
 */
export function checkClaim(claim: Claim, options?: CheckOptions): ClaimResult {
  return shipped.checkClaim(claim, options);
}

/**
 * Checks sessions side by side: one result for each, in input order and independent of it.
 *
 * The sessions of a member share the unit limits: each counts all of `history` and the sessions before it in limit order
 * (reading *limit-order*). Duplicates, overlaps and group rosters are findings of each session concerned. A malformed
 * entry becomes an error result in its place.
 *
 * @throws InputError if an option is malformed; in a batch each prior use states its `memberId`.
 *
 * @example
 * checkSessions(sessions, { history: [] }).totals.billable; // 353
 */
export function checkSessions(sessions: readonly unknown[], options?: CheckOptions): BatchResult {
  return shipped.checkSessions(sessions, options);
}

/**
 * Checks claims side by side, as {@link checkSessions} checks sessions; their lines share limits and schedule.
 *
 * @throws InputError if an option is malformed; in a batch each prior use states its `memberId`.
 *
 * @example
 * checkClaims(claims, { history: [] }).totals.billableCharge; // '2079.00'
 */
export function checkClaims(claims: readonly unknown[], options?: CheckOptions): BatchResult<ClaimResult> {
  return shipped.checkClaims(claims, options);
}

/**
 * The service that a procedure code and its modifiers name, as an exact set in any order and letter case, and who pays.
 * Codes run together (`'H2017HOHQ'`) and local Purchase of Service codes (`'H2017G'`) are read.
 *
 * @returns the id of the service and the funding; or null, the problem, and the nearest codes on file.
 * @throws InputError if the query is malformed.
 *
 * @example
 * findService({ jurisdiction: 'MO', procedureCode: 'H2017', modifiers: ['HQ', 'HO'], on: '2024-03-12' });
 * // { service: 'mo/H2017HOHQ', funding: 'medicaid' }
 */
export function findService(query: CodeQuery): FoundService {
  return findServiceIn(services, query);
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
 */
export function priceOf(service: Service | string, query: PriceQuery): Priced {
  return priceOfUnits(shipped.serviceOf(service), query);
}

/**
 * What is left of each unit limit of a service on a day, such as 32 units a day and 96 a calendar month of peer support.
 *
 * @param service a definition, or the id of a shipped one.
 * @param query `on`, and `history`: all of it is taken as one member's; other services in it do not count.
 * @returns one row per limit. Where the document sets none, `limit` is null and `notice` says so.
 * @throws InputError if the query is malformed or no such service is on file.
 *
 * @example
 * remainingUnits('mo/peer-support', { on: '2025-03-03', history: [] });
 * // [{ per: 'day', from: '2025-03-03', through: '2025-03-03', limit: 32, used: 0, remaining: 32 }, …]
 */
export function remainingUnits(service: Service | string, query: RemainingUnitsQuery): RemainingUnits[] {
  return remainingUnitsOf(shipped.serviceOf(service), query);
}

/**
 * The plain sheet of a service: who may get it, who may give it, where and in what group, how much, what is to be
 * documented, what is paid, and what the document leaves open or does not set, each line with its clause. It is made from
 * the data that runs.
 *
 * @param service a definition, or the id of a shipped one.
 * @param on the day for which rates are given; left out, the latest on file.
 * @throws InputError if the day is malformed or no such service is on file.
 *
 * @example
 * const sheet = describeService('mo/peer-support');
 * sheet.sections[1].heading; // 'Who may get it'
 * sheet.markdown; // '# Peer Support Services\n…'
 */
export function describeService(
  service: Service | string,
  on?: CivilDate,
): ServiceSheet & { markdown: string } {
  const sheet = sheetOf(shipped.serviceOf(service), on);
  return { ...sheet, markdown: sheetMarkdown(sheet) };
}
