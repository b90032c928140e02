import type { Finding } from '../../../index.js';
import type { CheckedBatch, CheckedRecord } from '../../checked-batch.js';
import { findingsToShow, missingOf, needsAttention } from './attention.js';
import { counted, paragraph, printable } from './layout.js';
import { fileName, placeOf } from './places.js';
import type { Style } from './style.js';
import { holders, outcomeWording, verdicts } from './words.js';

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

function* recordBlock(record: CheckedRecord, batch: CheckedBatch, style: Style): Generator<string> {
  const { result, session } = record;
  const { words, paint } = verdicts[result.verdict];
  const facts = session === undefined ? [] : [session.dateOfService, batch.titleOf(session.service)];
  const heading = [placeOf(record), ...facts, ''].join('  ');
  yield `\n${style.bold(heading)}${style.bold(paint(style)(words.toUpperCase()))}\n`;
  if (result.verdict === 'invalid') {
    for (const { path, message } of result.issues) {
      yield paragraph(printable(path === '' ? message : `${path}: ${message}`), '  ', '    ');
    }
  }
  const asked = new Set<string>();
  for (const finding of findingsToShow(record, batch)) {
    const toAsk = missingOf(finding, batch).filter(({ path }) => !asked.has(path));
    for (const { path } of toAsk) asked.add(path);
    yield* findingBlock(finding, toAsk, style);
  }
}

/** A finding, with the questions that no finding of the record before it has asked. */
function* findingBlock(finding: Finding, toAsk: Finding['missing'], style: Style): Generator<string> {
  const { words, paint } = outcomeWording(finding);
  const label = `  ${words}:`;
  // The label has said that it is not known.
  const text = paragraph(finding.message.replace(/^Not known: /, ''), `${label} `, '    ');
  yield paint(style)(label) + text.slice(label.length);
  for (const { path, question, heldBy } of toAsk) {
    // With the history given, only a session of the batch can be what is not known.
    yield path === '/history'
      ? "    waits for the units of the member's sessions before it\n"
      : paragraph(question, `    ask ${holders[heldBy]}: `, '      ');
  }
  for (const { title, section } of finding.citations) {
    yield `${style.dim(paragraph(`${title}, ${section} [${finding.rule}]`, '    ').trimEnd())}\n`;
  }
}
