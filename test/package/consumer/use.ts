// How another project uses the package. Compiled there in every way that TypeScript resolves packages, then run.
import {
  checkClaim,
  checkSession,
  checkSessions,
  createChecker,
  defineService,
  DefinitionError,
  findService,
  InputError,
  parseSession,
  peerSupport,
  priceOf,
  remainingUnits,
  services,
  unitsFor,
  type Claim,
  type Finding,
  type ReadingsInput,
  type ServiceId,
  type Session,
} from 'billability';
import { readFhir, type FhirMapping } from 'billability/adapters/fhir';
import { schemas } from 'billability/schema';
import { csv, formatResult, formats, reportOf, type Format } from 'billability/reports';

const session: Session = {
  service: 'mo/peer-support',
  dateOfService: '2025-03-03',
  phase: 'delivered',
  startTime: '08:00',
  endTime: '16:15',
  units: 33,
  format: 'individual',
  member: { birthDate: '1990-05-01', programs: [{ code: 'MO-CSTAR-GENERAL', from: '2024-01-01' }] },
  staff: { credentials: [{ code: 'MO-CMPS' }], supervisor: 'none' },
};

const claim: Claim = {
  jurisdiction: 'MO',
  lines: [
    { procedureCode: 'H2017', modifiers: ['TG'], dateOfService: '2024-03-12', units: 6, charge: '29.70' },
  ],
};

/** The data of a finding has the type that its rule says. */
function unitsOver(findings: readonly Finding[]): number[] {
  return findings.flatMap((finding) =>
    finding.rule === 'units/daily-limit' && finding.data.over !== null ? [finding.data.over] : [],
  );
}

function thrownBy(call: () => void): string {
  try {
    call();
    return 'nothing';
  } catch (error) {
    if (error instanceof InputError) return `InputError at ${error.issues.map(({ path }) => path).join()}`;
    if (error instanceof DefinitionError) return `DefinitionError at ${error.issues[0]?.path ?? 'nowhere'}`;
    throw error;
  }
}

const checker = createChecker({
  without: ['mo/peer-support'],
  services: [peerSupport],
  readings: { rounding: 'midpoint' },
});
const result = checkSession(session, { history: [] });
const parsed = parseSession({ ...session, endTime: '25:00' });
const charge: string | null = priceOf('mo/H2017TG', { units: 6, on: '2024-03-12' }).charge;
const claimResult = checkClaim(claim);
const mapping: FhirMapping = { zone: 'America/Chicago', codes: { '|Peer': 'mo/peer-support' } };
const visit = {
  resourceType: 'Encounter',
  status: 'finished',
  type: [{ text: 'Peer' }],
  period: { start: '2025-03-04T02:00:00Z', end: '2025-03-04T03:00:00Z' },
};

const shipped: ServiceId = 'mo/peer-support';
const own: ServiceId = 'xx/own';
const read = schemas.session['~standard'].validate({ ...session, service: shipped, units: 'all' });

/** What the functions answer, as text that is the same wherever it is asked. */
export const answers: string = JSON.stringify({
  verdict: result.verdict,
  over: unitsOver(result.findings),
  report: formatResult(result),
  table: [...reportOf(csv, checkSessions([session]), [session])],
  formats: formats.map(({ name }: Format) => name),
  midpoint: checker.checkSession({ ...session, endTime: '16:08' }, { history: [] }).units?.supported,
  line: claimResult.kind === 'claim' && claimResult.lines[0]?.service,
  batch: checkSessions([session, { service: 1 }], { history: [] }).totals,
  issues: parsed.ok ? [] : parsed.issues,
  shape: [own, read.issues?.map(({ code, path }) => [code, ...path])],
  units: unitsFor(53, 'midpoint'),
  visits: readFhir(JSON.stringify(visit), mapping).records,
  charge,
  found: findService({ jurisdiction: 'MO', procedureCode: 'H2017HOHQ', on: '2024-03-12' }),
  remaining: remainingUnits(peerSupport, { on: '2025-03-03', history: [] }).map(({ remaining }) => remaining),
  defined: defineService(JSON.parse(JSON.stringify(peerSupport))).id,
  onFile: services.map(({ id }) => id),
  refused: [thrownBy(() => checkSession({ ...session, units: NaN })), thrownBy(() => defineService({}))],
});

// @ts-expect-error: a misspelt fact.
export const misspelt: Session = { service: 'mo/peer-support', dateOfService: '2025-03-03', unit: 8 };

// @ts-expect-error: a misspelt fact inside another.
export const misspeltInside: Session['member'] = { birthdate: '1990-05-01' };

// @ts-expect-error: a time is text.
export const mistyped: Session = { service: 'mo/peer-support', dateOfService: '2025-03-03', startTime: 800 };

// @ts-expect-error: no such choice of a reading.
export const unread: ReadingsInput = { rounding: 'ceiling' };

// @ts-expect-error: no rule has this id.
export const misruled: Finding['rule'] = 'units/dayly-limit';

// @ts-expect-error: a session names its service.
checkSession.bind(undefined, { dateOfService: '2025-03-03' });
