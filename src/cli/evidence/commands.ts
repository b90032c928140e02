import { Option, type Command } from 'commander';
import { once } from '../arguments.js';
import { configOptions } from '../config-option.js';
import type { Io } from '../io.js';
import type { LookUp, LookUpRequest } from '../look-ups/answer.js';
import { diffHelp } from './help.js';

/** Adds the commands that prove and compare what came out. */
export function addEvidenceCommands(program: Command, io: Io): void {
  /** Loaded when it is asked for, so that help is quick. */
  async function answer<Request extends LookUpRequest>(
    load: () => Promise<LookUp<Request>>,
    request: Request,
    inputs: readonly string[],
  ): Promise<void> {
    const { giveAnswer } = await import('../look-ups/answer.js');
    io.exitCode = await giveAnswer(await load(), request, io, inputs);
  }

  evidence(
    program,
    'diff',
    'What differs between two checks: verdicts, findings, and the money that is billable.',
    diffHelp,
  )
    .argument('<BEFORE>', 'the results of a check: its report in JSON or NDJSON, or what the library gave')
    .argument('<AFTER>', 'those of a later one')
    .action((before: string, after: string, options: LookUpRequest) =>
      answer(async () => (await import('./diff.js')).diff, { ...options, before, after }, [before, after]),
    );
}

function evidence(program: Command, name: string, description: string, help: string): Command {
  return configOptions(program.command(name))
    .description(description)
    .addOption(new Option('--format <format>', 'the answer').choices(['text', 'json']).default('text'))
    .option('--output <file>', 'write it to a file, which is replaced only when all is done', once)
    .addHelpText('after', help);
}
