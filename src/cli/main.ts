#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { version } from '../version.js';
import { addCheckCommand } from './check-options.js';
import { exitStatuses } from './exit-status.js';
import { addLookUpCommands } from './look-ups/commands.js';
import { UsageError } from './usage-error.js';

process.exitCode = await run(process.argv);

/** Does what the command line asks for. Gives the exit status. */
async function run(argv: readonly string[]): Promise<number> {
  let status: number = exitStatuses.allBillable;
  const onDone = (given: number) => {
    status = given;
  };
  const program = new Command('billability')
    .description('Is this session billable under Medicaid, and if not, why, and what would settle it?')
    .version(version)
    .exitOverride();
  addCheckCommand(program, onDone);
  addLookUpCommands(program, onDone);
  try {
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    return statusOf(error);
  }
}

/** Tells what went wrong. Node's own status for an error would say that something is not billable. */
function statusOf(error: unknown): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? exitStatuses.allBillable : exitStatuses.unreadable;
  }
  const problems =
    error instanceof UsageError
      ? error.problems
      : [
          `internal error, please report it: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}`,
        ];
  for (const problem of problems) process.stderr.write(`billability: ${problem}\n`);
  return exitStatuses.unreadable;
}
