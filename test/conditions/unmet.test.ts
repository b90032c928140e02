import { describe, expect, test } from 'vitest';
import { all, any, atLeast, exists, is, not, reading, when } from '../../src/conditions/build.js';
import type { Condition, Leaf } from '../../src/conditions/condition.js';
import { compile } from '../../src/conditions/compile.js';
import { unmetDemands } from '../../src/conditions/why.js';
import type { Session } from '../../src/index.js';
import { under } from './support.js';

const a = is('faceToFace');
const b = is('communitySetting');
const c = is('personCentered');
const d = is('skillsBased');
const e = is('relatedToNeeds');
const f = is('billedInBundle');

type Row = [title: string, condition: Condition, facts: Partial<Session>, unmet: Leaf[]];

function table(name: string, rows: Row[]) {
  describe(name, () => {
    test.each(rows)('%s', (_title, condition, facts, unmet) => {
      expect(unmetDemands(compile(condition).explain(under(facts)))).toEqual(unmet);
    });
  });
}

const no = { faceToFace: false, communitySetting: false, personCentered: false, skillsBased: false };

table('of several demands, those that are known not to be met', [
  ['one of two', all(a, b), { faceToFace: true, communitySetting: false }, [b]],
  ['both', all(a, b), no, [a, b]],
  ['not the one that is not known', all(a, b), { faceToFace: false }, [a]],
  ['none, where both are met', all(a, b), { faceToFace: true, communitySetting: true }, []],
  ['those of a part that has several itself', all(a, all(b, c)), { ...no, communitySetting: true }, [a, c]],
  [
    'none of a part that is met',
    all(a, any(all(b, c), all(c, d))),
    { faceToFace: false, communitySetting: true, personCentered: true, skillsBased: false },
    [a],
  ],
]);

table('a single demand is not told apart', [
  ['by itself', a, no, []],
  ['as the only one of all', all(a), no, []],
  ['beside the object that it is about', all(exists('plan'), a), { ...no, plan: 'none' }, []],
  ['two beside the object', all(exists('plan'), a, b), { ...no, plan: 'none' }, [a, b]],
]);

table('what names no single demand is left out', [
  ['a negation', all(a, not(b)), { faceToFace: false, communitySetting: true }, [a]],
  ['a number of several', all(a, atLeast(2, [b, c])), no, [a]],
  ['a demand of some', all(a, when(b, c)), { ...no, communitySetting: true }, [a]],
  ['a reading', all(a, reading('licensedMhc', 'center')), no, [a]],
  ['a negation as a whole', not(a), { faceToFace: true }, []],
  ['a number as a whole', atLeast(1, [a, b]), no, []],
]);

table('of alternatives, the one that lacks least', [
  ['begun by one of two', any(all(a, b), c), { ...no, faceToFace: true }, [b]],
  ['none, where nothing of any is so', any(all(a, b), all(c, d)), no, []],
  ['none, where each is a single demand', any(a, b), no, []],
  [
    'the one that lacks one, before the one that lacks two',
    any(all(a, b, c), all(a, d)),
    { ...no, faceToFace: true },
    [d],
  ],
  [
    'the one that lacks one of four, before the one that lacks two of three',
    any(all(a, b, c), all(a, e, f, d)),
    { ...no, faceToFace: true, relatedToNeeds: true, billedInBundle: true },
    [d],
  ],
  ['the first of two that lack one', any(all(a, b), all(a, c)), { ...no, faceToFace: true }, [b]],
  ['what is not known has begun', any(all(a, b)), { communitySetting: false }, [b]],
  [
    'none of one that lacks nothing that is named',
    any(all(a, not(b)), all(a, c, d)),
    { ...no, faceToFace: true, communitySetting: true },
    [c, d],
  ],
]);
