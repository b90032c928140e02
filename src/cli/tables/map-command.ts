import { HEADINGS_WITHIN } from '../../adapters/tables/headings.js';
import { suggestMapping, type Mapping } from '../../adapters/tables/index.js';
import { counted } from '../../reports/text/layout.js';
import { STANDARD_INPUT } from '../../reports/records.js';
import { asTyped } from '../as-typed.js';
import { readMaps } from '../input/maps.js';
import type { StatedConfig } from '../config-option.js';
import { configNotices, withConfig } from '../input/found-config.js';
import { configuredChecker } from '../input/read-config.js';
import { refusedIn } from '../input/problem.js';
import { readSource } from '../input/read-source.js';
import { rowsIn } from '../input/read-table-file.js';
import { USUAL_TABLE } from '../input/table-notices.js';
import type { Io } from '../io.js';
import { fileOutput } from '../output/file-output.js';
import { standardOutput } from '../output/standard-output.js';
import { writeOut } from '../output/write.js';
import { say } from '../say.js';
import { UsageError } from '../usage-error.js';

export interface MapRequest extends StatedConfig {
  readonly output?: string;
  readonly map?: string;
}

/** Writes a first mapping of a table, and tells what to do with it. */
export async function runMap(file: string, request: MapRequest, io: Io): Promise<void> {
  const chosen = withConfig(request, [file, request.map].includes(STANDARD_INPUT));
  const { output, config, map } = chosen;
  const inputs = [file, config, map].filter((input) => input !== undefined);
  if (inputs.filter((input) => input === STANDARD_INPUT).length > 1)
    throw new UsageError(['standard input can be read only once']);
  const to = output === undefined ? standardOutput(io) : fileOutput(output, inputs, io);
  const { services } = await configuredChecker(config, io);
  const maps = await readMaps({ map: map === undefined ? [] : [map] }, io);
  const source = await readSource(file, io);
  if (source.bytes.every((byte) => BLANKS.includes(byte))) throw new UsageError([`${file}: ${NO_HEADINGS}`]);
  const { rows, from1904, form, told } = await rowsIn(source);
  const given = maps.ofTable(rows.slice(0, HEADINGS_WITHIN), true);
  const mapping = refusedIn(given?.file ?? file, () =>
    suggestMapping(rows, { services, from1904, mapping: given?.mapping }),
  );
  if (Object.keys(mapping.columns ?? {}).length === 0) throw new UsageError([`${file}: ${NO_HEADINGS}`]);
  await writeOut([`${JSON.stringify(mapping, null, 2)}\n`], to);
  const how = form === USUAL_TABLE || source.kind === 'workbook' ? [] : [`is read as ${form}`];
  say(
    [
      ...[...how, ...told].map((one) => `${file}: ${one}`),
      ...configNotices(chosen).map(({ message }) => message),
      ...maps.unused(),
      ...nextSteps(mapping, file, output),
    ],
    io,
  );
}

const NO_HEADINGS = 'holds no row of headings; put one above the rows, a word or two for each column';

/** Line ends, tabs and blanks. */
const BLANKS: readonly number[] = [9, 10, 13, 32];

/** What a person does with the mapping. */
function nextSteps({ columns = {}, words }: Mapping, file: string, output: string | undefined): string[] {
  const told = Object.values(columns);
  const facts = told.flatMap((one) => (typeof one === 'string' ? (one === '' ? [] : [one]) : [one.fact]));
  const wantsWords =
    words !== undefined || told.some((one) => typeof one !== 'string' && one.words !== undefined);
  const saved = output ?? 'agency.map.json';
  const again = `billability map ${asTyped(file)} --map ${asTyped(saved)}`;
  const save = output === undefined ? `save it as ${saved}, and ` : '';
  const fill = 'put the code that each word means in place of how often it is there, and ';
  return [
    recognised(facts.length, told.length - facts.length, again),
    ...(facts.includes('dateOfService') ? [] : [NO_DAY]),
    ...(facts.includes('service') || facts.includes('procedureCode') ? [] : [NO_SERVICE]),
    ...(facts.includes('procedureCode') && !facts.includes('jurisdiction') ? [NO_STATE] : []),
    `next: ${save}${wantsWords ? fill : ''}check with it: billability check ${asTyped(file)} --map ${asTyped(saved)}`,
  ];
}

const NO_DAY =
  'no column is known to tell the day of service, without which nothing is checked: put "dateOfService" in place of the "" of its column';

const NO_SERVICE =
  'no column tells the service; where all rows are of one, add "constants": {"service": "mo/peer-support"} to the mapping, with its id';

const NO_STATE =
  'rows with a procedure code are lines of claims, and no column tells whose rules apply to them: add "constants": {"jurisdiction": "MO"} to the mapping, with your State, or say --jurisdiction MO';

function recognised(known: number, unknown: number, again: string): string {
  if (unknown === 0) return `${counted(known, 'heading')} recognised, which is all`;
  return `${counted(known, 'heading')} recognised, ${String(unknown)} not: nothing is read from a column that has "" in the mapping, in place of the fact that it tells (docs/input.md lists them; once they are in, "${again}" adds the words of their columns)`;
}
