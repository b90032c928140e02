import type { Command } from 'commander';
import type { Io } from '../io.js';

/** Adds the command with which a newcomer begins. */
export function addInitCommand(program: Command, io: Io): void {
  program
    .command('init')
    .description('Write a configuration, a mapping and a small example to begin with.')
    .argument('[FOLDER]', 'where they are written; left out, here', '.')
    .addHelpText('after', initHelp)
    .action(async (folder: string) => {
      // Loaded here, so that help is quick.
      const { runInit } = await import('./init-command.js');
      await runInit(folder, io);
    });
}

const initHelp = `
Files that are there are not replaced: then nothing is written.

Exit status:
  0  written
  2  bad usage, or a file is there already
  4  a file cannot be written

Examples:
  billability init
  billability init agency
`;
