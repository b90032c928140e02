import type { Mapping } from 'billability/adapters/tables';
import type { Checked, Progress, Settings } from './checked';
import type { Opened } from './opened';
import type { Preview } from './preview';
import type { Answer, Question } from './worker';

/** What keeps a file from being read, a sentence each. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Reads and checks beside the page, which stays usable meanwhile. */
export interface Work {
  readonly open: (file: File) => Promise<Opened>;
  readonly preview: (file: File, mapping: Mapping) => Promise<Preview>;
  readonly check: (file: File, settings: Settings, tell: (progress: Progress) => void) => Promise<Checked>;
  /** Ends what is being done; its promises never settle. */
  readonly stop: () => void;
}

interface Waiting {
  readonly settle: (answer: never) => void;
  readonly refuse: (error: Error) => void;
  readonly tell?: ((progress: Progress) => void) | undefined;
}

export function createWork(): Work {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  function start(): Worker {
    // Built as an entry of its own, so that it shares its files with the page.
    const made = new Worker(new URL('./assets/worker.js', document.baseURI), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      const asked = waiting.get(data.key);
      if (asked === undefined) return;
      if ('progress' in data) {
        asked.tell?.(data.progress);
        return;
      }
      waiting.delete(data.key);
      if ('problems' in data) asked.refuse(new Refused(data.problems));
      else asked.settle(data.answer as never);
    });
    made.addEventListener('error', () => {
      for (const { refuse } of waiting.values())
        refuse(new Refused(['cannot be read: the page could not start its reader']));
      waiting.clear();
    });
    return made;
  }

  function ask<Given>(
    question: Question extends infer One ? (One extends Question ? Omit<One, 'key'> : never) : never,
    tell?: (progress: Progress) => void,
  ): Promise<Given> {
    worker ??= start();
    const key = ++last;
    return new Promise((settle, refuse) => {
      waiting.set(key, { settle: settle as Waiting['settle'], refuse, tell });
      worker?.postMessage({ ...question, key });
    });
  }

  return {
    open: (file) => ask({ asks: 'open', file }),
    preview: (file, mapping) => ask({ asks: 'preview', file, mapping }),
    check: (file, settings, tell) => ask({ asks: 'check', file, settings }, tell),
    stop() {
      worker?.terminate();
      worker = undefined;
      waiting.clear();
    },
  };
}
