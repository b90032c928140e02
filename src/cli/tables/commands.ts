import { Option, type Command } from 'commander';
import { once } from '../arguments.js';
import { configOptions } from '../config-option.js';
import type { Io } from '../io.js';
import type { MapRequest } from './map-command.js';
import type { TemplateRequest } from './template-command.js';

/** Adds the commands that help a table into the form in which it is read. */
export function addTableCommands(program: Command, io: Io): void {
  configOptions(program.command('map'))
    .description('A first mapping from the headings of a table to facts.')
    .argument('<FILE>', 'a workbook (.xlsx) or CSV, told by its content; "-" is standard input')
    .option('--map <file>', 'a mapping filled in by hand: the words that it leaves open are added', once)
    .option('--output <file>', 'write it to a file, which is replaced only when all is done', once)
    .addHelpText('after', mapHelp)
    .action(async (file: string, request: MapRequest) => {
      // Loaded here, so that help is quick.
      const { runMap } = await import('./map-command.js');
      await runMap(file, request, io);
    });
  configOptions(program.command('template'))
    .description('A table to fill in, with the columns that a service reads.')
    .argument('<SERVICE>', 'a service, such as mo/peer-support')
    .addOption(new Option('--format <format>', 'the table').choices(['csv', 'xlsx']).default('csv'))
    .option('--output <file>', 'write it to a file, which is replaced only when all is done', once)
    .addHelpText('after', templateHelp)
    .action(async (service: string, request: TemplateRequest) => {
      const { runTemplate } = await import('./template-command.js');
      await runTemplate(service, request, io);
    });
}

const statuses = `
Exit status:
  0  written
  2  bad usage, or a file that cannot be read
  4  it cannot be written, or not to its end
`;

const mapHelp = `
The mapping is JSON: for each heading the fact that it tells, or "" where no fact is known
by it, so that nothing is read from its column. Headings are known by the path of a fact
(member.birthDate) and by everyday names (DOB, Member ID, Start Time). In place of a ""
put the path of the fact that you mean: "billability template SERVICE" has all that a
service reads, and docs/input.md says what each is. What is the same in all rows goes into
"constants", such as {"service": "mo/peer-support"}.

Words of the table that are on no list of codes stand in "words", or in their column, each
with how often it is there: put the code that it means in place of that, or "other". Until
then the mapping is refused. Of columns that you filled in by hand, the words are not looked
at yet: "billability map visits.csv --map agency.map.json" writes the mapping again, as it
stands, with the words that it leaves open.

The table may be a workbook, of which the first sheet with such headings is read, or CSV
with commas, tabs, semicolons or bars, in UTF-8, UTF-16 or Windows-1252. Rows above the
headings are skipped. The mapping holds words of the table: keep it where you keep that.
${statuses}
Examples:
  billability map visits.csv > agency.map.json
  billability map visits.xlsx --output agency.map.json
  billability check visits.xlsx --map agency.map.json
`;

const templateHelp = `
Each column is a fact that a rule of the service reads, or a key. The row above the
headings says what cells take; it is skipped when the table is read, and so are blank
rows. A column that you do not keep may go; what it would say is then not known, as with
an empty cell.

CSV is UTF-8 with a byte order mark, by which Excel knows it. A workbook keeps keys as
text, so that 00012 stays 00012, and goes to a file or a pipe, not to a terminal.
${statuses}
Examples:
  billability template mo/peer-support > visits.csv
  billability template mo/peer-support --format xlsx --output visits.xlsx
  billability check visits.xlsx
`;
