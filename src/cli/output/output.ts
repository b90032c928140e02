/** A piece of what is written: text, or the bytes of a file that is none. */
export type Chunk = string | Uint8Array;

/** Where a report goes. */
export interface Output {
  /** Writes a chunk, all of it. False where the reader has seen enough. Throws OutputError. */
  readonly write: (chunk: Chunk) => Promise<boolean>;
  /** To be called when everything is written. Throws OutputError. */
  readonly finish: () => Promise<void>;
  /** To be called instead where something is missing. */
  readonly abandon: () => void;
}
