import type { InputIssue } from '../facts/input-error.js';
import { InputError } from '../facts/input-error.js';
import type { Vocabulary, Words } from '../facts/words.js';
import { nearest } from '../facts/nearest.js';
import { defaultReadings, type Readings } from '../readings/generated.js';
import { withReadings } from '../readings/settings.js';
import { defineService } from '../schema/define.js';
import type { Decisions } from '../rules/decided.js';
import { serviceOn } from '../services/by-day.js';
import { sourceOf } from '../services/overlay.js';
import type { Service } from '../services/service.js';
import { canonicalJson, compareText } from '../values/canonical-json.js';
import type { CivilDate } from '../values/civil-date.js';
import { digestOf } from '../values/digest.js';
import { compileDefinition, type CompiledDefinition, type CompiledService } from './compiled-service.js';
import type { Configuration } from './configuration.js';
import type { CheckOptions } from './options.js';
import type { RuleSettings } from './result.js';
import type { Settings } from './session.js';
import { wordsOnFile } from './words-on-file.js';

/** The definitions that checks are made with, each compiled at its first use, and how open questions are read. */
export interface OnFile {
  readonly services: readonly Service[];
  /**
   * The definition with an id, as it is on a day. Of several that follow each other it is the last that begins on or
   * before the day, or else the first.
   */
  readonly find: (id: string, on: CivilDate) => CompiledService | undefined;
  /** The definition with an id, with its clauses of all days; of several, the last. */
  readonly latest: (id: string) => Service | undefined;
  readonly has: (id: string) => boolean;
  /** What is wrong with an id that is not on file. */
  readonly notOnFile: (id: string) => InputIssue;
  readonly settingsOf: (options: CheckOptions) => Settings;
  /** What words mean where more definitions are on file. */
  readonly wordsWith: (more: readonly Service[]) => Vocabulary;
}

/**
 * @param shipped what results compare the definitions with: they tell what differs.
 * @param words what an agency's own words mean.
 * @param configured overlays, severities and waivers, where there are any.
 * @param decisions what decides most clauses of the shipped ones; without, the clauses come to the same.
 */
export function onFileOf(
  services: readonly Service[],
  readings: Readings,
  shipped: readonly Service[],
  words?: Words,
  decisions: Decisions = {},
  configured?: Configuration,
): OnFile {
  const definitions = new Map<string, CompiledDefinition[]>();
  const ordered = inOrder(services);
  for (const service of ordered) {
    const own = definitions.get(service.id) ?? [];
    const isShipped = shipped.some(({ criteria }) => criteria === sourceOf(service).criteria);
    const decide = isShipped ? decisions[service.id] : undefined;
    own.push(compileDefinition(service, words, decide, configured?.beyond));
    definitions.set(service.id, own);
  }
  const chosen = chosenIn(readings);
  const sources = services.map(sourceOf);
  const ofChecker = { services: digestOfServices(sources, shipped), ...configured?.told };
  const told = toTell({ ...ofChecker, readings: chosen });
  /** Of a check without options: most checks are such. */
  const ownServices = sources.filter((service) => !shipped.includes(service));
  const vocabulary = wordsOnFile(ownServices, words);
  const plain: Settings = {
    asOf: undefined,
    readings,
    words: vocabulary,
    missingFacts: 'block',
    told,
    configured,
  };

  return {
    services,
    find(id, on) {
      const own = definitions.get(id);
      const [only, another] = own ?? [];
      if (another === undefined) return only?.on(on);
      return (own?.findLast(({ service }) => firstDayOf(service) <= on) ?? only)?.on(on);
    },
    latest: (id) => ordered.findLast((service) => service.id === id),
    has: (id) => definitions.has(id),
    wordsWith: (more) => wordsOnFile([...ownServices, ...more], words),
    notOnFile(id) {
      const ids = [...new Set(services.map((service) => service.id))];
      const near = nearest(id, ids, 3);
      const advice = near === undefined ? `on file: ${ids.join(', ')}` : `did you mean "${near}"?`;
      return {
        code: 'service-not-on-file',
        path: '/service',
        message: `expected the id of a service on file; ${advice}`,
      };
    },
    settingsOf({ asOf, missingFacts, readings: stated }) {
      if (asOf == null && missingFacts !== 'report' && stated == null) return plain;
      const all = withReadings(readings, stated);
      return {
        asOf: asOf ?? undefined,
        readings: all,
        words: vocabulary,
        missingFacts: missingFacts ?? 'block',
        configured,
        told: toTell({
          ...ofChecker,
          readings: stated == null ? chosen : chosenIn(all),
          ...(missingFacts === 'report' && { missingFacts }),
          ...(asOf != null && { asOf }),
        }),
      };
    },
  };
}

/** By id and first day. */
function inOrder(services: readonly Service[]): Service[] {
  const keyOf = (service: Service) => `${service.id} ${firstDayOf(service)}`;
  return [...services].sort((one, other) => compareText(keyOf(one), keyOf(other)));
}

function firstDayOf({ inForce: { from } }: Service): CivilDate {
  return from ?? '';
}

/** The definition with an id, as it is on a day. Throws InputError if none is on file. */
export function findOrThrow(onFile: OnFile, id: unknown, on: CivilDate): CompiledService {
  const text = textOf(id);
  return onFile.find(text, on) ?? refuse(onFile, text);
}

function textOf(id: unknown): string {
  return typeof id === 'string' ? id : '';
}

function refuse(onFile: OnFile, id: string): never {
  throw new InputError([onFile.notOnFile(id)]);
}

/**
 * A definition, or the one on file with an id: as it is on a day, or, where none is stated, the last with its clauses of
 * all days. Throws InputError if none is on file, DefinitionError if the definition cannot be used.
 */
export function serviceOf(onFile: OnFile, named: Service | string, on?: CivilDate): Service {
  if (isDefinition(named)) {
    const service = onFile.services.includes(named) ? named : defineService(named);
    return on === undefined ? service : serviceOn(service, on);
  }
  if (on !== undefined) return findOrThrow(onFile, named, on).service;
  const id = textOf(named);
  return onFile.latest(id) ?? refuse(onFile, id);
}

function isDefinition(service: unknown): service is Service {
  try {
    return typeof service === 'object' && service !== null && 'criteria' in service;
  } catch {
    // A proxy of the caller's threw.
    return false;
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
function toTell({
  readings,
  services,
  missingFacts,
  asOf,
  ...configured
}: Omit<RuleSettings, 'readings' | 'services'> & {
  readonly readings: Partial<Readings> | undefined;
  readonly services: string | undefined;
}): RuleSettings | undefined {
  const told: RuleSettings = {
    ...(readings !== undefined && { readings }),
    ...(missingFacts !== undefined && { missingFacts }),
    ...(asOf !== undefined && { asOf }),
    ...(services !== undefined && { services }),
    ...configured,
  };
  return Object.keys(told).length > 0 ? told : undefined;
}

/** Of all that is on file; undefined where that is what ships. */
function digestOfServices(onFile: readonly Service[], shipped: readonly Service[]): string | undefined {
  if (onFile.length === shipped.length && onFile.every((service, index) => service === shipped[index])) {
    return undefined;
  }
  const [digest, digestOfShipped] = [onFile, shipped].map((services) => digestOf(inOrder(services)));
  return digest === digestOfShipped ? undefined : digest;
}
