import { checkFile, type Progress, type Settings } from './checked';
import { lookInto, openFile, problemsOf, type Opened, type OpenFile } from './opened';
import type { Preview } from './preview';
import type { Checked } from './checked';
import type { Mapping } from 'billability/adapters/tables';

/** What the page asks of the worker; a file comes with each, as one that was stopped has forgotten it. */
export type Question = { readonly key: number; readonly file: File } & (
  | { readonly asks: 'open' }
  | { readonly asks: 'preview'; readonly mapping: Mapping }
  | { readonly asks: 'check'; readonly settings: Settings }
);

export type Answer =
  | { readonly key: number; readonly progress: Progress }
  | { readonly key: number; readonly answer: Opened | Preview | Checked }
  | { readonly key: number; readonly problems: readonly string[] };

const say = (answer: Answer) => postMessage(answer);

let open: { readonly of: string; readonly file: OpenFile } | undefined;

async function opened(file: File): Promise<OpenFile> {
  const of = JSON.stringify([file.name, file.size, file.lastModified]);
  if (open?.of !== of)
    open = { of, file: await openFile(file.name, new Uint8Array(await file.arrayBuffer())) };
  return open.file;
}

async function answerTo(question: Question): Promise<Opened | Preview | Checked> {
  const file = await opened(question.file);
  if (question.asks === 'open') return lookInto(file);
  if (question.asks === 'preview') {
    if (file.kind !== 'table') throw new Error('only a table is mapped');
    return (await import('./preview')).previewOf(file, question.mapping);
  }
  return checkFile(file, question.settings, (progress) => say({ key: question.key, progress }));
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { key } = data;
  answerTo(data).then(
    (answer) => say({ key, answer }),
    (error: unknown) => {
      try {
        say({ key, problems: problemsOf(error) });
      } catch {
        say({ key, problems: ['cannot be read: something went wrong in this page'] });
      }
    },
  );
});
