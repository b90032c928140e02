import type { Circumstances } from '../conditions/circumstances.js';

/**
 * What is sure of the clauses of a service: for each {@link CLAUSES_IN_ONE} of them, in their order, a number whose bits say
 * which surely pass, and one whose bits say which surely do not apply.
 */
export type Decide = (under: Circumstances) => readonly number[];

/** So many bits are a number that the engine keeps no object for. */
export const CLAUSES_IN_ONE = 31;

/** What decides most clauses of shipped definitions, by their ids: generated from them. */
export type Decisions = Readonly<Partial<Record<string, Decide>>>;
