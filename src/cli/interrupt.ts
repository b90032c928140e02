import { exitStatuses } from './exit-status.js';

/** Whether the person or the system that runs the command wants it to end. */
export interface Interrupt {
  /** The exit status that says so; undefined as long as nobody wants it. */
  readonly status: () => number | undefined;
  /** From here on Node decides again what a signal does. */
  readonly release: () => void;
}

const statuses = {
  SIGHUP: exitStatuses.hungUp,
  SIGINT: exitStatuses.interrupted,
  SIGTERM: exitStatuses.terminated,
} as const;

/** The first signal ends the work in good order; a second one ends the process at once. */
export function onInterrupt(stop: () => void = () => undefined): Interrupt {
  let status: number | undefined;
  const listeners = Object.entries(statuses).map(([signal, ofSignal]) => ({
    signal,
    listener: () => {
      if (status !== undefined) process.exit(status);
      status = ofSignal;
      stop();
    },
  }));
  for (const { signal, listener } of listeners) process.on(signal, listener);
  return {
    status: () => status,
    release: () => {
      for (const { signal, listener } of listeners) process.off(signal, listener);
    },
  };
}
