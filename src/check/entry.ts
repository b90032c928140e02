import type { Session } from '../facts/session.js';
import type { Position } from '../findings/finding-data.js';
import type { BillingCode } from '../services/service.js';
import type { CompiledService } from './compiled-service.js';

/** A session among others: of a batch, or a line of a claim. */
export interface Entry {
  readonly session: Session;
  readonly compiled: CompiledService;
  /** The code under which it is billed, where a claim line names one that is on file. */
  readonly code?: BillingCode | undefined;
  readonly position: Position;
  /** Tells members apart; null where the member is not known. */
  readonly member: string | null;
}
