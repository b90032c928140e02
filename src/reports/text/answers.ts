import type { Holder } from '../../facts/rows/row.js';
import { aboutOf, type About } from '../../facts/about.js';
import { holders, subjects } from '../../explain/words.js';
import { findingsOf, partsOf, type CheckedRecord } from '../records.js';
import { missingOf, waitsForOthers } from '../to-dos.js';
import { counted, paragraph } from './layout.js';
import { linesOf, type Page } from './page.js';
import { toShow } from './findings.js';

/** Each question, with the records that its answer helps. */
type Answers = Map<string, CheckedRecord[]>;

/** The questions that are open, by who can answer them and what they are about, the one that helps most records first. */
export function* answersSection(records: readonly CheckedRecord[], page: Page): Generator<string> {
  const { style } = page;
  const wanted = answersWanted(records, page);
  if (wanted.size === 0) return;
  yield `\n${style.bold('Answers wanted')}\n`;
  for (const [holder, name] of Object.entries(holders)) {
    const ofHolder = wanted.get(holder as Holder);
    if (ofHolder === undefined) continue;
    yield `\n  ${style.bold(name)}\n`;
    for (const [about, subject] of Object.entries(subjects)) {
      const answers = ofHolder.get(about as About);
      if (answers !== undefined) yield* answersAbout(subject, answers, page);
    }
  }
}

/** Where they all help the same records, those are named once: thirty questions on one assessment are one errand. */
function* answersAbout(subject: string, answers: Answers, page: Page): Generator<string> {
  const sorted = [...answers].sort(([, one], [, other]) => other.length - one.length);
  const helps = new Set(sorted.map(([, helped]) => helpsInWords(helped, page)));
  const [all, ...more] = helps;
  const isOnce = sorted.length > 1 && more.length === 0;
  const questions = sorted.length > 1 ? `, ${counted(sorted.length, 'question')}` : '';
  yield paragraph(`${subject}${questions}${isOnce ? `. ${String(all)}` : ''}`, '    ', '      ');
  for (const [question, helped] of sorted)
    yield paragraph(isOnce ? question : `${question} ${helpsInWords(helped, page)}`, '      ', '        ');
}

function helpsInWords(helped: readonly CheckedRecord[], page: Page): string {
  return `Helps ${counted(helped.length, 'record')}: ${linesOf(helped, page)}.`;
}

function answersWanted(
  records: readonly CheckedRecord[],
  { options }: Page,
): Map<Holder, Map<About, Answers>> {
  const wanted = new Map<Holder, Map<About, Answers>>();
  for (const record of records) {
    const missing = toShow(findingsOf(record.result), options).flatMap((finding) =>
      missingOf(finding, options),
    );
    for (const fact of missing.filter((one) => !waitsForOthers(one, options))) {
      const { question, heldBy } = fact;
      const about = aboutOf(fact.path);
      const ofHolder = wanted.get(heldBy) ?? new Map<About, Answers>();
      const answers = ofHolder.get(about) ?? new Map<string, CheckedRecord[]>();
      const helped = answers.get(question) ?? [];
      if (helped.at(-1) !== record) helped.push(record);
      wanted.set(heldBy, ofHolder.set(about, answers.set(question, helped)));
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
