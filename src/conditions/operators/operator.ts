import type { codeLists } from '../../facts/generated/codes.js';
import type { conditionPaths } from '../../facts/condition-paths.js';
import type { SessionPath, TrainingList } from '../../facts/generated/types.js';
import type * as z from '../../facts/zod.js';
import type { Circumstances, UnknownFact } from '../circumstances.js';
import type { AskedReading } from '../other-choice.js';
import type { Truth } from '../truth.js';

export type TruthOf = (circumstances: Circumstances) => Truth;

/** All that there is to know of an operator that asks something itself. */
export interface Asking<Question> {
  /** Compiles the question. What is stated to be `'none'` makes each of its facts false or empty. */
  readonly truth: (question: Question) => TruthOf;
  /** The facts that it reads. */
  readonly facts: (question: Question) => readonly SessionPath[];
  /** Whether the date of service tells, beside its facts. */
  readonly isOfDay?: true;
  /** Which facts to ask for where it is not decided; left out, all that it reads. */
  readonly unknown?: (question: Question, circumstances: Circumstances) => readonly UnknownFact[];
  /** That it is so, or that it is not, as an English clause. */
  readonly describe: (question: Question, isSo: boolean) => string;
  /** What is so of a session in which it is, or is not, where that says more than its description. */
  readonly tells?: (question: Question, circumstances: Circumstances, isSo: boolean) => string;
  /** What is so of a session in which none of several is that are asked of one fact. */
  readonly tellsNone?: (
    questions: readonly [Question, ...Question[]],
    circumstances: Circumstances,
  ) => string;
  /** The reading that its answer rests on. */
  readonly rests?: (question: Question) => AskedReading;
  /** Why what a person might expect to count does not. */
  readonly hints?: (question: Question, circumstances: Circumstances) => readonly Hint[];
}

/** Why a code that a person might expect to count does not: it is not held that day, or does not count yet. */
export interface Hint {
  /** The code of ours that is meant; never what the input says. */
  readonly code: string;
  /** The same as a clause. */
  readonly text: string;
  readonly reason: 'not-held' | 'not-counted';
  /** Which entry of the list, from 0. */
  readonly entry: number;
  readonly fact: keyof typeof codeLists | TrainingList;
}

/** What the schemas of several operators are made of. */
export interface SchemaParts extends ReturnType<typeof conditionPaths> {
  readonly code: z.mini.ZodMiniString<string>;
  readonly codes: z.mini.ZodMiniArray<z.mini.ZodMiniString<string>>;
}
