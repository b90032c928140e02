import type { Claim } from '../facts/generated/types.js';
import type { InputIssue } from '../facts/input-error.js';
import { InputError } from '../facts/input-error.js';
import { nearest } from '../facts/nearest.js';
import { parseOrThrow } from '../facts/parse.js';
import { sessionSchema } from '../facts/generated/schemas.js';
import type { Session } from '../facts/generated/types.js';
import type { ClaimResult, RuleSettings, SessionResult } from './result.js';
import { judgeBatch, type BatchResult, type EntryKind } from './records.js';
import { streamOf, type Stream } from './stream.js';
import { canonicalJson } from '../values/canonical-json.js';
import { digestOf } from '../values/digest.js';
import { defaultReadings, type Readings, type ReadingsInput } from '../readings/generated.js';
import { withReadings } from '../readings/readings.js';
import { readBindings, withBindings, type CodeBindings } from '../services/bindings.js';
import type { Service } from '../services/service.js';
import { judgeClaim, type ClaimSettings } from './claims.js';
import { compileService, type CompiledService } from './compiled-service.js';
import { usesNotOnFile } from './notices.js';
import {
  batchOptionsSchema,
  configSchema,
  optionsSchema,
  readOptions,
  streamOptionsSchema,
  type CheckOptions,
} from './options.js';
import { judgeSession, type Settings } from './session.js';
import { usedInHistory } from './used-before.js';

/** What a checker is made for. */
export interface CheckerConfig {
  /** The definitions on file, in place of the shipped ones. */
  readonly services?: readonly Service[] | null | undefined;
  /** Choices where a document leaves something open; a check may state its own over them. */
  readonly readings?: ReadingsInput | null | undefined;
  /** Codes, units and rates for services whose document names none, by service id. */
  readonly codes?: CodeBindings | null | undefined;
}

/** The functions of the library over one set of definitions, each compiled once. */
export interface Checker {
  readonly services: readonly Service[];
  /** The definition with an id. Throws InputError if none is on file. */
  readonly serviceOf: (service: Service | string) => Service;
  readonly checkSession: (session: Session, options?: CheckOptions) => SessionResult;
  readonly checkClaim: (claim: Claim, options?: CheckOptions) => ClaimResult;
  readonly checkClaims: (
    claims: readonly unknown[],
    options?: CheckOptions,
    onChecked?: () => void,
  ) => BatchResult<ClaimResult>;
  readonly checkSessions: (
    sessions: readonly unknown[],
    options?: CheckOptions,
    onChecked?: () => void,
  ) => BatchResult;
  /** Checks sessions and claims in one list: a record with lines is a claim, anything else a session. */
  readonly checkRecords: (
    records: readonly unknown[],
    options?: CheckOptions,
    onChecked?: () => void,
  ) => BatchResult<SessionResult | ClaimResult>;
  /**
   * Starts a batch without end whose entries come grouped by member: those of a member are judged when the next one
   * comes, as `checkRecords` judges them but for what compares members: staff, groups, and the ids of prior uses. A
   * prior use is taken to be an entry of its own member that has its id, and never one of another member, which may
   * come later; `checkRecords`, which sees all entries, drops it for either.
   */
  readonly createBatch: CreateBatch;
}

/** Options of a batch without end, and what its entries are: sessions where left out. */
export interface StreamOptions<Of extends EntryKind = EntryKind> extends CheckOptions {
  readonly of?: Of | null | undefined;
}

/** What the entries of a kind come to. */
interface ResultOf {
  sessions: SessionResult;
  claims: ClaimResult;
  records: SessionResult | ClaimResult;
}

/** Starts a batch without end: see {@link Checker}. */
export type CreateBatch = <Of extends EntryKind = 'sessions'>(
  options?: StreamOptions<Of>,
) => Stream<ResultOf[Of]>;

/** See `createChecker` of the public surface, which adds the shipped services. */
export function checkerOf(config: CheckerConfig, shipped: readonly Service[]): Checker {
  const stated = parseOrThrow(configSchema, config);
  const definitions = config.services ?? shipped;
  const bindings = readBindings(stated.codes, definitions);
  const readings = withReadings(defaultReadings, stated.readings);
  const chosen = chosenIn(readings);
  const services = new Map(definitions.map((service) => [service.id, withBindings(service, bindings)]));
  const compiled = new Map<string, CompiledService>();
  let digest: { readonly onFile: string; readonly shipped: string } | undefined;

  /** Of all that is on file; undefined where that is what ships. */
  function digestOfServices(): string | undefined {
    const onFile = [...services.values()];
    if (onFile.length === shipped.length && onFile.every((service, index) => service === shipped[index])) {
      return undefined;
    }
    digest ??= { onFile: digestOf(byId(onFile)), shipped: digestOf(byId(shipped)) };
    return digest.onFile === digest.shipped ? undefined : digest.onFile;
  }

  /** The service with an id, compiled at its first use. */
  function find(id: string): CompiledService | undefined {
    const ready = compiled.get(id);
    if (ready !== undefined) return ready;
    const service = services.get(id);
    if (service === undefined) return undefined;
    const made = compileService(service);
    compiled.set(id, made);
    return made;
  }

  function issueOf(id: string): InputIssue {
    return notOnFile(id, [...services.keys()]);
  }

  function findOrThrow(id: unknown): CompiledService {
    const known = typeof id === 'string' ? id : '';
    const found = find(known);
    if (found === undefined) throw new InputError([issueOf(known)]);
    return found;
  }

  function settingsOf(options: CheckOptions): Settings {
    const { asOf, missingFacts, readings: stated } = options;
    const all = withReadings(readings, stated);
    return {
      asOf: asOf ?? undefined,
      readings: all,
      missingFacts: missingFacts ?? 'block',
      told: toTell(stated == null ? chosen : chosenIn(all), options, digestOfServices()),
    };
  }

  function batchSettingsOf(options: CheckOptions, onChecked?: () => void): ClaimSettings {
    return {
      ...settingsOf(options),
      history: options.history,
      services: [...services.values()],
      serviceOf: find,
      notOnFile: issueOf,
      onChecked,
    };
  }

  return {
    services: [...services.values()],
    serviceOf: (service) => (isDefinition(service) ? service : findOrThrow(service).service),
    checkSession(value, stated = {}) {
      const options = readOptions(stated);
      const session = options.trusted === true ? value : parseOrThrow(sessionSchema, value);
      const { result } = judgeSession(
        findOrThrow((session as Partial<Session> | null)?.service),
        session,
        settingsOf(options),
        usedInHistory(options.history, session),
      );
      result.notices.push(...usesNotOnFile(options.history, (id) => services.has(id)));
      return result;
    },
    checkClaim(claim, stated = {}) {
      const parsed = judgeClaim(claim, batchSettingsOf(parseOrThrow(optionsSchema, stated)));
      if (!parsed.ok) throw new InputError(parsed.issues);
      return parsed.value;
    },
    checkSessions: checkAll('sessions'),
    checkClaims: checkAll('claims'),
    checkRecords: checkAll('records'),
    createBatch(stated = {}) {
      const { of, ...options } = parseOrThrow(streamOptionsSchema, stated);
      // Entries of a kind come to results of its own.
      return streamOf(of ?? 'sessions', batchSettingsOf(options)) as Stream<never>;
    },
  };

  function checkAll<Of extends EntryKind>(of: Of) {
    return (
      entries: readonly unknown[],
      stated: CheckOptions = {},
      onChecked?: () => void,
    ): BatchResult<ResultOf[Of]> => {
      const settings = batchSettingsOf(parseOrThrow(batchOptionsSchema, stated), onChecked);
      return judgeBatch(listOf(entries), of, settings) as BatchResult<ResultOf[Of]>;
    };
  }
}

/** The readings that are not the default ones; undefined where all are. */
function chosenIn(readings: Readings): Partial<Readings> | undefined {
  const chosen = Object.entries(readings).filter(
    ([name, choice]) => canonicalJson(choice) !== canonicalJson(defaultReadings[name as keyof Readings]),
  );
  return chosen.length === 0 ? undefined : Object.fromEntries(chosen);
}

/** What results tell of settings: what differs from the defaults. */
function toTell(
  readings: Partial<Readings> | undefined,
  { asOf, missingFacts }: CheckOptions,
  services: string | undefined,
): RuleSettings | undefined {
  if (readings === undefined && asOf == null && missingFacts !== 'report' && services === undefined)
    return undefined;
  return {
    ...(readings !== undefined && { readings }),
    ...(missingFacts === 'report' && { missingFacts }),
    ...(asOf != null && { asOf }),
    ...(services !== undefined && { services }),
  };
}

function byId(services: readonly Service[]): object {
  return Object.fromEntries(services.map((service) => [service.id, service]));
}

function isDefinition(service: unknown): service is Service {
  return typeof service === 'object' && service !== null && 'criteria' in service;
}

function listOf(entries: unknown): readonly unknown[] {
  if (Array.isArray(entries)) return entries;
  throw new InputError([{ code: 'wrong-type', path: '', message: 'expected a list of entries, found none' }]);
}

function notOnFile(id: string, onFile: readonly string[]): InputIssue {
  const near = nearest(id, onFile, 3);
  const advice = near === undefined ? `on file: ${onFile.join(', ')}` : `did you mean "${near}"?`;
  return {
    code: 'service-not-on-file',
    path: '/service',
    message: `expected the id of a service on file; ${advice}`,
  };
}
