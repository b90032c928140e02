import {
  facts,
  type Fact,
  type FactPath,
  type MissingFact,
  type Session,
  type SessionResult,
} from 'billability';

/** A question of the form: a fact, where it stands in the session, and what a check says of it if it is missing. */
export interface Question {
  readonly pointer: string;
  readonly path: FactPath;
  readonly fact: Fact;
  /** Several where entries of a list are asked for; none once it is answered. */
  readonly missing: readonly MissingFact[];
}

const paths = Object.keys(facts) as FactPath[];

/** The order in which a session is told. */
const subjects: readonly Fact['about'][] = [
  'session',
  'claim',
  'member',
  'staff',
  'agency',
  'plan',
  'assessment',
  'documentation',
  'history',
];

/** What is asked now, and what was answered before: each fact once, in the order of the facts. */
export function questionsOf({ findings }: SessionResult, answered: readonly string[]): Question[] {
  const missing = Map.groupBy(
    new Map(findings.flatMap((finding) => finding.missing).map((one) => [one.path, one])).values(),
    ({ path }) => listOf(path),
  );
  return paths
    .map((path) => ({ path, pointer: `/${path.replaceAll('.', '/')}`, fact: facts[path] }))
    .filter(({ pointer }) => missing.has(pointer) || answered.includes(pointer))
    .map((question) => ({ ...question, missing: missing.get(question.pointer) ?? [] }));
}

/** Of what is asked of an entry of a list, `/staff/trainings/0/completedOn`, the list. */
function listOf(pointer: string): string {
  return pointer.replace(/\/\d+(?:\/.*)?$/, '');
}

/** The questions about one subject stand together: those of an assessment are one assessment. */
export function bySubject(questions: readonly Question[]): [Fact['about'], Question[]][] {
  return subjects.flatMap((about): [Fact['about'], Question[]][] => {
    const of = questions.filter(({ fact }) => fact.about === about);
    return of.length === 0 ? [] : [[about, of]];
  });
}

/** The facts of an entry of a list, such as code, from and through. */
export function factsOfEntry(path: FactPath): [key: string, fact: Fact][] {
  return paths
    .filter((one) => one.startsWith(`${path}.`))
    .map((one) => [one.slice(path.length + 1), facts[one]]);
}

/** The session with a fact stated, or taken back where it is undefined. */
export function withAnswer(session: Session, pointer: string, answer: unknown): Session {
  return changed(session, pointer.split('/').slice(1), answer) as Session;
}

function changed(value: unknown, [key, ...rest]: readonly string[], answer: unknown): unknown {
  if (key === undefined) return answer;
  const before = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  return { ...before, [key]: changed(before[key], rest, answer) };
}

/** The value of a fact in the session. */
export function answerIn(session: Session, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], session);
}
