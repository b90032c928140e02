import type { SingleBar } from 'cli-progress';
import type { Io } from './io.js';

const FEWEST_RECORDS = 5_000;
const FEWEST_BYTES = 5_000_000;

/** Does the work, with a bar on standard error if it is long and a person is there to see it. */
export async function withProgress<Done>(
  records: number,
  { stderr }: Io,
  work: (onChecked: (() => void) | undefined) => Done,
): Promise<Done> {
  if (stderr.isTTY !== true || records <= FEWEST_RECORDS) return work(undefined);
  const bar = await createBar('Checking {bar} {value} of {total} records, {eta_formatted} left', stderr);
  bar.start(records, 0);
  try {
    return work(() => {
      bar.increment();
    });
  } finally {
    bar.stop();
  }
}

/** How far the reading of a file has come. */
export interface ByteProgress {
  readonly advance: (bytes: number) => void;
  readonly stop: () => void;
}

/** A bar on standard error for a long file whose length is known, unless the report itself goes to the terminal. */
export async function byteProgress(
  bytes: number | undefined,
  output: string | undefined,
  { stdout, stderr }: Io,
): Promise<ByteProgress> {
  const isReportSeen = output === undefined && stdout.isTTY === true;
  if (bytes === undefined || bytes < FEWEST_BYTES || stderr.isTTY !== true || isReportSeen) {
    return { advance: () => undefined, stop: () => undefined };
  }
  const bar = await createBar('Checking {bar} {percentage}%, {eta_formatted} left', stderr);
  bar.start(bytes, 0);
  return {
    advance: (more) => {
      bar.increment(more);
    },
    stop: () => {
      bar.stop();
    },
  };
}

async function createBar(format: string, stream: Io['stderr']): Promise<SingleBar> {
  const { default: progress } = await import('cli-progress');
  const { SingleBar, Presets } = progress;
  // A cursor that is hidden would stay so when a signal ends the command.
  return new SingleBar({ stream, format, clearOnComplete: true, hideCursor: false }, Presets.shades_classic);
}
