import fc from 'fast-check';
import { describe, test } from 'vitest';
import { createChecker, type Session } from '../../src/index.js';
import { openPaths } from '../../src/facts/words.js';
import { agreementOf, outcomesIn, type RuleOutcome } from '../support/agreement.js';
import { codesAt, placeAt } from '../support/domains.js';
import { sessionWith } from '../support/facts.js';
import { expectSame } from '../support/alike.js';
import { lawRuns } from '../support/runs.js';

/**
 * A word that is on no list could be any code of it, and one word is one code: what a condition comes to is what all ways
 * to take the words agree on. Asked of a definition that puts every question to every list, since no document puts all.
 */

const ON = '2025-03-03';
const BEFORE = '2025-03-02';
const AFTER = '2025-03-04';

type Question = Readonly<Record<string, unknown>>;
const not = (condition: Question): Question => ({ op: 'not', condition });
const all = (...conditions: Question[]): Question => ({ op: 'all', conditions });
const any = (...conditions: Question[]): Question => ({ op: 'any', conditions });

/** The codes asked for, one of the list and one that only the definition has; and one that it does not ask for. */
const codesOf = (path: string) => {
  const [first = '', , third = ''] = codesAt(path);
  return { one: first, two: 'our-own-code', other: third };
};

/** Every operator of a list, alone and beside another. */
function questionsOf(path: string): Question[] {
  const { one, two } = codesOf(path);
  const ask = (op: string, codes: readonly string[]): Question => ({ op, fact: path, codes });
  switch (formOf(path)) {
    case 'items': {
      const done = (topic: string): Question => ({ op: 'doneBy', fact: path, topic });
      return [done(one), not(done(one)), all(done(one), done(two)), any(done(one), not(done(two)))];
    }
    case 'held':
      return [
        ...[[one], [one, two]].map((codes) => ask('holds', codes)),
        not(ask('holds', [one, two])),
        all(ask('holds', [one]), ask('holds', [two])),
        any(ask('holds', [one]), not(ask('holds', [two]))),
        all(not(ask('holds', [one])), not(ask('holds', [two]))),
      ];
    case 'codes':
      return [
        ...['includesAny', 'includesAll', 'includesOther', 'notOnly'].flatMap((op) =>
          [[one], [one, two]].flatMap((codes) => [ask(op, codes), not(ask(op, codes))]),
        ),
        all(ask('includesAny', [one]), ask('includesAny', [two])),
        any(ask('includesAny', [one]), ask('includesOther', [two])),
        any(ask('includesAll', [one, two]), ask('notOnly', [two])),
      ];
  }
}

function formOf(path: string): 'items' | 'held' | 'codes' {
  const row = placeAt.get(path)?.row;
  if (row?.kind === 'items') return 'items';
  return row?.kind === 'fact' && typeof row.form === 'object' && 'held' in row.form ? 'held' : 'codes';
}

const cite = { source: 'our-manual', title: 'Our manual', section: '1', basis: 'source' };

/** A checker with a definition that asks all of them of one list. */
function checkerOf(path: string) {
  const criteria = questionsOf(path).map((requires, index) => ({
    rule: `custom/question-${String(index)}`,
    requires,
    says: 'It is so.',
    fails: 'It is not so',
    cite,
  }));
  const service = {
    id: 'xx/own',
    title: 'Our own',
    jurisdiction: 'XX',
    inForce: { from: '2001-01-01', cite },
    criteria,
  };
  const words = { [path]: { [NONE]: 'other' } };
  return {
    checker: createChecker({ services: [service as never], words }),
    rules: criteria.map(({ rule }) => rule),
  };
}

/** A word for none of the codes. */
const NONE = 'none of ours';

type Entry = string | Readonly<Record<string, unknown>>;

/** Words on no list, the first in two spellings. */
const OPEN = ['Our word', 'OUR_WORD ', 'Another word'];
const wordIn = (entry: Entry) =>
  String(typeof entry === 'string' ? entry : (entry['code'] ?? entry['topic']));
const alike = (word: string) =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');

function entryOf(path: string): fc.Arbitrary<Entry> {
  const { one, two, other } = codesOf(path);
  const code = fc.constantFrom(one, two, other || NONE, NONE, ...OPEN, ...OPEN);
  const day = fc.constantFrom(undefined, undefined, BEFORE, ON, AFTER);
  switch (formOf(path)) {
    case 'items':
      return fc.record({ topic: code, completedOn: fc.constantFrom(BEFORE, ON, AFTER) });
    case 'held':
      return fc
        .record({ code, from: day, through: day })
        .filter(({ from, through }) => from === undefined || through === undefined || from <= through);
    case 'codes':
      return code;
  }
}

/** Every way to take the words of a list: each for a code asked for or for none, and wherever it stands for the same. */
function waysToTake(path: string, list: readonly Entry[]): (readonly Entry[])[] {
  const { one, two } = codesOf(path);
  const open = new Set(
    list
      .map(wordIn)
      .filter((word) => OPEN.includes(word))
      .map(alike),
  );
  return [...open].reduce<(readonly Entry[])[]>(
    (ways, word) =>
      ways.flatMap((way) =>
        [one, two, NONE].map((code) =>
          way.map((entry) => (alike(wordIn(entry)) === word ? inWord(entry, code) : entry)),
        ),
      ),
    [list],
  );
}

function inWord(entry: Entry, code: string): Entry {
  return typeof entry === 'string' ? code : { ...entry, ['topic' in entry ? 'topic' : 'code']: code };
}

describe.each(openPaths)('words in %s', (path) => {
  const { checker, rules } = checkerOf(path);

  function judged(list: readonly Entry[], trusted: boolean): Map<string, RuleOutcome> {
    const session = { ...sessionWith(path, list), service: 'xx/own' };
    return outcomesIn(checker.checkSession(session as unknown as Session, { trusted }));
  }

  test('are what all ways to take them agree on', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(entryOf(path), { maxLength: 4 }), (list) => {
        const found = judged(list, false);
        const ways = waysToTake(path, list).map((way) => judged(way, true));
        const none: RuleOutcome = { outcome: 'not judged' };
        const differing = rules.filter((rule) => {
          const agreed = agreementOf(ways.map((way) => way.get(rule) ?? none));
          seen.add(`${rule} ${agreed.outcome}`);
          return agreed.outcome !== found.get(rule)?.outcome || agreed.severity !== found.get(rule)?.severity;
        });
        if (differing.length > 0) throw new Error(`${differing.join(', ')} of ${JSON.stringify(list)}`);
      }),
      lawRuns(160, 20141001),
    );
    const outcomes = ['fail', 'pass', 'unknown'];
    expectSame(
      [...seen].sort(),
      rules.flatMap((rule) => outcomes.map((outcome) => `${rule} ${outcome}`)).sort(),
    );
  });
});
