import type { Funding } from '../facts/generated/codes.js';
import type { Claim, ClaimLine } from '../facts/generated/types.js';
import { throughOf } from '../facts/history.js';
import type { InputIssue } from '../facts/input-error.js';
import { parseClaim } from '../facts/parse.js';
import { besideSameIds } from '../rules/claim/same-id.js';
import { computedRules, type Finding } from '../rules/index.js';
import { isTaken } from '../facts/taken.js';
import { saidOfNotTaken } from '../rules/session/took-place.js';
import { daysIn, type Who } from '../units/account.js';
import { codedLine, lineResult, sessionOfLine, type CodedLine } from './claim-line.js';
import type { CompiledService } from './compiled-service.js';
import { NO_SERVICE, withoutClock, type BatchSettings, type JudgedEntries } from './entries.js';
import type { DayOfLine, LineEntry, Said } from './entry.js';
import { leftOutIn, leftOutOfTotals } from './batch-notices.js';
import type { ClaimResult, LineResult, VoidResult } from './result.js';
import type { Sorted } from './judged-rules.js';
import { addAll, rulesUsed, subjectOf } from './session.js';
import { verdictOf } from './verdict.js';
import { settledOfClaim } from './settled-claim.js';
import { sumsOf, tallyOf, type Tally } from './totals.js';
import { whoIs } from './used-before.js';

interface ReadLine {
  readonly line: ClaimLine;
  readonly coded: CodedLine;
  /** Left out where no definition is on file for its code. */
  readonly entry?: LineEntry;
}

/** A claim that can be judged. */
export interface ReadClaim {
  readonly kind: 'claim';
  readonly claim: Claim;
  readonly position: { readonly entry: number };
  readonly who: Who;
  readonly lines: readonly ReadLine[];
  /** About the claim as a whole. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a claim, or says what is wrong with it.
 *
 * @param pointer JSON Pointer of it in what the caller passed.
 */
export function readClaim(
  value: unknown,
  index: number,
  pointer: string,
  settings: BatchSettings,
): ReadClaim | InputIssue[] {
  const parsed = parseClaim(value);
  if (!parsed.ok) return parsed.issues;
  const claim = parsed.value;
  const issues = claim.lines.flatMap(({ service }, place) =>
    service == null || settings.onFile.has(service)
      ? []
      : [atLine(settings.onFile.notOnFile(service), place)],
  );
  if (issues.length > 0) return issues;
  const read = claim.lines.map((line) => {
    const stated = line.service == null ? undefined : settings.onFile.find(line.service, line.dateOfService);
    return { line, coded: codedLine(claim, line, stated?.service, settings.onFile.services) };
  });
  const told = read.flatMap(({ coded }) => coded.told ?? []);
  const { findings } = sorted(saidOfClaim(claim, told));
  const who = whoIs(claim, index);
  const isWhole = isRefused(settledOfClaim({ claim, lines: read, findings }, settings));
  const lines = read.map(({ line, coded }, place): ReadLine => {
    const compiled =
      coded.service === undefined ? undefined : settings.onFile.find(coded.service.id, line.dateOfService);
    if (compiled === undefined) return { line, coded };
    const through = throughOf(line);
    const session = sessionOfLine(claim, line, compiled.service.id, coded.told);
    const entry: LineEntry = {
      kind: 'line',
      session: through === undefined ? session : withoutClock(session),
      through,
      days: through === undefined ? undefined : daysOfLine(claim, line, compiled, settings),
      compiled,
      position: { entry: index, line: place },
      pointer: `${pointer}/lines/${String(place)}`,
      who,
      staff: line.staff?.id ?? null,
      claim,
      written: coded.written,
      code: coded.code,
      said: coded.said,
      isRefused: isWhole,
    };
    return { line, coded, entry };
  });
  return { kind: 'claim', claim, position: { entry: index }, who, lines, findings };
}

/** A line over several days on each of them: codes and definitions may change from one to the next. */
function daysOfLine(
  claim: Claim,
  line: ClaimLine,
  { service }: CompiledService,
  { onFile }: BatchSettings,
): DayOfLine[] {
  const { dateOfService: day } = line;
  return daysIn('day', { day, through: throughOf(line) }).map((dateOfService) => {
    const stated = line.service == null ? undefined : onFile.find(line.service, dateOfService)?.service;
    const { code, said } = codedLine(claim, { ...line, dateOfService }, stated, onFile.services);
    // A definition that is on file on one day is so on all.
    const [compiled] = [onFile.find(service.id, dateOfService)] as [CompiledService];
    return {
      day: dateOfService,
      compiled,
      code,
      said,
    };
  });
}

/** Claims with what is said of those that have one id. */
export function claimsBesideSameIds(
  claims: readonly ReadClaim[],
  settings: BatchSettings,
): Map<ReadClaim, ReadClaim> {
  const identified = claims.map((read) => {
    const { claim, position } = read;
    return { id: claim.id, content: claim, position, read };
  });
  const found = [...besideSameIds(identified, 'claim')];
  return new Map(found.map(([{ read }, finding]) => [read, withFinding(read, finding, settings)]));
}

function withFinding(read: ReadClaim, finding: Finding, settings: BatchSettings): ReadClaim {
  const findings = [...read.findings, finding];
  const isWhole = isRefused(settledOfClaim({ ...read, findings }, settings));
  const lines = read.lines.map((line) =>
    line.entry === undefined
      ? line
      : { ...line, entry: { ...line.entry, isRefused: isWhole, isOfSameId: true } },
  );
  return { ...read, lines, findings };
}

/** Whether the claim is not billable, whatever its lines are. */
function isRefused(findings: readonly Finding[]): boolean {
  return verdictOf(findings, 'block') === 'not-billable';
}

function saidOfClaim(claim: Claim, told: readonly Funding[]): Said {
  return computedRules.flatMap((rule): Said =>
    rule.scope === 'claim' ? [[rule.id, rule.judgeClaim(claim, told)]] : [],
  );
}

/** What rules said, by what it was. */
function sorted(said: Said): Sorted {
  const result: Sorted = { findings: [], passed: [], notApplicable: [] };
  addAll(result, said);
  return result;
}

function atLine(issue: InputIssue, place: number): InputIssue {
  return { ...issue, path: `/lines/${String(place)}${issue.path}` };
}

export function entriesOf(claims: readonly ReadClaim[]): LineEntry[] {
  return claims.flatMap(({ lines }) => lines.flatMap(({ entry }) => entry ?? []));
}

/** A claim with its lines judged, and what each of them adds to the totals. */
export function claimResult(
  read: ReadClaim,
  judged: JudgedEntries,
  settings: BatchSettings,
): { result: ClaimResult; tallies: Tally[] } {
  const { claim, lines } = read;
  const findings = settledOfClaim(read, settings);
  const judgedLines = lines.map((line, place) => {
    const result = judgedLine(read, line, place, judged, settings);
    const verdict = verdictOf(findings, 'block', [result.verdict]);
    return { result, tally: tallyOf({ ...line.line, phase: line.line.session?.phase }, result, verdict) };
  });
  const tallies = judgedLines.map(({ tally }) => tally);
  const ofLines = judgedLines.map((one) => one.result);
  const verdict = verdictOf(
    findings,
    'block',
    ofLines.map((line) => line.verdict),
  );
  const verdictBySource = verdictOf(
    read.findings,
    'block',
    ofLines.map((line) => line.verdictBySource ?? line.verdict),
  );
  const result: ClaimResult = {
    kind: 'claim',
    ...(claim.id != null && { id: claim.id }),
    verdict,
    ...(verdictBySource !== verdict && { verdictBySource }),
    lines: ofLines,
    findings: [...findings],
    notices: leftOutOfTotals(leftOutIn({ entry: [], line: tallies })),
    totals: sumsOf(tallies),
  };
  return { result, tallies };
}

function judgedLine(
  { claim }: ReadClaim,
  { line, coded, entry }: ReadLine,
  place: number,
  judged: JudgedEntries,
  settings: BatchSettings,
): LineResult {
  const number = line.lineNumber ?? place + 1;
  if (entry !== undefined) return lineResult(judged.resultOf(entry), number, place);
  // Of a line whose service is not known, only the code is judged.
  const session = line.session ?? {};
  const rules = coded.said.map(([rule]) => rule);
  const said = sorted(isTaken(session) ? coded.said : saidOfNotTaken(session, rules));
  const alone: Omit<LineResult, 'kind' | 'lineNumber'> = {
    service: null,
    verdict: verdictOf(said.findings, 'block'),
    ...said,
    notices: [...coded.notices],
    rules: rulesUsed(settings),
  };
  const ofLine = sessionOfLine(claim, line, NO_SERVICE, coded.told);
  settings.configured?.settle(alone, undefined, subjectOf(ofLine, null, throughOf(line)), {
    ...settings,
    missingFacts: 'block',
  });
  return lineResult(alone, number, place);
}

/** What comes of a claim that voids another: it asks for nothing, so that nothing but its form is judged. */
export function voidResult(read: ReadClaim, settings: BatchSettings): VoidResult {
  const { claim } = read;
  return {
    kind: 'void',
    ...(claim.id != null && { id: claim.id }),
    findings: settledOfClaim(read, settings).filter(({ rule }) => rule === 'claim/replaces'),
    notices: [],
  };
}
