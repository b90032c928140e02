import type { CheckerConfig } from './check/checker.js';
import { configurationOf, type Configuration } from './check/configuration.js';
import { readSeverities, readWaivers } from './check/read-settings.js';
import { wordsOnFile } from './check/words-on-file.js';
import { onFileOf, type OnFile } from './check/on-file.js';
import { configSchema } from './check/options.js';
import { InputError, told, type InputIssue, type Untold } from './facts/input-error.js';
import { nearest } from './facts/nearest.js';
import { parseOrThrow } from './facts/parse.js';
import type { output } from './facts/zod.js';
import { issuesOfWords, type Words } from './facts/words.js';
import { decisions } from './decisions/generated/index.js';
import { defaultReadings } from './readings/generated.js';
import { withReadings } from './readings/settings.js';
import { readDefinition } from './schema/define.js';
import { readBindings, withBindings } from './services/bindings.js';
import { readOverlays } from './schema/overlays.js';
import { services } from './services/index.js';
import { withOverlays, type Overlay } from './services/overlay.js';
import type { Service } from './services/service.js';
import { overlap } from './values/civil-date.js';
import { frozen } from './values/frozen.js';

/** What a configuration puts on file, see `createChecker`. */
export function configured(config: CheckerConfig): OnFile {
  const stated = parseOrThrow(configSchema, config);
  const own = readAll(stated.services ?? []);
  const all = [...shippedWithout(stated.without ?? []), ...own];
  const taken = own.flatMap((service, place) => takenId(service, place, all));
  if (taken.length > 0) throw new InputError(told(taken));
  const bindings = readBindings(stated.codes, all);
  const definitions = frozen(all.map((service) => withBindings(service, bindings)));
  const overlays = readOverlays(stated.overlays ?? [], definitions);
  if (overlays.issues.length > 0) throw new InputError(told(overlays.issues));
  const extended = definitions.map((service) => withOverlays(service, frozen(overlays.overlays)));
  const words = readWords(stated.words, extended);
  return onFileOf(
    frozen(extended),
    withReadings(defaultReadings, stated.readings),
    services,
    words,
    decisions,
    configuration(stated, overlays.overlays, extended, words),
  );
}

/** As far as its shape is known. */
type Stated = output<typeof configSchema>;

/** What overlays, severities and waivers make of what documents say; nothing where there are none. */
function configuration(
  { severities: ofRules, waivers: stated }: Stated,
  overlays: readonly Overlay[],
  extended: readonly Service[],
  words: Words | undefined,
): Configuration | undefined {
  const severities = readSeverities(ofRules, extended);
  const waivers = readWaivers(stated, extended);
  if (overlays.length + Object.keys(severities).length + waivers.length === 0) return undefined;
  const own = extended.filter((service) => !services.includes(service));
  return configurationOf({ overlays, words: wordsOnFile(own, words), severities, waivers });
}

/** What words mean, as a caller states it, over the lists of what is on file. */
function readWords(
  stated: Readonly<Record<string, unknown>> | null | undefined,
  definitions: readonly Service[],
): Words | undefined {
  if (stated == null) return undefined;
  const issues = issuesOfWords(stated, wordsOnFile(definitions));
  if (issues.length > 0) throw new InputError(told(issues));
  return frozen(JSON.parse(JSON.stringify(stated)) as Words);
}

function readAll(stated: readonly unknown[]): Service[] {
  const issues: Untold[] = [];
  const definitions = stated.flatMap((data, place) => {
    const read = readDefinition(data);
    if ('service' in read) return read.service;
    for (const issue of read.issues) issues.push(below(place, issue));
    return [];
  });
  if (issues.length > 0) throw new InputError(told(issues));
  return definitions;
}

function below(place: number, issue: Untold): Untold {
  return () => {
    const one = typeof issue === 'function' ? issue() : issue;
    return { ...one, path: `/services/${String(place)}${one.path}` };
  };
}

function shippedWithout(left: readonly string[]): Service[] {
  const ids = services.map(({ id }) => id);
  const issues = left.flatMap((id, place): InputIssue[] => {
    if (ids.includes(id)) return [];
    const near = nearest(id, ids, 3);
    const advice = near === undefined ? `shipped: ${ids.join(', ')}` : `did you mean "${near}"?`;
    const message = `expected the id of a shipped service; ${advice}`;
    return [{ code: 'service-not-on-file', path: `/without/${String(place)}`, message }];
  });
  if (issues.length > 0) throw new InputError(told(issues));
  return services.filter(({ id }) => !left.includes(id));
}

/** Two definitions of one id are of days that are apart. */
function takenId(service: Service, place: number, all: readonly Service[]): InputIssue[] {
  const other = all
    .slice(0, all.indexOf(service))
    .find((before) => before.id === service.id && overlap(before.inForce, service.inForce));
  if (other === undefined) return [];
  const message = services.includes(other)
    ? `${other.id} is on file as shipped for some of the same days; name it in "without", or let the days be apart`
    : 'a definition before it has this id for some of the same days';
  return [{ code: 'id-taken', path: `/services/${String(place)}/id`, message }];
}
