import { Option, type Command } from 'commander';
import { civilDate, joinKeys, once, several, severalOf } from '../arguments.js';
import { configOptions } from '../config-option.js';
import type { Io } from '../io.js';
import type { LookUp, LookUpRequest } from '../look-ups/answer.js';
import { missingFactsChoices } from '../missing-facts.js';
import { diffHelp, replayHelp, testHelp } from './help.js';

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

  evidence(program, 'test', 'Whether your own cases hold: what is to come of each session.', testHelp)
    .argument('<CASES>', 'a JSON list of cases')
    .action((cases: string, options: LookUpRequest) =>
      answer(async () => (await import('./test-cases.js')).testCases, { ...options, cases }, [cases]),
    );
  evidence(program, 'replay', 'Whether the same comes of what check --record kept.', replayHelp)
    .argument('<RECORD>', 'the audit records, one a line')
    .argument('[FILE...]', 'what was checked: needed where the records are under a seal')
    .option('--seal <file>', 'the seal of the records', once)
    .option('--history <file>', 'as it was stated to check; of the files', several)
    .option('--as-of <date>', 'as it was stated to check; of the files', civilDate)
    .addOption(new Option('--missing-facts <how>', 'as it was stated to check').choices(missingFactsChoices))
    .option('--waivers <file>', 'as it was stated to check', several)
    .option('--map <file>', 'as it was stated to check', several)
    .option('--jurisdiction <state>', 'as it was stated to check', once)
    .option('--claim-diagnoses', 'as it was stated to check')
    .option('--facts <file>', 'as it was stated to check', several)
    .addOption(new Option('--by <key>', 'the key of each --facts').argParser(severalOf(joinKeys)))
    .action(async (record: string, files: string[], options: LookUpRequest & ReplayFiles) => {
      const { seal = [], history = [], waivers = [], map = [], facts = [] } = options;
      const inputs = [record, files, seal, history, waivers, map, facts].flat();
      const { giveOwnAnswer } = await import('../look-ups/answer.js');
      const { replay } = await import('./replay.js');
      io.exitCode = await giveOwnAnswer(replay, { ...options, record, files }, io, inputs);
    });
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

interface ReplayFiles {
  readonly seal?: string;
  readonly history?: string[];
  readonly waivers?: string[];
  readonly map?: string[];
  readonly facts?: string[];
}

function evidence(program: Command, name: string, description: string, help: string): Command {
  return configOptions(program.command(name))
    .description(description)
    .addOption(new Option('--format <format>', 'the answer').choices(['text', 'json']).default('text'))
    .option('--output <file>', 'write it to a file, which is replaced only when all is done', once)
    .addHelpText('after', help);
}
