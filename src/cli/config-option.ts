import type { Command } from 'commander';
import { once } from './arguments.js';
import { configHelp } from './help.js';

/** The configuration that is found by itself. */
export const CONFIG_FILE = 'billability.config.json';

/** Lets a command take a configuration by name, find one, or leave it. */
export function configOptions(command: Command): Command {
  return command
    .option('--config <file>', configHelp, once)
    .option('--no-config', `leave a ${CONFIG_FILE} that is found by itself`);
}

/** What options state of the configuration: a file, `false` for `--no-config`, or nothing. */
export interface StatedConfig {
  readonly config?: string | false;
}
