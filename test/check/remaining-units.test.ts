import { describe, expect, test } from 'vitest';
import {
  InputError,
  peerSupport,
  remainingUnits,
  type PriorUse,
  type RemainingUnitsQuery,
} from '../../src/index.js';
import { anyService } from '../rules/service/any-service.js';
import { use } from './support.js';
import { frozen } from '../../src/values/frozen.js';
import { notice } from '../../src/findings/notices.js';

const on = '2017-05-16';
const day = { per: 'day', from: on, through: on, limit: 32 };
const month = { per: 'calendar-month', from: '2017-05-01', through: '2017-05-31', limit: 96 };

function left(history: PriorUse[] | null) {
  return remainingUnits('mo/peer-support', { on, history }).map(({ used, remaining }) => [used, remaining]);
}

describe('what is left of 32 units a day and 96 a month', () => {
  test('of nothing billed, with the windows', () => {
    expect(remainingUnits('mo/peer-support', { on, history: [] })).toStrictEqual([
      { ...day, used: 0, remaining: 32 },
      { ...month, used: 0, remaining: 96 },
    ]);
  });

  test.each<[title: string, PriorUse[] | null, left: unknown[]]>([
    [
      'some',
      [use(8), use(4)],
      [
        [12, 20],
        [12, 84],
      ],
    ],
    [
      'some, and a use of a code that no definition has, which may count',
      [use(8), use(4, { service: null, procedureCode: 'H0038' })],
      [
        [null, null],
        [null, null],
      ],
    ],
    [
      'some, of which some were reversed',
      [use(8), use(-4)],
      [
        [4, 28],
        [4, 92],
      ],
    ],
    [
      'parts of units, to a millionth',
      [use(0.1), use(0.2)],
      [
        [0.3, 31.7],
        [0.3, 95.7],
      ],
    ],
    [
      'all of the day',
      [use(32)],
      [
        [32, 0],
        [32, 64],
      ],
    ],
    [
      'more than all: nothing is left',
      [use(40)],
      [
        [40, 0],
        [40, 56],
      ],
    ],
    [
      'other days of the month',
      [use(32, { dateOfService: '2017-05-01' }), use(32, { dateOfService: '2017-05-31' })],
      [
        [0, 32],
        [64, 32],
      ],
    ],
    [
      'other months',
      [use(32, { dateOfService: '2017-04-30' })],
      [
        [0, 32],
        [0, 96],
      ],
    ],
    [
      'other services',
      [use(32, { service: 'mo/H2017TG' })],
      [
        [0, 32],
        [0, 96],
      ],
    ],
    [
      'all of it is one member, whoever is stated',
      [use(8, { memberId: 'M-5' }), use(8)],
      [
        [16, 16],
        [16, 80],
      ],
    ],
    [
      'not known',
      null,
      [
        [null, null],
        [null, null],
      ],
    ],
  ])('%s', (_title, history, expected) => {
    expect(left(history)).toEqual(expected);
  });

  test('history left out is not known', () => {
    expect(remainingUnits('mo/peer-support', { on })).toMatchObject([{ used: null }, { used: null }]);
  });

  test('February of a leap year', () => {
    expect(remainingUnits('mo/peer-support', { on: '2024-02-10', history: [] })[1]).toMatchObject({
      from: '2024-02-01',
      through: '2024-02-29',
    });
  });
});

describe('prior uses of services not on file', () => {
  const misspelt = [use(8, { service: 'mo/peer-suport' }), use(8, { service: 'xx/any' }), use(4)];

  test('do not count, which each limit says', () => {
    const told = notice('uses-not-on-file', { count: 2 });
    expect(remainingUnits('mo/peer-support', { on, history: misspelt })).toStrictEqual([
      { ...day, used: 4, remaining: 28, notice: told },
      { ...month, used: 4, remaining: 92, notice: told },
    ]);
  });

  test('are not those of a definition that is given', () => {
    const limits = [
      { rule: 'units/daily-limit', per: 'day', units: 4, cite: anyService.inForce.cite },
    ] as const;
    const history = [use(1, { service: 'xx/any' }), use(8)];
    expect(remainingUnits({ ...anyService, limits }, { on, history })).toStrictEqual([
      { ...day, limit: 4, used: 1, remaining: 3 },
    ]);
  });
});

describe('no limit', () => {
  test('where the document sets none', () => {
    const told = notice('limit-not-set');
    expect(remainingUnits(anyService, { on, history: [use(8, { service: 'xx/any' })] })).toStrictEqual([
      { ...day, limit: null, used: 8, remaining: null, notice: told },
      { ...month, limit: null, used: 8, remaining: null, notice: told },
    ]);
  });

  test('where the definition is not in force', () => {
    expect(remainingUnits('mo/peer-support', { on: '2014-09-30', history: [] })).toMatchObject([
      { per: 'day', limit: null, remaining: null, notice: notice('not-in-force') },
      { per: 'calendar-month', limit: null, remaining: null, notice: notice('not-in-force') },
    ]);
    expect(remainingUnits('mo/peer-support', { on: '2014-10-01', history: [] })[0]?.limit).toBe(32);
  });
});

describe('refused', () => {
  test.each<[title: string, service: string, query: unknown, path: string]>([
    ['no such service', 'mo/peer', { on }, '/service'],
    ['no day', 'mo/peer-support', {}, '/on'],
    ['a day that does not exist', 'mo/peer-support', { on: '2017-02-29' }, '/on'],
    ['a misspelt key', 'mo/peer-support', { on, histry: [] }, '/histry'],
    ['a malformed use', 'mo/peer-support', { on, history: [{ ...use(1), units: '1' }] }, '/history/0/units'],
  ])('%s', (_title, service, query, path) => {
    const ask = () => remainingUnits(service, query as RemainingUnitsQuery);
    expect(ask).toThrow(InputError);
    expect(ask).toThrow(expect.objectContaining({ issues: [expect.objectContaining({ path })] }) as Error);
  });
});

test('a definition may be given in place of its id, and nothing is changed', () => {
  const query = frozen({ on, history: [use(8)] });
  expect(remainingUnits(peerSupport, query)).toEqual(remainingUnits('mo/peer-support', query));
});
