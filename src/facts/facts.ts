import { frozen } from '../values/frozen.js';
import { aboutOf, type About } from './about.js';
import { labelledCodes } from './generated/labels.js';
import { factTable } from './generated/table.js';
import type { FactPath } from './generated/types.js';
import type { FactType, Holder } from './rows/row.js';

/** A fact that a check may ask for: all that a form needs. */
export interface Fact {
  /** What to ask, by the phase of the session. */
  readonly question: { readonly delivered: string; readonly proposed: string };
  readonly type: FactType;
  readonly heldBy: Holder;
  /** What it is about, so that a form may ask for all of it at once. */
  readonly about: About;
  /** The fact by name, as a sentence would name it. */
  readonly label: string;
  /** The codes on its list, each with what it stands for. */
  readonly codes?: readonly { readonly code: string; readonly label: string }[];
  /** Whether a code that is not on its list is an input error. */
  readonly isClosed?: boolean;
  /** Of a yes/no fact: all that a yes stands for, two or more. */
  readonly parts?: readonly string[];
  /** Of a yes/no fact: which answer satisfies the clauses that ask for it. */
  readonly goodAnswer?: boolean;
}

/**
 * Every fact that a check may ask for, by its dotted path: the JSON Pointer of a missing fact without the places of
 * entries in lists.
 *
 * @example
 * const { question, type, codes } = facts['staff.credentials'];
 * type; // 'dated-codes'
 * codes?.find(({ code }) => code === 'MO-LPC')?.label; // 'Professional counselor, licensed under Missouri law.'
 * facts['staff.credentials'].about; // 'staff'
 * facts['plan.sessionServesGoal'].question.proposed; // "Will the session work toward a goal of the member's plan?"
 */
export const facts: Readonly<Record<FactPath, Fact>> = /* @__PURE__ */ everyFact();

function everyFact(): Record<FactPath, Fact> {
  const entries = (Object.keys(factTable) as FactPath[]).map((path) => [path, factAt(path)] as const);
  return frozen(Object.fromEntries(entries) as Record<FactPath, Fact>);
}

function factAt(path: FactPath): Fact {
  const { question: delivered, proposed = delivered, type, heldBy, label, flag } = factTable[path];
  const listed = labelledCodes[path];
  return {
    question: { delivered, proposed },
    type,
    heldBy,
    about: aboutOf(path),
    label,
    ...(listed !== undefined && {
      codes: listed.codes.map((code, index) => ({ code, label: String(listed.labels[index]) })),
      isClosed: listed.isClosed,
    }),
    ...(flag?.parts !== undefined && { parts: flag.parts }),
    ...(flag !== undefined && { goodAnswer: flag.goodAnswer }),
  };
}

/** The fact at a JSON Pointer into a session or a claim. */
export function factAtPointer(pointer: string): Fact | undefined {
  const path = pointer
    .split('/')
    .filter((key) => key !== '' && !/^\d+$/.test(key) && key !== 'lines' && key !== 'session')
    .join('.');
  const all: Readonly<Record<string, Fact>> = facts;
  return all[path];
}
