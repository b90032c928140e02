import { expect, test } from 'vitest';
import { general } from '../../src/findings/citation.js';
import { finding } from '../../src/findings/finding.js';
import { sharing } from '../../src/findings/shared.js';

function found(
  outcome: 'fail' | 'unknown',
  severity: 'error' | 'warning' = 'error',
  rule = 'custom/note',
  message = 'There is no note.',
) {
  return finding({
    rule: rule as 'custom/note',
    outcome,
    severity,
    message,
    data: { week: 9 },
    paths: [],
    cite: general('A clause'),
  });
}

test('the later of one rule, outcome, severity and sentence name the first, and are else as they were', () => {
  const share = sharing();
  const shared = [
    share(found('fail'), '/sessions/0'),
    share(found('fail'), '/sessions/1'),
    share(found('unknown'), '/sessions/2'),
    share(found('fail', 'warning'), '/sessions/3'),
    share(found('fail', 'error', 'custom/other'), '/sessions/4'),
    share(found('fail'), '/sessions/5'),
    share(found('unknown'), '/sessions/6'),
    share(found('fail', 'error', 'custom/note', 'It is empty.'), '/sessions/7'),
  ];
  expect(shared.map(({ data }) => data)).toStrictEqual([
    { week: 9 },
    { week: 9, sharedWith: '/sessions/0' },
    { week: 9 },
    { week: 9 },
    { week: 9 },
    { week: 9, sharedWith: '/sessions/0' },
    { week: 9, sharedWith: '/sessions/2' },
    { week: 9 },
  ]);
  expect(shared[1]).toEqual({ ...found('fail'), data: shared[1]?.data });
});

test('what is shared among others is another matter', () => {
  sharing()(found('fail'), '/sessions/0');
  expect(sharing()(found('fail'), '/sessions/1').data).toEqual({ week: 9 });
});
