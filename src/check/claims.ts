import { claimSchema } from '../facts/generated/schemas.js';
import type { Funding } from '../facts/generated/codes.js';
import type { Claim, ClaimLine } from '../facts/generated/types.js';
import type { InputIssue } from '../facts/input-error.js';
import { parse, type Parsed } from '../facts/parse.js';
import type { Verdict } from '../findings/result.js';
import { computedRules, type Finding } from '../rules/index.js';
import type { Service } from '../services/service.js';
import { version } from '../version.js';
import { invalid, type BatchResult } from './batch.js';
import { codedLine, lineResult, sessionOfLine, type CodedLine } from './claim-line.js';
import { judgeTogether, usesOf, type BatchSettings, type JudgedEntries } from './entries.js';
import type { Entry, Said, UseBefore } from './entry.js';
import { leftOutOfTotals, noticesOf, notSeenIn } from './notices.js';
import type { ClaimResult, InvalidEntry, LineResult } from './result.js';
import { addJudgement, verdictOf, type Sorted } from './session.js';
import { countsOf, sumsOf, type Tally } from './totals.js';
import { whoIs } from './used-before.js';

/** What claims are judged with. */
export interface ClaimSettings extends BatchSettings {
  /** All definitions on file. */
  readonly services: readonly Service[];
}

interface ReadLine {
  readonly line: ClaimLine;
  readonly coded: CodedLine;
  /** Left out where no definition is on file for its code. */
  readonly entry?: Entry;
}

interface ReadClaim {
  readonly claim: Claim;
  readonly lines: readonly ReadLine[];
  /** About the claim as a whole. */
  readonly findings: Finding[];
}

/** Checks one claim: each line as a session, the lines beside each other, then the claim as a whole. */
export function judgeClaim(value: unknown, settings: ClaimSettings): Parsed<ClaimResult> {
  const read = readClaim(value, 0, settings);
  if ('issues' in read) return { ok: false, issues: read.issues };
  const uses = usesOfClaim(read.claim, settings);
  const judged = judgeTogether({ entries: entriesOf([read]), uses, among: 'members' }, settings);
  const { result, tallies } = claimResult(read, judged);
  const notices = noticesOf(notSeenIn(tallies, judged.placed, judged.uses), settings, 'line');
  return { ok: true, value: { ...result, notices } };
}

/** Prior uses that state no member are the claim's. */
function usesOfClaim(claim: Claim, { history }: ClaimSettings): UseBefore[] | undefined {
  const own = whoIs(claim, 0);
  return history?.map((use, index) => ({ use, index, who: use.memberId ?? own }));
}

/** Checks claims side by side, each result in its place. Lines of all claims share limits and schedule. */
export function judgeClaims(values: readonly unknown[], settings: ClaimSettings): BatchResult<ClaimResult> {
  const read = Array.from(values, (value, index) => readClaim(value, index, settings));
  const entries = entriesOf(read.filter((one) => 'lines' in one));
  const judged = judgeTogether({ entries, uses: usesOf(settings), among: 'members' }, settings);
  const outcomes = read.map((one) =>
    'lines' in one ? claimResult(one, judged) : { result: one, tallies: [] },
  );
  const results = outcomes.map(({ result }) => result);
  const tallies = outcomes.flatMap((outcome) => outcome.tallies);
  return {
    results,
    totals: { ...countsOf(results), ...sumsOf(tallies) },
    notices: noticesOf(notSeenIn(tallies, judged.placed, judged.uses), settings, 'line'),
  };
}

function readClaim(value: unknown, index: number, settings: ClaimSettings): ReadClaim | InvalidEntry {
  const parsed = parse(claimSchema, value);
  if (!parsed.ok) return invalid(parsed.issues, settings);
  const claim = parsed.value;
  const issues: InputIssue[] = [];
  const read = claim.lines.map((line, place): ReadLine => {
    const stated = line.service == null ? undefined : settings.serviceOf(line.service);
    const isOnFile = stated !== undefined && 'rules' in stated;
    if (stated !== undefined && !isOnFile) issues.push(atLine(stated, place));
    return { line, coded: codedLine(claim, line, isOnFile ? stated.service : undefined, settings.services) };
  });
  if (issues.length > 0) return invalid(issues, settings);
  const told = read.flatMap(({ coded }) => coded.told ?? []);
  const { findings } = sorted(saidOfClaim(claim, told));
  const lines = read.map(({ line, coded }, place): ReadLine => {
    const compiled = coded.service === undefined ? undefined : settings.serviceOf(coded.service.id);
    if (compiled === undefined || !('rules' in compiled)) return { line, coded };
    const entry: Entry = {
      session: sessionOfLine(claim, line, compiled.service.id, coded.told),
      compiled,
      position: { entry: index, line: place },
      who: whoIs(claim, index),
      line: { claim, code: coded.code, said: coded.said, isRefused: findings.length > 0 },
    };
    return { line, coded, entry };
  });
  return { claim, lines, findings };
}

function saidOfClaim(claim: Claim, told: readonly Funding[]): Said {
  return computedRules.flatMap((rule): Said =>
    rule.scope === 'claim' ? [[rule.id, rule.judgeClaim(claim, told)]] : [],
  );
}

/** What rules said, by what it was. */
function sorted(said: Said): Sorted {
  const result: Sorted = { findings: [], passed: [], notApplicable: [] };
  for (const [rule, judgement] of said) addJudgement(result, rule, judgement);
  return result;
}

function atLine(issue: InputIssue, place: number): InputIssue {
  return { ...issue, path: `/lines/${String(place)}${issue.path}` };
}

function entriesOf(claims: readonly ReadClaim[]): Entry[] {
  return claims.flatMap(({ lines }) => lines.flatMap(({ entry }) => entry ?? []));
}

function claimResult(
  { claim, lines, findings }: ReadClaim,
  judged: JudgedEntries,
): { result: ClaimResult; tallies: Tally[] } {
  const own = verdictOf(findings, 'block');
  const judgedLines = lines.map((read, place) => {
    const result = judgedLine(read, place, judged);
    const { units, charge } = read.line;
    const tally: Tally = {
      verdict: worst([result.verdict, own]),
      units,
      charge: charge ?? result.price?.charge,
    };
    return { result, tally };
  });
  const tallies = judgedLines.map(({ tally }) => tally);
  const result: ClaimResult = {
    ...(claim.id != null && { id: claim.id }),
    verdict: worst(tallies.map(({ verdict }) => verdict)),
    lines: judgedLines.map((one) => one.result),
    findings,
    notices: leftOutOfTotals(notSeenIn(tallies, [], []), 'line'),
    totals: sumsOf(tallies),
  };
  return { result, tallies };
}

function judgedLine({ line, coded, entry }: ReadLine, place: number, judged: JudgedEntries): LineResult {
  const result = entry === undefined ? codeAlone(coded) : judged.resultOf(entry);
  return lineResult(result, line.lineNumber ?? place + 1, place);
}

/** Of a line whose service is not known, only the code is judged. */
function codeAlone(coded: CodedLine): Omit<LineResult, 'lineNumber'> {
  const said = sorted(coded.said);
  const rules = { package: 'billability', version } as const;
  return { service: null, verdict: verdictOf(said.findings, 'block'), ...said, notices: [], rules };
}

function worst(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('not-billable')) return 'not-billable';
  return verdicts.includes('undetermined') ? 'undetermined' : 'billable';
}
