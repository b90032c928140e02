import { Command, CommanderError } from 'commander';
import { version } from '../version.js';
import { addCheckCommand } from './check-options.js';
import { addEvidenceCommands } from './evidence/commands.js';
import { exitStatuses } from './exit-status.js';
import { addInitCommand } from './init/commands.js';
import type { Io } from './io.js';
import { addLookUpCommands } from './look-ups/commands.js';
import { OutputError } from './output-error.js';
import { standardOutput } from './output/standard-output.js';
import { writeOut } from './output/write.js';
import { say } from './say.js';
import { addTableCommands } from './tables/commands.js';
import { UsageError } from './usage-error.js';

/** Does what the arguments ask for, and sets the exit status. */
export async function run(argv: readonly string[], io: Io): Promise<void> {
  let help = '';
  const program = new Command('billability')
    .description('Is this session billable under Medicaid, and if not, why, and what would settle it?')
    .version(version)
    .configureOutput({
      writeOut: (text) => (help += text),
      writeErr: (text) => {
        io.stderr.on('error', () => undefined).write(text);
      },
    })
    .exitOverride();
  addCheckCommand(program, io);
  addInitCommand(program, io);
  addTableCommands(program, io);
  addLookUpCommands(program, io);
  addEvidenceCommands(program, io);
  addHelpCommand(program);
  try {
    await program.parseAsync(argv, { from: 'user' }).catch(ignoreHelp);
    if (help !== '') await writeOut([help], standardOutput(io));
  } catch (error) {
    io.exitCode = statusOf(error, io);
  }
}

/** Commander's own prints all its help where there is no such command. */
function addHelpCommand(program: Command): void {
  program
    .helpCommand(false)
    .command('help')
    .description('What a command does.')
    .argument('[command]', 'such as check')
    .action((name: string | undefined) => {
      const command = name === undefined ? program : program.commands.find((one) => one.name() === name);
      if (command === undefined)
        throw new UsageError(['there is no such command; "billability --help" lists them']);
      command.outputHelp();
    });
}

/** Help and version end the command with an error of their own, which is none. */
function ignoreHelp(error: unknown): void {
  if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
}

/** Tells what went wrong. Node's own status for an error would say that something is not billable. */
function statusOf(error: unknown, io: Io): number {
  // Commander has told it.
  if (error instanceof CommanderError) return exitStatuses.unreadable;
  if (error instanceof UsageError) {
    say(error.problems, io);
    return exitStatuses.unreadable;
  }
  if (error instanceof OutputError) {
    say([error.message], io);
    return exitStatuses.notWritten;
  }
  say(['internal error, please report it:', ...placesOf(error)], io);
  return exitStatuses.unreadable;
}

/** Where an error was thrown. Its message may hold what was read. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return ['unknown'];
  const places = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [error.name, ...places];
}
