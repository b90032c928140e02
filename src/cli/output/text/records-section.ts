import type { CheckedBatch } from '../../checked-batch.js';
import { needsAttention } from './attention.js';
import { counted } from './layout.js';
import { fileName } from './places.js';
import { recordBlock } from './record-block.js';
import type { Style } from './style.js';

/** Each record that a person should look at, in the order of the input, and then the files that have none. */
export function* recordsSection(batch: CheckedBatch, style: Style): Generator<string> {
  const toSee = batch.records.filter((record) => needsAttention(record, batch));
  if (toSee.length > 0) yield `\n${style.bold(`${counted(toSee.length, 'record')} to look at`)}\n`;
  for (const record of toSee) yield* recordBlock(record, batch, style);
  const withSome = new Set(toSee.map(({ file }) => file));
  const quiet = new Set(batch.records.map(({ file }) => file).filter((file) => !withSome.has(file)));
  if (quiet.size > 0) yield '\n';
  const what = batch.advice.length > 0 ? 'nothing else' : 'nothing';
  for (const file of quiet) yield `${fileName(file)}: ${what} needs attention.\n`;
}
