import type { InputIssue } from '../facts/input-error.js';
import { InputError } from '../facts/input-error.js';
import { nearest } from '../facts/nearest.js';
import { defaultReadings, type Readings } from '../readings/generated.js';
import { withReadings } from '../readings/readings.js';
import type { Service } from '../services/service.js';
import { canonicalJson } from '../values/canonical-json.js';
import { digestOf } from '../values/digest.js';
import { compileService, type CompiledService } from './compiled-service.js';
import type { CheckOptions } from './options.js';
import type { RuleSettings } from './result.js';
import type { Settings } from './session.js';

/** The definitions that checks are made with, each compiled at its first use, and how open questions are read. */
export interface OnFile {
  readonly services: readonly Service[];
  readonly find: (id: string) => CompiledService | undefined;
  /** Throws InputError if none is on file. */
  readonly findOrThrow: (id: unknown) => CompiledService;
  readonly has: (id: string) => boolean;
  /** What is wrong with an id that is not on file. */
  readonly notOnFile: (id: string) => InputIssue;
  readonly settingsOf: (options: CheckOptions) => Settings;
}

/** @param shipped what results compare the definitions with: they tell what differs. */
export function onFileOf(
  definitions: readonly Service[],
  readings: Readings,
  shipped: readonly Service[],
): OnFile {
  const services = new Map(definitions.map((service) => [service.id, service]));
  const onFile = [...services.values()];
  const compiled = new Map<string, CompiledService>();
  const told = toTell({ services: digestOfServices(onFile, shipped), readings: chosenIn(readings) });
  /** Of a check without options: most checks are such. */
  const plain: Settings = { asOf: undefined, readings, missingFacts: 'block', told };

  function find(id: string): CompiledService | undefined {
    const ready = compiled.get(id);
    if (ready !== undefined) return ready;
    const service = services.get(id);
    if (service === undefined) return undefined;
    const made = compileService(service);
    compiled.set(id, made);
    return made;
  }

  function notOnFile(id: string): InputIssue {
    const ids = [...services.keys()];
    const near = nearest(id, ids, 3);
    const advice = near === undefined ? `on file: ${ids.join(', ')}` : `did you mean "${near}"?`;
    return {
      code: 'service-not-on-file',
      path: '/service',
      message: `expected the id of a service on file; ${advice}`,
    };
  }

  return {
    services: onFile,
    find,
    findOrThrow(id) {
      const known = typeof id === 'string' ? id : '';
      const found = find(known);
      if (found === undefined) throw new InputError([notOnFile(known)]);
      return found;
    },
    has: (id) => services.has(id),
    notOnFile,
    settingsOf({ asOf, missingFacts, readings: stated }) {
      if (asOf == null && missingFacts !== 'report' && stated == null) return plain;
      const all = withReadings(readings, stated);
      return {
        asOf: asOf ?? undefined,
        readings: all,
        missingFacts: missingFacts ?? 'block',
        told: toTell({
          services: told?.services,
          readings: chosenIn(all),
          ...(missingFacts === 'report' && { missingFacts }),
          ...(asOf != null && { asOf }),
        }),
      };
    },
  };
}

/** A definition, or the one on file with an id. Throws InputError if none is. */
export function serviceOf(onFile: OnFile, service: Service | string): Service {
  return isDefinition(service) ? service : onFile.findOrThrow(service).service;
}

function isDefinition(service: unknown): service is Service {
  return typeof service === 'object' && service !== null && 'criteria' in service;
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
  ...options
}: Pick<RuleSettings, 'missingFacts' | 'asOf'> & {
  readonly readings: Partial<Readings> | undefined;
  readonly services: string | undefined;
}): RuleSettings | undefined {
  const told: RuleSettings = {
    ...(readings !== undefined && { readings }),
    ...options,
    ...(services !== undefined && { services }),
  };
  return Object.keys(told).length > 0 ? told : undefined;
}

/** Of all that is on file; undefined where that is what ships. */
function digestOfServices(onFile: readonly Service[], shipped: readonly Service[]): string | undefined {
  if (onFile.length === shipped.length && onFile.every((service, index) => service === shipped[index])) {
    return undefined;
  }
  const [digest, digestOfShipped] = [onFile, shipped].map((services) =>
    digestOf(Object.fromEntries(services.map((service) => [service.id, service]))),
  );
  return digest === digestOfShipped ? undefined : digest;
}
