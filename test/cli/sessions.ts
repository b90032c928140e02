import type { Session } from '../../src/index.js';
import { readFixture } from '../support/cases.js';

/** A peer support session of 8 units on 2017-05-16, billable if nothing else was billed. */
export const billable = readFixture('sessions/mo-peer-support.json') as Session;

/** The bulletin asks for 16 years. Of the same member, later on the same day. */
export const notBillable: Session = {
  ...billable,
  id: 'too-young',
  startTime: '12:00',
  endTime: '14:00',
  member: { ...billable.member, birthDate: '2010-01-01' },
};

export const undetermined: Session = {
  ...billable,
  id: 'of-unknown-age',
  startTime: '15:00',
  endTime: '17:00',
  member: { ...billable.member, birthDate: null },
};

export const malformed = { ...billable, id: 'malformed', dateOfService: '2025-02-30' };

export function ndjson(...records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
