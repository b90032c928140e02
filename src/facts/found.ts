import type { IssueCode } from './input-error.js';

/** Where facts stand in a file, by JSON Pointer into what was read of it; `''` is the whole. As the format's users say it. */
export type Places = Readonly<Record<string, string>>;

/** A record that was read, with where each of its facts stands in the person's file. */
export interface FoundRecord<Value> {
  readonly value: Value;
  /** By JSON Pointer into the value; as the format's users say it, such as `visits.csv row 12, column "Start"`. */
  readonly places: Places;
  /** From 1: the line on which it begins, or the row; where the file has such. */
  readonly line?: number;
  /** Why it cannot be read as a whole; then its value has its key at most. */
  readonly unread?: { readonly code: IssueCode; readonly message: string } | undefined;
}

/** Something that was not carried over, or not understood. Neither repeats a value of the file. */
export interface Problem {
  /** Forever; the message may change. */
  readonly code: string;
  /** Where it is first. */
  readonly place: string;
  /** What it is, and what to do about it. */
  readonly message: string;
  /** How often, where that is more than once. */
  readonly count?: number;
}

/** What a file comes to. */
export interface FoundIn<Value> {
  readonly records: FoundRecord<Value>[];
  readonly problems: Problem[];
}

/**
 * What `checkRecords` takes in place of a list: what a reader of an adapter gives, or one of your own.
 *
 * @example
 * const found: FoundRecords = {
 *   records: [
 *     {
 *       value: { service: 'mo/peer-support', dateOfService: '2025-03-03', units: 33 },
 *       places: { '': 'visits.csv row 2', '/units': 'visits.csv row 2, column "Units"' },
 *     },
 *   ],
 * };
 */
export interface FoundRecords {
  /** A finding says no places of a record that has none. */
  readonly records: readonly {
    readonly value: unknown;
    readonly places?: Places | null | undefined;
    readonly unread?: FoundRecord<unknown>['unread'] | null;
  }[];
  /** Each becomes a notice of the batch. */
  readonly problems?: readonly Problem[] | null | undefined;
}
