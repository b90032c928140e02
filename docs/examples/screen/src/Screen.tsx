import {
  checkSession,
  parseSession,
  remainingUnits,
  services,
  type Session,
  type SessionResult,
} from 'billability';
import { useState } from 'react';
import { Form } from './Form';
import { questionsOf, withAnswer } from './questions';

/** What was billed before; an application has it from its own records. */
const history = [] as const;

const start: Session = { service: 'mo/peer-support', dateOfService: '2025-03-18', phase: 'delivered' };

const headings = {
  billable: 'Billable',
  'not-billable': 'Not billable',
  undetermined: 'Cannot be told yet',
} as const;

export function Screen() {
  const [session, setSession] = useState(start);
  const [answered, setAnswered] = useState<readonly string[]>([]);
  // What is half typed is no session yet: then the last one stands, and what is wrong is told.
  const parsed = parseSession(session);
  const [lastRead, setLastRead] = useState(session);
  if (parsed.ok && lastRead !== session) setLastRead(session);
  const result = checkSession(parsed.ok ? session : lastRead, { history });
  const questions = questionsOf(result, answered);
  const open = questions.filter(({ missing }) => missing.length > 0).length;

  function begin(change: Partial<Session>) {
    setSession({ ...session, ...change });
  }

  function answer(pointer: string, value: unknown) {
    setSession(withAnswer(session, pointer, value));
    setAnswered([...new Set([...answered, pointer])]);
  }

  return (
    <main>
      <h1>Is this session billable?</h1>
      <p className="start">
        <label>
          Service{' '}
          <select value={session.service} onChange={({ target }) => begin({ service: target.value })}>
            {services.map(({ id, title }) => (
              <option key={id} value={id}>
                {title} ({id})
              </option>
            ))}
          </select>
        </label>
        <label>
          Day{' '}
          <input
            type="date"
            required
            value={session.dateOfService}
            onChange={({ target }) => target.value !== '' && begin({ dateOfService: target.value })}
          />
        </label>
        <label>
          <input
            type="checkbox"
            checked={session.phase === 'proposed'}
            onChange={({ target }) => begin({ phase: target.checked ? 'proposed' : 'delivered' })}
          />{' '}
          It is still to take place
        </label>
      </p>
      <div className="columns">
        <Form questions={questions} session={session} onAnswer={answer} />
        <aside>
          <h2 role="status" className={result.verdict}>
            {headings[result.verdict]}
          </h2>
          <p>{open === 0 ? 'Nothing is left to ask.' : `${String(open)} to answer.`}</p>
          {!parsed.ok &&
            parsed.issues.map(({ path, message }) => (
              <p key={path} role="alert">
                {path}: {message}
              </p>
            ))}
          {result.units && (
            <p>
              This session: {result.units.claimed ?? result.units.supported ?? 'not known how many'} units
              {result.price && `, $${result.price.charge}`}.
            </p>
          )}
          <UnitsLeft session={lastRead} />
          <Findings result={result} />
        </aside>
      </div>
    </main>
  );
}

function UnitsLeft({ session: { service, dateOfService: on } }: { readonly session: Session }) {
  const limits = remainingUnits(service, { on, history }).map(({ from, through, limit, remaining }) =>
    limit === null
      ? 'The document sets no limit of units.'
      : `${String(remaining)} of ${String(limit)} units left ${from === through ? `on ${from}` : `from ${from} through ${through}`}`,
  );
  return (
    <ul>
      {[...new Set(limits)].map((left) => (
        <li key={left}>{left}</li>
      ))}
    </ul>
  );
}

/** What is wrong, and under which clause; what is not known the form asks. */
function Findings({ result: { findings } }: { readonly result: SessionResult }) {
  const said = findings.filter(({ outcome }) => outcome !== 'unknown');
  return said.map(({ rule, outcome, severity, message, citations }) => (
    <article key={rule} className={outcome === 'fail' ? severity : outcome}>
      <p>{message}</p>
      {citations.map(({ title, section }) => (
        <small key={section}>
          {title}, {section}
        </small>
      ))}
    </article>
  ));
}
