import type { SessionPath } from './generated/types.js';
import type { FactType, Holder } from './rows/row.js';

/** A fact as a check asks for it. */
export interface AskedFact {
  readonly type: FactType;
  readonly heldBy: Holder;
  /** The fact by name, as a sentence would name it. */
  readonly label: string;
  readonly question: string;
  /** The question where the session is only proposed, if that is another one. */
  readonly proposed?: string;
  /** Of a yes/no fact. */
  readonly flag?: AskedFlag;
}

/** A fact that is true or false. */
export interface AskedFlagFact extends AskedFact {
  readonly flag: AskedFlag;
}

interface AskedFlag {
  /** What is so, and what is not, as clauses. */
  readonly yes: string;
  readonly no: string;
  /** Which answer satisfies the clauses that ask for it. */
  readonly goodAnswer: boolean;
  /** All that a yes stands for, two or more. */
  readonly parts?: readonly string[];
}

/** An object that may not exist: what it is called, and the fact to ask for where nothing is known of it. */
export interface Nothing {
  readonly article: 'a' | 'an';
  readonly noun: string;
  readonly asks: SessionPath;
}

export function other(
  type: FactType,
  heldBy: Holder,
  label: string,
  question: string,
  proposed?: string,
): AskedFact {
  return { type, heldBy, label, question, ...(proposed !== undefined && { proposed }) };
}

export function flag(
  heldBy: Holder,
  yes: string,
  no: string,
  [question, proposed]: readonly [given: string, proposed?: string],
  goodAnswer = true,
  parts?: readonly string[],
): AskedFlagFact {
  return {
    ...other('boolean', heldBy, `whether ${yes}`, question, proposed),
    flag: { yes, no, goodAnswer, ...(parts !== undefined && { parts }) },
  };
}
