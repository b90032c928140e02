import { lazy, Suspense, useEffect, useRef, useState, type RefObject } from 'react';
import { Session } from './session/Session';

const Files = lazy(() =>
  import('./files/Files').then(
    ({ Files: found }) => ({ default: found }),
    () => ({ default: NotLoaded }),
  ),
);
const Sheets = lazy(() =>
  import('./sheets/Sheets').then(
    ({ Sheets: found }) => ({ default: found }),
    () => ({ default: NotLoaded }),
  ),
);

function NotLoaded(_: { readonly place?: string }) {
  return <p role="alert">This part of the page could not be loaded. Load the page again.</p>;
}

const views = [
  ['', 'A session'],
  ['files', 'A file'],
  ['rules', 'The rules'],
] as const;

/** What stands behind the # of the address: the view, and what of it. */
function usePlace(): readonly [view: string, rest: string] {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const moved = () => setHash(location.hash);
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const [, view = '', rest = ''] = /^#\/?([^/]*)\/?(.*)$/.exec(hash) ?? [];
  return [view, rest];
}

export function Page() {
  const [view, rest] = usePlace();
  const main = useRef<HTMLElement>(null);
  return (
    <>
      <a
        className="skip"
        href="#content"
        onClick={(event) => (event.preventDefault(), main.current?.focus())}
      >
        To the content
      </a>
      <header className="top">
        <p className="name">
          <svg aria-hidden="true" viewBox="0 0 32 32" width="28" height="28">
            <rect width="32" height="32" rx="7" />
            <path d="M9 16.5l5 5 9.5-11" />
          </svg>
          billability
        </p>
        <nav aria-label="Views">
          {views.map(([id, words]) => (
            <a key={id} href={`#/${id}`} aria-current={view === id ? 'page' : undefined}>
              {words}
            </a>
          ))}
        </nav>
      </header>
      <main ref={main} id="content" tabIndex={-1}>
        {/* What was typed stays while another view is looked at. */}
        <div hidden={view !== ''}>
          <Session />
        </div>
        <Suspense fallback={<p className="wait">One moment …</p>}>
          <Kept isShown={view === 'files'}>
            <Files />
          </Kept>
          {view === 'rules' && <Sheets place={rest} />}
          <Arrival place={`${view}/${rest}`} within={main} />
        </Suspense>
      </main>
      <footer>
        <p>
          <strong>Everything stays in your browser.</strong> What you type and the files you open are not
          sent, and not kept: the page has no server behind it, and its policy forbids it to talk to one.
          Close it, and all is gone.
        </p>
        <p>
          billability judges by the payers’ own documents, each named with its clause. It promises no payment,
          and does not look at eligibility, prior authorization, timely filing, NCCI edits or other payers.
        </p>
      </footer>
    </>
  );
}

/**
 * Takes who follows a link to what it leads to, once that is drawn, and who comes back to where they left. Who has just
 * come to the page stays at its top; a rule that is meant is found by its sheet.
 */
function Arrival({
  place,
  within,
}: {
  readonly place: string;
  readonly within: RefObject<HTMLElement | null>;
}) {
  const last = useRef(place);
  const [leftFrom] = useState(() => new Map<string, Element | null>());
  useEffect(() => {
    const leave = () => leftFrom.set(place, document.activeElement);
    addEventListener('hashchange', leave);
    return () => removeEventListener('hashchange', leave);
  }, [place, leftFrom]);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    if (place.includes('@')) return;
    const shown = [...(within.current?.querySelectorAll<HTMLElement>('h1, a') ?? [])].filter((one) =>
      one.checkVisibility(),
    );
    const link = shown.find((one) => one === leftFrom.get(place));
    const heading = shown.find(({ tagName }) => tagName === 'H1');
    (link ?? heading)?.focus({ preventScroll: true });
    if (link === undefined) scrollTo({ top: 0, behavior: 'instant' });
    else link.scrollIntoView({ block: 'center', behavior: 'instant' });
  }, [place, within, leftFrom]);
  return null;
}

/** Made when it is first looked at, and kept from then on. */
function Kept({ isShown, children }: { readonly isShown: boolean; readonly children: React.ReactNode }) {
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown && !wasShown) setWasShown(true);
  return wasShown && <div hidden={!isShown}>{children}</div>;
}
