import * as library from 'billability';
import * as reports from 'billability/reports';

/**
 * What every function of the library answers over sessions and claims, as text.
 *
 * The same in Node and in a browser, whichever build is loaded.
 */
export function answersOver({ sessions, months, claims }) {
  const { H2017TG, peerSupport, services, sources } = library;
  const { checkClaim, checkClaims, checkSession, checkSessions, createChecker } = library;
  const on = '2024-03-12';
  const own = library.defineService(JSON.parse(JSON.stringify({ ...peerSupport, id: 'own/peer-support' })));
  const checker = createChecker({ services: [own], readings: { rounding: 'midpoint' } });
  const first = sessions.map((session) => checkSession(session, { history: [] }));
  return JSON.stringify({
    names: Object.keys(library).sort(),
    sources,
    first,
    midpoint: sessions.map((session) => checker.checkSession(session)),
    own: checker.checkSession({ service: own.id, dateOfService: on }),
    months: months.map((month) => checkSessions(month, { history: [], asOf: '2026-01-01' })),
    claims: [
      claims.slice(0, 9).map((claim) => checkClaim(claim)),
      checkClaims([...claims, {}], { history: [] }),
    ],
    parsed: [library.parseSession({ service: 'mo/H2017TG' }), library.parseClaim(claims[0])],
    texts: first.map((result) => [reports.formatResult(result), result.findings.map(reports.formatFinding)]),
    reports: reports.formats.map((format) => [
      ...reports.reportOf(format, checkSessions(months[0], { history: [] }), months[0], {
        history: [],
        checker,
      }),
    ]),
    found: library.findService({ jurisdiction: 'MO', procedureCode: 'H2017', modifiers: ['HO', 'HQ'], on }),
    priced: services.map((service) => library.priceOf(service, { units: 6, on })),
    remaining: services.map(({ id }) => library.remainingUnits(id, { on, history: [] })),
    sheets: services.map((service) => library.describeService(service, { on })),
    units: [library.unitsFor(52), library.unitsFor(53, 'midpoint')],
    refused: [
      () => checkSession({ service: H2017TG.id }),
      () => createChecker({ readings: { rounding: 'up' } }),
      () => library.defineService({ criteria: [{ requires: { op: 'is', fact: 'faceToFase' } }] }),
    ].map(refusalOf),
  });
}

function refusalOf(call) {
  try {
    call();
    return null;
  } catch (error) {
    const { InputError, DefinitionError } = library;
    if (error instanceof InputError || error instanceof DefinitionError) return [error.name, error.issues];
    throw error;
  }
}
