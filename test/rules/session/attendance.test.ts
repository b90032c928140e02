import { describe, expect, test } from 'vitest';
import type { Session } from '../../../src/index.js';
import { attendanceOf, unknownAttendance } from '../../../src/rules/session/attendance.js';

describe('who was in the session', () => {
  test.each<
    [
      Partial<Session>,
      format: string | null,
      participants: number | null,
      staff: number | null,
      unknown: string[],
    ]
  >([
    [{}, null, null, null, ['format', 'group.participants']],
    [{ format: 'individual' }, 'individual', 1, null, []],
    [{ format: 'individual', group: { participants: 2 } }, 'individual', 2, null, []],
    [{ format: 'group' }, 'group', null, null, ['group.participants']],
    [{ format: 'group', group: { participants: 8, staff: 1 } }, 'group', 8, 1, []],
    [{ group: { participants: 1 } }, null, 1, null, ['format']],
    [{ group: { participants: 2 } }, 'group', 2, null, []],
    [{ format: null, group: null }, null, null, null, ['format', 'group.participants']],
  ])('%j', (facts, format, participants, staff, unknown) => {
    const attendance = attendanceOf({ service: 'xx/any', dateOfService: '2025-03-03', ...facts });
    expect(attendance).toEqual({ format, participants, staff });
    expect(unknownAttendance(attendance).map(({ path }) => path)).toEqual(unknown);
  });
});
