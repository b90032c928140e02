import { describe, expect, test } from 'vitest';
import { H2017HO, H2017HOHQ, H2017TG, type Service, type Session } from '../../../src/index.js';
import { wholeSentences, saidBy } from '../support.js';
import { resultOf } from '../service/any-service.js';

const on = '2025-03-03';
type Outcome = 'pass' | 'fail' | 'unknown';

function said({ format, ...service }: Service, facts: Partial<Session>) {
  const only = { ...service, ...(format !== undefined && { format }), criteria: [] };
  return saidBy('session/format', resultOf(only, { dateOfService: on, ...facts }));
}

const people = (participants: number | null) => ({ group: { participants } });

/** What comes of each format and number of people, for the services of each kind. */
const table: [facts: Partial<Session>, individual: Outcome, group: Outcome, either: Outcome][] = [
  [{ format: 'individual' }, 'pass', 'fail', 'pass'],
  [{ format: 'individual', ...people(1) }, 'pass', 'fail', 'pass'],
  [{ format: 'individual', ...people(2) }, 'fail', 'fail', 'fail'],
  [{ format: 'group', ...people(1) }, 'pass', 'fail', 'pass'],
  [{ format: 'group', ...people(2) }, 'fail', 'pass', 'pass'],
  [{ format: 'group', ...people(9) }, 'fail', 'pass', 'pass'],
  [{ format: 'group', ...people(null) }, 'unknown', 'unknown', 'pass'],
  [{ ...people(1) }, 'pass', 'fail', 'pass'],
  [{ ...people(2) }, 'fail', 'pass', 'pass'],
  [{}, 'unknown', 'unknown', 'unknown'],
];

describe.each([
  ['individual professional PSR', H2017HO, 0],
  ['group professional PSR', H2017HOHQ, 1],
  ['PSR-IMR, for either', H2017TG, 2],
] as const)('%s', (_name, service, column) => {
  test.each(table.map(([facts, ...outcomes]) => [facts, outcomes[column]] as const))(
    '%j: %s',
    (facts, expected) => {
      const finding = said(service, facts);
      expect(typeof finding === 'string' ? finding : finding.outcome).toBe(expected);
    },
  );
});

describe('the finding', () => {
  test('of a group under the individual code names the other one', () => {
    const finding = said(H2017HO, { format: 'group', ...people(5) });
    expect(finding).toMatchObject({
      rule: 'session/format',
      outcome: 'fail',
      severity: 'error',
      message: expect.stringMatching(
        /^The session is a group of 5 people, which belongs to \S*H2017HOHQ/,
      ) as string,
      data: { format: 'group', participants: 5 },
      paths: ['/format', '/group/participants'],
      missing: [],
      basis: 'source',
      denials: [{ carc: '272', rarc: 'N180', group: 'CO', likelihood: 'possible', seenAt: 'audit' }],
    });
    expect(finding).toHaveProperty('message', expect.stringMatching(wholeSentences));
  });

  test('of a group of one rests on a reading', () => {
    expect(said(H2017HOHQ, { format: 'group', ...people(1) })).toMatchObject({
      message: expect.stringMatching(
        /^The session is a group of one person, which belongs to \S*H2017HO\b/,
      ) as string,
      reading: { name: 'group-of-one', setting: null },
      basis: 'reading',
    });
  });

  test.each<[title: string, facts: Partial<Session>, message: RegExp]>([
    ['one person', {}, /^The session is an individual one of one person, which belongs to \S*H2017HO\. /],
    [
      'several people',
      people(5),
      /^The session is an individual one, which belongs to \S*H2017HO, with 5 people present\. /,
    ],
  ])('of an individual session of %s under the group code rests on no reading', (_title, facts, message) => {
    expect(said(H2017HOHQ, { format: 'individual', ...facts })).toMatchObject({
      message: expect.stringMatching(message) as string,
      basis: 'source',
    });
  });

  test.each<[title: string, Service, message: RegExp]>([
    ['H2017HO', H2017HO, /^The session is an individual one with 5 people present, which .*H2017HOHQ\. /],
    ['H2017TG', H2017TG, /^The session is an individual one with 5 people present\. /],
  ])('of an individual session of several people under %s says how many', (_title, service, message) => {
    expect(said(service, { format: 'individual', ...people(5) })).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(message) as string,
      basis: 'source',
    });
  });

  test.each<[facts: Partial<Session>, reading: string | undefined]>([
    [{ format: 'group', ...people(null) }, 'group-of-one'],
    [{ format: 'group' }, 'group-of-one'],
    [{}, undefined],
  ])('of %j, not known, rests on the reading %s', (facts, reading) => {
    const finding = said(H2017HOHQ, facts);
    expect(finding).toMatchObject({
      outcome: 'unknown',
      basis: reading === undefined ? 'source' : 'reading',
    });
    expect(typeof finding === 'string' ? finding : finding.reading?.name).toBe(reading);
  });

  test('of several people, whose format is not known, fails for their number and asks for nothing', () => {
    expect(said(H2017HO, people(3))).toMatchObject({
      outcome: 'fail',
      message: expect.stringMatching(
        /^The session is a group of 3 people, which belongs to \S*H2017HOHQ\. The service is for one person\.$/,
      ) as string,
      missing: [],
      paths: ['/format', '/group/participants'],
    });
  });

  test('of an individual session of nobody else points at no number', () => {
    expect(said(H2017HOHQ, { format: 'individual' })).toMatchObject({ paths: ['/format'] });
  });

  test('of what is not known asks for it', () => {
    expect(said(H2017HOHQ, {})).toMatchObject({
      outcome: 'unknown',
      message: 'Not known: the format; the number of people in the group. The service is for a group.',
      data: { format: null, participants: null },
      paths: ['/format', '/group/participants'],
      missing: [
        {
          path: '/format',
          question: 'Was the session individual or in a group?',
          type: 'code',
          heldBy: 'clinician',
        },
        { path: '/group/participants', type: 'integer', heldBy: 'clinician' },
      ],
      denials: [],
    });
  });
});
