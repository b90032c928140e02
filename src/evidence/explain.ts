export { traceSession } from './trace.js';

export type { TracedClause, TracedRule, TraceOptions } from './trace.js';
