export const missingFactsChoices = ['block', 'report'] as const;

/** Whether unknown facts hold the verdict back or are only reported. */
export type MissingFacts = (typeof missingFactsChoices)[number];
