import type { Holder } from '../../facts/rows/row.js';
import { holders } from '../../explain/words.js';
import { findingsOf, partsOf, type CheckedRecord } from '../records.js';
import { counted, paragraph } from './layout.js';
import { linesOf, type Page } from './page.js';
import { missingOf, toShow, waitsForOthers } from './records.js';

type Answers = Map<string, CheckedRecord[]>;

/** The questions that are open, by who can answer them, the one that helps most records first. */
export function* answersSection(records: readonly CheckedRecord[], page: Page): Generator<string> {
  const { style } = page;
  const wanted = answersWanted(records, page);
  if (wanted.size === 0) return;
  yield `\n${style.bold('Answers wanted')}\n`;
  for (const [holder, name] of Object.entries(holders)) {
    const answers = [...(wanted.get(holder as Holder) ?? [])];
    if (answers.length === 0) continue;
    yield `\n  ${style.bold(name)}\n`;
    for (const [question, helped] of answers.sort(([, one], [, other]) => other.length - one.length)) {
      yield paragraph(
        `${question} Helps ${counted(helped.length, 'record')}: ${linesOf(helped, page)}.`,
        '    ',
        '      ',
      );
    }
  }
}

function answersWanted(records: readonly CheckedRecord[], { options }: Page): Map<Holder, Answers> {
  const wanted = new Map<Holder, Answers>();
  for (const record of records) {
    const missing = toShow(findingsOf(record.result), options).flatMap((finding) =>
      missingOf(finding, options),
    );
    for (const { question, heldBy } of missing.filter((fact) => !waitsForOthers(fact, options))) {
      const answers = wanted.get(heldBy) ?? new Map<string, CheckedRecord[]>();
      const helped = answers.get(question) ?? [];
      if (helped.at(-1) !== record) helped.push(record);
      wanted.set(heldBy, answers.set(question, helped));
    }
  }
  return wanted;
}

/** Units that the time supports and nobody bills, and whatever else is worth knowing, in a line each. */
export function* remarksSection(records: readonly CheckedRecord[], page: Page): Generator<string> {
  const unbilled: CheckedRecord[] = [];
  const others: CheckedRecord[] = [];
  let units = 0;
  for (const record of records) {
    // What is not billable is not left unbilled.
    const parts = partsOf(record.result).filter(({ verdict }) => verdict !== 'not-billable');
    for (const finding of parts.flatMap(({ findings }) => findings)) {
      if (finding.severity !== 'info') continue;
      const isUnbilled = finding.rule === 'units/unbilled-time';
      if (isUnbilled) units += Number(finding.data.supported) - Number(finding.data.claimed);
      const remarked = isUnbilled ? unbilled : others;
      // A claim may have several such lines.
      if (remarked.at(-1) !== record) remarked.push(record);
    }
  }
  if (unbilled.length > 0) {
    const bill = unbilled.length === 1 ? 'bills' : 'bill';
    yield `\n${paragraph(`${counted(unbilled.length, 'record')} ${bill} fewer units than the time supports; ${counted(units, 'unit')} left unbilled: ${linesOf(unbilled, page)}.`, '')}`;
  }
  if (others.length > 0) {
    yield `\n${paragraph(`${counted(others.length, 'other remark')}, in full with --format json: ${linesOf(others, page)}.`, '')}`;
  }
}
