import { createChecker, type PriorUse, type Session } from '../../src/index.js';
import { peerSession, type Change } from '../rules/support.js';

export const checker = createChecker();

/** A complete peer support session of a batch: M-4 on 2017-05-16, 8 units from 09:00 to 11:00, with a change; each has its own staff. */
export function entry(id: string, change: Change = {}): Session {
  const session = peerSession(change);
  return { ...session, id, staff: { ...session.staff, id: `T-${id}` } };
}

/** The change that a session of so many units needs, in time that supports them. */
export function ofUnits(units: number, startTime = '09:00') {
  return {
    units,
    startTime,
    endTime: null,
    minutes: null,
    ...(units > 0 && { endTime: endOf(startTime, units * 15) }),
  };
}

function endOf(startTime: string, minutes: number): string {
  const [hour = 0, minute = 0] = startTime.split(':').map(Number);
  const end = hour * 60 + minute + minutes;
  return `${String(Math.floor(end / 60)).padStart(2, '0')}:${String(end % 60).padStart(2, '0')}`;
}

export function use(units: number, rest: Partial<PriorUse> = {}): PriorUse {
  return { service: 'mo/peer-support', memberId: 'M-4', dateOfService: '2017-05-16', units, ...rest };
}

/** Overwrites everything in a value that can be. */
export function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    spoil(part);
    Reflect.set(value, key, 'spoilt');
  }
  if (Array.isArray(value) && Object.isExtensible(value)) value.push('spoilt');
  else Reflect.set(value, 'spoilt', true);
}
