import { claimSchema, type Claim, type ClaimLine } from '../facts/claim.js';
import type { InputIssue } from '../facts/input-error.js';
import { parse, type Parsed } from '../facts/parse.js';
import type {
  ClaimResult,
  Finding,
  InvalidEntry,
  LineResult,
  SessionResult,
  Verdict,
} from '../findings/result.js';
import { judgeClaimFunding } from '../rules/claim/local-code.js';
import type { Service } from '../services/service.js';
import { version } from '../version.js';
import type { BatchResult } from './batch.js';
import { codedLine, lineResult, sessionOfLine, type CodedLine } from './claim-line.js';
import { judgeEntries, type BatchSettings, type JudgedEntries } from './entries.js';
import type { Entry } from './entry.js';
import { addJudgement, verdictOf } from './session.js';
import { countsOf, leftOutOf, sumsOf, type Tally } from './totals.js';

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
}

/** Checks one claim: each line as a session, the lines beside each other, then the claim as a whole. */
export function judgeClaim(value: unknown, settings: ClaimSettings): Parsed<ClaimResult> {
  const read = readClaim(value, 0, settings, '');
  if ('issues' in read) return { ok: false, issues: read.issues };
  const judged = judgeEntries(entriesOf([read]), settings, { ofOneMember: true });
  const { result } = claimResult(read, judged, settings);
  return { ok: true, value: { ...result, notices: [...result.notices, ...judged.notices] } };
}

/** Checks claims side by side, each result in its place. Lines of all claims share limits and schedule. */
export function judgeClaims(values: readonly unknown[], settings: ClaimSettings): BatchResult<ClaimResult> {
  const read = Array.from(values, (value, index) => readClaim(value, index, settings, null));
  const claims = read.filter((one) => 'lines' in one);
  const judged = judgeEntries(entriesOf(claims), settings, { ofOneMember: false });
  const outcomes = read.map((one) =>
    'lines' in one ? claimResult(one, judged, settings) : { result: one, tallies: [] },
  );
  const results = outcomes.map(({ result }) => result);
  const tallies = outcomes.flatMap((outcome) => outcome.tallies);
  return {
    results,
    totals: { ...countsOf(results), ...sumsOf(tallies) },
    notices: [...leftOutOf(tallies, 'line', 'lines'), ...judged.notices],
  };
}

/** @param member tells the member of a claim whose member is not known from others; null where nothing can. */
function readClaim(
  value: unknown,
  index: number,
  { serviceOf, services, onChecked }: ClaimSettings,
  member: string | null,
): ReadClaim | InvalidEntry {
  const parsed = parse(claimSchema, value);
  const issues = parsed.ok ? [] : parsed.issues;
  const lines = (parsed.ok ? parsed.value.lines : []).map((line, place): ReadLine => {
    const claim = (parsed as { value: Claim }).value;
    const stated = line.service == null ? undefined : serviceOf(line.service);
    if (stated !== undefined && !('rules' in stated)) issues.push(atLine(stated, place));
    const coded = codedLine(
      claim,
      line,
      stated !== undefined && 'rules' in stated ? stated.service : undefined,
      services,
    );
    const compiled = coded.service === undefined ? undefined : serviceOf(coded.service.id);
    if (compiled === undefined || !('rules' in compiled)) return { line, coded };
    const session = sessionOfLine(claim, line, compiled.service.id, coded.told);
    const position = { entry: index, line: place };
    const entry = { session, compiled, code: coded.code, position, member: claim.member?.id ?? member };
    return { line, coded, entry };
  });
  if (parsed.ok && issues.length === 0) return { claim: parsed.value, lines };
  onChecked?.();
  return { verdict: 'invalid', issues };
}

function atLine({ path, message }: InputIssue, place: number): InputIssue {
  return { path: `/lines/${String(place)}${path}`, message };
}

function entriesOf(claims: readonly ReadClaim[]): Entry[] {
  return claims.flatMap(({ lines }) => lines.flatMap(({ entry }) => entry ?? []));
}

function claimResult(
  { claim, lines }: ReadClaim,
  judged: JudgedEntries,
  { missingFacts }: ClaimSettings,
): { result: ClaimResult; tallies: Tally[] } {
  const findings: Finding[] = [];
  const told = lines.flatMap(({ coded }) => coded.told ?? []);
  const funding = judgeClaimFunding(claim.funding ?? null, told);
  if (typeof funding === 'object' && 'rule' in funding) findings.push(funding);
  const own = verdictOf(findings, missingFacts);
  const judgedLines = lines.map((read, place) => {
    const result = judgedLine(read, place, judged, missingFacts);
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
    notices: leftOutOf(tallies, 'line', 'lines'),
    totals: sumsOf(tallies),
  };
  return { result, tallies };
}

/** What is said of the code comes before what is said of the session. */
function judgedLine(
  { line, coded, entry }: ReadLine,
  place: number,
  judged: JudgedEntries,
  missingFacts: ClaimSettings['missingFacts'],
): LineResult {
  const session = entry === undefined ? undefined : judged.resultOf(entry);
  const result: SessionResult = {
    service: '',
    verdict: 'undetermined',
    findings: [],
    passed: [],
    notApplicable: [],
    notices: [],
    rules: { package: 'billability', version },
  };
  for (const [rule, judgement] of coded.judgements) addJudgement(result, rule, judgement);
  const { units, price } = session ?? {};
  const whole = {
    service: session?.service ?? null,
    findings: [...result.findings, ...(session?.findings ?? [])],
    passed: [...result.passed, ...(session?.passed ?? [])],
    notApplicable: [...result.notApplicable, ...(session?.notApplicable ?? [])],
    ...(units !== undefined && { units }),
    ...(price !== undefined && { price }),
    notices: session?.notices ?? [],
    rules: result.rules,
  };
  const verdict = worst([verdictOf(whole.findings, missingFacts), session?.verdict ?? 'billable']);
  return lineResult({ ...whole, verdict }, line.lineNumber ?? place + 1, place);
}

const fromWorst: readonly Verdict[] = ['not-billable', 'undetermined', 'billable'];

function worst(verdicts: readonly Verdict[]): Verdict {
  return fromWorst.find((verdict) => verdicts.includes(verdict)) ?? 'billable';
}
