import { expectTypeOf, test } from 'vitest';
import type { Claim, PriorUse, Session } from '../../src/index.js';

test('a session that cannot be written to is a session', () => {
  const session = {
    service: 'mo/peer-support',
    dateOfService: '2025-03-03',
    activities: ['setting-goals'],
    staff: { credentials: [{ code: 'MO-CMPS', from: '2025-01-01' }] },
  } as const;
  expectTypeOf(session).toExtend<Session>();
});

test('facts and the lists of them are read only', () => {
  expectTypeOf<Session>().toEqualTypeOf<Readonly<Session>>();
  expectTypeOf<PriorUse>().toEqualTypeOf<Readonly<PriorUse>>();
  expectTypeOf<NonNullable<Session['member']>>().toEqualTypeOf<Readonly<NonNullable<Session['member']>>>();
  expectTypeOf<readonly string[]>().toExtend<Session['activities']>();
  expectTypeOf<NonNullable<Session['activities']>>().not.toExtend<string[]>();
  expectTypeOf<Claim['lines']>().not.toExtend<Claim['lines'][number][]>();
});
