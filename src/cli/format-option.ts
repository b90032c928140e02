import { InvalidArgumentError, Option } from 'commander';
import { either } from '../conditions/operators/series.js';
import { text, type Format } from '../reports/index.js';
import { paragraph } from '../reports/text/layout.js';
import { formats, type CommandFormat } from './formats.js';

/** `--format`, which takes the name of a format. */
export function formatOption(): Option {
  const names = formats.map(({ name }) => name);
  return new Option('--format <format>', 'the report')
    .choices(names)
    .argParser((stated: string): CommandFormat => {
      const format = formats.find(({ name }) => name === stated);
      if (format === undefined) throw new InvalidArgumentError(`Allowed choices are ${names.join(', ')}.`);
      return format;
    })
    .default(text, JSON.stringify(text.name));
}

const WIDTH = 88;

/** What help says of each format. */
export const formatLines = formats.map(formatInWords).join('');

function formatInWords({ name, says, columns = {} }: Pick<Format, 'name' | 'says' | 'columns'>): string {
  const widest = Math.max(...Object.keys(columns).map(({ length }) => length));
  const rows = Object.entries(columns).map(([column, holds]) =>
    paragraph(holds, `  ${column.padEnd(widest)}  `, undefined, WIDTH),
  );
  return paragraph(`--format ${name} ${says}`, '', '', WIDTH) + rows.join('');
}

/** "text, ndjson or csv" */
export const streamingFormats = either(formats.flatMap(({ name, streams }) => (streams ? name : [])));
