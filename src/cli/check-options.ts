import { Option, type Command } from 'commander';
import { holders } from '../explain/words.js';
import type { Holder } from '../facts/rows/row.js';
import {
  civilDate,
  joinKeys,
  lineNumber,
  once,
  several,
  severalOf,
  workerCount,
  yesOrNo,
} from './arguments.js';
import type { StatedCheck } from './check-request.js';
import { missingFactsChoices } from './missing-facts.js';
import { failOnChoices } from './exit-status.js';
import { formatOption } from './format-option.js';
import { checkHelp } from './help.js';
import { configOptions } from './config-option.js';
import type { Io } from './io.js';

const verdictChoices = ['billable', 'not-billable', 'undetermined', 'invalid'] as const;
const holderChoices = Object.keys(holders) as Holder[];

/** Adds `check` to the command, and `ways`, which is the same with `--ways`. */
export function addCheckCommand(program: Command, io: Io): void {
  const check = program
    .command('check')
    .description('Check the sessions and claims of one or more files, together.')
    .option('--ways', 'of text, HTML, JSON and NDJSON: what would make each session that is held back pass');
  addOptions(check, (request) => request, io);
  const ways = program
    .command('ways')
    .description('What would make each session pass that is held back: check --ways, with all its options.');
  addOptions(ways, (request) => ({ ...request, ways: true }), io);
}

function addOptions(command: Command, asked: (request: StatedCheck) => StatedCheck, io: Io): void {
  command
    .argument(
      '[FILE...]',
      'JSON, NDJSON, CSV, an Excel workbook, X12 837P or FHIR, told by its content; "-" is standard input',
    )
    .addOption(formatOption())
    .addOption(
      new Option(
        '--open-as <level>',
        'with --format sarif: what is open or due is told as what fails',
      ).choices(['note']),
    )
    .option(
      '--keys <yes|no>',
      'whether members and staff stand in the report by their keys; the text and the worklist have them, the page has not',
      yesOrNo,
    )
    .option('--map <file>', 'how a table, X12 or FHIR is read: a mapping; may be repeated', several)
    .option('--jurisdiction <state>', 'whose rules apply to claims that do not say so, such as MO', once)
    .option('--claim-diagnoses', 'read the diagnoses of claims: the assessment has no others')
    .option('--facts <file>', 'a table of facts, added to the records that have its key', several)
    .addOption(
      new Option('--by <key>', 'the key of each --facts, in their order').argParser(severalOf(joinKeys)),
    )
    .option('--rule <id>', 'show only what this rule found; may be repeated', several)
    .addOption(
      new Option('--verdict <verdict>', 'show only such records; may be repeated').argParser(
        severalOf(verdictChoices),
      ),
    )
    .addOption(
      new Option('--held-by <holder>', 'show only what this holder is to answer; may be repeated').argParser(
        severalOf(holderChoices),
      ),
    )
    .addOption(new Option('--sort <order>', 'of text: how records are sorted').choices(['money', 'file']))
    .option('--full', 'of text: tell what many records share with each of them, and lists to their ends')
    .option('--quiet', 'of text: only how many records came out how')
    .option('--by-rule', 'of text and JSON: how each rule came out over all records, and what waits for it')
    .option(
      '--since <before>',
      'show only what is new since an earlier check: its report in JSON or NDJSON, or results of the library',
      once,
    )
    .option('--output <file>', 'write the report to a file, which is replaced only when all is done', once)
    .option('--record <file>', 'write an audit record of each session and claim, which replay proves', once)
    .option('--seal <file>', 'with --record: a secret of your own, by which facts are kept as digests', once)
    .option('--as-of <date>', 'the day of the check, YYYY-MM-DD', civilDate)
    .option(
      '--history <file>',
      'what was already billed, of one or more files; "none" if nothing else was billed',
      several,
    );
  configOptions(command)
    .option('--waivers <file>', 'what you bill although a rule would hold it back; may be repeated', several)
    .option('--print-config', 'write which configuration holds and what of it changes nothing; check nothing')
    .option(
      '--grouped',
      'sessions and claims of any number, grouped by member: check and write member by member',
    )
    .option('--workers <number>', 'with --grouped: how many threads check parts of the file', workerCount)
    .option(
      '--first-line <number>',
      'with --grouped: of lines cut from a longer file, which of its lines is the first',
      lineNumber,
    )
    .option(
      '--name <name>',
      'with --grouped: what the report calls what is read, such as the longer file',
      once,
    )
    .addOption(
      new Option('--fail-on <what>', 'the least that fails the check')
        .choices(failOnChoices)
        .default('undetermined'),
    )
    .option('--allow-empty', 'an input without a record is no failure')
    .addOption(
      new Option('--missing-facts <how>', 'whether facts that are not known hold a verdict back')
        .choices(missingFactsChoices)
        .default('block'),
    )
    .addHelpText('after', checkHelp)
    .action(async (files: string[], request: StatedCheck) => {
      // Loaded here, so that help is quick.
      const { runCheck } = await import('./check-command.js');
      io.exitCode = await runCheck(files, asked(request), io);
    });
}
