import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { STANDARD_INPUT } from '../../reports/records.js';
import type { FileKind } from '../input/file-kind.js';
import { knownKind, reasonFor } from '../input/read-source.js';
import { tellFormat } from '../input/tell-format.js';
import type { Io } from '../io.js';
import { removeLeftovers, temporaryNameFor } from '../output/temporary-file.js';
import { UsageError } from '../usage-error.js';

/** What a file that is read piece by piece holds. */
export type StreamedKind = Exclude<FileKind, 'text'> | 'ndjson' | 'table';

/** A file that is read piece by piece. */
export interface OpenInput {
  readonly kind: StreamedKind;
  readonly pieces: AsyncIterable<Buffer>;
  /** All pieces once more, as often as it is called. Standard input is kept in a temporary file for that. */
  readonly again: () => AsyncIterable<Buffer>;
  /** Ends the pieces, those that are waited for too. */
  readonly stop: () => void;
  /** Left out where nobody knows, as of standard input. */
  readonly bytes?: number;
}

const PIECE = 256 * 1024;

/**
 * @param isLines whether it is known to be NDJSON, whatever its first lines hold.
 * @throws UsageError if the file cannot be read, or is none that can be read piece by piece.
 */
export async function openInput(file: string, { stdin }: Io, isLines = false): Promise<OpenInput> {
  const open = new Set<Readable>();
  let stopped = false;
  let kept: string | undefined;

  async function* piecesOf(stream: Readable): AsyncGenerator<Buffer> {
    open.add(stream);
    try {
      for await (const piece of stream) yield piece as Buffer;
    } catch (error) {
      if (!stopped) throw new UsageError([`${file}: ${reasonFor(error)}`]);
    } finally {
      open.delete(stream);
      stream.destroy();
    }
  }

  // A file that is not there is told before it is opened.
  const bytes = file === STANDARD_INPUT ? undefined : await lengthOf(file);
  const first =
    file === STANDARD_INPUT ? piecesOf(stdin) : piecesOf(createReadStream(file, { highWaterMark: PIECE }));
  const { begun, kind } = isLines ? { begun: [], kind: 'ndjson' as const } : await beginningOf(first, file);
  async function* all(): AsyncGenerator<Buffer> {
    yield* begun;
    yield* first;
  }
  async function* again(): AsyncGenerator<Buffer> {
    if (kept === undefined && file === STANDARD_INPUT) {
      removeLeftovers(tmpdir());
      kept = temporaryNameFor(join(tmpdir(), 'input'));
      await pipeline(Readable.from(all()), createWriteStream(kept, { mode: 0o600 }));
    }
    if (!stopped) yield* piecesOf(createReadStream(kept ?? file, { highWaterMark: PIECE }));
  }
  return {
    kind,
    pieces: all(),
    again,
    stop() {
      stopped = true;
      for (const stream of open) stream.destroy();
      if (kept !== undefined) rmSync(kept, { force: true });
    },
    ...(bytes !== undefined && { bytes }),
  };
}

/** Nothing where the length is not that of what will be read. */
async function lengthOf(file: string): Promise<number | undefined> {
  try {
    const about = await stat(file);
    return about.isFile() ? about.size : undefined;
  } catch (error) {
    throw new UsageError([`${file}: ${reasonFor(error)}`]);
  }
}

/** The pieces up to the first that is not blank, and what they are of. */
async function beginningOf(
  pieces: AsyncIterator<Buffer>,
  file: string,
): Promise<{ readonly begun: readonly Buffer[]; readonly kind: StreamedKind }> {
  const begun: Buffer[] = [];
  for (;;) {
    const next = await pieces.next();
    if (next.done === true) return { begun, kind: 'ndjson' };
    begun.push(next.value);
    const kind = knownKind(next.value, file);
    if (kind !== 'text') return { begun, kind };
    const format = tellFormat(next.value.toString('utf8').replace(/^\ufeff/, ''));
    if (format === 'ndjson') return { begun, kind: format };
    if (format === 'csv') return { begun, kind: 'table' };
    if (format !== 'empty')
      throw new UsageError([
        `${file}: is a JSON list or an object over several lines, which is read whole; --grouped reads NDJSON, a session a line, CSV, X12 or FHIR`,
      ]);
  }
}
