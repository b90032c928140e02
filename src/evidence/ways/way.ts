import type { CheckOptions } from '../../check/options.js';
import type { Checker } from '../../check/checker.js';
import type { Demand, Operation, WayKind } from '../../findings/ways.js';

/** Options of a check, and what judges. */
export interface WaysOptions extends CheckOptions {
  /** What judges; the shipped definitions where left out. */
  readonly checker?: Checker | undefined;
}

/** A change that may help, before it is tried. */
export interface Candidate {
  readonly kind: WayKind;
  readonly demand: Demand;
  readonly patch: readonly Operation[];
}
