import type { InputIssue } from '../facts/input-error.js';
import { parse } from '../facts/parse.js';
import type { PriorUse } from '../facts/prior-use.js';
import { sessionSchema, type Session } from '../facts/session.js';
import type { InvalidEntry, SessionResult } from '../findings/result.js';
import type { CompiledService } from './compiled-service.js';
import { createLedger } from './ledger.js';
import { inLimitOrder } from './limit-order.js';
import { judgeSession, type Settings } from './session.js';
import { leftOutOf, totalsOf, type BatchTotals, type Tallied } from './totals.js';

/** One result for each entry, in input order, and the sums over them. */
export interface BatchResult {
  results: (SessionResult | InvalidEntry)[];
  totals: BatchTotals;
  notices: string[];
}

/** What a batch is checked with. */
export interface BatchSettings extends Settings {
  readonly history: readonly PriorUse[] | null | undefined;
  /** The service with an id, or that none is on file. */
  readonly serviceOf: (id: string) => CompiledService | InputIssue;
  /** Called once for each entry that is done. */
  readonly onChecked?: () => void;
}

/**
 * Checks sessions side by side: one result for each entry, in input order and independent of it. The sessions of a
 * member share the unit limits in limit order; one that is not billable uses none.
 */
export function judgeSessions(entries: readonly unknown[], settings: BatchSettings): BatchResult {
  const tallied: Tallied[] = [];
  const readable: { session: Session; compiled: CompiledService; index: number }[] = [];
  entries.forEach((entry, index) => {
    const read = readEntry(entry, settings);
    if ('session' in read) {
      readable.push({ ...read, index });
    } else {
      tallied[index] = { result: read };
      settings.onChecked?.();
    }
  });
  const ids = new Set(readable.map(({ session }) => session.id));
  // A prior use with the key of an entry is that entry.
  const ledger = createLedger(settings.history?.filter(({ id }) => id == null || !ids.has(id)));
  for (const { session, compiled, index } of inLimitOrder(readable)) {
    const { result, asked } = judgeSession(compiled, session, settings, ledger.usedBefore(session));
    if (result.verdict !== 'not-billable') ledger.add(session, asked);
    tallied[index] = { session, result };
    settings.onChecked?.();
  }
  return {
    results: tallied.map(({ result }) => result),
    totals: totalsOf(tallied),
    notices: leftOutOf(tallied),
  };
}

function readEntry(
  entry: unknown,
  { serviceOf }: BatchSettings,
): { session: Session; compiled: CompiledService } | InvalidEntry {
  const parsed = parse(sessionSchema, entry);
  if (!parsed.ok) return { verdict: 'invalid', issues: parsed.issues };
  const compiled = serviceOf(parsed.value.service);
  if (!('rules' in compiled)) return { verdict: 'invalid', issues: [compiled] };
  return { session: parsed.value, compiled };
}
