/**
 * Every way to complete a session, by brute force. A rule is judged over and over; whenever it reads a fact that is not
 * stated, one value of a small set is assumed, and the next time round the next one, until all have been tried. So only
 * facts that a rule reads are completed, and each together with every value of the others.
 */

/** What a rule says of a complete session: good, to be done yet, or a failure of some weight. */
export type Answer = 'pass' | 'due' | 'unknown' | 'error' | 'warning' | 'info';

/** The value of a fact that is not stated: one of these. The same fact keeps its value through one judgement. */
export type Assume = <Value>(fact: string, values: () => readonly Value[]) => Value;

/** What a rule answers to the completions, until the law of missing facts is settled. */
export function everyAnswer(judge: (assume: Assume) => Answer): Set<Answer> {
  const answers = new Set<Answer>();
  let turns: number[] = [];
  do {
    const { answer, taken } = judgedOnce(judge, turns);
    answers.add(answer);
    if (isSettled(answers)) break;
    turns = nextTurns(taken);
  } while (turns.length > 0);
  return answers;
}

/** Whether whatever comes after it changes nothing of what the law says. */
function isSettled(answers: ReadonlySet<Answer>): boolean {
  if (answers.size < 2) return false;
  const { outcome, severity } = lawOf(answers);
  return outcome === 'unknown' && severity === 'error';
}

interface Taken {
  turn: number;
  of: number;
}

function judgedOnce(
  judge: (assume: Assume) => Answer,
  turns: readonly number[],
): { answer: Answer; taken: Taken[] } {
  const taken: Taken[] = [];
  const assumed = new Map<string, unknown>();
  function assume<Value>(fact: string, possible: () => readonly Value[]): Value {
    if (assumed.has(fact)) return assumed.get(fact) as Value;
    const values = possible();
    const turn = turns[taken.length] ?? 0;
    if (turn >= values.length) throw new Error(`no value to assume for ${fact}`);
    taken.push({ turn, of: values.length });
    const value = values[turn] as Value;
    assumed.set(fact, value);
    return value;
  }
  return { answer: judge(assume), taken };
}

/** The last choice that has a value left takes it, and those after it start anew; none left, and all is done. */
function nextTurns(taken: readonly Taken[]): number[] {
  const last = taken.findLastIndex(({ turn, of }) => turn + 1 < of);
  return taken.slice(0, last + 1).map(({ turn }, index) => (index === last ? turn + 1 : turn));
}

export interface Outcome {
  outcome: 'pass' | 'fail' | 'unknown' | 'due';
  severity?: 'error' | 'warning' | 'info';
}

/**
 * The law of missing facts: what all completions agree on; where all are good or due, due; else unknown, with the
 * highest severity of any.
 */
export function lawOf(answers: ReadonlySet<Answer>): Outcome {
  const [first, ...others] = answers;
  if (first === undefined) throw new Error('a rule always answers');
  if (others.length === 0 && first !== 'unknown') return alone(first);
  if ([...answers].every((answer) => answer === 'pass' || answer === 'due')) return alone('due');
  if (answers.has('error') || answers.has('due') || answers.has('unknown')) {
    return { outcome: 'unknown', severity: 'error' };
  }
  return { outcome: 'unknown', severity: answers.has('warning') ? 'warning' : 'info' };
}

function alone(answer: Exclude<Answer, 'unknown'>): Outcome {
  if (answer === 'pass') return { outcome: 'pass' };
  if (answer === 'due') return { outcome: 'due', severity: 'error' };
  return { outcome: 'fail', severity: answer };
}
