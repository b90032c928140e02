import type { ServiceId } from '../facts/generated/service-ids.js';
import type { Claim } from '../facts/generated/types.js';
import { InputError } from '../facts/input-error.js';
import type { FoundRecords } from '../facts/found.js';
import type { CodeQuery, PriceQuery } from '../facts/look-ups.js';
import type { Words } from '../facts/words.js';
import { notice } from '../findings/notices.js';
import { withPlaces } from '../findings/places.js';
import { parseClaim, parseOrThrow, parseSession } from '../facts/parse.js';
import { acceptSession } from '../facts/generated/acceptors.js';
import { sessionSchema } from '../facts/generated/schemas.js';
import type { Session } from '../facts/generated/types.js';
import type { ClaimResult, SessionResult, VoidResult } from './result.js';
import { judgeBatch, judgeClaim, ownKey, type BatchResult, type EntryKind } from './records.js';
import { createBatch, type CreateBatch, type ResultOf } from './create-batch.js';
import type { ReadingsInput } from '../readings/generated.js';
import type { CodeBindings } from '../services/bindings.js';
import type { Overlay } from '../services/overlay.js';
import type { Service } from '../services/service.js';
import type { CivilDate } from '../values/civil-date.js';
import type { Severities } from './configuration.js';
import { settingsOf } from './entries.js';
import { readFound } from './found.js';
import { findService, priceOf, type FoundService, type Priced } from './look-ups.js';
import { usesNotOnFile } from './batch-notices.js';
import { findOrThrow, serviceOf, type OnFile } from './on-file.js';
import { batchOptionsSchema, optionsSchema, type CheckOptions, type RemainingUnitsQuery } from './options.js';
import { remainingUnits, type RemainingUnits } from './remaining-units.js';
import { acceptBatchOptions, acceptOptions } from './generated.js';
import { judgeSession } from './session.js';
import { usedInHistory } from './used-before.js';
import type { Waiver } from './waivers.js';

/** What a checker is made for. */
export interface CheckerConfig {
  /** Definitions of your own, beside the shipped ones. The days of two with one id are apart. */
  readonly services?: readonly Service[] | null | undefined;
  /** Ids of shipped definitions to leave out. */
  readonly without?: readonly ServiceId[] | null | undefined;
  /** Choices where a document leaves something open; a check may state its own over them. */
  readonly readings?: ReadingsInput | null | undefined;
  /** Codes, units and rates for services whose document names none, by service id. */
  readonly codes?: CodeBindings | null | undefined;
  /** What your own words mean where our lists hold codes, by path of the list: a code, or `'other'` for none of ours. */
  readonly words?: Words | null | undefined;
  /** What you ask beyond the documents; it cannot loosen what they say. */
  readonly overlays?: readonly Overlay[] | null | undefined;
  /** What a failure of a rule means to you, by the id of the rule; `'off'` counts as not applicable. */
  readonly severities?: Severities | null | undefined;
  /** What you bill although a rule would hold it back. None is applied where no day of the check is stated. */
  readonly waivers?: readonly Waiver[] | null | undefined;
}

/** The functions of the library over one set of definitions, each compiled once. */
export interface Checker {
  readonly services: readonly Service[];
  /** The definition with an id, as it is on a day; where none is stated, the last. Throws InputError if none is on file. */
  readonly serviceOf: (service: Service | ServiceId, on?: CivilDate) => Service;
  readonly checkSession: (session: Session, options?: CheckOptions) => SessionResult;
  readonly checkClaim: (claim: Claim, options?: CheckOptions) => ClaimResult | VoidResult;
  readonly checkClaims: (
    claims: readonly unknown[],
    options?: CheckOptions,
    onChecked?: () => void,
  ) => BatchResult<ClaimResult | VoidResult>;
  readonly checkSessions: (
    sessions: readonly unknown[],
    options?: CheckOptions,
    onChecked?: () => void,
  ) => BatchResult;
  /**
   * Checks sessions and claims in one list: a record with lines is a claim, anything else a session. Of what a reader of
   * an adapter gives, findings say places in the file, and its problems are notices.
   */
  readonly checkRecords: (
    records: readonly unknown[] | FoundRecords,
    options?: CheckOptions,
    onChecked?: () => void,
  ) => BatchResult<SessionResult | ClaimResult | VoidResult>;
  /**
   * Starts a batch without end whose entries come grouped by member: those of a member are judged when the next one
   * comes, as `checkRecords` judges them but for what compares members: staff, groups, and ids. A prior use that has the
   * id of an entry without a member, and is taken for it, still counts for the member that it states.
   */
  readonly createBatch: CreateBatch;
  readonly parseSession: typeof parseSession;
  readonly parseClaim: typeof parseClaim;
  readonly findService: (query: CodeQuery) => FoundService;
  readonly priceOf: (service: Service | ServiceId, query: PriceQuery) => Priced;
  readonly remainingUnits: (service: Service | ServiceId, query: RemainingUnitsQuery) => RemainingUnits[];
}

/** Where a checker keeps what it has on file, for functions that are no part of it. */
const ON_FILE = Symbol('on file');

/** What a checker has on file. Throws InputError if it is none that `createChecker` made. */
export function checkerOnFile(checker: Checker): OnFile {
  const { [ON_FILE]: onFile } = Object(checker) as { readonly [ON_FILE]?: OnFile };
  if (onFile !== undefined) return onFile;
  throw new InputError([
    { code: 'wrong-type', path: '/checker', message: 'expected a checker that createChecker made' },
  ]);
}

/** The functions of the library over what is on file. */
export function checkerOf(onFile: OnFile): Checker {
  const checker: Checker = {
    services: onFile.services,
    serviceOf: (service, on) => serviceOf(onFile, service, on),
    checkSession: (session, options) => checkSession(onFile, session, options),
    checkClaim: (claim, options) => checkClaim(onFile, claim, options),
    checkSessions: (sessions, options, onChecked) =>
      checkAll('sessions', onFile, sessions, options, onChecked),
    checkClaims: (claims, options, onChecked) => checkAll('claims', onFile, claims, options, onChecked),
    checkRecords: (records, options, onChecked) => checkRecords(onFile, records, options, onChecked),
    createBatch: (options) => createBatch(onFile, options),
    parseSession,
    parseClaim,
    findService: (query) => findService(onFile, query),
    priceOf: (service, query) => priceOf(onFile, service, query),
    remainingUnits: (service, query) => remainingUnits(onFile, service, query),
  };
  return Object.defineProperty(checker, ON_FILE, { value: onFile });
}

// Each stands alone, so that a bundle holds only those that are called.

export function checkSession(onFile: OnFile, value: Session, given: CheckOptions = {}): SessionResult {
  const options = parseOrThrow(optionsSchema, given, acceptOptions);
  const session = options.trusted === true ? value : parseOrThrow(sessionSchema, value, acceptSession);
  // What is trusted may still be nothing.
  const { service, dateOfService } = Object(session) as Session;
  const compiled = findOrThrow(onFile, service, dateOfService);
  const { used, idsAgree } = usedInHistory(options.history, session, compiled.service, onFile.services);
  const settings = onFile.settingsOf(options);
  const { result } = judgeSession(compiled, session, settings, used);
  if (idsAgree > 0) result.notices.push(notice('ids-agree', { count: idsAgree }));
  for (const told of usesNotOnFile(options.history, onFile)) result.notices.push(told);
  for (const told of settings.configured?.notices(settings.asOf) ?? []) result.notices.push(told);
  return result;
}

export function checkClaim(
  onFile: OnFile,
  claim: Claim,
  options: CheckOptions = {},
): ClaimResult | VoidResult {
  const parsed = judgeClaim(claim, settingsOf(onFile, parseOrThrow(optionsSchema, options, acceptOptions)));
  if (!parsed.ok) throw new InputError(parsed.issues);
  return parsed.value;
}

export function checkAll<Of extends EntryKind>(
  of: Of,
  onFile: OnFile,
  entries: unknown,
  options: CheckOptions = {},
  onChecked?: () => void,
): BatchResult<ResultOf[Of]> {
  const settings = settingsOf(
    onFile,
    parseOrThrow(batchOptionsSchema, options, acceptBatchOptions),
    onChecked,
  );
  // Entries of a kind come to results of its own.
  return judgeBatch(listOf(entries), of, settings) as BatchResult<ResultOf[Of]>;
}

export function checkRecords(
  onFile: OnFile,
  given: readonly unknown[] | FoundRecords,
  options?: CheckOptions,
  onChecked?: () => void,
): BatchResult<ResultOf['records']> {
  const found = readFound(given);
  // What cannot be read as a whole keeps its place.
  const values = found?.values.map((value, index) => (found.unread[index] === undefined ? value : null));
  const batch = checkAll('records', onFile, values ?? given, options, onChecked);
  if (found === undefined) return batch;
  return {
    ...batch,
    results: batch.results.map((result, index) => {
      const issue = found.unread[index];
      if (issue === undefined) return withPlaces(result, found.places[index]);
      return { kind: 'invalid', verdict: 'invalid', ...ownKey(found.values[index]), issues: [issue] };
    }),
    notices: [...found.problems.map((problem) => notice('problem', problem)), ...batch.notices],
  };
}

function listOf(entries: unknown): readonly unknown[] {
  try {
    // A copy: a proxy of the caller's may throw when it is read.
    if (Array.isArray(entries)) return [...(entries as unknown[])];
  } catch {
    throw new InputError([
      { code: 'not-plain-data', path: '', message: 'expected plain data, found a list that cannot be read' },
    ]);
  }
  throw new InputError([{ code: 'wrong-type', path: '', message: 'expected a list of entries, found none' }]);
}
