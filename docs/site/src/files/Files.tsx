import type { Mapping } from 'billability/adapters/tables';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Checked, Progress, Settings } from './checked';
import { Choose, Drop } from './Drop';
import { FirstRows } from './FirstRows';
import type { Opened } from './opened';
import { Outcome } from './Outcome';
import type { Needed, Preview } from './preview';
import { states } from '../states';
import { today } from '../today';
import type { Sample } from './samples';
import { Save } from './Save';
import { createWork, Refused, type Work } from './work';

const MappingMaker = lazy(async () => ({ default: (await import('./MappingMaker')).MappingMaker }));

const forms = {
  x12: 'claims in X12 (837P)',
  fhir: 'FHIR',
  json: 'records in JSON, which name their facts themselves',
} as const;

/** What is still to be done where a record lacks what each needs. */
const toDo: Readonly<Record<Needed, string>> = {
  service:
    'Choose above of which service every row is, or read a column as the service or as the procedure code.',
  dateOfService: 'Read a column as the date of service.',
  jurisdiction: 'Choose whose rules apply.',
};

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
  useEffect(() => {
    result.current?.focus({ preventScroll: true });
    result.current?.scrollIntoView();
  }, [checked]);
  const begin = useRef<HTMLButtonElement>(null);
  const isBusy = progress !== undefined;
  const wasBusy = useRef(false);
  useEffect(() => {
    // What stops a check is gone with it.
    if (wasBusy.current && !isBusy && checked === undefined) begin.current?.focus();
    wasBusy.current = isBusy;
  }, [isBusy, checked]);

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
  const needed: readonly Needed[] = preview?.lacks ?? (opened?.kind === 'x12' ? ['jurisdiction'] : []);
  const lacks = needed.filter((one) => one !== 'jurisdiction' || settings.jurisdiction === undefined);
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
                ? `${opened.form}, ${counted(opened.rows, 'row')}, ${counted(opened.columns.length, 'column')}`
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
                  {Object.entries(states).map(([code, name]) => (
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
          <ToDo isUnread={preview !== undefined && preview.wrong.length > 0} lacks={lacks} />
          <p>
            <button
              ref={begin}
              type="button"
              className="main"
              disabled={!isReady || isBusy}
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

/** What is to be done before a check tells anything. */
function ToDo({ isUnread, lacks }: { readonly isUnread: boolean; readonly lacks: readonly Needed[] }) {
  const all = isUnread ? ['Choose above what the columns are read as.'] : lacks.map((one) => toDo[one]);
  return (
    all.length > 0 && (
      <ul className="half" aria-label="Before it can be checked">
        {all.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    )
  );
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? what : `${what}s`}`;
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
      <button type="button" autoFocus onClick={onStop}>
        Stop
      </button>
    </div>
  );
}
