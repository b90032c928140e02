import { describe, expect, test } from 'vitest';
import { peerSupport } from '../../../src/services/mo/peer-support.js';
import { askedUnits } from '../../../src/rules/units/asked.js';
import { timeSpent } from '../../../src/rules/session/time-spent.js';

const { unit, ...withoutUnit } = peerSupport;

function asked(times: object, service = peerSupport, rounding: 'floor' | 'midpoint' = 'floor') {
  const session = { service: service.id, dateOfService: '2017-05-16', ...times };
  const { atLeast, atMost, unknown } = askedUnits(service, session, timeSpent(session), rounding);
  return [atLeast, atMost, ...unknown.map(({ path }) => path)];
}

describe('units asked for', () => {
  test.each<[title: string, times: object, expected: unknown[]]>([
    ['as stated', { units: 3, startTime: '09:00', endTime: '11:00' }, [3, 3]],
    ['as stated, with no time', { units: 0 }, [0, 0]],
    ['by the clock', { startTime: '09:00', endTime: '11:07' }, [8, 8]],
    ['by the minutes', { minutes: 44 }, [2, 2]],
    [
      'by the minutes, however long the clock ran',
      { startTime: '09:00', endTime: '11:00', minutes: 44 },
      [2, 2],
    ],
    ['by the minutes, with half of the clock', { startTime: '09:00', minutes: 44 }, [2, 2]],
    ['by the minutes, where they do not fit', { startTime: '09:00', endTime: '09:15', minutes: 44 }, [2, 2]],
    ['none, by a clock that runs backwards', { startTime: '11:00', endTime: '09:00' }, [0, 0]],
    ['not known: the start alone', { startTime: '23:00' }, [0, 4, 'endTime']],
    ['not known: the end alone', { endTime: '00:30' }, [0, 2, 'startTime']],
    ['none, where the day has no room for one', { startTime: '23:46' }, [0, 0]],
    ['not known: no time at all', {}, [0, Infinity, 'startTime', 'endTime']],
  ])('%s', (_title, times, expected) => {
    expect(asked(times)).toEqual(expected);
  });

  test('at the midpoint, 14 minutes may be a unit', () => {
    expect(asked({ startTime: '23:46' }, peerSupport, 'midpoint')).toEqual([0, 1, 'endTime']);
  });

  test('of a service without a unit no time tells', () => {
    expect(unit).toBeDefined();
    expect(asked({ startTime: '09:00', endTime: '11:00' }, withoutUnit)).toEqual([0, Infinity, 'units']);
    expect(asked({ units: 2 }, withoutUnit)).toEqual([2, 2]);
  });
});
