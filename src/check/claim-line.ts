import type { Claim, ClaimLine } from '../facts/generated/types.js';
import type { Funding } from '../facts/generated/codes.js';
import type { Session } from '../facts/generated/types.js';
import { notice, type Notice } from '../findings/notices.js';
import { readCode, type ReadCode } from '../facts/written-code.js';
import { codesIn, codesThatFit, onlyService, type CodeOnFile } from '../rules/claim/codes-on-file.js';
import type { LineUnderCheck } from '../rules/claim/line-rule.js';
import { computedRules } from '../rules/index.js';
import { isOwnCode } from '../services/bindings.js';
import type { BillingCode, Service } from '../services/service.js';
import type { Said } from './entry.js';
import type { LineResult } from './result.js';

/** What the code of a line tells: its service and funding, and what is said of it. */
export interface CodedLine {
  readonly service: Service | undefined;
  readonly told: Funding | null;
  /** The code with its modifiers, in order, as the line states it. */
  readonly written: string;
  /** The code on file that is billed; its rates are the line's. */
  readonly code: BillingCode | undefined;
  readonly said: Said;
  /** What a person should know of a code that tells no service. */
  readonly notices: readonly Notice[];
}

/** Reads the code of a line; a service that the line states is already looked up. */
export function codedLine(
  claim: Claim,
  line: ClaimLine,
  stated: Service | undefined,
  services: readonly Service[],
): CodedLine {
  const onFile = codesIn(services, claim.jurisdiction);
  const read = readCode(line);
  const fitting = codesThatFit(onFile, read, line.dateOfService);
  const service = stated ?? onlyService(fitting);
  const told = fundingOf(
    fitting.length > 0 ? fitting.map(({ code }) => code) : baseCodes(stated, read, onFile),
  );
  const funding = claim.funding ?? told;
  return {
    service,
    told,
    written: [read.procedureCode, ...read.modifiers].join(' '),
    code: fitting.find((one) => one.service.id === service?.id && one.code.funding === funding)?.code,
    said: saidOfLine({ claim, read, stated, onFile, fitting, told }),
    notices: boundToSeveral(fitting),
  };
}

/** A code that the caller gave to a service though another has it. */
function boundToSeveral(fitting: readonly CodeOnFile[]): Notice[] {
  const services = [...new Set(fitting.map(({ service }) => service.id))];
  return fitting.some(({ code }) => isOwnCode(code)) ? [notice('code-bound-to-several', { services })] : [];
}

function saidOfLine(line: LineUnderCheck): Said {
  return computedRules.flatMap((rule): Said =>
    'judgeLine' in rule ? [[rule.id, rule.judgeLine(line)]] : [],
  );
}

/** With wrong modifiers, the codes on file with the same base: they still tell the funding. */
function baseCodes(
  stated: Service | undefined,
  { procedureCode }: ReadCode,
  onFile: readonly CodeOnFile[],
): BillingCode[] {
  const codes = stated?.codes ?? onFile.map(({ code }) => code);
  return codes.filter((code) => code.procedureCode === procedureCode);
}

/** Where all codes are of one funding, it. */
function fundingOf(codes: readonly BillingCode[]): Funding | null {
  const [first] = codes;
  return codes.every(({ funding }) => funding === first?.funding) ? (first?.funding ?? null) : null;
}

/** The session behind a line: its own fields, what is known of the session, and the claim's member, agency, plan and assessment. */
export function sessionOfLine(claim: Claim, line: ClaimLine, service: string, told: Funding | null): Session {
  const { member, agency, plan, assessment } = claim;
  const { dateOfService, units, charge, staff, session } = line;
  const funding = claim.funding ?? told;
  return {
    ...session,
    id: claim.id,
    service,
    funding,
    dateOfService,
    units,
    charge,
    member,
    staff,
    agency,
    plan,
    assessment,
  };
}

/** The result of a line: pointers lead into the claim, and what a claim cannot carry is asked for in `session`. */
export function lineResult(
  result: Omit<LineResult, 'kind' | 'lineNumber'>,
  lineNumber: number,
  index: number,
): LineResult {
  const line: LineResult = {
    ...result,
    kind: 'line',
    lineNumber,
    notices: [...result.notices, ...notJudged(result)],
    findings: result.findings.map((finding) => ({
      ...finding,
      paths: finding.paths.map((path) => pointerInClaim(path, index)),
      missing: finding.missing.map((fact) => ({ ...fact, path: pointerInClaim(fact.path, index) })),
    })),
  };
  // The key is the claim's.
  delete line.id;
  return line;
}

/** A code that nothing on file could be compared with. */
function notJudged({ notApplicable }: Pick<LineResult, 'notApplicable'>): Notice[] {
  const isJudged = notApplicable.every(({ code }) => code !== 'no-code-on-file');
  return isJudged ? [] : [notice('code-not-judged')];
}

const ofTheClaim = ['member', 'agency', 'plan', 'assessment', 'funding', 'jurisdiction', 'lines', 'history'];
const ofTheLine = [
  'procedureCode',
  'modifiers',
  'service',
  'dateOfService',
  'dateOfServiceThrough',
  'units',
  'charge',
  'staff',
];

function pointerInClaim(pointer: string, index: number): string {
  const [, first = ''] = pointer.split('/');
  if (ofTheClaim.includes(first)) return pointer;
  return `/lines/${String(index)}${ofTheLine.includes(first) ? '' : '/session'}${pointer}`;
}
