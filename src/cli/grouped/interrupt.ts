/** Whether the person who started the command wants it to end. */
export interface Interrupt {
  readonly happened: () => boolean;
  /** From here on Node decides again what an interrupt does. */
  readonly release: () => void;
}

/** The first interrupt ends the work in good order; a second one ends the process at once. */
export function onInterrupt(stop: () => void): Interrupt {
  let happened = false;
  const listener = () => {
    happened = true;
    stop();
  };
  process.once('SIGINT', listener);
  return {
    happened: () => happened,
    release: () => process.off('SIGINT', listener),
  };
}
