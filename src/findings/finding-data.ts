import type { ClauseRule, ComputedRule } from './generated.js';

/** Where an entry stands in what the caller passed, from 0: an entry, a line of one, or a prior use. */
export type Position = { readonly entry: number; readonly line?: number } | { readonly history: number };

/** Id of a rule, such as `'units/daily-limit'`: `docs/rules/README.md`. Rules of your own are named `custom/…`. */
export type RuleId = ComputedRule | ClauseRule | `custom/${string}`;
