import type { Preview } from './preview';

/** What the mapping makes of the first rows, cell by cell. */
export function FirstRows({
  preview,
  headings,
}: {
  readonly preview: Preview;
  readonly headings: readonly string[];
}) {
  const { rows, looked, of } = preview;
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="first-rows">
      <h3 id="first-rows">The first rows, as they are read</h3>
      {looked < of && (
        <p className="aside">
          Faults and words are looked for in the first {looked.toLocaleString('en')} of{' '}
          {of.toLocaleString('en')} rows.
        </p>
      )}
      <div className="scroll" tabIndex={0} role="region" aria-label="Rows, which scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Row</th>
              {headings.map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {headings.map((heading) => {
                  const { written = '', read = '', isWrong = false } = cells[heading] ?? {};
                  if (isWrong)
                    return (
                      <td key={heading} className="wrong">
                        {written} <span>not understood</span>
                      </td>
                    );
                  return (
                    <td key={heading} className={read === '' ? 'unread' : undefined}>
                      {read === '' ? <s>{written}</s> : read}
                      {read !== '' && read !== written && <span>{written}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
