import { isClaim } from '../../check/records.js';
import { jsonPointer, type InputIssue } from '../../facts/input-error.js';
import { parseClaim, parseSession, type Parsed } from '../../facts/parse.js';
import { priorUse, session } from '../../facts/rows/index.js';
import type { Claim, ClaimLine, PriorUse } from '../../facts/generated/types.js';
import type { Checker } from '../../index.js';

/** Reads a prior use. */
export type ReadUse = (use: unknown) => Parsed<PriorUse>;

/** What a record of a history comes to. */
export interface UsesOfRecord {
  readonly uses: readonly PriorUse[];
  /** The number of a claim that it stands for. */
  readonly replaces?: string | undefined;
}

const ofSessionsOnly = new Set(Object.keys(session.facts).filter((key) => !(key in priorUse.facts)));

/** The uses of a record: a prior use, or a session or claim that was billed. */
export function usesOfRecord(
  value: unknown,
  read: ReadUse,
  { findService }: Pick<Checker, 'findService'>,
): Parsed<UsesOfRecord> {
  if (isClaim(value)) return usesOfClaim(value, read, findService);
  return isSession(value) ? useOfSession(value, read) : ofOne(read(value));
}

function ofOne(parsed: Parsed<PriorUse>): Parsed<UsesOfRecord> {
  return parsed.ok ? { ok: true, value: { uses: [parsed.value] } } : parsed;
}

/** It has what a prior use has not, and does not say whose it is as one does. */
function isSession(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || 'memberId' in value) return false;
  return Object.keys(value).some((key) => ofSessionsOnly.has(key));
}

const proposed: InputIssue = {
  code: 'does-not-fit',
  path: '/phase',
  message: 'expected a session that was given, found a proposed one',
};

const didNotTakePlace: readonly unknown[] = ['cancelled', 'no-show'];

/** Nothing where the session did not take place. */
function useOfSession(value: unknown, read: ReadUse): Parsed<UsesOfRecord> {
  const parsed = parseSession(value);
  if (!parsed.ok) return isReversal(value) ? ofOne(read(reversalOf(value))) : parsed;
  const { id, service, dateOfService, units, minutes, startTime, endTime, member, phase } = parsed.value;
  if (phase === 'proposed') return { ok: false, issues: [proposed] };
  if (didNotTakePlace.includes(phase)) return { ok: true, value: { uses: [] } };
  const use = { id, service, memberId: member?.id, dateOfService, units, minutes, startTime, endTime };
  return ofMember(ofOne(read(use)));
}

/** A row of a ledger that takes units back: no session has fewer than none. */
function isReversal(value: unknown): value is Readonly<Record<string, unknown>> {
  const { units, phase } = value as { units?: unknown; phase?: unknown };
  return typeof units === 'number' && units < 0 && !didNotTakePlace.includes(phase) && phase !== 'proposed';
}

function reversalOf(value: Readonly<Record<string, unknown>>): object {
  const { id, service, dateOfService, units, startTime, endTime, member } = value;
  return {
    id,
    service,
    dateOfService,
    units,
    startTime,
    endTime,
    memberId: (member as { id?: unknown } | undefined)?.id,
  };
}

/** Said of the record that the person wrote. */
function ofMember<Read>(parsed: Parsed<Read>): Parsed<Read> {
  if (parsed.ok) return parsed;
  const issues = parsed.issues.map((issue) =>
    issue.path === '/memberId' ? { ...issue, path: '/member/id' } : issue,
  );
  return { ok: false, issues };
}

const linesLeftOut: InputIssue = {
  code: 'does-not-fit',
  path: '/linesLeftOut',
  message: 'expected a whole claim, found one of which lines are left out, so that what it used is not known',
};

function usesOfClaim(
  value: unknown,
  read: ReadUse,
  findService: Checker['findService'],
): Parsed<UsesOfRecord> {
  const parsed = parseClaim(value);
  if (!parsed.ok) return parsed;
  const claim = parsed.value;
  const { frequency, replaces } = claim;
  if ((claim.linesLeftOut ?? 0) > 0) return { ok: false, issues: [linesLeftOut] };
  const stands = frequency === 'replacement' || frequency === 'void' ? replaces : undefined;
  const standing = stands == null ? {} : { replaces: stands };
  if (frequency === 'void') return { ok: true, value: { uses: [], ...standing } };
  const uses: PriorUse[] = [];
  const issues: InputIssue[] = [];
  for (const [index, line] of claim.lines.entries()) {
    const use = useOfLine(line, claim, findService);
    if (use === undefined) continue;
    const lineRead = 'message' in use ? { ok: false as const, issues: [use] } : read(use);
    if (lineRead.ok) uses.push(lineRead.value);
    else
      for (const issue of lineRead.issues)
        issues.push(
          issue.path === '/memberId'
            ? { ...issue, path: '/member/id' }
            : { ...issue, path: `${jsonPointer(['lines', index])}${issue.path}` },
        );
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { uses, ...standing } };
}

/** What a line used, or why that is not known; nothing where its session did not take place. */
function useOfLine(
  line: ClaimLine,
  { id, payerClaimId, jurisdiction, member }: Claim,
  findService: Checker['findService'],
): object | InputIssue | undefined {
  const { session: told, procedureCode, modifiers, dateOfService, dateOfServiceThrough, units } = line;
  if (didNotTakePlace.includes(told?.phase)) return undefined;
  const found = findService({ jurisdiction, procedureCode, modifiers, on: dateOfService });
  if (found.service === null && found.problem === 'several-definitions') {
    const message =
      'expected the code of one service, found one that several on file have, so that what it used is not known';
    return { code: 'not-a-choice', path: '/procedureCode', message };
  }
  return {
    id,
    payerClaimId,
    memberId: member?.id,
    ...(found.service === null ? { service: null, procedureCode, modifiers } : { service: found.service }),
    dateOfService,
    dateOfServiceThrough,
    units,
    startTime: told?.startTime,
    endTime: told?.endTime,
  };
}
