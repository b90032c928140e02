import type { PriorUse, Session, SessionResult } from '../../src/index.js';

export function checkPeerSupportByHand(
  session: Session,
  history: readonly PriorUse[] | null | undefined,
  definition: string | undefined,
): SessionResult;
