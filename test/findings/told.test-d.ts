import { expectTypeOf, test } from 'vitest';
import type { IssueCode, Notice, NoticeCode, Position, Reason, SessionResult } from '../../src/index.js';
import { notice } from '../../src/findings/notices.js';

test('the code of a notice tells the type of its data', () => {
  const dataOf = (told: Notice) => {
    if (told.code === 'rate-date') expectTypeOf(told.data).toEqualTypeOf<{ from: string }>();
    if (told.code === 'judged-with-week') expectTypeOf(told.data.with).toEqualTypeOf<Position>();
    if (told.code === 'no-history') expectTypeOf(told).not.toHaveProperty('data');
  };
  expectTypeOf(dataOf).parameter(0).toEqualTypeOf<SessionResult['notices'][number]>();
  expectTypeOf<Notice['code']>().toEqualTypeOf<NoticeCode>();
});

test('so does that of a reason', () => {
  expectTypeOf<Extract<Reason, { data: unknown }>>().toEqualTypeOf<{
    code: 'judged-with-week';
    data: { with: Position };
    message: string;
  }>();
  expectTypeOf<SessionResult['notApplicable'][number]>().toExtend<Reason>();
});

test('no notice is made without its data', () => {
  // @ts-expect-error it says of which day the rate is
  notice('rate-date');
  // @ts-expect-error it has no data
  notice('no-history', { count: 1 });
  expectTypeOf<IssueCode>().toExtend<string>();
});
