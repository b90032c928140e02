import type { Holder } from '../../../facts/rows/row.js';
import type { CheckedBatch } from '../../checked-batch.js';
import type { CheckedRecord } from '../../checked-record.js';
import { findingsToShow, missingOf } from './attention.js';
import { counted, paragraph } from './layout.js';
import { linesOf } from './places.js';
import type { Style } from './style.js';
import { holders } from '../../../sheets/words.js';

type Answers = Map<string, CheckedRecord[]>;

/** The questions that are open, by who can answer them, the one that helps most records first. */
export function* answersSection(batch: CheckedBatch, style: Style): Generator<string> {
  const wanted = answersWanted(batch);
  if (wanted.size === 0) return;
  yield `\n${style.bold('Answers wanted')}\n`;
  for (const [holder, name] of Object.entries(holders)) {
    const answers = [...(wanted.get(holder as Holder) ?? [])];
    if (answers.length === 0) continue;
    yield `\n  ${style.bold(name)}\n`;
    for (const [question, records] of answers.sort(([, one], [, other]) => other.length - one.length)) {
      yield paragraph(
        `${question} Helps ${counted(records.length, 'record')}: ${linesOf(records, batch)}.`,
        '    ',
        '      ',
      );
    }
  }
}

function answersWanted(batch: CheckedBatch): Map<Holder, Answers> {
  const wanted = new Map<Holder, Answers>();
  for (const record of batch.records) {
    for (const finding of findingsToShow(record, batch)) {
      for (const { path, question, heldBy } of missingOf(finding, batch)) {
        // What is not known then is the units of another record, which asks for them itself.
        if (path === '/history') continue;
        const answers = wanted.get(heldBy) ?? new Map<string, CheckedRecord[]>();
        const records = answers.get(question) ?? [];
        if (records.at(-1) !== record) records.push(record);
        wanted.set(heldBy, answers.set(question, records));
      }
    }
  }
  return wanted;
}
