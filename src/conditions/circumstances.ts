import type { FactPath, NonePath } from '../facts/generated/types.js';
import type { Readings } from '../readings/generated.js';
import type { Session } from '../facts/generated/types.js';
import type { Vocabulary } from '../facts/words.js';
import type { CivilDate } from '../values/civil-date.js';

/** What a condition is judged on. */
export interface Circumstances {
  readonly session: Session;
  /** The date of service. */
  readonly on: CivilDate;
  readonly readings: Readings;
  /** What the words of the session mean. */
  readonly words: Vocabulary;
}

/** A fact that is not known; `entry` counts from 0 where it is one of a list's entry. */
export interface UnknownFact {
  readonly path: FactPath;
  readonly entry?: number;
  /** The code or topic of the entry, as the definition writes it. */
  readonly code?: string;
  /** It is an entry of a list in a word that is on no list; `path` is that of the list. */
  readonly isWord?: true;
  /** Of such an entry: the listed code that it is written almost like. */
  readonly nearest?: string;
  /** Of such an entry: the codes that would satisfy the clause. */
  readonly accepts?: readonly string[];
  /** The object of facts that it stands for: any other of its facts would tell as well. */
  readonly standsFor?: NonePath;
}
