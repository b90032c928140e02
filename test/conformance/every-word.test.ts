import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { createChecker, type Session, type SessionResult } from '../../src/index.js';
import { openPaths } from '../../src/facts/words.js';
import { agreementOf, outcomesIn } from '../support/agreement.js';
import { bases, baseSession, mergePatch } from '../support/cases.js';
import { codesAt } from '../support/domains.js';
import { pointerTo } from '../support/facts.js';

/**
 * Every code of every list, in the complete session of every service: however it is written, in a word that is on no list,
 * and in an agency's own words.
 */

/** A word that is on no list, near no code and part of no sentence. */
const WORD = 'Xyzzy-plugh';

/** The lists, and those of waivers and exceptions, whose words are those of trainings. */
const lists = [
  ...openPaths.map((path) => ({ path, of: path })),
  { path: 'staff.trainingWaivers', of: 'staff.trainings' },
  { path: 'staff.trainingExceptions', of: 'staff.trainings' },
];

/** Ways to write a code that tell it from no other. */
const spellings: readonly ((code: string) => string)[] = [
  (code) => code.toUpperCase(),
  (code) => code.toLowerCase(),
  (code) => code.replaceAll('-', ' '),
  (code) => code.replaceAll('-', '_'),
  (code) => `  ${code.replaceAll('-', ' -_  ')}\t`,
];

type Entry = string | { readonly code?: string; readonly topic?: string; readonly [fact: string]: unknown };

const shipped = createChecker();
const ownWordFor = (code: string) => `our word for ${code}`;
/** Of an agency with a word of its own for each code, and one for none of them. */
const own = createChecker({
  words: Object.fromEntries(
    openPaths.map((path) => {
      const words = codesAt(path).map((code) => [ownWordFor(code), code.toLowerCase()]);
      return [path, Object.fromEntries([...words, [WORD, 'other']])];
    }),
  ),
});

/** A place in a list, which takes one word after the other. */
interface Slot {
  readonly session: Session;
  readonly path: string;
  readonly entries: readonly Entry[];
  readonly place: number;
}

/** Each entry of a list among the others, and one alone. */
function slotsOf(base: string, path: string): [alone: Slot, ...among: Slot[]] {
  const session = sessionFor(base, path);
  const stated = (valueAt(session, path) ?? []) as readonly Entry[];
  const alone = stated[0] ?? newEntry(path, session.dateOfService);
  const among =
    stated.length < 2 ? [] : stated.map((_entry, place) => ({ session, path, entries: stated, place }));
  return [{ session, path, entries: [alone], place: 0 }, ...among];
}

/** The complete session; where a waiver or an exception is looked at, the last topic is lacking. */
function sessionFor(base: string, path: string): Session {
  const session = baseSession(base);
  if (!/Waivers|Exceptions/.test(path)) return session;
  const trainings = session.staff?.trainings?.slice(0, -1);
  return { ...session, staff: { ...session.staff, ...(trainings && { trainings }) } };
}

function valueAt(holder: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], holder);
}

/** An entry that counts as far as it can, where the session has none. */
function newEntry(path: string, on: string): Entry {
  if (path.endsWith('credentials') || /programs|determinations/.test(path))
    return { code: '', from: '2001-01-01' };
  if (path.endsWith('trainings')) return { topic: '', completedOn: on, hours: 8, documented: true };
  if (path.endsWith('Waivers')) return { topic: '', documented: true };
  if (path.endsWith('Exceptions')) return { topic: '', approvedOn: on };
  return '';
}

/** The session with a word in the slot, or, without one, with the entry left out. */
function withWord({ session, path, entries, place }: Slot, word: string | undefined): Session {
  const list = entries.flatMap((entry, index) => {
    if (index !== place) return [entry];
    return word === undefined ? [] : [inWord(entry, word)];
  });
  const patch = path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), list) as Parameters<
    typeof mergePatch
  >[1];
  return mergePatch(session as never, patch) as unknown as Session;
}

function wordOf(entry: Entry | undefined): string | undefined {
  return typeof entry === 'string' ? entry : (entry?.code ?? entry?.topic);
}

function inWord(entry: Entry, word: string): Entry {
  if (typeof entry === 'string') return word;
  return { ...entry, ['topic' in entry ? 'topic' : 'code']: word };
}

/** The lists in which a word on no list left something open. */
const opened = new Set<string>();

const places = bases.flatMap((base) => lists.map((list) => ({ base, ...list })));

describe.each(places)('$path of $base', ({ base, path, of }) => {
  const slots = slotsOf(base, path);
  const codes = codesAt(of);
  const options = { history: [], asOf: baseSession(base).dateOfService };
  const check = (slot: Slot, word: string | undefined, checker = shipped): SessionResult =>
    checker.checkSession(withWord(slot, word), options);
  /** What comes of each listed code in the place of an entry. */
  const listed = slots.map((slot) => codes.map((code) => ({ code, result: check(slot, code) })));
  /** Of an entry among others only its own code is written otherwise. */
  function tried<One extends { readonly code: string }>(
    slot: Slot,
    all: readonly One[] = [],
  ): readonly One[] {
    const { entries, place } = slot;
    return slot === slots[0] ? all : all.filter(({ code }) => code === wordOf(entries[place]));
  }

  test('a code is read as it is listed, however it is written', () => {
    const differing = slots.flatMap((slot, index) =>
      tried(slot, listed[index]).flatMap(({ code, result }) =>
        spellings
          .map((spell) => spell(code))
          .filter((word) => JSON.stringify(check(slot, word)) !== JSON.stringify(result)),
      ),
    );
    expect(differing).toEqual([]);
  });

  test('an own word is the code that it means', () => {
    const differing = slots.flatMap((slot, index) =>
      tried(slot, listed[index]).filter(
        ({ code, result }) => foundIn(check(slot, ownWordFor(code), own)) !== foundIn(result),
      ),
    );
    expect(differing.map(({ code }) => code)).toEqual([]);
  });

  test('a word on no list is what all codes of the list, and none of them, agree on, and is not repeated', () => {
    for (const [index, slot] of slots.entries()) {
      const result = check(slot, WORD);
      const ways = [...(listed[index] ?? []).map((one) => one.result), check(slot, WORD, own)].map(
        outcomesIn,
      );
      const differing = [...outcomesIn(result)].flatMap(([rule, found]) => {
        const agreed = agreementOf(ways.map((way) => way.get(rule) ?? { outcome: 'not judged' }));
        return isDeepStrictEqual(found, agreed) ? [] : [{ rule, found, agreed }];
      });
      if (result.findings.some(({ outcome }) => outcome === 'unknown')) opened.add(path);
      expect(differing).toEqual([]);
      expect(JSON.stringify(result)).not.toMatch(new RegExp(WORD, 'i'));
    }
  });

  test('a word on no list is asked for with the codes that would do, in the order of the list', () => {
    const differing = slots.flatMap((slot, index) =>
      check(slot, WORD).findings.flatMap(({ rule, missing }) => {
        const passing = (listed[index] ?? []).filter(
          ({ result }) => outcomesIn(result).get(rule)?.outcome === 'pass',
        );
        return missing.flatMap(({ path: at, type, accepts, nearest }) => {
          const isAsked =
            at === `${pointerTo(path)}/${String(slot.place)}` && type === 'code' && nearest === undefined;
          const wouldDo = passing.map(({ code }) => code);
          return isAsked && (wouldDo.length === 0 || isDeepStrictEqual(accepts, wouldDo))
            ? []
            : [{ rule, at, accepts, wouldDo }];
        });
      }),
    );
    expect(differing).toEqual([]);
  });

  test('a word for none of the codes is as a code that the service does not name', () => {
    const unnamed = codes.findIndex((code) => !isNamed(base, code));
    const differing = slots.filter((slot, index) => {
      const result = listed[index]?.[unnamed]?.result;
      return result !== undefined && !isAlike(check(slot, WORD, own), result);
    });
    expect(differing).toEqual([]);
  });

  // What is done, and who is on the team, is something whatever it is called.
  if (path === 'activities' || path === 'member.careTeamRoles') return;

  test('a word for none of the codes is as if the entry were left out', () => {
    const differing = slots.filter((slot) => !isAlike(check(slot, WORD, own), check(slot, undefined)));
    expect(differing).toEqual([]);
  });
});

test('a word on no list leaves something open in each list', () => {
  expect([...opened].sort()).toEqual(lists.map(({ path }) => path).sort());
});

function isNamed(base: string, code: string): boolean {
  return JSON.stringify(shipped.serviceOf(baseSession(base).service)).includes(`"${code}"`);
}

function isAlike(one: SessionResult, other: SessionResult): boolean {
  return one.verdict === other.verdict && isDeepStrictEqual(outcomesIn(one), outcomesIn(other));
}

/** Without what judged it, which tells the words of an agency too. */
function foundIn(result: SessionResult | undefined): string {
  return JSON.stringify({ ...result, rules: undefined });
}
