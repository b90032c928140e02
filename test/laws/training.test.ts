import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createChecker,
  H2017HO,
  type Checker,
  type Service,
  type Session,
  type SessionResult,
} from '../../src/index.js';
import { expectSame } from '../support/alike.js';
import { lawRuns } from '../support/runs.js';

/**
 * The law of missing facts inside lists: dates, hours and papers of single trainings, of waivers and of exceptions.
 * One initial and one additional topic of four hours stand for all.
 */

const ON = '2024-03-01';
const training: NonNullable<Service['training']> = {
  initial: ['cpr-program-orientation'],
  additional: [{ topic: 'motivational-interviewing', hours: 4 }],
  withinMonths: 6,
  cite: {
    initial: H2017HO.inForce.cite,
    additional: H2017HO.inForce.cite,
    documented: H2017HO.inForce.cite,
  },
};
const { id, title, jurisdiction, inForce } = H2017HO;
/** It asks for nothing else. */
const service: Service = { id, title, jurisdiction, inForce, training, criteria: [] };
/** Words on no list, the first in two spellings; and one for none of the topics. */
const WORDS = ['Our course', 'our_COURSE', 'Another course'];
const NONE = 'first aid';
const checker = createChecker({
  without: [service.id],
  services: [service],
  words: { 'staff.trainings': { [NONE]: 'other' } },
});
/** The same, but both topics are initial ones: a word may be either, and not both. */
const bothInitial = createChecker({
  without: [service.id],
  services: [
    {
      ...service,
      training: {
        ...training,
        initial: ['cpr-program-orientation', 'motivational-interviewing'],
        additional: [],
      },
    },
  ],
  words: { 'staff.trainings': { [NONE]: 'other' } },
});
const rules = ['staff/initial-training', 'staff/additional-training', 'staff/training-documented'];

type Entry = Record<string, unknown>;
type Key = string;

const domains: Record<Key, readonly unknown[]> = {
  completedOn: [ON, '2024-03-02'],
  hours: [0, 1.5, 2.5, 4],
  documented: [true, false],
  approvedOn: [ON, '2024-03-02'],
  firstServiceDate: ['2023-08-31', '2023-09-01'],
};

interface Facts {
  trainings: Entry[];
  trainingWaivers: Entry[];
  trainingExceptions: Entry[];
  firstServiceDate: Entry;
}

function entry(keys: readonly Key[], topics: readonly string[]): fc.Arbitrary<Entry> {
  const facts = keys.map((key) => [key, fc.constantFrom(...(domains[key] ?? []), null)] as const);
  return fc.record({ topic: fc.constantFrom(...topics), ...Object.fromEntries(facts) });
}

const topics = ['motivational-interviewing', 'motivational-interviewing', 'cpr-program-orientation'];
const facts = factsOf(topics);

function factsOf(topics: readonly string[]): fc.Arbitrary<Facts> {
  return fc.record({
    trainings: fc.array(entry(['completedOn', 'hours', 'documented'], topics), { maxLength: 2 }),
    trainingWaivers: fc.array(entry(['documented'], topics), { maxLength: 1 }),
    trainingExceptions: fc.array(entry(['approvedOn'], topics), { maxLength: 1 }),
    firstServiceDate: fc.record({ firstServiceDate: fc.constantFrom('2023-08-31', '2023-09-01', null) }),
  });
}

const lists = ['trainings', 'trainingWaivers', 'trainingExceptions'] as const;

/** The same with words on no list as topics too. */
const inWords: fc.Arbitrary<Facts> = factsOf([...topics, ...WORDS, ...WORDS]);

const alike = (word: unknown) => String(word).toLowerCase().replace('_', ' ');

/** Every way to take the words: each for one topic or for none, and wherever it stands for the same. */
function waysToTake(given: Facts): Facts[] {
  const open = new Set(
    lists
      .flatMap((list) => given[list].map(({ topic }) => topic))
      .filter((topic) => WORDS.includes(String(topic)))
      .map(alike),
  );
  return [...open].reduce<Facts[]>(
    (ways, word) =>
      ways.flatMap((way) =>
        [...new Set(topics), NONE].map((topic) => {
          const meant = (item: Entry) => (alike(item['topic']) === word ? { ...item, topic } : item);
          return { ...way, ...Object.fromEntries(lists.map((list) => [list, way[list].map(meant)])) };
        }),
      ),
    [given],
  );
}

/** Every way to state what is null. */
function* completions(given: Facts): Iterable<Facts> {
  for (const list of lists) {
    for (const [index, item] of given[list].entries()) {
      const open = Object.keys(item).find((key) => item[key] === null);
      if (open === undefined) continue;
      for (const value of domains[open] ?? []) {
        const items = given[list].with(index, { ...item, [open]: value });
        yield* completions({ ...given, [list]: items });
      }
      return;
    }
  }
  if (given.firstServiceDate['firstServiceDate'] !== null) {
    yield given;
    return;
  }
  for (const value of domains['firstServiceDate'] ?? []) {
    yield* completions({ ...given, firstServiceDate: { firstServiceDate: value } });
  }
}

function check({ firstServiceDate, ...training }: Facts, by = checker, trusted = false): SessionResult {
  const session = { service: service.id, dateOfService: ON, staff: { ...training, ...firstServiceDate } };
  return by.checkSession(session as unknown as Session, { trusted });
}

/** Rules that come out otherwise than all ways to take the words and to state what is null agree on. */
function rulesOutOfLaw(given: Facts, by: Checker): string[] {
  const all = waysToTake(given).flatMap((way) =>
    Array.from(completions(way), (complete) => check(complete, by, true)),
  );
  const found = check(given, by);
  return rules.filter(
    (rule) => outcomeOf(found, rule) !== agreement(all.map((complete) => outcomeOf(complete, rule))),
  );
}

function outcomeOf({ findings }: SessionResult, rule: string): string {
  return findings.find((finding) => finding.rule === rule)?.outcome ?? 'pass';
}

function agreement(outcomes: readonly string[]): string {
  const distinct = new Set(outcomes);
  if (distinct.size === 1) return outcomes[0] ?? 'pass';
  return [...distinct].every((outcome) => ['pass', 'due'].includes(outcome)) ? 'due' : 'unknown';
}

describe('the law of missing facts for single trainings', () => {
  test('with a topic of each kind', () => {
    fc.assert(
      fc.property(facts, (given) => {
        expectSame(rulesOutOfLaw(given, checker), []);
      }),
      lawRuns(400, 20090603),
    );
  });

  test.each([
    ['one topic of each kind', checker],
    ['two of one kind', bothInitial],
  ])('and for those whose topic is on no list: %s', (_title, by) => {
    fc.assert(
      fc.property(inWords, (given) => {
        expectSame(rulesOutOfLaw(given, by), []);
      }),
      lawRuns(200, 20090603),
    );
  });

  test('a finding that is unknown asks for something', () => {
    fc.assert(
      fc.property(fc.oneof(facts, inWords), (given) => {
        const unknown = check(given).findings.filter(
          ({ rule, outcome }) => rules.includes(rule) && outcome === 'unknown',
        );
        for (const { missing } of unknown) expect(missing).not.toEqual([]);
      }),
      lawRuns(100, 20090603),
    );
  });
});
