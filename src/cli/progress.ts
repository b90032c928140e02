import type { SingleBar } from 'cli-progress';

const FEWEST_RECORDS = 5_000;
const FEWEST_BYTES = 5_000_000;

/** Does the work, with a bar on standard error if it is long and a person is there to see it. */
export async function withProgress<Done>(
  records: number,
  work: (onChecked: (() => void) | undefined) => Done,
): Promise<Done> {
  if (!process.stderr.isTTY || records <= FEWEST_RECORDS) return work(undefined);
  const bar = await createBar('Checking {bar} {value} of {total} records');
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
): Promise<ByteProgress> {
  const isReportSeen = output === undefined && process.stdout.isTTY;
  if (bytes === undefined || bytes < FEWEST_BYTES || !process.stderr.isTTY || isReportSeen) {
    return { advance: () => undefined, stop: () => undefined };
  }
  const bar = await createBar('Checking {bar} {percentage}%, {eta_formatted} left');
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

async function createBar(format: string): Promise<SingleBar> {
  const { default: progress } = await import('cli-progress');
  const { SingleBar, Presets } = progress;
  // A cursor that is hidden would stay so when a signal ends the command.
  return new SingleBar({ format, clearOnComplete: true, hideCursor: false }, Presets.shades_classic);
}
