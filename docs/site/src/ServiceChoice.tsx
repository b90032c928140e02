import { services } from 'billability';
import { states } from './states';

const byState = [...Map.groupBy(services, ({ jurisdiction }) => jurisdiction)];

/** A list of the services by State, each by its title and id. */
export function ServiceChoice({
  service,
  ifNone,
  onChange,
}: {
  readonly service: string;
  /** What stands first where no service need be chosen. */
  readonly ifNone?: string;
  readonly onChange: (id: string) => void;
}) {
  return (
    <select value={service} onChange={({ target }) => onChange(target.value)}>
      {ifNone !== undefined && <option value="">{ifNone}</option>}
      {byState.map(([state, ofState]) => (
        <optgroup key={state} label={states[state] ?? state}>
          {ofState.map(({ id, title }) => (
            <option key={id} value={id}>
              {title} ({id})
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
