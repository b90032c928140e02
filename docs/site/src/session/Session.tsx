import { checkSession, parseSession, type Session as Stated } from 'billability';
import { useMemo, useRef, useState } from 'react';
import { Form } from '../../../examples/screen/src/Form';
import { questionsOf, withAnswer } from '../../../examples/screen/src/questions';
import { ServiceChoice } from '../ServiceChoice';
import { Answer } from './Answer';
import { examples, type Example } from './examples';
import { flipsOf, saysOf, statedIn, verdicts, type Flip } from './judged';

/** What was billed before; a page that keeps nothing knows of nothing. */
const history = [] as const;

const FIRST_SERVICE = 'mo/peer-support';
const FIRST = 1;

const kinds = {
  billable: 'Billable',
  'not-billable': 'Refused',
  undetermined: 'Not told yet',
  own: 'Your own session',
} as const;

function examplesOf(service: string): readonly Example[] {
  return examples.get(service) ?? [];
}

/** One session: as it is stated, what comes of it, and what a change of a fact does. */
export function Session() {
  const [service, setService] = useState(FIRST_SERVICE);
  const first = examplesOf(FIRST_SERVICE)[FIRST];
  const [start, setStart] = useState<Stated>(first?.session ?? { service, dateOfService: '2025-03-18' });
  const [chosen, setChosen] = useState(first);
  const [session, setSession] = useState(start);
  const [answered, setAnswered] = useState<readonly string[]>(() => statedIn(start));
  // What is half typed is no session yet: then the last one stands, and what is wrong is told.
  const parsed = parseSession(session);
  const [lastRead, setLastRead] = useState(session);
  if (parsed.ok && lastRead !== session) setLastRead(session);
  const judged = parsed.ok ? session : lastRead;
  const result = useMemo(() => checkSession(judged, { history }), [judged]);
  const before = useMemo(() => checkSession(start, { history }), [start]);
  const isChanged = judged !== start;
  const flips = isChanged ? flipsOf(before, result) : [];
  const questions = questionsOf(result, answered);

  // What was pressed is gone once it has done its work.
  const verdict = useRef<HTMLDivElement>(null);
  function toVerdict() {
    verdict.current?.focus();
  }

  function begin(from: Stated) {
    setStart(from);
    setSession(from);
    setAnswered(statedIn(from));
  }

  function choose(example: Example) {
    setChosen(example);
    begin(example.session);
  }

  function chooseService(id: string) {
    setService(id);
    const next = examplesOf(id).find(({ kind }) => kind === chosen?.kind);
    if (next !== undefined) choose(next);
  }

  function change(next: Stated) {
    setSession(next);
  }

  function answer(pointer: string, value: unknown) {
    change(withAnswer(session, pointer, value));
    setAnswered([...new Set([...answered, pointer])]);
  }

  return (
    <>
      <div className="lead">
        <h1 tabIndex={-1}>Is this session billable?</h1>
        <p>
          A behavioral health session is paid by Medicaid only if it keeps to what the payer’s documents say.
          Here you see for one session whether it does, and if not, why, where that is written, and what would
          settle it.
        </p>
      </div>
      <section className="examples" aria-labelledby="examples">
        <h2 id="examples">Begin with an example, or your own</h2>
        <label>
          Service
          <ServiceChoice service={service} onChange={chooseService} />
        </label>
        <div className="choices" role="group" aria-label="Sessions of this service">
          {examplesOf(service).map((example) => (
            <button
              key={example.kind}
              type="button"
              className={example.kind}
              aria-pressed={example === chosen}
              onClick={() => choose(example)}
            >
              <b>{kinds[example.kind]}</b> {example.says}
            </button>
          ))}
        </div>
        <p className="aside">
          The people in the examples are invented. Of each session it is taken that nothing else was billed
          for the member. What you type stays in your browser.
        </p>
      </section>

      <div className={`verdict ${result.verdict}`}>
        <div role="status" ref={verdict} tabIndex={-1}>
          <strong>{verdicts[result.verdict]}</strong>
          <span>{summaryOf(result)}</span>
        </div>
        {isChanged && (
          <div className="changes">
            <span>
              {before.verdict === result.verdict
                ? `Your changes flip ${flips.length === 0 ? 'no clause' : clauses(flips.length)}.`
                : `Was “${verdicts[before.verdict]}” before your changes.`}
            </span>{' '}
            <button type="button" onClick={() => (begin(start), toVerdict())}>
              Take them back
            </button>
          </div>
        )}
      </div>
      {!parsed.ok && (
        <div role="alert" className="half">
          Not a session yet, so that the last answer stands:
          <ul>
            {parsed.issues.map(({ path, message }) => (
              <li key={path}>
                <code>{path}</code> {message}
              </li>
            ))}
          </ul>
        </div>
      )}

      <div className="columns">
        <div className="answer">
          {flips.length > 0 && (
            <Flips flips={flips} service={judged.service} onKeep={() => (setStart(judged), toVerdict())} />
          )}
          <Answer
            result={result}
            session={judged}
            history={history}
            onTry={(next) => (change(next), toVerdict())}
          />
        </div>
        <div className="stated" id="facts">
          <h2>The session as stated</h2>
          <p className="aside">Change a fact, or take it back, and see at once what flips.</p>
          <div className="fields start">
            <label>
              Day of service
              <input
                type="date"
                required
                value={session.dateOfService}
                onChange={({ target }) =>
                  target.value !== '' && change({ ...session, dateOfService: target.value })
                }
              />
            </label>
            <label className="check">
              <input
                type="checkbox"
                checked={session.phase === 'proposed'}
                onChange={({ target }) =>
                  change({ ...session, phase: target.checked ? 'proposed' : 'delivered' })
                }
              />{' '}
              It is still to take place
            </label>
          </div>
          <Form questions={questions} session={session} onAnswer={answer} />
        </div>
      </div>
    </>
  );
}

function summaryOf({ findings, units, price }: ReturnType<typeof checkSession>): string {
  const failing = findings.filter(
    ({ outcome, severity }) => outcome === 'fail' && severity === 'error',
  ).length;
  const open = findings.filter(
    ({ outcome, severity }) => outcome === 'unknown' && severity === 'error',
  ).length;
  const said = [
    failing > 0 && `${clauses(failing)} ${failing === 1 ? 'stands' : 'stand'} against it`,
    open > 0 && `${clauses(open)} cannot be told yet`,
    failing + open === 0 && 'nothing stands against it',
  ].filter((one) => one !== false);
  const count = units?.claimed ?? units?.supported;
  const amount = [
    count !== undefined && `${String(count)} ${count === 1 ? 'unit' : 'units'}`,
    price !== undefined && `$${price.charge}`,
  ].filter((one) => one !== false);
  return [said.join(', '), ...amount].join(' · ');
}

function clauses(count: number): string {
  return `${String(count)} ${count === 1 ? 'clause' : 'clauses'}`;
}

function Flips({
  flips,
  service,
  onKeep,
}: {
  readonly flips: readonly Flip[];
  readonly service: string;
  readonly onKeep: () => void;
}) {
  return (
    <section className="flips" aria-labelledby="flips">
      <h2 id="flips">What your changes flip</h2>
      <ul>
        {flips.map(({ rule, before, after }) => (
          <li key={rule}>
            {saysOf(rule, service)}{' '}
            <span className="flip">
              <s>{before}</s> → <b>{after}</b>
            </span>
          </li>
        ))}
      </ul>
      <button type="button" onClick={onKeep}>
        Compare with the session as it is now
      </button>
    </section>
  );
}
