import type { BatchTotals } from 'billability';
import { useEffect, useState } from 'react';
import type { Checked } from './checked';
import { Save } from './Save';

/** More takes a browser a while to lay out. */
const LARGEST_SHOWN = 3 * 1024 * 1024;

/** How many came out how, what may be taken away, and the report. */
export function Outcome({ checked, name }: { readonly checked: Checked; readonly name: string }) {
  const { totals, notices, html, worklist, results } = checked;
  const [report, setReport] = useState<string>();
  const isLarge = html.size > LARGEST_SHOWN;
  const isAllUnread = totals.entries > 0 && totals.invalid === totals.entries;
  useEffect(() => {
    setReport(undefined);
    if (!isLarge) void html.text().then(setReport);
  }, [html, isLarge]);
  return (
    <>
      <Totals totals={totals} />
      {isAllUnread && (
        <p className="half">
          None of it could be read as a session or a claim. What is wrong stands below; of a table, choose
          above what its columns are read as.
        </p>
      )}
      <div className="downloads">
        <Save name={`${name}.report.html`} of={() => html}>
          Save the report
        </Save>
        <Save name={`${name}.worklist.csv`} of={() => worklist}>
          Save the worklist (CSV)
        </Save>
        <Save name={`${name}.results.ndjson`} of={() => results}>
          Save the results (NDJSON)
        </Save>
      </div>
      {notices.length > 0 && (
        <details open={isAllUnread}>
          <summary>
            To know of this file <span className="count">{notices.length}</span>
          </summary>
          <ul className="rules">
            {notices.map((one, index) => (
              <li key={String(index)}>{one}</li>
            ))}
          </ul>
        </details>
      )}
      {isLarge && report === undefined && (
        <p>
          The report is large ({String(Math.round(html.size / 1024 / 1024))} MB): save it, or{' '}
          <button type="button" className="link" onClick={() => void html.text().then(setReport)}>
            show it here all the same
          </button>
          .
        </p>
      )}
      {report !== undefined && (
        <iframe title="The report" srcDoc={report} sandbox="allow-scripts allow-modals" />
      )}
    </>
  );
}

function Totals({ totals }: { readonly totals: BatchTotals }) {
  const counts = [
    ['billable', 'billable', totals.billable],
    ['not-billable', 'not billable', totals.notBillable],
    ['undetermined', 'cannot be told yet', totals.undetermined],
    ['due', 'unreadable', totals.invalid],
    ['due', 'void', totals.void],
  ] as const;
  return (
    <div role="status">
      <ul className="totals">
        <li>
          <b>{totals.entries.toLocaleString('en')}</b> {totals.entries === 1 ? 'record' : 'records'}
        </li>
        {counts
          .filter(([, words, count]) => count > 0 || words.includes('billable'))
          .map(([kind, words, count]) => (
            <li key={words} className={kind}>
              <b>{count.toLocaleString('en')}</b> {words}
            </li>
          ))}
      </ul>
    </div>
  );
}
