import type { Session } from './generated/types.js';

/** Whether a session was neither called off nor missed. */
export function isTaken({ phase }: Pick<Session, 'phase'>): boolean {
  return phase !== 'cancelled' && phase !== 'no-show';
}
