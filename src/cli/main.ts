#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { isCivilDate } from '../values/civil-date.js';
import { version } from '../version.js';
import type { CheckRequest } from './check-command.js';
import { exitStatuses, failOnChoices } from './exit-status.js';
import { checkHelp } from './help.js';
import { reportFormats } from './output/report.js';
import { UsageError } from './usage-error.js';

process.exitCode = await run(process.argv);

/** Does what the command line asks for. Gives the exit status. */
async function run(argv: readonly string[]): Promise<number> {
  let status: number = exitStatuses.allBillable;
  const program = new Command('billability')
    .description('Is this session billable under Medicaid, and if not, why, and what would settle it?')
    .version(version)
    .exitOverride();
  program
    .command('check')
    .description('Check the sessions of one or more files, together.')
    .argument('[FILE...]', 'NDJSON, JSON or CSV, told by its content; "-" is standard input')
    .addOption(new Option('--format <format>', 'the report').choices(reportFormats).default('text'))
    .option('--as-of <date>', 'the day of the check, YYYY-MM-DD', civilDate)
    .option('--history <file>', 'units already billed; "none" if nothing else was billed')
    .addOption(
      new Option('--fail-on <what>', 'the least that fails the check')
        .choices(failOnChoices)
        .default('undetermined'),
    )
    .addHelpText('after', checkHelp)
    .action(async (files: string[], request: CheckRequest) => {
      // Loaded here, so that help is quick.
      const { runCheck } = await import('./check-command.js');
      status = await runCheck(files, request);
    });
  try {
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    return statusOf(error);
  }
}

function civilDate(text: string): string {
  if (isCivilDate(text)) return text;
  throw new InvalidArgumentError('Expected a day that exists, written YYYY-MM-DD.');
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
