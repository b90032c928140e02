import {
  createChecker,
  services,
  type CheckOptions,
  type Claim,
  type ClaimLine,
  type ClaimResult,
  type Finding,
  type LineResult,
  type RuleId,
  type SessionResult,
} from '../../src/index.js';
import { mergePatch, readFixture, type Case } from '../support/cases.js';
import { notVoid } from '../support/not-void.js';

export type Change = Case['change'];

const checker = createChecker();

/** The name of a complete session on file. */
export type Base = string;

/** Codes that a caller states where the document names none. */
const statedCodes: Readonly<Record<string, string>> = { 'mo/peer-support': 'H0038', 'mt/imr': 'H2017' };

/** The code of a base: that of its service, or one that the caller states. */
function codeOf({
  service: id,
  funding,
}: Stated): Pick<ClaimLine, 'procedureCode' | 'modifiers' | 'service'> {
  const codes = services.find((service) => service.id === id)?.codes ?? [];
  const code = codes.find((one) => one.funding === funding);
  if (code === undefined) return { procedureCode: statedCodes[id] ?? 'X0001', service: id };
  const { procedureCode, modifiers } = code;
  return modifiers.length === 0 ? { procedureCode } : { procedureCode, modifiers };
}

interface Stated {
  readonly [fact: string]: unknown;
  readonly service: string;
  readonly funding: string;
  readonly dateOfService: string;
  readonly units?: number;
}

function factsOf(base: Base): Stated {
  return readFixture(`sessions/${base}.json`) as Stated;
}

/** A line with everything that its session states, complete and billable, with a change. */
export function lineOf(base: Base, change: Change = {}): ClaimLine {
  const stated = factsOf(base);
  const { dateOfService, units, charge, staff, ...facts } = stated;
  const ofTheClaim = ['id', 'service', 'funding', 'member', 'agency', 'plan', 'assessment'];
  const session = Object.fromEntries(Object.entries(facts).filter(([key]) => !ofTheClaim.includes(key)));
  const line = { ...codeOf(stated), dateOfService, units: units ?? 4, charge, staff, session };
  return mergePatch(line as never, change) as never;
}

/** The claim of a member, whose lines may be of any base of the same state; the first base says whose it is. */
export function claimOf(base: Base, lines: readonly ClaimLine[], change: Change = {}): Claim {
  const { member, agency, plan, assessment } = factsOf(base);
  const jurisdiction = base.slice(0, 2).toUpperCase();
  const claim = { id: 'C-1', jurisdiction, member, agency, plan, assessment };
  return { ...(mergePatch(claim as never, change) as unknown as Claim), lines: [...lines] };
}

/** The claim of one line. */
export function oneLine(base: Base, change: Change = {}, ofClaim: Change = {}): Claim {
  return claimOf(base, [lineOf(base, change)], ofClaim);
}

/** The result of a claim with nothing else billed, unless stated. */
export function resultOf(claim: Claim, options: CheckOptions = {}): ClaimResult {
  return notVoid(checker.checkClaim(claim, { history: [], ...options }));
}

/** The only line of a claim, judged. */
export function lineResultOf(claim: Claim, options: CheckOptions = {}): LineResult {
  const [line, ...others] = resultOf(claim, options).lines;
  if (line === undefined || others.length > 0) throw new Error('the claim has one line');
  return line;
}

type Judged = Pick<SessionResult, 'findings' | 'passed' | 'notApplicable'>;

/** The finding of a rule, `'pass'`, or `'not applicable'`; a rule says one thing. */
export function saidOf(rule: RuleId, { findings, passed, notApplicable }: Judged): Finding | string {
  const said = [
    ...findings.filter((finding) => finding.rule === rule),
    ...passed.filter((id) => id === rule).map(() => 'pass'),
    ...notApplicable.filter((one) => one.rule === rule).map(() => 'not applicable'),
  ];
  const [only, ...others] = said;
  if (only === undefined || others.length > 0) throw new Error(`${rule} said ${String(said.length)} things`);
  return only;
}

/** `'pass'`, `'not applicable'`, `'unknown'`, `'due'`, `'fail'`, and `'warning'` for a failure that is one. */
export function outcomeOf(rule: RuleId, judged: Judged): string {
  const said = saidOf(rule, judged);
  if (typeof said === 'string') return said;
  return said.outcome === 'fail' && said.severity === 'warning' ? 'warning' : said.outcome;
}

/** Every rule that is found, with its outcome; information is left out. */
export function foundIn({ findings }: Pick<Judged, 'findings'>): Record<string, string> {
  const found = findings.filter(({ severity }) => severity !== 'info');
  return Object.fromEntries(found.map(({ rule, outcome }) => [rule, outcome]));
}

/** The denials that a finding predicts, as "16 N822", those only possible in brackets. */
export function denialsOf(finding: Finding | string): string[] {
  if (typeof finding === 'string') return [];
  return finding.denials.map(({ carc, rarc, likelihood }) => {
    const text = rarc === undefined ? carc : `${carc} ${rarc}`;
    return likelihood === 'likely' ? text : `(${text})`;
  });
}
