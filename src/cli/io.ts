import type { Readable, Writable } from 'node:stream';

/** What the command has of the process around it, which is one. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean; readonly fd?: number };
  readonly stdout: Writable & {
    readonly isTTY?: boolean;
    readonly fd?: number;
    readonly columns?: number;
  };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The exit status, once the command is done; left out, it is 0. */
  exitCode?: number | string | null | undefined;
}
