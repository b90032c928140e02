import { remainingUnits, type PriorUse, type Session, type SessionResult } from 'billability';
import { useState } from 'react';
import { askedOf, outcomeInWords, readingOf, saysOf, whoOf, type Asked, type Finding } from './judged';
import { Trace } from './Trace';
import { Ways } from './Ways';

/** What comes of a session, the worst first: what fails, what is asked, what to look at, what is due, what passes. */
export function Answer({
  result,
  session,
  history,
  onTry,
}: {
  readonly result: SessionResult;
  readonly session: Session;
  readonly history: readonly PriorUse[];
  /** Takes a session that would come out better. */
  readonly onTry: (session: Session) => void;
}) {
  const { findings, passed, notApplicable, notices } = result;
  const of = (outcome: Finding['outcome'], isError: boolean) =>
    findings.filter((one) => one.outcome === outcome && (one.severity === 'error') === isError);
  const asked = askedOf(findings.filter(({ outcome }) => outcome === 'unknown'));
  return (
    <>
      <Part heading="Why not" findings={of('fail', true)} session={session} />
      <Ways session={session} history={history} findings={findings} onTry={onTry} />
      {asked.length > 0 && (
        <section aria-labelledby="asked">
          <h2 id="asked">What would settle it</h2>
          {asked.map(([holder, questions]) => (
            <div key={holder} className="holder">
              <h3>Ask {whoOf(holder)}</h3>
              <ul>
                {questions.map((one) => (
                  <Question key={one.path} asked={one} session={session} />
                ))}
              </ul>
            </div>
          ))}
        </section>
      )}
      <Part heading="To look at" findings={of('fail', false)} session={session} />
      <Part
        heading="Due later"
        findings={findings.filter(({ outcome }) => outcome === 'due')}
        session={session}
      />
      <UnitsLeft session={session} history={history} />
      <Unfold words="What passes" count={passed.length}>
        {() =>
          passed.map((rule) => (
            <li key={rule}>
              {saysOf(rule, result.service)} <RuleLink rule={rule} service={result.service} />
              <Trace rule={rule} session={session} />
            </li>
          ))
        }
      </Unfold>
      <Unfold words="What does not apply" count={notApplicable.length}>
        {() =>
          notApplicable.map(({ rule, message }) => (
            <li key={rule}>
              {message} <RuleLink rule={rule} service={result.service} />
            </li>
          ))
        }
      </Unfold>
      <Unfold words="To know" count={notices.length}>
        {() => notices.map(({ message }) => <li key={message}>{message}</li>)}
      </Unfold>
    </>
  );
}

/** A list that is made when it is looked at. */
function Unfold({
  words,
  count,
  children,
}: {
  readonly words: string;
  readonly count: number;
  readonly children: () => React.ReactNode;
}) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    count > 0 && (
      <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
        <summary>
          {words} <span className="count">{count}</span>
        </summary>
        {isOpen && <ul className="rules">{children()}</ul>}
      </details>
    )
  );
}

function Part({
  heading,
  findings,
  session,
}: {
  readonly heading: string;
  readonly findings: readonly Finding[];
  readonly session: Session;
}) {
  const id = heading.replaceAll(' ', '-').toLowerCase();
  return (
    findings.length > 0 && (
      <section aria-labelledby={id}>
        <h2 id={id}>{heading}</h2>
        {findings.map((finding) => (
          <Card key={`${finding.rule} ${finding.message}`} finding={finding} session={session} />
        ))}
      </section>
    )
  );
}

function Card({ finding, session }: { readonly finding: Finding; readonly session: Session }) {
  const { rule, outcome, severity, message, paths, denials, reading } = finding;
  return (
    <article className={outcome === 'fail' ? severity : outcome}>
      <p>{message}</p>
      <Written finding={finding} service={session.service} />
      {reading !== undefined && <Reading name={reading.name} service={session.service} />}
      {denials.length > 0 && (
        <p className="small">
          A payer may answer{' '}
          {denials.map(({ group, carc, rarc }) => [group, carc, rarc].filter(Boolean).join(' ')).join(', ')}
          {denials.every(({ seenAt }) => seenAt === 'audit') && ', at an audit'}.
        </p>
      )}
      <div className="acts">
        {paths.slice(0, 1).map((path) => (
          <ToFact key={path} path={path}>
            Show the fact
          </ToFact>
        ))}
        <Trace rule={rule} session={session} />
      </div>
    </article>
  );
}

function Reading({ name, service }: { readonly name: string; readonly service: string }) {
  const reading = readingOf(name, service);
  return (
    <p className="small">
      {reading === undefined ? (
        <>
          The document leaves this open; the reading <i>{name}</i> decides.
        </>
      ) : (
        <>
          The document leaves open: {reading.question} Here: {reading.choice}
        </>
      )}
    </p>
  );
}

/** Where it is written, and the page where the words stand. */
function Written({
  finding: { citations, rule },
  service,
}: {
  readonly finding: Finding;
  readonly service: string;
}) {
  return citations.map(({ title, section }) => (
    <p key={`${title} ${section}`} className="written">
      <a href={`#/rules/${service}@${rule}`}>
        {title}, {section}
      </a>
    </p>
  ));
}

function RuleLink({ rule, service }: { readonly rule: string; readonly service: string }) {
  return (
    <a className="rule" href={`#/rules/${service}@${rule}`}>
      {rule}
    </a>
  );
}

function Question({
  asked: { path, question, findings },
  session,
}: {
  readonly asked: Asked;
  readonly session: Session;
}) {
  const [first] = findings;
  return (
    <li>
      <ToFact path={path}>{question}</ToFact>
      {first !== undefined && (
        <details className="why">
          <summary>Why it is asked</summary>
          {findings.map((finding) => (
            <div key={finding.rule}>
              <p>
                {saysOf(finding.rule, session.service)}
                {finding.severity !== 'error' &&
                  ` (It ${outcomeInWords({ ...finding, outcome: 'fail' })} at most.)`}
              </p>
              <Written finding={finding} service={session.service} />
              <Trace rule={finding.rule} session={session} />
            </div>
          ))}
        </details>
      )}
    </li>
  );
}

/** Leads to the field of a fact. */
function ToFact({ path, children }: { readonly path: string; readonly children: React.ReactNode }) {
  function go() {
    const keys = path.split('/');
    for (let depth = keys.length; depth > 1; depth--) {
      const field = document.querySelector<HTMLElement>(
        `#facts [data-fact="${keys.slice(0, depth).join('/')}"]`,
      );
      if (field === null) continue;
      field.scrollIntoView({ block: 'center' });
      field.querySelector<HTMLElement>('input, select')?.focus({ preventScroll: true });
      return;
    }
    document.querySelector<HTMLElement>('#facts input')?.focus();
  }
  return (
    <button type="button" className="link" onClick={go}>
      {children}
    </button>
  );
}

function UnitsLeft({
  session: { service, dateOfService: on },
  history,
}: {
  readonly session: Session;
  readonly history: readonly PriorUse[];
}) {
  const limits = useState(() => new Map<string, readonly string[]>())[0];
  const key = `${service} ${on}`;
  const left =
    limits.get(key) ??
    remainingUnits(service, { on, history }).map(({ from, through, limit, remaining }) =>
      limit === null
        ? 'The document sets no limit of units.'
        : `${String(remaining)} of ${String(limit)} units ${from === through ? `on ${from}` : `from ${from} through ${through}`}, before this session`,
    );
  limits.set(key, left);
  return (
    <section aria-labelledby="left">
      <h2 id="left">Units that may be billed</h2>
      <ul className="rules">
        {[...new Set(left)].map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}
