const FEWEST_RECORDS = 5_000;

/** Does the work, with a bar on standard error if it is long and a person is there to see it. */
export async function withProgress<Done>(
  records: number,
  work: (onChecked: (() => void) | undefined) => Done,
): Promise<Done> {
  if (!process.stderr.isTTY || records <= FEWEST_RECORDS) return work(undefined);
  const {
    default: { SingleBar, Presets },
  } = await import('cli-progress');
  const bar = new SingleBar(
    { format: 'Checking {bar} {value} of {total} records', clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(records, 0);
  try {
    return work(() => {
      bar.increment();
    });
  } finally {
    bar.stop();
  }
}
