export { atLeastAsStrictAs, compareServices } from './compare-services.js';
export { traceSession } from './trace.js';
export { waysToPass } from './ways/ways-to-pass.js';

export type { TracedClause, TracedRule, TraceOptions } from './trace.js';
export type { Demand, Need, Operation, Repair, Way, WayKind, WaysToPass } from '../findings/ways.js';
export type { WaysOptions } from './ways/way.js';
export type { AsStrict, CompareOptions, Difference, ServiceComparison } from './compare-services.js';
