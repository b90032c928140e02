import { services } from 'billability';

/** A list of the services, each by its title and id. */
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
      {services.map(({ id, title }) => (
        <option key={id} value={id}>
          {title} ({id})
        </option>
      ))}
    </select>
  );
}
