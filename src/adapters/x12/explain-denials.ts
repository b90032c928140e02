import type { ClaimResult, InvalidResult, SessionResult, VoidResult } from '../../check/result.js';
import type { ClaimLine } from '../../facts/generated/types.js';
import { readCode } from '../../facts/written-code.js';
import type { RuleId } from '../../findings/finding-data.js';
import type { Denial } from '../../findings/result.js';
import type { Finding } from '../../rules/index.js';
import type { X12Claim } from './claim.js';
import { isDenial } from './payments.js';
import type { X12Adjustment } from './remittance.js';
import type { X12Answer, X12AnsweredLine } from './remittances.js';

/** A claim as it was read, and what a check made of it. */
export interface CheckedX12Claim {
  readonly claim: Pick<X12Claim, 'value' | 'lineFacts'>;
  readonly result: SessionResult | ClaimResult | VoidResult | InvalidResult;
}

/**
 * How a denial was forecast: `exact`, with group, reason and remark where one was named; `carc`, by the reason alone;
 * `none`, by no rule; `not-checked`, where its claim is not among those that were checked.
 */
export type Match = 'exact' | 'carc' | 'none' | 'not-checked';

/** A finding that says what a payer may answer. */
export interface Forecast {
  readonly rule: RuleId;
  readonly denial: Denial;
  readonly match: 'exact' | 'carc';
}

/** A denial of an 835, by the numbers of its codes: their words are kept by X12 (https://x12.org/codes). */
export interface ExplainedDenial extends X12Adjustment {
  readonly rarcs: readonly string[];
  readonly claimId?: string;
  /** Of the claim's lines, those that it answers; none of what concerns the claim as a whole. */
  readonly lineNumbers: readonly number[];
  readonly match: Match;
  /** The findings that forecast it, those that are exact first. */
  readonly forecasts: readonly Forecast[];
}

/** How often a forecast came true, over the claims that the payer answered. */
export interface ForecastSum {
  readonly rule: RuleId;
  readonly denial: Denial;
  /** The findings that forecast it. */
  readonly forecast: number;
  /** Of these, those that were denied exactly so. */
  readonly exact: number;
  /** Those that were denied for this reason, with another group or remark. */
  readonly byCarc: number;
}

/** The denials of an 835, held against what was forecast. */
export interface DenialsExplained {
  /** In the order of the 835. */
  readonly denials: readonly ExplainedDenial[];
  /** How many denials there are of each kind. */
  readonly counts: Readonly<Record<Match, number>>;
  /** In the order in which each was first forecast. */
  readonly sums: readonly ForecastSum[];
}

/** Findings of a claim or a line that failed, and the answers that they are held against. */
interface Subject {
  readonly findings: readonly Finding[];
  readonly answers: X12Answer[];
}

interface Subjects {
  readonly claim: CheckedX12Claim['claim'];
  readonly whole: Subject;
  /** By line of the claim. */
  readonly lines: readonly Subject[];
}

/**
 * Which of our findings forecast each denial of an 835, and how often each forecast came true. What is over the rate
 * (CO-45) and what the patient is responsible for (PR) are no denials, and are not counted as forecasts.
 *
 * A line is found by its number (REF*6R), else by its code as sent and its days. Findings of a claim as a whole stand
 * for each of its lines, and what is answered to a claim as a whole is held against all of them.
 *
 * @param checked each claim as it was read with what a check made of it, its own payment left out of the history.
 *
 * @example
 * const line = { procedureCode: 'H2017', modifiers: ['HO'], dateOfService: '2025-03-18' };
 * const value = { id: 'C-1', jurisdiction: 'MO', lines: [{ ...line, units: 2.5 }] };
 * const result = checkClaim(value, { history: [] });
 * const adjustments = [{ group: 'CO', carc: '16', place: 'line 11, ST 0001 segment 9, loop 2110, CAS02' }];
 * const answer = { claimId: 'C-1', status: '1', line, adjustments, rarcs: ['M53'], place: 'line 9' };
 * const { counts, sums } = explainDenials([{ claim: { value, lineFacts: [{}] }, result }], [answer]);
 * counts; // { exact: 1, carc: 0, none: 0, 'not-checked': 0 }
 * sums.find(({ exact }) => exact > 0)?.rule; // 'units/whole'
 */
export function explainDenials(
  checked: readonly CheckedX12Claim[],
  answers: readonly X12Answer[],
): DenialsExplained {
  const byId = new Map<string, Subjects[]>();
  for (const one of checked) {
    const { claim, result } = one;
    const { id } = claim.value;
    if (id == null || result.kind === 'invalid') continue;
    const lines = result.kind === 'claim' ? result.lines : [];
    const subjects = { claim, whole: subjectOf(result), lines: lines.map(subjectOf) };
    byId.set(id, [...(byId.get(id) ?? []), subjects]);
  }
  const counts: Record<Match, number> = { exact: 0, carc: 0, none: 0, 'not-checked': 0 };
  const denials = answers.flatMap((answer) => {
    const claims = byId.get(answer.claimId ?? '') ?? [];
    const about = claims.map((claim) => ({ claim, lines: linesAbout(claim, answer) }));
    for (const { claim, lines } of about) {
      for (const subject of [claim.whole, ...lines.map(({ subject }) => subject)])
        subject.answers.push(answer);
    }
    return answer.adjustments.filter(isDenial).map((adjustment): ExplainedDenial => {
      const findings = about.flatMap(({ claim, lines }) => [
        ...claim.whole.findings,
        ...lines.flatMap(({ subject }) => subject.findings),
      ]);
      const forecasts = forecastsOf(findings, adjustment, answer.rarcs);
      const match = about.length === 0 ? 'not-checked' : (forecasts[0]?.match ?? 'none');
      counts[match] += 1;
      return {
        ...adjustment,
        rarcs: answer.rarcs,
        ...(answer.claimId !== undefined && { claimId: answer.claimId }),
        lineNumbers:
          answer.line === undefined ? [] : about.flatMap(({ lines }) => lines.map(({ number }) => number)),
        match,
        forecasts,
      };
    });
  });
  return { denials, counts, sums: sumsOf([...byId.values()].flat()) };
}

function subjectOf({ findings }: Pick<Subject, 'findings'>): Subject {
  return { findings, answers: [] };
}

/** The lines of a claim that an answer is about: of what is said of the claim as a whole, all of them. */
function linesAbout({ claim, lines }: Subjects, { line: answered }: X12Answer) {
  const { value, lineFacts } = claim;
  const all = value.lines.flatMap((line, place) => {
    const subject = lines[place];
    if (subject === undefined) return [];
    return [{ line, key: lineFacts[place]?.key, number: line.lineNumber ?? place + 1, subject }];
  });
  if (answered === undefined) return all;
  const byKey = all.filter(({ key }) => key !== undefined && key === answered.key);
  return byKey.length > 0 ? byKey : all.filter(({ line }) => isSent(line, answered));
}

function isSent(line: ClaimLine, answered: X12AnsweredLine): boolean {
  const { procedureCode, modifiers, dateOfService, dateOfServiceThrough } = answered;
  return (
    procedureCode !== undefined &&
    JSON.stringify(readCode({ procedureCode, modifiers })) === JSON.stringify(readCode(line)) &&
    line.dateOfService === dateOfService &&
    (line.dateOfServiceThrough ?? line.dateOfService) === (dateOfServiceThrough ?? dateOfService)
  );
}

/** Denials that findings forecast; they stand at failures only. */
function forecastBy(findings: readonly Finding[]): { rule: RuleId; denial: Denial }[] {
  return findings.flatMap(({ rule, denials }) =>
    denials.filter(isDenial).map((denial) => ({ rule, denial })),
  );
}

function matchOf(
  denial: Denial,
  { group, carc }: X12Adjustment,
  rarcs: readonly string[],
): 'exact' | 'carc' | undefined {
  if (denial.carc !== carc) return undefined;
  return denial.group === group && (denial.rarc === undefined || rarcs.includes(denial.rarc))
    ? 'exact'
    : 'carc';
}

function forecastsOf(
  findings: readonly Finding[],
  adjustment: X12Adjustment,
  rarcs: readonly string[],
): Forecast[] {
  const found = forecastBy(findings).flatMap(({ rule, denial }): Forecast[] => {
    const match = matchOf(denial, adjustment, rarcs);
    return match === undefined ? [] : [{ rule, denial, match }];
  });
  return ['exact', 'carc'].flatMap((match) => found.filter((one) => one.match === match));
}

function sumsOf(claims: readonly Subjects[]): ForecastSum[] {
  const sums = new Map<
    string,
    { rule: RuleId; denial: Denial; forecast: number; exact: number; byCarc: number }
  >();
  const answered = claims.flatMap(({ whole, lines }) =>
    [whole, ...lines].filter(({ answers }) => answers.length > 0),
  );
  for (const { findings, answers } of answered) {
    for (const { rule, denial } of forecastBy(findings)) {
      const key = JSON.stringify([rule, denial]);
      const sum = sums.get(key) ?? { rule, denial, forecast: 0, exact: 0, byCarc: 0 };
      sums.set(key, sum);
      const matches = answers.flatMap(({ adjustments, rarcs }) =>
        adjustments.filter(isDenial).map((adjustment) => matchOf(denial, adjustment, rarcs)),
      );
      sum.forecast += 1;
      if (matches.includes('exact')) sum.exact += 1;
      else if (matches.includes('carc')) sum.byCarc += 1;
    }
  }
  return [...sums.values()];
}
