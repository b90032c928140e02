import type { Fact, FactPath } from 'billability';
import { useId, type ReactNode } from 'react';
import { factsOfEntry } from './questions';

interface FieldProps {
  readonly fact: Fact;
  readonly value: unknown;
  /** Codes that would satisfy the rules: they come first. */
  readonly accepts?: readonly string[] | undefined;
  readonly onChange: (value: unknown) => void;
}

/** What takes the answer to one question, by the type of its fact. */
export function Field({
  path,
  question,
  parts = [],
  ...props
}: FieldProps & {
  readonly path: FactPath;
  readonly question: string;
  readonly parts?: readonly string[] | undefined;
}) {
  const id = useId();
  const { type } = props.fact;
  if (type === 'dated-codes' || type === 'trainings')
    return <Entries path={path} question={question} {...props} />;
  if (type === 'boolean' || type === 'codes')
    return (
      <fieldset className={type}>
        <legend>{question}</legend>
        {parts.length > 0 && (
          <ul>
            {parts.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        )}
        {type === 'boolean' ? <YesOrNo name={id} {...props} /> : <Codes {...props} />}
      </fieldset>
    );
  return (
    <p>
      <label htmlFor={id}>{question}</label>
      <Input id={id} {...props} />
    </p>
  );
}

function Input({ id, fact, value, accepts, onChange }: FieldProps & { readonly id: string }) {
  if (fact.type === 'code')
    return (
      <select id={id} value={textOf(value)} onChange={({ target }) => onChange(target.value || undefined)}>
        <option value="">not known</option>
        <Choices fact={fact} accepts={accepts} />
      </select>
    );
  const isNumber = fact.type === 'integer' || fact.type === 'number';
  const type = isNumber ? 'number' : fact.type === 'date' || fact.type === 'time' ? fact.type : 'text';
  return (
    <input
      id={id}
      type={type}
      min={isNumber ? 0 : undefined}
      step={fact.type === 'number' ? 'any' : undefined}
      value={textOf(value)}
      onChange={({ target }) =>
        onChange(target.value === '' ? undefined : isNumber ? Number(target.value) : target.value)
      }
    />
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The codes of a list, those that would do first. */
function Choices({ fact: { codes = [] }, accepts = [] }: Pick<FieldProps, 'fact' | 'accepts'>) {
  const first = codes.filter(({ code }) => accepts.includes(code));
  const others = codes.filter(({ code }) => !accepts.includes(code));
  return [...first, ...others].map(({ code, label }) => (
    <option key={code} value={code}>
      {label} ({code})
    </option>
  ));
}

function YesOrNo({ name, value, onChange }: FieldProps & { readonly name: string }) {
  const choices: [string, boolean | undefined][] = [
    ['yes', true],
    ['no', false],
    ['not known', undefined],
  ];
  return choices.map(([words, answer]) => (
    <label key={words}>
      <input type="radio" name={name} checked={value === answer} onChange={() => onChange(answer)} /> {words}
    </label>
  ));
}

/** Of a list of codes; none is an answer too. */
function Codes({ fact: { codes = [] }, value, onChange }: FieldProps) {
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const set = (next: readonly string[]) => onChange(next);
  return (
    <>
      {codes.map(({ code, label }) => (
        <label key={code}>
          <input
            type="checkbox"
            value={code}
            checked={chosen.includes(code)}
            onChange={({ target }) =>
              set(target.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
            }
          />{' '}
          {label}
        </label>
      ))}
      {codes.length === 0 && (
        <input
          type="text"
          aria-label="codes, with commas between them"
          value={chosen.join(', ')}
          onChange={({ target }) => set(target.value.split(',').map((code) => code.trim()))}
        />
      )}
      <label>
        <input
          type="checkbox"
          checked={Array.isArray(value) && chosen.length === 0}
          onChange={({ target }) => onChange(target.checked ? [] : undefined)}
        />{' '}
        none of these
      </label>
    </>
  );
}

type Entry = Readonly<Record<string, unknown>>;

/** Of a list whose entries have facts of their own, such as credentials with their days. */
function Entries({
  path,
  question,
  value,
  accepts,
  onChange,
}: FieldProps & { readonly path: FactPath; readonly question: string }): ReactNode {
  const entries = Array.isArray(value) ? (value as Entry[]) : [];
  const rows = [...entries, {}];
  function change(place: number, key: string, answer: unknown) {
    const next = rows.map((entry, index) => (index === place ? { ...entry, [key]: answer } : entry));
    const stated = next.filter((entry) => Object.values(entry).some((fact) => fact !== undefined));
    onChange(stated.length === 0 ? undefined : stated);
  }
  return (
    <fieldset>
      <legend>{question}</legend>
      {rows.map((entry, place) => (
        <div key={place} className="entry">
          {factsOfEntry(path).map(([key, fact]) => (
            <EntryField
              key={key}
              name={key}
              fact={fact}
              value={entry[key]}
              accepts={accepts}
              onChange={(answer) => change(place, key, answer)}
            />
          ))}
        </div>
      ))}
      <label>
        <input
          type="checkbox"
          checked={Array.isArray(value) && entries.length === 0}
          onChange={({ target }) => onChange(target.checked ? [] : undefined)}
        />{' '}
        none
      </label>
    </fieldset>
  );
}

function EntryField({ name, ...props }: FieldProps & { readonly name: string }) {
  const id = useId();
  return (
    <span data-key={name}>
      <label htmlFor={id}>{props.fact.label}</label>
      {props.fact.type === 'boolean' ? <YesOrNo name={id} {...props} /> : <Input id={id} {...props} />}
    </span>
  );
}
