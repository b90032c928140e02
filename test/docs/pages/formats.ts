import { formats } from '../../../src/cli/formats.js';
import { csv } from '../../../src/reports/index.js';
import { code, table } from './markdown.js';

/** The formats of reports, with what each is. */
export function formatsTable(): string[] {
  return table(
    ['`--format`', 'What it is', 'With `--grouped`'],
    formats.map(({ name, says, streams }) => [code(name), `It ${says}`, streams ? 'yes' : 'no']),
  );
}

/** The columns of the report in CSV. */
export function columnsTable(): string[] {
  return table(
    ['Column', 'Holds'],
    Object.entries(csv.columns ?? {}).map(([name, holds]) => [code(name), holds]),
  );
}
