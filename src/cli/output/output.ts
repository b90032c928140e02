/** Where a report goes. */
export interface Output {
  /** Writes a chunk, all of it. False where the reader has seen enough. Throws OutputError. */
  readonly write: (chunk: string) => Promise<boolean>;
  /** To be called when everything is written. Throws OutputError. */
  readonly finish: () => Promise<void>;
  /** To be called instead where something is missing. */
  readonly abandon: () => void;
}
