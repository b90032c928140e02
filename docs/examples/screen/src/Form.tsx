import type { Session } from 'billability';
import { Field } from './Field';
import { answerIn, bySubject, type Question } from './questions';

const subjects = {
  session: 'The session',
  claim: 'The claim',
  member: 'The member',
  staff: 'The staff member',
  agency: 'The agency',
  plan: 'The plan',
  assessment: 'The assessment',
  documentation: 'The documentation',
  history: 'What was billed before',
} as const;

/** The form: each question where its subject is, with what is known of it. */
export function Form({
  questions,
  session,
  onAnswer,
}: {
  readonly questions: readonly Question[];
  readonly session: Session;
  readonly onAnswer: (pointer: string, value: unknown) => void;
}) {
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      {bySubject(questions).map(([about, of]) => (
        <section key={about} aria-labelledby={about}>
          <h2 id={about}>{subjects[about]}</h2>
          {of.map(({ pointer, path, fact, missing }) => (
            <div key={pointer} className={missing.length === 0 ? 'answered' : 'open'} data-fact={pointer}>
              <Field
                path={path}
                fact={fact}
                question={
                  missing.find((one) => one.path === pointer)?.question ??
                  fact.question[session.phase === 'proposed' ? 'proposed' : 'delivered']
                }
                parts={fact.parts}
                accepts={missing.flatMap((one) => one.accepts ?? [])}
                value={answerIn(session, pointer)}
                onChange={(value) => onAnswer(pointer, value)}
              />
              {missing
                .filter((one) => one.path !== pointer)
                .map((one) => (
                  <p key={one.path}>{one.question}</p>
                ))}
            </div>
          ))}
        </section>
      ))}
    </form>
  );
}
