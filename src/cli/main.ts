#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../version.js';
import { addCheckCommand } from './check-options.js';
import { exitStatuses } from './exit-status.js';
import { addLookUpCommands } from './look-ups/commands.js';
import { OutputError } from './output-error.js';
import { standardOutput } from './output/standard-output.js';
import { writeOut } from './output/write.js';
import { say } from './say.js';
import { UsageError } from './usage-error.js';

process.exitCode = await run(process.argv);

/** Does what the command line asks for. Gives the exit status. */
async function run(argv: readonly string[]): Promise<number> {
  let status: number = exitStatuses.allBillable;
  let help = '';
  const onDone = (given: number) => {
    status = given;
  };
  const program = new Command('billability')
    .description('Is this session billable under Medicaid, and if not, why, and what would settle it?')
    .version(version)
    .configureOutput({
      writeOut: (text) => (help += text),
      writeErr: (text) => {
        process.stderr.on('error', () => undefined).write(text);
      },
    })
    .exitOverride();
  addCheckCommand(program, onDone);
  addLookUpCommands(program, onDone);
  try {
    await program.parseAsync(argv).catch(ignoreHelp);
    if (help !== '') await writeOut([help], standardOutput());
    return status;
  } catch (error) {
    return statusOf(error);
  }
}

/** Help and version end the command with an error of their own, which is none. */
function ignoreHelp(error: unknown): void {
  if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error;
}

/** Tells what went wrong. Node's own status for an error would say that something is not billable. */
function statusOf(error: unknown): number {
  // Commander has told it.
  if (error instanceof CommanderError) return exitStatuses.unreadable;
  if (error instanceof UsageError) {
    say(error.problems);
    return exitStatuses.unreadable;
  }
  if (error instanceof OutputError) {
    say([error.message]);
    return exitStatuses.notWritten;
  }
  say(['internal error, please report it:', ...placesOf(error)]);
  return exitStatuses.unreadable;
}

/** Where an error was thrown. Its message may hold what was read. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return ['unknown'];
  const places = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return [error.name, ...places];
}
