import { expectTypeOf, test } from 'vitest';
import type { IssueCode, Notice, NoticeCode, Reason, SessionResult } from '../../src/index.js';
import { notice } from '../../src/findings/notices.js';

test('the code of a notice tells the type of its data', () => {
  const dataOf = (told: Notice) => {
    if (told.code === 'rate-date') expectTypeOf(told.data).toEqualTypeOf<{ from: string }>();
    if (told.code === 'no-history') expectTypeOf(told).not.toHaveProperty('data');
  };
  expectTypeOf(dataOf).parameter(0).toEqualTypeOf<SessionResult['notices'][number]>();
  expectTypeOf<Notice['code']>().toEqualTypeOf<NoticeCode>();
});

test('that of a reason has none', () => {
  expectTypeOf<Extract<Reason, { data: unknown }>>().toBeNever();
  expectTypeOf<SessionResult['notApplicable'][number]>().toExtend<Reason>();
});

test('no notice is made without its data', () => {
  // @ts-expect-error it says of which day the rate is
  notice('rate-date');
  // @ts-expect-error it has no data
  notice('no-history', { count: 1 });
  expectTypeOf<IssueCode>().toExtend<string>();
});
