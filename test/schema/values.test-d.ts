import { expectTypeOf, test } from 'vitest';
import type * as z from '../../src/facts/zod.js';
import type {
  InputIssue,
  issueCodes,
  priceOf,
  PriorUse,
  ServiceId,
  Session,
  ShippedServiceId,
} from '../../src/index.js';
import { checkSession } from '../../src/index.js';
import { schemas } from '../../src/schemas.js';

test('a schema is a Standard Schema of what it reads', () => {
  type Standard = z.mini.core.$ZodStandardSchema<z.mini.ZodMiniType<Session, Session>>;
  expectTypeOf<(typeof schemas)['session']['~standard']>().toExtend<Standard>();
  const read = schemas.session['~standard'].validate({});
  if (read.issues === undefined) expectTypeOf(read.value).toEqualTypeOf<Session>();
  else expectTypeOf(read.issues[0]).toExtend<Pick<InputIssue, 'code' | 'message'> | undefined>();
});

test('a service is one of those that ship, or any other', () => {
  expectTypeOf<'mo/peer-support'>().toExtend<ShippedServiceId>();
  expectTypeOf<string>().toExtend<ServiceId>();
  expectTypeOf<Session['service']>().toEqualTypeOf<ServiceId>();
  expectTypeOf<PriorUse['service']>().toEqualTypeOf<ServiceId | null | undefined>();
  expectTypeOf<ServiceId>().toExtend<Parameters<typeof priceOf>[0]>();
  expectTypeOf<{ service: string; dateOfService: string }>().toExtend<Session>();
  // @ts-expect-error a number is none
  checkSession.bind(undefined, { service: 5, dateOfService: '2025-03-03' });
});

test('an issue has a code of the list', () => {
  expectTypeOf<InputIssue['code']>().toEqualTypeOf<keyof typeof issueCodes>();
});
