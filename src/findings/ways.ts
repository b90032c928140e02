import type { Money } from '../values/money.js';
import type { RuleId } from './finding-data.js';
import type { MissingFact, Verdict } from './result.js';

/** What would make a session pass. */
export interface WaysToPass {
  /** As it is. */
  verdict: Verdict;
  /** Each of them must be met. */
  needs: Need[];
  /** All repairs at once, where that makes the verdict better. */
  together?: Repair;
  /** There was more to try than is tried: what is told is so, and there may be more. */
  notSearched?: true;
}

/** What holds a session back, with the ways to meet it: any one is enough. No way: nothing may be changed, do not bill. */
export interface Need {
  rules: RuleId[];
  ways: Way[];
}

/**
 * `answer`: a fact that is not known. `complete`: what is stated otherwise, by a paper that exists or may still be written.
 * `correct`: a misspelt code. `claim-less`: fewer units. `recode`: another service all of whose conditions hold.
 * `reschedule`: another day or end of a proposed session.
 */
export type WayKind = 'answer' | 'complete' | 'correct' | 'claim-less' | 'recode' | 'reschedule';

/** One way to meet a need: all that it demands, and a repair where it can be written down. */
export interface Way {
  kind: WayKind;
  demands: Demand[];
  repair?: Repair;
}

/** What must be so. */
export interface Demand {
  /** In words, as a clause. */
  says: string;
  /** JSON Pointers of the facts that tell it. */
  paths: string[];
  /** Who holds the answer. */
  heldBy: MissingFact['heldBy'];
  /** So many of so many, where not all are needed. */
  atLeast?: number;
  of?: number;
}

/** A change of what is billed. No repair states a fact about a person or about what happened. */
export interface Repair {
  /** RFC 6902, for the session. */
  patch: Operation[];
  /** Whether it may be made without asking anybody: claiming less. */
  safe: boolean;
  /** From a check of the session with the patch. */
  after: { verdict: Verdict; charge?: Money; less?: Money };
}

/** An operation of RFC 6902. */
export interface Operation {
  op: 'add' | 'replace';
  path: string;
  value: string | number;
}
