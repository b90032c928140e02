import { describeService, services, type SheetLine } from 'billability';
import { useEffect, useMemo } from 'react';
import { documents } from '../../../../src/services/index';
import { clausesOf } from '../../../../test/docs/pages/clauses';

/** @param place what is shown: a service, and behind an `@` the rule that is meant. */
export function Sheets({ place }: { readonly place: string }) {
  const [id = '', rule] = place.split('@');
  const service = services.find((one) => one.id === id);
  return service === undefined ? <List /> : <Sheet key={service.id} id={service.id} rule={rule} />;
}

function List() {
  return (
    <>
      <div className="lead">
        <h1 tabIndex={-1}>The rules</h1>
        <p>
          Each service on one page: who may get it, who may give it, how much, and what is to be documented,
          clause by clause, beside what the rules make of it.
        </p>
      </div>
      <ul className="services">
        {services.map(({ id, title, inForce }) => (
          <li key={id}>
            <a href={`#/rules/${id}`}>{title}</a>
            <span>
              <code>{id}</code> {inForce.cite.title}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Sheet({ id, rule }: { readonly id: string; readonly rule: string | undefined }) {
  const sheet = useMemo(() => describeService(id), [id]);
  const service = services.find((one) => one.id === id);
  const document_ = documents.find(({ source }) => source.id === service?.inForce.cite.source);
  useEffect(() => {
    const line =
      rule === undefined ? null : document.querySelector<HTMLElement>(`[data-rule="${CSS.escape(rule)}"]`);
    if (line === null) return;
    line.scrollIntoView({ block: 'center' });
    line.focus({ preventScroll: true });
  }, [rule]);
  return (
    <>
      <p className="back">
        {rule !== undefined && <a href="#/">Back to the session</a>}
        <a href="#/rules">All services</a>
      </p>
      <div className="lead">
        <h1 tabIndex={-1}>{sheet.title}</h1>
        <p>
          <code>{sheet.service}</code> after {document_?.source.title}, {document_?.source.issuer}. What the
          document does not set is not limited here either.
        </p>
      </div>
      {sheet.sections.map(({ heading, lines }) => (
        <section key={heading} className="sheet" aria-label={heading}>
          <h2>{heading}</h2>
          <div className="heads" aria-hidden="true">
            <span>The clause</span>
            <span>What the rule asks</span>
          </div>
          {lines.map((line, index) => (
            <Line
              key={`${line.says} ${String(index)}`}
              line={line}
              isMeant={line.rule !== undefined && line.rule === rule}
            />
          ))}
        </section>
      ))}
      {sheet.readings.length > 0 && (
        <section className="sheet" aria-label="What the document leaves open">
          <h2>What the document leaves open</h2>
          {sheet.readings.map((reading) => (
            <div key={reading.name} className="line">
              <p>{reading.question}</p>
              <p>
                {reading.choice} <code className="rule">{reading.name}</code>
              </p>
            </div>
          ))}
        </section>
      )}
      {document_ !== undefined && (
        <section className="sheet" aria-label="The document, clause by clause">
          <h2>The document, clause by clause</h2>
          <p className="aside">
            Every clause in the order of the text, in our own words, with the rules that judge it, or why none
            can.
          </p>
          <div className="heads" aria-hidden="true">
            <span>The clause</span>
            <span>The rules</span>
          </div>
          {clausesOf(document_).map(({ section, says, rules, because }, index) => (
            <div key={String(index)} className="line">
              <p>
                <b className="section">{section}</b> {says}
              </p>
              <p>
                {rules === undefined
                  ? because
                  : rules.map((one) => (
                      <code key={one} className="rule">
                        {one}{' '}
                      </code>
                    ))}
              </p>
            </div>
          ))}
        </section>
      )}
    </>
  );
}

function Line({ line, isMeant }: { readonly line: SheetLine; readonly isMeant: boolean }) {
  const { says, citation, rule, demands, reading, from, through } = line;
  const days = [from !== undefined && `from ${from}`, through !== undefined && `through ${through}`]
    .filter((one) => one !== false)
    .join(' ');
  return (
    <div
      className={isMeant ? 'line meant' : 'line'}
      tabIndex={isMeant ? -1 : undefined}
      {...(rule !== undefined && { 'data-rule': rule })}
    >
      <p>
        <b className="section">{citation.section}</b> {says}
        {days !== '' && <i> ({days})</i>}
      </p>
      <p>
        {demands !== undefined && <>Passes when {demands}. </>}
        {rule === undefined ? 'No rule judges it.' : <code className="rule">{rule}</code>}
        {reading !== undefined && <i> Reading {reading}.</i>}
      </p>
    </div>
  );
}
