// Inputs of any size by which time and memory are seen to grow no faster than size. What a count counts is an entry.
import { readFileSync } from 'node:fs';

const fixture = (path) => readFileSync(new URL(`../../fixtures/${path}`, import.meta.url), 'utf8');
const base = (name) => JSON.parse(fixture(`sessions/${name}.json`));
const peer = base('mo-peer-support');
const psr = base('mo-H2017TG');
const professional = base('mo-H2017HO');
const claim = JSON.parse(
  fixture('claims/missouri.ndjson')
    .split('\n')
    .find((line) => line.includes('"lines"')),
);
const [line] = claim.lines;

const list = (count, item) => Array.from({ length: count }, (_, index) => item(index));
const two = (number) => String(number).padStart(2, '0');
const day = (index) => `2018-${two(1 + (index % 12))}-${two(1 + (Math.floor(index / 12) % 28))}`;
const hour = (index) => `${two(8 + (index % 10))}:${two(Math.floor(index / 10) % 60)}`;

/**
 * @param library the public surface, of `src` or of `dist`.
 * @returns of each shape its name, a `few` entries that show what is quadratic, `many`, and `made`: what is to be done to
 *   so many entries, once they are there.
 */
export function shapesOf(library) {
  const { checkClaim, checkClaims, checkSession, checkSessions, createBatch } = library;
  const { createChecker, defineService, parseSession, H2017TG } = library;

  let times = 0;
  const session = (change) => (count) => {
    const value = { ...peer, ...change(count) };
    return () => checkSession(value, { history: [] });
  };
  /** Of whose staff member so many entries of lists are stated. */
  const trained = (lists, entry) => (count) => {
    const entries = list(count, entry);
    const staff = { ...professional.staff, ...Object.fromEntries(lists.map((name) => [name, entries])) };
    return () => checkSession({ ...professional, staff }, { history: [] });
  };
  const batch = (entry) => (count) => {
    const entries = list(count, entry);
    return () => checkSessions(entries, { history: [] });
  };
  /** Prior uses beside one session, or as many. */
  const history =
    (use, entries = () => [peer]) =>
    (count) => {
      const uses = list(count, use);
      const all = entries(count);
      return () => checkSessions(all, { history: uses });
    };
  const use = (change) => ({ memberId: 'M-1', dateOfService: '2017-05-16', units: 1, ...change });
  const own = (change) => use({ service: 'mo/peer-support', ...change });
  const lines = (change) => (count) => ({ ...claim, lines: list(count, change) });
  const claims = (made) => (count) => {
    const all = made(count);
    return () => checkClaims(all, { history: [] });
  };
  const of = (index) => ({ ...peer, id: String(index) });
  const parsing = (change) => (count) => {
    const value = { ...peer, ...change(count) };
    return () => parseSession(value);
  };
  const keys = (name) => (count) => Object.fromEntries(list(count, (index) => [`${name}${index}`, 1]));

  const shapes = [
    ['unknown keys', 150, 200_000, parsing(keys('k'))],
    ['nearly known keys', 75, 50_000, parsing(keys('units'))],
    [
      'wrong codes',
      150,
      100_000,
      parsing((count) => ({ member: { programs: list(count, () => ({ code: 1, from: 'x' })) } })),
    ],
    [
      'activities in own words',
      150,
      100_000,
      // Each time other words: what is found of a clause is remembered by its facts.
      session((count) => {
        const time = String(times++);
        return { activities: list(count, (index) => `a${time}-${index}`) };
      }),
    ],
    [
      'misspelt codes',
      150,
      100_000,
      session((count) => ({
        staff: { ...peer.staff, credentials: list(count, (index) => ({ code: `MO-CPS${index}` })) },
      })),
    ],
    [
      'misspelt codes with days',
      150,
      100_000,
      session((count) => ({
        staff: {
          ...peer.staff,
          credentials: list(count, (index) => ({
            code: `MO-CPS${index}`,
            from: `1${1000 + (index % 9000)}-01-01`.slice(1),
          })),
        },
      })),
    ],
    [
      'credentials that are over',
      500,
      200_000,
      session((count) => ({
        staff: { ...peer.staff, credentials: list(count, () => ({ code: 'MO-CPS', through: '2016-01-01' })) },
      })),
    ],
    ['undated trainings', 150, 100_000, trained(['trainings'], () => ({ topic: 'cpr-additional-training' }))],
    [
      'undated trainings, waivers and exceptions',
      100,
      100_000,
      trained(['trainings', 'trainingWaivers', 'trainingExceptions'], () => ({
        topic: 'cpr-additional-training',
      })),
    ],
    [
      'misspelt trainings',
      75,
      100_000,
      trained(['trainings'], (index) =>
        index % 2 === 0
          ? { topic: `cpr-additional-training${index}` }
          : { topic: 'cpr-additional-training', completedOn: '2099-01-01' },
      ),
    ],
    ['sessions of one member and day', 20, 100_000, batch(of)],
    [
      'sessions that overlap',
      20,
      100_000,
      batch((index) => ({ ...of(index), startTime: hour(index), endTime: '20:00' })),
    ],
    [
      'sessions of one staff member and hour',
      20,
      100_000,
      batch((index) => ({ ...of(index), member: { ...peer.member, id: String(index) } })),
    ],
    [
      'sessions of members whose keys are alike',
      20,
      100_000,
      batch((index) => ({
        ...of(index),
        member: { ...peer.member, id: '0'.repeat(index % 50) + (index % 7) },
      })),
    ],
    ['sessions of nobody', 15, 100_000, batch((index) => ({ ...of(index), member: {} }))],
    ['sessions of one id', 20, 100_000, batch((index) => ({ ...peer, units: index }))],
    [
      'sessions of one group',
      20,
      100_000,
      batch((index) => ({
        ...psr,
        id: String(index),
        format: 'group',
        group: { id: 'G-1', participants: 8, staff: 1 },
        member: { ...psr.member, id: String(index) },
      })),
    ],
    ['sessions of many days', 30, 100_000, batch((index) => ({ ...of(index), dateOfService: day(index) }))],
    [
      'sessions one member after the other',
      30,
      100_000,
      (count) => {
        const entries = list(count, (index) => ({
          ...of(index),
          member: { ...peer.member, id: `M-${index >> 2}` },
        }));
        return () => {
          const stream = createBatch({ history: [] });
          const results = entries.flatMap((entry) => {
            stream.add(entry);
            return stream.results();
          });
          return [...results, stream.end()];
        };
      },
    ],
    ['prior uses', 150, 200_000, history((index) => own({ dateOfService: day(index) }))],
    ['prior uses of one id', 150, 200_000, history(() => own({ id: peer.id }))],
    [
      'prior uses of one id beside entries of it',
      30,
      100_000,
      history(
        (index) => own({ id: 'S', dateOfService: day(index) }),
        (count) => list(count, () => ({ ...peer, id: 'S' })),
      ),
    ],
    [
      'prior uses under codes',
      100,
      100_000,
      history(
        () => use({ procedureCode: 'H9999' }),
        (count) => list(count, of),
      ),
    ],
    [
      'prior uses that are reversed',
      150,
      100_000,
      history((index) => own({ units: index % 2 === 0 ? 1 : -1 })),
    ],
    [
      'lines of a claim',
      12,
      100_000,
      (count) => {
        const value = lines(() => line)(count);
        return () => checkClaim(value, { history: [] });
      },
    ],
    [
      'lines of two alike claims',
      20,
      50_000,
      claims((count) => [lines(() => line)(count), lines(() => line)(count)]),
    ],
    [
      'claims of one id',
      12,
      50_000,
      claims((count) => list(count, (index) => ({ ...claim, lines: [{ ...line, units: 1 + index }] }))),
    ],
    [
      'claims that replace what is not there',
      15,
      50_000,
      (count) => {
        const all = list(count, (index) => ({
          ...claim,
          id: `C-${index}`,
          frequency: 'replacement',
          replaces: `X-${index}`,
          lines: [line],
        }));
        const uses = list(count, () =>
          own({ memberId: claim.member.id, service: 'mo/H2017TG', dateOfService: line.dateOfService }),
        );
        return () => checkClaims(all, { history: uses });
      },
    ],
    [
      'modifiers of a line',
      1_000,
      100_000,
      (count) => {
        const modified = [{ ...line, modifiers: list(count, (index) => `M${index}`) }];
        return () => checkClaim({ ...claim, lines: modified }, { history: [] });
      },
    ],
    [
      'codes of a configuration',
      50,
      100_000,
      (count) => {
        const bound = list(count, (index) => ({
          procedureCode: `H${index}`,
          rate: '1.00',
          from: day(index),
        }));
        return () => createChecker({ codes: { 'mo/peer-support': bound } });
      },
    ],
    [
      'clauses of a definition',
      50,
      10_000,
      (count) => {
        const [clause] = H2017TG.criteria;
        const criteria = list(count, (index) => ({ ...clause, rule: `custom/rule-${index}` }));
        return () => defineService({ ...H2017TG, criteria });
      },
    ],
  ];
  return shapes.map(([name, few, many, made]) => ({ name, few, many, made }));
}
