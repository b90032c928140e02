import type { CheckerConfig } from './check/checker.js';
import { wordsOnFile } from './check/words-on-file.js';
import { onFileOf, type OnFile } from './check/on-file.js';
import { configSchema } from './check/options.js';
import { InputError, told, type InputIssue, type Untold } from './facts/input-error.js';
import { nearest } from './facts/nearest.js';
import { parseOrThrow } from './facts/parse.js';
import { issuesOfWords, type Words } from './facts/words.js';
import { decisions } from './decisions/generated/index.js';
import { defaultReadings } from './readings/generated.js';
import { withReadings } from './readings/settings.js';
import { readDefinition } from './schema/define.js';
import { readBindings, withBindings } from './services/bindings.js';
import { services } from './services/index.js';
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
  const definitions = all.map((service) => withBindings(service, bindings));
  const words = readWords(stated.words, definitions);
  return onFileOf(
    frozen(definitions),
    withReadings(defaultReadings, stated.readings),
    services,
    words,
    decisions,
  );
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
