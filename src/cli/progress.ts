const FEWEST_RECORDS = 5_000;

/** A bar on standard error for a long batch, where a person is there to see it. */
export async function showProgress(
  records: number,
): Promise<{ advance: () => void; stop: () => void } | null> {
  if (!process.stderr.isTTY || records <= FEWEST_RECORDS) return null;
  const {
    default: { SingleBar, Presets },
  } = await import('cli-progress');
  const bar = new SingleBar(
    { format: 'Checking {bar} {value} of {total} records', clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  bar.start(records, 0);
  return {
    advance: () => {
      bar.increment();
    },
    stop: () => {
      bar.stop();
    },
  };
}
