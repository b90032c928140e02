import { Argument, Option, type Command } from 'commander';
import { civilDate, quantity } from '../arguments.js';
import { configHelp, lookUpHelp } from '../help.js';
import type { Io } from '../io.js';
import type { LookUp, LookUpRequest } from './answer.js';

/** Adds the commands that look something up. */
export function addLookUpCommands(program: Command, io: Io): void {
  /** Loaded when it is asked for, so that help is quick. */
  async function answer<Request extends LookUpRequest>(
    load: () => Promise<LookUp<Request>>,
    request: Request,
  ): Promise<void> {
    const { giveAnswer } = await import('./answer.js');
    io.exitCode = await giveAnswer(await load(), request, io);
  }

  lookUp(program, 'services', 'The services on file, or the sheet of one.')
    .argument('[ID]', 'a service, such as mo/peer-support')
    .option('--on <date>', 'the services in force, or the rates, of a day', civilDate)
    .action((id: string | undefined, options: Options<{ on?: string }>) =>
      answer(async () => (await import('./services.js')).services, { ...options, id }),
    );
  lookUp(program, 'explain', 'What a rule means: its clause, its facts, its denials, how it is read.')
    .argument('[RULE]', 'a rule, such as units/daily-limit; left out, all are listed')
    .action((rule: string | undefined, options: Options<object>) =>
      answer(async () => (await import('./explain.js')).explain, { ...options, rule }),
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
    .requiredOption('--history <file>', 'what the member used; "none" if nothing was billed')
    .action((service: string, options: Options<{ on: string; history: string }>) =>
      answer(async () => (await import('./remaining.js')).remaining, { ...options, service }),
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

interface PriceOptions {
  readonly units: number;
  readonly on: string;
  readonly funding: 'medicaid' | 'purchase-of-service';
}

function lookUp(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--config <file>', configHelp)
    .addOption(new Option('--format <format>', 'the answer').choices(['text', 'json']).default('text'))
    .addHelpText('after', lookUpHelp);
}
