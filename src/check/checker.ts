import type { Claim } from '../facts/generated/types.js';
import type { InputIssue } from '../facts/input-error.js';
import { InputError } from '../facts/input-error.js';
import { nearest } from '../facts/nearest.js';
import { parseOrThrow } from '../facts/parse.js';
import { sessionSchema } from '../facts/generated/schemas.js';
import type { Session } from '../facts/generated/types.js';
import type { ClaimResult, SessionResult } from './result.js';
import { defaultReadings, type ReadingsInput } from '../readings/generated.js';
import { withReadings } from '../readings/readings.js';
import { readBindings, withBindings, type CodeBindings } from '../services/bindings.js';
import type { Service } from '../services/service.js';
import { judgeSessions, type BatchResult } from './batch.js';
import { judgeClaim, judgeClaims, type ClaimSettings } from './claims.js';
import { groupedBatch, type GroupedBatch } from './grouped.js';
import { compileService, type CompiledService } from './compiled-service.js';
import { usesNotOnFile } from './notices.js';
import {
  batchOptionsSchema,
  configSchema,
  optionsSchema,
  readOptions,
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
  /**
   * Starts a batch without end whose sessions come grouped by member: those of a member are judged when the next one
   * comes, as `checkSessions` judges them but for what compares members: staff, groups, and the ids of prior uses. A
   * prior use is taken to be a session of its own member that has its id, and never one of another member, which may
   * come later; `checkSessions`, which sees all sessions, drops it for either.
   */
  readonly createBatch: (options?: CheckOptions) => GroupedBatch;
}

/** See `createChecker` of the public surface, which adds the shipped services. */
export function checkerOf(config: CheckerConfig, shipped: readonly Service[]): Checker {
  const stated = parseOrThrow(configSchema, config);
  const definitions = config.services ?? shipped;
  const bindings = readBindings(stated.codes, definitions);
  const readings = withReadings(defaultReadings, stated.readings);
  const services = new Map(definitions.map((service) => [service.id, withBindings(service, bindings)]));
  const compiled = new Map<string, CompiledService>();

  /** The service with an id, compiled at its first use. */
  function find(id: unknown): CompiledService | InputIssue {
    if (typeof id !== 'string') return notOnFile('', [...services.keys()]);
    const ready = compiled.get(id);
    if (ready !== undefined) return ready;
    const service = services.get(id);
    if (service === undefined) return notOnFile(id, [...services.keys()]);
    const made = compileService(service);
    compiled.set(id, made);
    return made;
  }

  function findOrThrow(id: unknown): CompiledService {
    const found = find(id);
    if ('rules' in found) return found;
    throw new InputError([found]);
  }

  function settingsOf(options: CheckOptions): Settings {
    return {
      asOf: options.asOf ?? undefined,
      readings: withReadings(readings, options.readings),
      missingFacts: options.missingFacts ?? 'block',
    };
  }

  function batchSettingsOf(options: CheckOptions, onChecked?: () => void): ClaimSettings {
    return {
      ...settingsOf(options),
      history: options.history,
      services: [...services.values()],
      serviceOf: find,
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
    checkSessions(entries, stated = {}, onChecked) {
      return judgeSessions(
        listOf(entries),
        batchSettingsOf(parseOrThrow(batchOptionsSchema, stated), onChecked),
      );
    },
    checkClaims(claims, stated = {}, onChecked) {
      return judgeClaims(
        listOf(claims),
        batchSettingsOf(parseOrThrow(batchOptionsSchema, stated), onChecked),
      );
    },
    createBatch(stated = {}) {
      return groupedBatch(batchSettingsOf(parseOrThrow(batchOptionsSchema, stated)));
    },
  };
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
