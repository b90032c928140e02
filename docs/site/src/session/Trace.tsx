import type { Session } from 'billability';
import { traceSession, type TracedClause } from 'billability/explain';
import { useMemo, useState } from 'react';

const truths = { true: 'so', false: 'not so', unknown: 'not known' } as const;

/** How the clause of a rule came out, part by part; made when it is asked for. */
export function Trace({ rule, session }: { readonly rule: string; readonly session: Session }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="trace" onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>How it was judged</summary>
      {isOpen && <Traced rule={rule} session={session} />}
    </details>
  );
}

function Traced({ rule, session }: { readonly rule: string; readonly session: Session }) {
  const traced = useMemo(() => {
    try {
      return traceSession(session, { history: [] }).find((one) => one.rule === rule);
    } catch {
      return undefined;
    }
  }, [rule, session]);
  if (traced === undefined)
    return (
      <p className="small">
        It is worked out from numbers and days, and has no parts; the sentence of its finding says with which.
      </p>
    );
  const { parts } = traced;
  return (
    <ul className="tree">
      {parts === undefined ? (
        <Clause clause={traced} />
      ) : (
        parts.map((part) => <Clause key={part.says} clause={part} />)
      )}
    </ul>
  );
}

function Clause({ clause: { says, truth, decides, parts, reading } }: { readonly clause: TracedClause }) {
  return (
    <li className={decides ? undefined : 'beside'}>
      <span className={`truth ${truth}`}>{truths[truth]}</span> {says}
      {reading !== undefined && <i> (reading {reading})</i>}
      {parts !== undefined && (
        <ul>
          {parts.map((part) => (
            <Clause key={part.says} clause={part} />
          ))}
        </ul>
      )}
    </li>
  );
}
