import type { JoinKey } from '../../adapters/tables/index.js';
import { Argument, Option, type Command } from 'commander';
import { civilDate, joinKeys, once, quantity, several, severalOf } from '../arguments.js';
import { compareHelp, denialsHelp, lookUpHelp } from '../help.js';
import { configOptions } from '../config-option.js';
import type { Io } from '../io.js';
import type { LookUp, LookUpRequest, OwnLookUp } from './answer.js';

/** Adds the commands that look something up. */
export function addLookUpCommands(program: Command, io: Io): void {
  /** Loaded when it is asked for, so that help is quick. */
  async function answer<Request extends LookUpRequest>(
    load: () => Promise<LookUp<Request>>,
    request: Request,
  ): Promise<void> {
    const { withChecker } = await import('./answer.js');
    await ownAnswer(async () => withChecker(await load()), request);
  }

  /** As `answer`, of what reads by itself what is on file. */
  async function ownAnswer<Request extends LookUpRequest>(
    load: () => Promise<OwnLookUp<Request>>,
    request: Request,
  ): Promise<void> {
    const { giveOwnAnswer } = await import('./answer.js');
    io.exitCode = await giveOwnAnswer(await load(), request, io);
  }

  lookUp(program, 'services', 'The services on file, or the sheet of one.')
    .argument('[ID]', 'a service, such as mo/peer-support')
    .option('--on <date>', 'the services in force, or the rates, of a day', civilDate)
    .action((id: string | undefined, options: Options<{ on?: string }>) =>
      answer(async () => (await import('./services.js')).services, { ...options, id }),
    );
  lookUp(program, 'explain', 'What a rule means: its clause, its facts, its denials, how it is read.')
    .argument('[RULE]', 'a rule, such as units/daily-limit; left out, all are listed')
    .option('--for <file>', 'how its clause, part by part, comes out for the one session of a file', once)
    .action((rule: string | undefined, options: Options<{ for?: string }>) =>
      options.for === undefined
        ? answer(async () => (await import('./explain.js')).explain, { ...options, rule })
        : ownAnswer(async () => (await import('./trace.js')).trace, { ...options, for: options.for, rule }),
    );
  lookUp(
    program,
    'compare',
    'In what the second of two definitions is looser or stricter, each with a session.',
    compareHelp,
  )
    .argument('<A>', 'a service on file, such as mo/peer-support, or a file with a definition as JSON')
    .argument('<B>', 'another one; a session that shows it comes out higher under B where B is looser')
    .action((one: string, other: string, options: Options<object>) =>
      answer(async () => (await import('./compare.js')).compare, { ...options, one, other }),
    );
  lookUp(program, 'units', 'The units of 15 minutes that a time supports.')
    .addArgument(new Argument('<MINUTES>', 'minutes spent').argParser(quantity))
    .addOption(
      new Option('--method <method>', 'whole units, or a unit from its 8th minute')
        .choices(['floor', 'midpoint'])
        .default('floor'),
    )
    .action((minutes: number, options: Options<{ method: 'floor' | 'midpoint' }>) =>
      answer(async () => (await import('./units.js')).units, { ...options, minutes }),
    );
  lookUp(program, 'price', 'What units of a service are charged at, and what the provider is paid.')
    .argument('<SERVICE>', 'a service, such as mo/H2017TG')
    .requiredOption('--units <number>', 'how many units', quantity)
    .requiredOption('--on <date>', 'the date of service', civilDate)
    .addOption(
      new Option('--funding <payer>', 'who pays')
        .choices(['medicaid', 'purchase-of-service'])
        .default('medicaid'),
    )
    .action((service: string, options: Options<PriceOptions>) =>
      answer(async () => (await import('./price.js')).price, { ...options, service }),
    );
  lookUp(program, 'remaining', 'What is left of the unit limits of a service for one member.')
    .argument('<SERVICE>', 'a service, such as mo/peer-support')
    .requiredOption('--on <date>', 'a day in the day and month that are asked for', civilDate)
    .requiredOption(
      '--history <file>',
      'what the member used, of one or more files; "none" if nothing was billed',
      several,
    )
    .option('--map <file>', 'how a table, X12 or FHIR is read: a mapping', several)
    .option('--jurisdiction <state>', 'whose rules apply to claims that do not say so, such as MO', once)
    .action((service: string, options: Options<RemainingOptions>) =>
      ownAnswer(async () => (await import('./remaining.js')).remaining, { ...options, service }),
    );
  lookUp(
    program,
    'explain-denials',
    'Which denials of an 835 our rules forecast, and how often each forecast came true.',
    denialsHelp,
  )
    .argument('<ERA>', 'the 835 of the payer')
    .argument('<CLAIMS...>', 'the 837P that it answers, one or more files')
    .option(
      '--history <file>',
      'what was billed before, which must be stated; "none" if nothing was',
      several,
    )
    .option('--as-of <date>', 'the day of the check, YYYY-MM-DD', civilDate)
    .option('--facts <file>', 'a table of facts, added to the claims that have its key', several)
    .addOption(
      new Option('--by <key>', 'the key of each --facts, in their order').argParser(severalOf(joinKeys)),
    )
    .option(
      '--map <file>',
      'a mapping: whose rules apply, by payer, or how a table of --facts is read',
      several,
    )
    .option('--jurisdiction <state>', 'whose rules apply to claims that do not say so, such as MO', once)
    .option('--claim-diagnoses', 'read the diagnoses of claims: the assessment has no others')
    .action((era: string, claims: string[], options: Options<DenialsOptions>) =>
      ownAnswer(async () => (await import('./explain-denials.js')).explainDenials, {
        ...options,
        era,
        claims,
      }),
    );
  lookUp(program, 'schema', 'The JSON Schema of what goes in or comes out.')
    .addArgument(new Argument('<WHAT>', 'which one').choices(schemas))
    .action((what: (typeof schemas)[number], options: Options<object>) =>
      answer(async () => (await import('./schema.js')).schema, { ...options, what }),
    );
}

/** As `schemaNames` of the schemas, which are not loaded for help. */
const schemas = ['session', 'claim', 'history', 'result', 'service'] as const;

type Options<Own> = Own & LookUpRequest;

interface DenialsOptions {
  readonly history?: readonly string[];
  readonly asOf?: string;
  readonly facts?: readonly string[];
  readonly by?: readonly JoinKey[];
  readonly map?: readonly string[];
  readonly jurisdiction?: string;
  readonly claimDiagnoses?: boolean;
}

interface RemainingOptions {
  readonly on: string;
  readonly history: readonly string[];
  readonly map?: readonly string[];
  readonly jurisdiction?: string;
}

interface PriceOptions {
  readonly units: number;
  readonly on: string;
  readonly funding: 'medicaid' | 'purchase-of-service';
}

function lookUp(program: Command, name: string, description: string, help = lookUpHelp): Command {
  return configOptions(program.command(name))
    .description(description)
    .addOption(new Option('--format <format>', 'the answer').choices(['text', 'json']).default('text'))
    .addHelpText('after', help);
}
