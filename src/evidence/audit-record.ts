import type { Checker } from '../check/checker.js';
import type { CheckOptions } from '../check/options.js';
import type { Rules, SessionResult } from '../check/result.js';
import type { Session } from '../facts/generated/types.js';
import type { Verdict } from '../findings/result.js';
import { checkSession } from '../shipped.js';
import { digestOf } from '../values/digest.js';

/** What a check was asked, with what it judged, and what came out: it proves itself by its digest. */
export interface AuditRecord {
  readonly kind: 'audit-record';
  /** The digest of the record before it, where records are a chain. */
  readonly previous?: string;
  readonly asked: AskedOpenly | AskedUnderSeal;
  readonly rules: Rules;
  readonly outcome: Outcome;
  /** `'sha256:…'` of the canonical JSON of all the rest. */
  readonly digest: string;
}

/** What was asked, as it was stated. */
export interface AskedOpenly {
  readonly session: Session;
  readonly options: CheckOptions;
}

/** Of each fact, by its JSON Pointer, a digest that only who has the seal can make. */
export interface AskedUnderSeal {
  readonly sealed: { readonly session: Sealed; readonly options: Sealed };
}

type Sealed = Readonly<Record<string, string>>;

/** Openly the result; under a seal no more of it than names no fact, and a digest of it all. */
export type Outcome =
  | { readonly result: SessionResult }
  | {
      readonly verdict: Verdict;
      readonly findings: readonly FoundOpenly[];
      readonly sealed: string;
    };

/** How a record is kept. */
export interface AuditOptions {
  /** The digest of the record before. */
  readonly previous?: string | undefined;
  /**
   * A secret of your own, at least sixteen characters long: facts are then kept as digests salted with it. Whoever has it
   * can try values until one fits, and a birth date or a yes or no is soon found: keep it apart from the records.
   */
  readonly seal?: string | undefined;
  /** What judged; the shipped definitions where left out. */
  readonly checker?: Pick<Checker, 'checkSession'> | undefined;
}

/**
 * Checks a session, and keeps what was asked, with what settings, and what came out, so that anybody can check it again
 * and sees that nothing was changed since. No clock is read: state the day as `asOf`.
 *
 * @throws InputError as `checkSession`, or RangeError if the seal is too short to keep anything secret.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2025-03-03', units: 4 };
 * const first = auditRecord(session, { history: [] });
 * const second = auditRecord(session, { history: [] }, { previous: first.digest });
 * second.previous === first.digest; // true
 */
export function auditRecord(
  session: Session,
  options: CheckOptions = {},
  { previous, seal, checker }: AuditOptions = {},
): AuditRecord {
  const result = (checker?.checkSession ?? checkSession)(session, options);
  return recordOf(copied({ session, options: optionsThatTell(options) }), result, seal, previous);
}

export function recordOf(
  { session, options }: AskedOpenly,
  result: SessionResult,
  seal: string | undefined,
  previous: string | undefined,
): AuditRecord {
  const content = {
    kind: 'audit-record' as const,
    ...(previous !== undefined && { previous }),
    asked: seal === undefined ? { session, options } : askedUnderSeal({ session, options }, seal),
    rules: result.rules,
    outcome: seal === undefined ? { result } : outcomeUnderSeal(result, seal),
  };
  return { ...content, digest: digestOf(content) };
}

/** Without what changes no result. */
export function optionsThatTell({ history, asOf, readings, missingFacts }: CheckOptions): CheckOptions {
  return { history, asOf, readings, missingFacts };
}

/** A caller may write to what was asked; the record stays as it was. */
export function copied<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

export const SHORTEST_SEAL = 16;

export function askedUnderSeal(
  { session, options }: { readonly session: unknown; readonly options: unknown },
  seal: string,
): AskedUnderSeal {
  if (seal.length < SHORTEST_SEAL)
    throw new RangeError(`expected a seal of at least ${String(SHORTEST_SEAL)} characters`);
  return { sealed: { session: sealedFacts(session, seal), options: sealedFacts(options, seal) } };
}

function outcomeUnderSeal(result: SessionResult, seal: string): Outcome {
  return {
    verdict: result.verdict,
    findings: foundOpenly(result.findings),
    sealed: digestOf([seal, result]),
  };
}

type FoundOpenly = Pick<SessionResult['findings'][number], 'rule' | 'outcome' | 'severity'>;

/** What names no fact. */
export function foundOpenly(findings: SessionResult['findings']): FoundOpenly[] {
  return findings.map(({ rule, outcome, severity }) => ({ rule, outcome, severity }));
}

/** Each value that is no list and no object, and each empty one, by its pointer. */
function sealedFacts(value: unknown, seal: string, pointer = ''): Sealed {
  const known =
    typeof value === 'object'
      ? Object.entries(Object(value) as object).filter(([, inner]) => inner != null)
      : [];
  if (known.length === 0) return { [pointer]: digestOf([seal, pointer, value]) };
  return Object.fromEntries(
    known.flatMap(([key, inner]) =>
      Object.entries(
        sealedFacts(inner, seal, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
      ),
    ),
  );
}
