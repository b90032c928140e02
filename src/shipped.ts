import { checkerOf, type Checker, type CheckerConfig } from './check/checker.js';
import { remainingUnitsOf, type RemainingUnits } from './check/remaining-units.js';
import type { CheckOptions, RemainingUnitsQuery } from './facts/options.js';
import type { Session } from './facts/session.js';
import type { SessionResult } from './findings/result.js';
import { services } from './services/index.js';
import type { Service } from './services/service.js';
import { sheetMarkdown } from './sheets/markdown.js';
import { sheetOf, type ServiceSheet } from './sheets/service-sheet.js';
import type { CivilDate } from './values/civil-date.js';

const shipped = /* @__PURE__ */ checkerOf({ services });

/**
 * Makes a checker: the same functions over your own definitions, readings and codes, each service compiled once.
 *
 * @param config `services` replaces the shipped definitions (`[...services, mine]` adds to them); `readings` sets how
 *   open questions are read; `codes` binds procedure code, unit and rate to a service whose document names none.
 * @throws InputError if `readings` or `codes` are malformed.
 *
 * @example
 * const checker = createChecker({ readings: { rounding: 'midpoint' } });
 * checker.checkSession(session, { history: [] });
 */
export function createChecker(config: Partial<CheckerConfig> = {}): Checker {
  return checkerOf({ ...config, services: config.services ?? services });
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
  return remainingUnitsOf(typeof service === 'string' ? shipped.serviceOf(service) : service, query);
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
  const sheet = sheetOf(typeof service === 'string' ? shipped.serviceOf(service) : service, on);
  return { ...sheet, markdown: sheetMarkdown(sheet) };
}
