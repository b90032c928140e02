import type { Position } from '../../findings/finding-data.js';
import type { Finding } from '../../rules/index.js';
import { holders } from '../../explain/words.js';
import type { ReportOptions } from '../format.js';
import type { Item } from '../items.js';
import { nextStep } from '../next-step.js';
import { clauseInWords, waiversOf } from '../own-rules.js';
import { otherOf, positionInWords } from '../records.js';
import { missingOf, waitsForOthers } from '../to-dos.js';
import { foundInWords, keyInWords, outcomeWording, type Page } from './page.js';
import { placesLine } from './places.js';

/** Of some findings those to look at. What only a history is missing for that is asked for once is left out. */
export function toShow(findings: readonly Finding[], options: ReportOptions): Finding[] {
  return findings.filter(
    (finding) =>
      finding.severity !== 'info' &&
      (finding.missing.length === 0 ||
        finding.waived !== undefined ||
        missingOf(finding, options).length > 0),
  );
}

/**
 * Whether a fact is to be asked for: a history is asked for once for all records, or waits for others; and nobody is to be
 * called about what is not billable anyway.
 */
export function missingIsAsked(
  options: ReportOptions,
): (fact: Finding['missing'][number], finding: Finding, item: Pick<Item, 'verdict'>) => boolean {
  const { history, asksForHistory } = options;
  const isAskedOnce = history !== undefined || asksForHistory === true;
  return ({ path }, { severity }, { verdict }) =>
    severity !== 'info' && verdict !== 'not-billable' && (path !== '/history' || !isAskedOnce);
}

/** What stands above in the same record. */
export interface Told {
  /** The facts that were asked for. */
  readonly asked: Set<string>;
  /** Where the record begins, and the line of the claim. */
  readonly places: readonly (string | undefined)[];
}

/** What a person should look at, in groups: what has one cause is told once. */
export function causesOf(findings: readonly Finding[], options: ReportOptions): (readonly Finding[])[] {
  const alike = new Map<string, Finding[]>();
  for (const finding of toShow(findings, options)) {
    const cause = [outcomeWording(finding).words, causeOf(finding), nextStep(finding)].join();
    const before = alike.get(cause);
    if (before === undefined) alike.set(cause, [finding]);
    else before.push(finding);
  }
  return [...alike.values()];
}

/** What is wrong or not known, which a message says before the clause that minds. */
function causeOf({ message }: Finding): string {
  const end = message.indexOf('. ');
  return end === -1 ? message : message.slice(0, end + 1);
}

/**
 * Findings of one cause, with the questions that no finding of the record before them has asked, and what to do.
 *
 * @param mark stands before it, so that others can refer to it.
 */
export function* causeBlock(
  findings: readonly Finding[],
  page: Page,
  indent: string,
  told: Told,
  mark = '',
): Generator<string> {
  const [finding, ...others] = findings as [Finding, ...Finding[]];
  const { options, style, wrap } = page;
  const { words, paint } = outcomeWording(finding);
  const label = `${indent}${mark}${words}:`;
  const isOne = others.length === 0;
  const cause = isOne ? finding.message : causeOf(finding);
  const text = wrap(cause, `${label} `, `${indent}  `);
  yield paint(style)(label) + text.slice(label.length);
  if (isOne) yield otherBlock(otherOf(finding), page, indent);
  else {
    for (const one of findings) {
      yield wrap(one.message.slice(cause.length).trim(), `${indent}  - `, `${indent}    `);
      yield otherBlock(otherOf(one), page, `${indent}  `);
      yield* citationLines(one, page, `${indent}    `);
    }
  }
  for (const waived of waiversOf(findings)) yield wrap(waived, `${indent}  waived: `, `${indent}    `);
  const places = findings.flatMap((one) => Object.values(one.places ?? {}));
  yield* placesLine(places, told.places, `${indent}  `, page);
  const missing = findings.flatMap((one) => missingOf(one, options));
  const toAsk = missing.filter(({ path }) => !told.asked.has(path));
  for (const { path } of toAsk) told.asked.add(path);
  // Of several words that are not known the question is the same.
  for (const fact of new Map(toAsk.map((one) => [one.question, one])).values()) {
    yield waitsForOthers(fact, options)
      ? wrap(
          "settle the member's sessions before it, whose units are not known; this one follows from them",
          `${indent}  to do: `,
          `${indent}    `,
        )
      : wrap(fact.question, `${indent}  ask ${holders[fact.heldBy]}: `, `${indent}    `);
  }
  if (missing.length > 0 && toAsk.length === 0) yield `${indent}  asked above\n`;
  const next = nextStep(finding);
  if (next !== undefined) yield wrap(next, `${indent}  to do: `, `${indent}    `);
  if (isOne) yield* citationLines(finding, page, `${indent}  `);
}

function* citationLines(
  { rule, citations }: Finding,
  { style, wrap }: Page,
  indent: string,
): Generator<string> {
  for (const cite of citations) {
    yield `${style.dim(wrap(`${clauseInWords(cite)} [${rule}]`, indent).trimEnd())}\n`;
  }
}

/** The other session that a finding is about: which it is, and where it stands. */
function otherBlock(position: Position | null, { find, wrap }: Page, indent: string): string {
  if (position === null) return '';
  const found = find(position);
  const place = foundInWords(found);
  const where = place === undefined ? keyInWords(found.id) : `, see ${place}`;
  return wrap(`${positionInWords(position)}${where}`, `${indent}  with `, `${indent}    `);
}
