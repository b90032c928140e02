import { templateOf, type TemplateColumn } from '../../adapters/tables/index.js';
import { InputError } from '../../facts/input-error.js';
import type { Service } from '../../index.js';
import { csvCell } from '../../reports/csv.js';
import type { StatedConfig } from '../config-option.js';
import { configNotices, withConfig } from '../input/found-config.js';
import { configuredChecker } from '../input/read-config.js';
import type { Io } from '../io.js';
import { fileOutput } from '../output/file-output.js';
import { refuseTerminal, standardOutput } from '../output/standard-output.js';
import { writeOut } from '../output/write.js';
import { say } from '../say.js';
import { UsageError } from '../usage-error.js';

export interface TemplateRequest extends StatedConfig {
  readonly format: 'csv' | 'xlsx';
  readonly output?: string;
}

/** Writes a table to fill in, with the columns that a service reads. */
export async function runTemplate(id: string, request: TemplateRequest, io: Io): Promise<void> {
  const { format, output } = request;
  const chosen = withConfig(request);
  const { config } = chosen;
  if (format === 'xlsx') refuseTerminal(output, 'visits.xlsx', io);
  const to =
    output === undefined ? standardOutput(io) : fileOutput(output, config === undefined ? [] : [config], io);
  const columns = templateOf(await serviceNamed(id, config, io));
  await writeOut(contentOf(columns, format), to);
  say(
    configNotices(chosen).map(({ message }) => message),
    io,
  );
}

async function serviceNamed(id: string, config: string | undefined, io: Io): Promise<Service> {
  const checker = await configuredChecker(config, io);
  try {
    return checker.serviceOf(id);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new UsageError(error.issues.map(({ path, message }) => `${path.slice(1)}: ${message}`));
  }
}

async function* contentOf(
  columns: readonly TemplateColumn[],
  format: TemplateRequest['format'],
): AsyncGenerator<string | Uint8Array> {
  if (format === 'csv') yield csvTemplate(columns);
  else {
    const { workbookTemplate } = await import('./workbook-template.js');
    yield await workbookTemplate(columns);
  }
}

/** Which tells Excel that a file is UTF-8, and lets it save names with accents so. */
const BYTE_ORDER_MARK = '\ufeff';

/** Two rows: what the cells of each column take, and its heading. */
function csvTemplate(columns: readonly TemplateColumn[]): string {
  const rows = [columns.map(({ says }) => says), columns.map(({ heading }) => heading)];
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}
