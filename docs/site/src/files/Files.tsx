import type { BatchTotals } from 'billability';
import type { Mapping } from 'billability/adapters/tables';
import { lazy, Suspense, useEffect, useId, useRef, useState, type DragEvent } from 'react';
import type { Checked, Progress, Settings } from './checked';
import type { Opened } from './opened';
import type { Preview } from './preview';
import { samples, type Sample } from './samples';
import { createWork, Refused, type Work } from './work';

const MappingMaker = lazy(async () => ({ default: (await import('./MappingMaker')).MappingMaker }));

const forms = {
  x12: 'claims in X12 (837P)',
  fhir: 'FHIR',
  json: 'records in JSON, which name their facts themselves',
} as const;

const jurisdictions = [
  ['MO', 'Missouri'],
  ['MT', 'Montana'],
  ['SC', 'South Carolina'],
] as const;

function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** A file of records: opened, mapped where it is a table, checked, and told as a report. */
export function Files() {
  const [work] = useState(createWork);
  const [file, setFile] = useState<File>();
  const [opened, setOpened] = useState<Opened>();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [mapping, setMapping] = useState<Mapping>({});
  const [preview, setPreview] = useState<Preview>();
  const [settings, setSettings] = useState<Omit<Settings, 'mapping' | 'fhir'>>({
    asOf: today(),
    isFirst: true,
    keys: false,
  });
  const [fhir, setFhir] = useState('');
  const [progress, setProgress] = useState<Progress>();
  const [checked, setChecked] = useState<Checked>();
  const result = useRef<HTMLHeadingElement>(null);
  useEffect(() => result.current?.focus(), [checked]);

  usePreview(work, file, opened, mapping, setPreview);

  async function open(next: File, sample?: Sample) {
    work.stop();
    setFile(next);
    setOpened(undefined);
    setPreview(undefined);
    setChecked(undefined);
    setProgress(undefined);
    setProblems([]);
    setFhir((await sample?.fhir?.()) ?? '');
    setSettings((now) => ({ ...now, jurisdiction: sample?.jurisdiction }));
    try {
      const found = await work.open(next);
      if (found.kind === 'table') setMapping(found.mapping);
      setOpened(found);
    } catch (error) {
      setProblems(problemsIn(error));
    }
  }

  async function openSample(sample: Sample) {
    const bytes = await sample.load();
    await open(new File([bytes as BlobPart], sample.name), sample);
  }

  async function check() {
    if (file === undefined || opened === undefined) return;
    setProblems([]);
    setChecked(undefined);
    setProgress({ doing: 'reading' });
    try {
      const stated = fhir.trim() === '' ? undefined : parsed(fhir);
      const all = { ...settings, ...(opened.kind === 'table' && { mapping }), fhir: stated };
      setChecked(await work.check(file, all, setProgress));
    } catch (error) {
      setProblems(problemsIn(error));
    }
    setProgress(undefined);
  }

  function stop() {
    work.stop();
    setProgress(undefined);
    setProblems(['was stopped; nothing of it is told']);
  }

  async function takeMapping(from: File) {
    try {
      setMapping(JSON.parse(await from.text()) as Mapping);
      setProblems([]);
    } catch {
      setProblems(['that mapping is no JSON; choose one that this page or “billability map” has written']);
    }
  }

  const isOfClaims = opened?.kind === 'x12' || (opened?.kind === 'table' && preview?.isOfClaims === true);
  const isReady = opened !== undefined && (opened.kind !== 'table' || preview?.wrong.length === 0);
  return (
    <>
      <div className="lead">
        <h1 tabIndex={-1}>What in this file is billable?</h1>
        <p>
          Open a month of sessions or claims as your system exports it: CSV, an Excel workbook, NDJSON or
          JSON, an 837P, or FHIR. You get a report of what holds each record back, and a worklist. The file
          does not leave this computer.
        </p>
      </div>
      <Drop onFile={(next) => void open(next)} onSample={(sample) => void openSample(sample)} />
      {problems.length > 0 && (
        <div role="alert" className="half">
          {problems.map((problem) => (
            <p key={problem}>
              {file !== undefined && <b>{file.name}</b>} {problem}
            </p>
          ))}
        </div>
      )}
      {file !== undefined && opened === undefined && problems.length === 0 && (
        <p role="status" className="wait">
          Opening {file.name} …
        </p>
      )}
      {file !== undefined && opened !== undefined && (
        <section className="step" aria-labelledby="as-read">
          <h2 id="as-read">
            {file.name}
            <span className="count">
              {' '}
              {opened.kind === 'table'
                ? `${opened.form}, ${opened.rows.toLocaleString('en')} rows, ${String(opened.columns.length)} columns`
                : forms[opened.kind]}
            </span>
          </h2>
          {opened.kind === 'table' && (
            <>
              {opened.told.length > 0 && (
                <ul className="small">
                  {opened.told.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              )}
              <Suspense>
                <MappingMaker
                  columns={opened.columns}
                  mapping={mapping}
                  preview={preview}
                  onChange={setMapping}
                />
              </Suspense>
              {preview !== undefined && (
                <FirstRows preview={preview} headings={opened.columns.map(({ heading }) => heading)} />
              )}
              <div className="downloads">
                <Save
                  name={`${file.name}.map.json`}
                  of={() => new Blob([`${JSON.stringify(mapping, null, 2)}\n`])}
                >
                  Save the mapping
                </Save>
                <Choose accept=".json" onFile={(from) => void takeMapping(from)}>
                  Use a saved mapping
                </Choose>
              </div>
            </>
          )}
          {opened.kind === 'fhir' && (
            <details className="wide" open={fhir !== ''}>
              <summary>What its codes stand for</summary>
              <label>
                Mapping of FHIR, as JSON
                <textarea rows={8} value={fhir} onChange={({ target }) => setFhir(target.value)} />
              </label>
            </details>
          )}
          <h2 className="then">Check it</h2>
          <div className="fields">
            <label>
              As of
              <input
                type="date"
                value={settings.asOf ?? ''}
                onChange={({ target }) => setSettings({ ...settings, asOf: target.value || undefined })}
              />
            </label>
            {isOfClaims && (
              <label>
                Whose rules apply
                <select
                  value={settings.jurisdiction ?? ''}
                  onChange={({ target }) =>
                    setSettings({ ...settings, jurisdiction: target.value || undefined })
                  }
                >
                  <option value="">choose a State</option>
                  {jurisdictions.map(([code, name]) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
          <div className="checks">
            <Check
              isOn={settings.isFirst}
              onChange={(isFirst) => setSettings({ ...settings, isFirst })}
              words="Nothing else was billed for these people in this time (if unticked, the limits of units cannot be told)"
            />
            <Check
              isOn={settings.keys}
              onChange={(keys) => setSettings({ ...settings, keys })}
              words="The report names members and staff by their keys (the worklist always does)"
            />
            {opened.kind === 'x12' && (
              <Check
                isOn={settings.claimDiagnoses === true}
                onChange={(claimDiagnoses) => setSettings({ ...settings, claimDiagnoses })}
                words="The diagnoses of a claim are all that the assessment has"
              />
            )}
          </div>
          <p>
            <button
              type="button"
              className="main"
              disabled={!isReady || progress !== undefined}
              onClick={() => void check()}
            >
              Check {file.name}
            </button>
          </p>
        </section>
      )}
      {progress !== undefined && <Doing progress={progress} onStop={stop} />}
      {checked !== undefined && file !== undefined && (
        <section className="step" aria-labelledby="outcome">
          <h2 id="outcome" ref={result} tabIndex={-1}>
            What came of it
          </h2>
          <Outcome checked={checked} name={file.name.replace(/\.[^.]*$/, '')} />
        </section>
      )}
    </>
  );
}

function problemsIn(error: unknown): readonly string[] {
  if (error instanceof Refused) return error.problems;
  throw error;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Refused(['its mapping is no JSON']);
  }
}

/** What the mapping makes of the table, once nothing was changed for a moment. */
function usePreview(
  work: Work,
  file: File | undefined,
  opened: Opened | undefined,
  mapping: Mapping,
  show: (preview: Preview) => void,
) {
  useEffect(() => {
    if (file === undefined || opened?.kind !== 'table') return undefined;
    let isLatest = true;
    const timer = setTimeout(() => {
      void work.preview(file, mapping).then((preview) => {
        if (isLatest) show(preview);
      });
    }, 150);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [work, file, opened, mapping, show]);
}

function Drop({
  onFile,
  onSample,
}: {
  readonly onFile: (file: File) => void;
  readonly onSample: (sample: Sample) => void;
}) {
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) onFile(file);
  }
  return (
    <section
      className={isOver ? 'drop dropping' : 'drop'}
      aria-label="Open a file"
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p>
        <Choose onFile={onFile}>Choose a file</Choose> <span>or drop it here</span>
      </p>
      <div role="group" aria-label="Files of an invented agency" className="samples-of">
        <span className="aside">Or try one of an invented agency:</span>
        {samples.map((sample) => (
          <button key={sample.says} type="button" className="link" onClick={() => onSample(sample)}>
            {sample.says}
          </button>
        ))}
      </div>
    </section>
  );
}

function Choose({
  accept,
  onFile,
  children,
}: {
  readonly accept?: string;
  readonly onFile: (file: File) => void;
  readonly children: string;
}) {
  const id = useId();
  return (
    <span className="choose">
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again, once it was changed.
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <label htmlFor={id}>{children}</label>
    </span>
  );
}

function Check({
  isOn,
  words,
  onChange,
}: {
  readonly isOn: boolean;
  readonly words: string;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} /> {words}
    </label>
  );
}

function FirstRows({
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
                  const { written, read } = cells[heading] ?? { written: '', read: '' };
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

const doing = { reading: 'Reading', checking: 'Checking', writing: 'Writing the report' } as const;

function Doing({ progress, onStop }: { readonly progress: Progress; readonly onStop: () => void }) {
  const { done, of } = progress;
  const words =
    done === undefined || of === undefined
      ? `${doing[progress.doing]} …`
      : `${doing[progress.doing]}: ${done.toLocaleString('en')} of ${of.toLocaleString('en')}`;
  return (
    <div className="doing">
      <progress aria-label="Progress of the check" value={done} max={of} />
      <span>{words}</span>
      <button type="button" onClick={onStop}>
        Stop
      </button>
    </div>
  );
}

/** More takes a browser a while to lay out. */
const LARGEST_SHOWN = 3 * 1024 * 1024;

function Outcome({ checked, name }: { readonly checked: Checked; readonly name: string }) {
  const { totals, notices, html, worklist, results } = checked;
  const [report, setReport] = useState<string>();
  const isLarge = html.size > LARGEST_SHOWN;
  useEffect(() => {
    setReport(undefined);
    if (!isLarge) void html.text().then(setReport);
  }, [html, isLarge]);
  return (
    <>
      <Totals totals={totals} />
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
        <details>
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

/** Gives a file to the browser's own downloads. */
function Save({
  name,
  of,
  children,
}: {
  readonly name: string;
  readonly of: () => Blob;
  readonly children: string;
}) {
  function save() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(of());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
  return (
    <button type="button" onClick={save}>
      {children}
    </button>
  );
}
