import picocolors from 'picocolors';
import type { Checker } from '../../check/checker.js';
import { explain } from '../../pages.js';
import type { ReportOptions } from '../../reports/index.js';
import type { StatedHistory } from '../input/read-history.js';
import type { Io } from '../io.js';

type Told = Pick<ReportOptions, 'asOf' | 'streamed' | 'openAs' | 'keys'> & {
  readonly checker: Checker | undefined;
  readonly files: readonly string[];
  readonly history: StatedHistory | undefined;
  /** The file that the report goes to, if it is not standard output. */
  readonly output: string | undefined;
};

/** What the report of a check says beside its records. */
export function reportOptions({ files, history, output, ...told }: Told, io: Io): ReportOptions {
  return {
    ...told,
    explain: (rule) => explain(rule, { checker: told.checker }),
    files: [...new Set(files)],
    history: history?.uses,
    historyPlaces: history?.places,
    asksForHistory: true,
    style: wantsColor(output, io) ? picocolors.createColors(true) : undefined,
  };
}

/** As https://no-color.org and https://force-color.org have it. */
function wantsColor(output: string | undefined, { env, stdout }: Io): boolean {
  const { NO_COLOR, FORCE_COLOR } = env;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return output === undefined && stdout.isTTY === true && (NO_COLOR === undefined || NO_COLOR === '');
}
