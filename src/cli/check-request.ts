import type { Format } from '../reports/index.js';
import type { FailOn } from './exit-status.js';
import type { MissingFacts } from './missing-facts.js';

/** What `billability check` is asked to do. */
export interface CheckRequest {
  readonly format: Format;
  readonly failOn: FailOn;
  readonly missingFacts: MissingFacts;
  readonly asOf?: string;
  readonly history?: string;
  readonly config?: string;
  readonly grouped?: boolean;
  readonly workers?: number;
  readonly output?: string;
}
