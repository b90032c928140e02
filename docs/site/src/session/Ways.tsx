import type { PriorUse, Session } from 'billability';
import { waysToPass, type Operation, type Way, type WaysToPass } from 'billability/explain';
import { useDeferredValue, useMemo } from 'react';
import { withAnswer } from '../../../examples/screen/src/questions';
import { saysOf, whoOf, type Finding } from './judged';

const kinds = {
  answer: 'If it is so',
  complete: 'If the paper is there',
  correct: 'If it was misspelt',
  'claim-less': 'Claim less',
  recode: 'Bill it as another service',
  reschedule: 'Move it',
} as const satisfies Record<Way['kind'], string>;

/** What would make a session pass that is refused; what is only not known is asked for beside it. */
export function Ways({
  session,
  history,
  findings,
  onTry,
}: {
  readonly session: Session;
  readonly history: readonly PriorUse[];
  readonly findings: readonly Finding[];
  readonly onTry: (session: Session) => void;
}) {
  // Found once the verdict is shown, as it takes a while longer.
  const looked = useDeferredValue<Session | undefined>(session, undefined);
  const found = useMemo(
    () => (looked === undefined ? undefined : waysToPass(looked, { history })),
    [looked, history],
  );
  const failing = findings.filter(({ outcome, severity }) => outcome === 'fail' && severity === 'error');
  if (failing.length === 0) return null;
  const needs = (found?.needs ?? []).filter(({ rules }) => failing.some(({ rule }) => rules.includes(rule)));
  return (
    <section aria-labelledby="ways" aria-busy={looked !== session}>
      <h2 id="ways">What would make it pass</h2>
      {needs.length > 1 && <p className="aside">Each of these is needed.</p>}
      <ol className="needs">
        {needs.map((need) => (
          <NeedOf key={need.rules.join(' ')} need={need} session={session} onTry={onTry} />
        ))}
      </ol>
      {found?.notSearched === true && (
        <p className="small">There is more to try than was tried: there may be other ways.</p>
      )}
    </section>
  );
}

function NeedOf({
  need: { rules, ways },
  session,
  onTry,
}: {
  readonly need: WaysToPass['needs'][number];
  readonly session: Session;
  readonly onTry: (session: Session) => void;
}) {
  return (
    <li>
      <p>{[...new Set(rules.map((rule) => saysOf(rule, session.service)))].join(' ')}</p>
      {ways.length === 0 && (
        <p className="never">Nothing that may be changed makes it pass: do not bill it.</p>
      )}
      <ul>
        {ways.map((way, index) => (
          <li key={String(index)}>
            {ways.length > 1 && <i>{index === 0 ? 'Either: ' : 'Or: '}</i>}
            <b>{kinds[way.kind]}</b>
            {way.demands.map(({ says, heldBy, atLeast, of }) => (
              <span key={says} className="demand">
                {says}
                {atLeast !== undefined && ` (${String(atLeast)} of ${String(of)})`}
                <small>{whoOf(heldBy)} knows</small>
              </span>
            ))}
            {way.repair !== undefined && (
              <span className="demand">
                {way.repair.after.verdict === 'billable' ? 'Then it is billable' : 'Then the others remain'}
                {way.repair.after.less !== undefined && `, $${way.repair.after.less} less`}.{' '}
                <button
                  type="button"
                  onClick={() => onTry((way.repair?.patch ?? []).reduce(patched, session))}
                >
                  Try it here
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}

function patched(session: Session, { path, value }: Operation): Session {
  return withAnswer(session, path, value);
}
