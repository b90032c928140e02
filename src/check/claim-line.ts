import type { Claim, ClaimLine } from '../facts/claim.js';
import type { Funding, Session } from '../facts/session.js';
import { readCode } from '../facts/written-code.js';
import type { LineResult } from '../findings/result.js';
import { judgeCode, judgeStatedService } from '../rules/claim/code.js';
import { judgeLineFunding } from '../rules/claim/local-code.js';
import { codesIn, serviceWithCode, type CodeOnFile } from '../rules/claim/codes-on-file.js';
import type { Judgement } from '../rules/rule.js';
import type { BillingCode, Service } from '../services/service.js';

/** What the code of a line tells: its service and funding, and what is said of it. */
export interface CodedLine {
  readonly service: Service | undefined;
  /** The code on file that it is, if any. */
  readonly code: BillingCode | undefined;
  readonly told: Funding | null;
  readonly judgements: readonly (readonly [rule: 'claim/code' | 'claim/local-code', judgement: Judgement])[];
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
  const matched = serviceWithCode(onFile, read, line.dateOfService);
  const told = matched?.code.funding ?? fundingOf(stated, read.procedureCode, onFile);
  return {
    service: stated ?? matched?.service,
    code: matched?.code,
    told,
    judgements: [
      [
        'claim/code',
        stated === undefined
          ? judgeCode(read, matched, onFile)
          : judgeStatedService(read, stated, claim.jurisdiction, onFile),
      ],
      ['claim/local-code', judgeLineFunding(claim.funding ?? null, told)],
    ],
  };
}

/** A code with wrong modifiers still tells the funding, where all codes on file with its base are of one. */
function fundingOf(
  stated: Service | undefined,
  procedureCode: string,
  onFile: readonly CodeOnFile[],
): Funding | null {
  const codes = stated?.codes ?? onFile.map(({ code }) => code);
  const fundings = new Set(
    codes.filter((code) => code.procedureCode === procedureCode).map(({ funding }) => funding),
  );
  const [funding] = fundings;
  return fundings.size === 1 && funding !== undefined ? funding : null;
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
  result: Omit<LineResult, 'lineNumber'>,
  lineNumber: number,
  index: number,
): LineResult {
  return {
    lineNumber,
    ...result,
    findings: result.findings.map((finding) => ({
      ...finding,
      paths: finding.paths.map((path) => pointerInClaim(path, index)),
      missing: finding.missing.map((fact) => ({ ...fact, path: pointerInClaim(fact.path, index) })),
    })),
  };
}

const ofTheClaim = ['member', 'agency', 'plan', 'assessment', 'funding', 'jurisdiction', 'lines', 'history'];
const ofTheLine = ['procedureCode', 'modifiers', 'service', 'dateOfService', 'units', 'charge', 'staff'];

function pointerInClaim(pointer: string, index: number): string {
  const [, first = ''] = pointer.split('/');
  if (ofTheClaim.includes(first)) return pointer;
  return `/lines/${String(index)}${ofTheLine.includes(first) ? '' : '/session'}${pointer}`;
}
