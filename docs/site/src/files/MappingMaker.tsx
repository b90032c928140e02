import type { Mapping } from 'billability/adapters/tables';
import { useId, useState, type DragEvent } from 'react';
import { ServiceChoice } from '../ServiceChoice';
import {
  askedBy,
  besides,
  bySubject,
  choiceOf,
  columnOf,
  factOf,
  labelOf,
  mappable,
  meaningsOf,
  meantIn,
  withChoice,
  withConstant,
  withFormat,
  withMeaning,
  type Beside,
} from './mapping';
import type { SeenColumn } from './opened';
import type { Fault, Preview } from './preview';

interface MakerProps {
  readonly columns: readonly SeenColumn[];
  readonly mapping: Mapping;
  readonly preview: Preview | undefined;
  readonly onChange: (mapping: Mapping) => void;
}

const HEADING = 'text/plain';

/** Which column is which fact: chosen from a list, or dropped onto the fact. */
export function MappingMaker({ columns, mapping, preview, onChange }: MakerProps) {
  const service = typeof mapping.constants?.service === 'string' ? mapping.constants.service : '';
  const headings = columns.map(({ heading }) => heading);
  const stated = headings.map((heading) => factOf(mapping, heading));
  const tellsService = stated.includes('service') || stated.includes('procedureCode');
  const [lookedAt, setLookedAt] = useState('');
  const asking = tellsService ? lookedAt : service;
  const loose = (preview?.faults ?? []).filter(
    ({ heading }) => heading === undefined || !headings.includes(heading),
  );
  return (
    <>
      {!tellsService && (
        <div className="fields">
          <label>
            Every row is a session of
            <ServiceChoice
              service={service}
              ifNone="choose a service"
              onChange={(id) => onChange(withConstant(mapping, 'service', id))}
            />
          </label>
          {service === '' && (
            <p className="aside">Or read a column as “The service”, or as “The procedure code” of claims.</p>
          )}
        </div>
      )}
      {!stated.includes('dateOfService') && (
        <p className="half">No column tells the day of service yet, without which no row is a session.</p>
      )}
      {preview !== undefined && preview.wrong.length > 0 && (
        <div role="alert" className="half">
          <p>Nothing can be read like this yet:</p>
          <ul>
            {preview.wrong.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="mapping">
        <section aria-labelledby="their-columns">
          <h3 id="their-columns">Your columns</h3>
          <p className="aside">Choose what each is read as, or drag it onto a fact.</p>
          <ol className="headings">
            {columns.map((column) => (
              <Column
                key={column.heading}
                column={column}
                others={headings}
                service={asking}
                mapping={mapping}
                faults={(preview?.faults ?? []).filter(({ heading }) => heading === column.heading)}
                onChange={onChange}
              />
            ))}
          </ol>
        </section>
        <Targets service={asking} headings={headings} mapping={mapping} onChange={onChange}>
          {tellsService && (
            <div className="fields">
              <label>
                Show what is asked of
                <ServiceChoice service={lookedAt} ifNone="choose a service" onChange={setLookedAt} />
              </label>
            </div>
          )}
        </Targets>
      </div>
      <OwnWords mapping={mapping} preview={preview} onChange={onChange} />
      {loose.length > 0 && (
        <section aria-labelledby="faults">
          <h3 id="faults">Not understood</h3>
          <Faults faults={loose} />
        </section>
      )}
    </>
  );
}

function Column({
  column: { heading, samples },
  others,
  service,
  mapping,
  faults,
  onChange,
}: {
  readonly column: SeenColumn;
  readonly others: readonly string[];
  readonly service: string;
  readonly faults: readonly Fault[];
} & Pick<MakerProps, 'mapping' | 'onChange'>) {
  const id = useId();
  const choice = choiceOf(mapping, heading);
  const asked = askedBy(service).filter((path) => mappable.has(path));
  const held = others.filter(
    (other) => other !== heading && mappable.get(factOf(mapping, other))?.column.type === 'dated-codes',
  );
  const type = mappable.get(choice)?.column.type;
  return (
    <li
      className={faults.some(({ isFine }) => !isFine) ? 'faulty' : choice === '' ? 'left-out' : undefined}
      draggable
      onDragStart={({ dataTransfer }) => dataTransfer.setData(HEADING, heading)}
    >
      <label htmlFor={id}>
        <b>{heading}</b>
        <span className="samples">{samples.length === 0 ? 'empty' : samples.join(' · ')}</span>
      </label>
      <select
        id={id}
        value={choice}
        onChange={({ target }) => onChange(withChoice(mapping, heading, target.value))}
      >
        <option value="">left out</option>
        {held.map((of) =>
          (Object.keys(besides) as Beside[]).map((as) => (
            <option key={`${as}:${of}`} value={`${as}:${of}`}>
              {besides[as]} “{of}”
            </option>
          )),
        )}
        {asked.length > 0 && (
          <optgroup label="What the service asks">
            {asked.map((path) => (
              <option key={path} value={path}>
                {labelOf(path)}
              </option>
            ))}
          </optgroup>
        )}
        {bySubject.map(([subject, paths]) => {
          const rest = paths.filter((path) => !asked.includes(path));
          return (
            rest.length > 0 && (
              <optgroup key={subject} label={asked.length > 0 ? `${subject}, also` : subject}>
                {rest.map((path) => (
                  <option key={path} value={path}>
                    {labelOf(path)}
                  </option>
                ))}
              </optgroup>
            )
          );
        })}
      </select>
      {(type === 'date' || type === 'time') && (
        <FormatChoice type={type} heading={heading} mapping={mapping} onChange={onChange} />
      )}
      <Faults faults={faults} />
    </li>
  );
}

const forms = {
  date: [
    ['M/d/yyyy', 'month first, 3/18/2025'],
    ['d/M/yyyy', 'day first, 18/3/2025'],
    ['yyyy-MM-dd', 'year first, 2025-03-18'],
  ],
  time: [
    ['h:mm a', 'with AM or PM, 1:30 PM'],
    ['H:mm', 'of 24 hours, 13:30'],
  ],
} as const;

function FormatChoice({
  type,
  heading,
  mapping,
  onChange,
}: { readonly type: keyof typeof forms; readonly heading: string } & Pick<
  MakerProps,
  'mapping' | 'onChange'
>) {
  const { format } = columnOf(mapping, heading);
  const stated = typeof format === 'string' ? format : (format?.join(', ') ?? '');
  const isListed = stated === '' || forms[type].some(([form]) => form === stated);
  return (
    <select
      aria-label={`How “${heading}” is written`}
      value={stated}
      onChange={({ target }) => onChange(withFormat(mapping, heading, target.value))}
    >
      <option value="">as it is written, told by the cells</option>
      {!isListed && <option value={stated}>{stated}</option>}
      {forms[type].map(([form, words]) => (
        <option key={form} value={form}>
          {words}
        </option>
      ))}
    </select>
  );
}

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    faults.length > 0 && (
      <ul className="faults">
        {faults.map(({ heading, message, count, row, isFine }) => (
          <li key={`${String(heading)} ${message}`} className={isFine ? 'fine' : undefined}>
            {message}
            {row !== undefined &&
              (count > 1 ? ` (${String(count)} times, first in row ${row})` : ` (row ${row})`)}
          </li>
        ))}
      </ul>
    )
  );
}

/** The facts that the service asks, onto which a heading is dropped. */
function Targets({
  service,
  headings,
  mapping,
  onChange,
  children,
}: {
  readonly service: string;
  readonly headings: readonly string[];
  readonly children: React.ReactNode;
} & Pick<MakerProps, 'mapping' | 'onChange'>) {
  const [over, setOver] = useState('');
  const asked = askedBy(service);
  const paths =
    asked.length > 0
      ? asked.filter((path) => path !== 'service')
      : ['service', 'dateOfService', 'member.id', 'procedureCode'];
  const drop = (path: string) => ({
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(path);
    },
    onDragLeave: () => setOver(''),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver('');
      const heading = event.dataTransfer.getData(HEADING);
      if (headings.includes(heading)) onChange(withChoice(mapping, heading, path));
    },
  });
  const told = paths.filter((path) => headings.some((heading) => factOf(mapping, heading) === path)).length;
  return (
    <section aria-labelledby="their-facts" tabIndex={0}>
      <h3 id="their-facts">{asked.length > 0 ? 'What the service asks' : 'Facts to begin with'}</h3>
      {children}
      <p className="aside">
        {String(told)} of {String(paths.length)} are told by a column. What no column tells is asked for by
        name.
      </p>
      <ul className="targets">
        {paths.map((path) => {
          const from = headings.filter((heading) => factOf(mapping, heading) === path);
          const classes = [from.length > 0 && 'told', over === path && 'dropping'].filter(Boolean).join(' ');
          return (
            <li key={path} data-target={path} className={classes} {...drop(path)}>
              <span>{labelOf(path)}</span> {from.length > 0 && <b>{from.join(', ')}</b>}
            </li>
          );
        })}
        <li
          data-target=""
          className={over === '-' ? 'dropping' : undefined}
          {...drop('')}
          onDragOver={(event) => (event.preventDefault(), setOver('-'))}
        >
          <i>Leave it out</i>
        </li>
      </ul>
    </section>
  );
}

/** What the agency calls things by its own words. */
function OwnWords({ mapping, preview, onChange }: Pick<MakerProps, 'mapping' | 'preview' | 'onChange'>) {
  const id = useId();
  const meant = meantIn(mapping);
  const open = (preview?.words ?? []).map((one) => ({ ...one, meaning: '' }));
  const all = [...meant.map((one) => ({ ...one, count: '' })), ...open];
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="own-words">
      <h3 id="own-words">Your own words</h3>
      <p className="aside">
        These are on no list of ours. Say what each means; what stays open is not guessed.
      </p>
      <ul className="words">
        {all.map((one, index) => (
          <li key={`${one.path} ${one.word}`} className={one.meaning === '' ? 'not-said' : undefined}>
            <label htmlFor={`${id}${String(index)}`}>
              <b>{one.word}</b>{' '}
              <span className="samples">{[labelOf(one.path), one.count].filter(Boolean).join(', ')}</span>
            </label>
            <select
              id={`${id}${String(index)}`}
              value={one.meaning}
              onChange={({ target }) => onChange(withMeaning(mapping, one, target.value))}
            >
              <option value="">not said</option>
              {meaningsOf(one.path).map(([code, label]) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </section>
  );
}
