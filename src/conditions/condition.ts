import type { asking, joining } from './operators/index.js';
import type { Asking, Joining } from './operators/operator.js';
import type { Setting } from './operators/reading.js';

export type { TrainingList } from './operators/done-by.js';
export type { DiagnosisClass } from './operators/has-diagnosis.js';

type AskedBy<Operator> = Operator extends Asking<infer Question> ? Question : never;
type JoinedBy<Operator> = Operator extends Joining<infer Joint> ? Joint : never;

/** What asks something itself: for facts, or whether a reading is set so. */
export type Question = AskedBy<(typeof asking)[keyof typeof asking]>;

/** A question about one fact (or two dates). */
export type Leaf = Exclude<Question, Setting>;

/** Conditions put together. */
export type Joint = JoinedBy<(typeof joining)[keyof typeof joining]>;

/** A condition over the facts of a session, as plain data. It is true, false or unknown. */
export type Condition = Question | Joint;
