import { templateOf } from '../adapters/tables/index.js';
import type { CheckerConfig } from '../check/checker.js';
import { configured } from '../configured.js';
import { readingRows } from '../explain/readings.js';
import { ruleIdsOf, rulePageOf } from '../explain/rule-page.js';
import { services as shipped, type Service } from '../index.js';
import { defaultReadings } from '../readings/generated.js';
import { canonicalJson } from '../values/canonical-json.js';
import type { StatedCheck } from './check-request.js';
import { exitStatuses } from './exit-status.js';
import { askedOf } from './input/asked.js';
import { readsStandardInput, withConfig } from './input/found-config.js';
import type { Io } from './io.js';
import { standardOutput } from './output/standard-output.js';
import { writeOut } from './output/write.js';

/** Writes which configuration a check with these options has, where it is from, and what of it changes nothing. */
export async function printConfig(files: readonly string[], stated: StatedCheck, io: Io): Promise<number> {
  const byNameOnly = readsStandardInput({ ...stated, files }) || stated.workers !== undefined;
  const request = withConfig(stated, byNameOnly);
  const { asked, config } = await askedOf(request, 0, io);
  const { services } = asked.checker;
  const holds = {
    file: request.config ?? null,
    services: services.map(({ id }) => id),
    own: (config.services ?? []).map(({ id }) => id),
    without: config.without ?? [],
    readings: configured(config).settingsOf({}).readings,
    codes: config.codes ?? {},
    words: asked.words,
    overlays: (config.overlays ?? []).map(({ id, extends: service }) => ({ id, extends: service })),
    severities: config.severities ?? {},
    waivers: (config.waivers ?? []).length,
    unused: unusedOf(config, services),
  };
  await writeOut([`${visible(JSON.stringify(holds, null, 2))}\n`], standardOutput(io));
  return exitStatuses.allBillable;
}

/** What is stated and changes nothing: by its key, and why. */
function unusedOf(config: CheckerConfig, services: readonly Service[]): Record<string, string> {
  const { readings, words } = config;
  const [asked, everyAsked] = [services, shipped].map(settingsAskedFor);
  const [read, everyRead] = [services, shipped].map(listsRead);
  return Object.fromEntries([
    ...Object.entries(config).flatMap(([key, value]) => (isEmpty(value) ? [[key, 'it is empty']] : [])),
    ...Object.entries(readings ?? {}).flatMap(([option, choice]) => {
      const key = `readings.${option}`;
      const usual = defaultReadings[option as keyof typeof defaultReadings];
      if (canonicalJson(choice) === canonicalJson(usual)) return [[key, 'it is so where nothing is stated']];
      if (everyAsked?.has(option) === true && asked?.has(option) === false)
        return [[key, 'no service on file leaves this open']];
      return [];
    }),
    ...Object.keys(words ?? {}).flatMap((path) =>
      everyRead?.has(path) === true && read?.has(path) === false
        ? [[`words.${path}`, 'no service on file reads this list']]
        : [],
    ),
  ]) as Record<string, string>;
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** The options of `readings` on which some rule rests. */
function settingsAskedFor(services: readonly Service[]): Set<string> {
  const names = ruleIdsOf(services).flatMap((id) => rulePageOf(services, id)?.readings ?? []);
  return new Set(readingRows(names.map(({ name }) => name)).flatMap(({ setting }) => setting?.option ?? []));
}

/** The facts that are asked for in tables, lists of codes among them. */
function listsRead(services: readonly Service[]): Set<string> {
  return new Set(services.flatMap((service) => templateOf(service).map(({ heading }) => heading)));
}

/** JSON in which what steers a terminal is written out. */
function visible(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
