import { holders } from '../explain/words.js';
import type { Finding } from '../rules/index.js';
import { nextStep } from './next-step.js';
import { clauseInWords, waivedInWords } from './own-rules.js';
import type { CheckedRecord } from './records.js';
import { printable } from './text/layout.js';

/** A finding of a record, and the line of the claim that it is about. */
export interface Told {
  readonly finding: Finding;
  /** From 0; left out of what is found of a session, or of a claim as a whole. */
  readonly line?: number;
}

/** What is found of a record, in the order of its result: of the whole first, then line by line. */
export function toldOf({ result }: CheckedRecord): Told[] {
  if (result.kind === 'invalid') return [];
  const ofWhole = result.findings.map((finding): Told => ({ finding }));
  const lines = result.kind === 'claim' ? result.lines : [];
  return [
    ...ofWhole,
    ...lines.flatMap(({ findings }, line) => findings.map((finding): Told => ({ finding, line }))),
  ];
}

/** What a person does about a finding: the next step, and each question once, with whom to ask; nothing about information. */
export function toDo(finding: Finding, missing: Finding['missing'] = finding.missing): string[] {
  if (finding.waived !== undefined) return [];
  const next = finding.severity === 'info' ? undefined : nextStep(finding);
  const questions = missing.map(({ question, heldBy }) => `Ask ${holders[heldBy]}: ${question}`);
  return [...(next === undefined ? [] : [next]), ...new Set(questions)];
}

/** "Peer Support Services, 3.2" */
export function clausesOf({ citations }: Finding): string[] {
  return citations.map(clauseInWords);
}

/** Text that any format can hold: without what would steer what shows it, and without halves of characters. */
export function plain(text: string): string {
  return printable(text).replace(/[\ud800-\udfff]/gu, '\ufffd');
}

/** What is found; of what is waived first that it is. */
export function messageOf({ message, waived }: Finding): string {
  return waived === undefined ? message : `Waived (${waivedInWords(waived)}): ${message}`;
}
