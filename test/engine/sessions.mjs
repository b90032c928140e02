// Sessions of all services, of members one after the other, with what was billed before. People and keys are invented.
import { readdirSync, readFileSync } from 'node:fs';

const fixtures = new URL('../../fixtures/sessions/', import.meta.url);
const complete = readdirSync(fixtures)
  .filter((name) => name.endsWith('.json') && !name.endsWith('expected.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, fixtures), 'utf8')));
const EACH = 8;
const two = (number) => String(number).padStart(2, '0');

/** Numbers that look drawn, and are the same each time. */
function drawn(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

/** @param crossing whether members meet: in staff, groups, keys that are alike and ids that agree. */
export function sessionsOf(count, crossing) {
  const draw = drawn(7);
  const sessions = [];
  const history = [];
  for (let member = 0; sessions.length < count; member += 1) {
    const base = complete[member % complete.length];
    const number = String(crossing && member % 50 === 1 ? member - 1 : member).padStart(6, '0');
    const id = `${crossing && member % 50 === 1 ? 'm' : 'M'}-${number}`;
    if (member % 10 === 0) {
      const { service, dateOfService } = base;
      const dated = `${dateOfService.slice(0, 8)}${two(1 + draw(27))}`;
      history.push({ id: `B-${number}`, service, memberId: id, dateOfService: dated, units: 1 + draw(20) });
    }
    for (let own = 0; own < EACH && sessions.length < count; own += 1) {
      const index = sessions.length;
      const start = 8 + draw(9);
      sessions.push({
        ...base,
        id: crossing && index % 97 === 0 ? `AGAIN-${draw(40)}` : `S-${index}`,
        dateOfService: `${base.dateOfService.slice(0, 8)}${two(1 + draw(28))}`,
        startTime: `${two(start)}:${two(crossing ? index % 60 : 0)}`,
        endTime: `${two(start + 1)}:${two(crossing ? index % 60 : 0)}`,
        minutes: undefined,
        units: index % 11 === 0 ? 40 : undefined,
        member: { ...base.member, id },
        staff: { ...base.staff, id: `T-${crossing ? draw(count / 40) : index}` },
        ...(crossing && base.group != null && { group: { ...base.group, id: `G-${draw(5)}` } }),
      });
    }
  }
  // Alike keys stand far from each other.
  if (crossing)
    sessions.sort((one, other) =>
      one.member.id < other.member.id ? -1 : one.member.id > other.member.id ? 1 : 0,
    );
  return { sessions, history };
}
