import type { FailOn } from './exit-status.js';
import type { ReportFormat } from './output/report.js';

export const missingFactsChoices = ['block', 'report'] as const;

/** Whether unknown facts hold the verdict back or are only reported. */
export type MissingFacts = (typeof missingFactsChoices)[number];

/** What `billability check` is asked to do. */
export interface CheckRequest {
  readonly format: ReportFormat;
  readonly failOn: FailOn;
  readonly missingFacts: MissingFacts;
  readonly asOf?: string;
  readonly history?: string;
  readonly config?: string;
  readonly grouped?: boolean;
  readonly output?: string;
}
