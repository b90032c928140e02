import type { PriorUse } from '../../facts/generated/types.js';
import type { Words } from '../../facts/words.js';
import type { Notice } from '../../findings/notices.js';
import type { Checker } from '../../index.js';
import type { Io } from '../io.js';
import type { InputRecord } from './input-record.js';
import { configNotices, type ChosenConfig } from './found-config.js';
import { readMaps, type MapRequest, type Maps } from './maps.js';
import { configurationOf, type Configuration } from './read-config.js';

/** What files are read with. */
export interface Asked {
  readonly checker: Checker;
  readonly maps: Maps;
  /** What words mean, by configuration and mappings. */
  readonly words: Words;
  /** How many files are checked. */
  readonly files: number;
  /** What a person should know of how it is asked. */
  readonly notices: readonly Notice[];
}

/** What a file holds, and what a person should know of how it was read. */
export interface ReadFile {
  readonly records: readonly InputRecord[];
  readonly notices: readonly Notice[];
  /** What it says was billed before. */
  readonly history?: readonly PriorUse[] | undefined;
}

/** What options state of how files are read. */
export type AskedOptions = MapRequest & ChosenConfig & { readonly waivers?: readonly string[] };

/** What files are read with, and what is on file. */
export async function askedOf(
  options: AskedOptions,
  files: number,
  io: Io,
): Promise<{ readonly asked: Asked; readonly config: Configuration['config'] }> {
  const maps = await readMaps(options, io);
  const { checker, config, words } = await configurationOf(options.config, io, maps.words, options.waivers);
  return { asked: { checker, maps, words, files, notices: configNotices(options) }, config };
}
