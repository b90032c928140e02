import { InputError, type InputIssue } from '../facts/input-error.js';
import { parseOrThrow } from '../facts/parse.js';
import type { output } from '../facts/zod.js';
import type { Across } from './across.js';
import { acrossStreamOf } from './across-stream.js';
import { settingsOf } from './entries.js';
import { acceptStreamOptions } from './generated.js';
import type { OnFile } from './on-file.js';
import { acrossOptionsSchema, type CheckOptions } from './options.js';
import type { EntryKind } from './records.js';
import type { ClaimResult, SessionResult, VoidResult } from './result.js';
import { streamOf, type Stream } from './stream.js';

/** Options of a batch without end, or of a part of one, and what its entries are: sessions where left out. */
export interface StreamOptions<Of extends EntryKind = EntryKind> extends CheckOptions {
  readonly of?: Of | null | undefined;
  /** The place of its first entry in the whole, from 0, where it is a part: positions in results are then of the whole. */
  readonly firstEntry?: number | null | undefined;
  /** Of sessions, what `compareAcross` found of those of all members: then what compares members is judged, too. */
  readonly across?: Across | null | undefined;
}

/** What the entries of a kind come to. */
export interface ResultOf {
  sessions: SessionResult;
  claims: ClaimResult | VoidResult;
  records: SessionResult | ClaimResult | VoidResult;
}

/** Starts a batch without end: see `createBatch` of a checker. */
export type CreateBatch = <Of extends EntryKind = 'sessions'>(
  options?: StreamOptions<Of>,
) => Stream<ResultOf[Of]>;

export function createBatch<Of extends EntryKind = 'sessions'>(
  onFile: OnFile,
  stated: StreamOptions<Of> = {},
): Stream<ResultOf[Of]> {
  const { of, firstEntry, across, ...options } = parseOrThrow<AcrossOptionsRead>(
    acrossOptionsSchema,
    stated,
    acceptStreamOptions,
  );
  const settings = settingsOf(onFile, options);
  if (across == null) return streamOf(of ?? 'sessions', settings, firstEntry ?? 0) as Stream<never>;
  if ((of ?? 'sessions') !== 'sessions') throw new InputError([onlySessions]);
  // Of findings the schema reads what is asked of any; their data are those that `compareAcross` gave.
  return acrossStreamOf(settings, across as unknown as Across, firstEntry ?? 0) as Stream<never>;
}

type AcrossOptionsRead = output<typeof acrossOptionsSchema>;

const onlySessions: InputIssue = {
  code: 'does-not-fit',
  path: '/across',
  message: 'expected a batch of sessions, the only ones that are compared across members: leave "of" out',
};
