import { describe, expect, test } from 'vitest';
import { denialsOf, denialTable, kindsOf, type DenialKey } from '../../src/findings/denials.js';
import type { Denial } from '../../src/index.js';

/** Adjustment reasons that a payer may not send without a remark. */
const needRemark = ['16', '96', '226', '227', '251', '252'];
const deactivated = { carc: ['15', 'B5', 'B18'], rarc: ['N29', 'N66', 'N225', 'M78', 'M63'] };

const keys = Object.keys(denialTable) as DenialKey[];
const every: [key: DenialKey, denial: Denial][] = keys.flatMap((key) =>
  kindsOf(key).flatMap(([, { denials }]) => denials.map((denial): [DenialKey, Denial] => [key, denial])),
);

describe('each denial', () => {
  test.each(every)('of %s: %j', (_key, { carc, rarc, group, likelihood, seenAt }) => {
    expect(carc).toMatch(/^(?:[1-9]\d{0,2}|B\d{1,2})$/);
    expect(rarc ?? 'N1').toMatch(/^[MN][1-9]\d{0,2}$/);
    expect(['CO', 'OA']).toContain(group);
    expect(['likely', 'possible']).toContain(likelihood);
    expect(['claim', 'audit']).toContain(seenAt);
    expect(likelihood === 'likely' && seenAt === 'audit').toBe(false);
    expect(deactivated.carc).not.toContain(carc);
    expect(deactivated.rarc).not.toContain(rarc);
    expect(needRemark.includes(carc) && rarc === undefined).toBe(false);
  });
});

test('the kinds of failure of a row, the usual one first', () => {
  const kinds = (key: DenialKey) => kindsOf(key).map(([special, { failure }]) => [special, failure]);
  expect(kinds('limit').map(([special]) => special)).toEqual([undefined]);
  expect(kinds('note')).toEqual([
    [undefined, 'A note asked for at review is incomplete.'],
    ['nothingThere', 'A note asked for at review is not there.'],
  ]);
});

test('each kind of failure has words of its own', () => {
  const kinds = keys.flatMap((key) => kindsOf(key).map(([, drawn]) => drawn));
  const said = new Map(kinds.map((drawn) => [drawn.failure, drawn]));
  expect(new Set(kinds).size).toBe(said.size);
});

describe('what a failure may draw', () => {
  const expectedOf: Record<DenialKey, string> = {
    limit: '119/N362 likely, 273 possible',
    unitsBeyondTime: '151/N206 possible at audit',
    unitCount: '16/M53 likely',
    timeOfService: '16/N443 possible at audit',
    notYetDelivered: '110 likely',
    notTakenPlace: '112 possible at audit',
    birthDate: '14 likely',
    age: '6/N129 likely',
    adultProgram: '6/N129 possible',
    program: '177/N30 possible at audit',
    programRules: '272/N180 possible at audit',
    renderingStaff: '185/N570 possible at audit',
    notCovered: '96/N180 possible at audit',
    plan: '272/M135 possible at audit',
    code: '16/M51 likely, 181/M51 possible',
    modifier: '4/N519 likely',
    informationalModifier: '4/N519 possible',
    missingModifier: '16/N822 likely',
    duplicate: '18/M86 OA likely',
    oneLine: '18/M86 OA possible',
    sameId: '18/M86 OA possible',
    replacedClaim: '16/M47 likely',
    memberOverlap: '97/M80 possible at audit, 236/M80 possible at audit',
    excessCharge: '45/N600 likely',
    necessity: '50/N661 possible at audit',
    diagnosis: '11/N569 likely, 167/N569 possible',
    training: '185/N570 possible at audit',
    agency: 'B7/N570 possible at audit, 299/N570 possible at audit',
    bundled: '97/M15 likely',
    paper: '251/N237 possible at audit',
    note: '251/N394 possible at audit',
  };

  test.each(keys.map((key) => [key, expectedOf[key]] as const))('%s: %s', (key, expected) => {
    expect(inWords(denialsOf(key))).toBe(expected);
  });

  test.each<[DenialKey, 'nothingThere' | 'notInForce' | 'lapsed', string]>([
    ['paper', 'nothingThere', '252/N706 possible at audit'],
    ['note', 'nothingThere', '252/N393 possible at audit'],
    ['necessity', 'nothingThere', '252/N42 possible at audit'],
    ['diagnosis', 'nothingThere', '252/N42 possible at audit'],
    ['plan', 'notInForce', '272/N351 possible at audit'],
    ['plan', 'nothingThere', '272/M135 possible at audit'],
    ['paper', 'notInForce', '251/N237 possible at audit'],
    ['age', 'nothingThere', '6/N129 likely'],
    ['renderingStaff', 'lapsed', '185/N570 possible at audit, B7/N570 possible at audit'],
    ['renderingStaff', 'nothingThere', '185/N570 possible at audit'],
    ['programRules', 'lapsed', '272/N180 possible at audit'],
    ['program', 'lapsed', '177/N30 possible at audit'],
  ])('%s, %s: %s', (key, reason, expected) => {
    expect(inWords(denialsOf(key, reason))).toBe(expected);
  });

  test('nothing, where none is predicted', () => {
    expect(denialsOf(undefined)).toEqual([]);
  });

  function inWords(denials: Denial[]) {
    return denials
      .map(({ carc, rarc, group, likelihood, seenAt }) =>
        [
          carc + (rarc === undefined ? '' : `/${rarc}`),
          ...(group === 'OA' ? ['OA'] : []),
          likelihood,
          ...(seenAt === 'audit' ? ['at audit'] : []),
        ].join(' '),
      )
      .join(', ');
  }
});

test('a caller who changes a denial does not change the next one', () => {
  const [first] = denialsOf('limit');
  if (first) first.carc = 'changed';
  expect(denialsOf('limit')[0]?.carc).toBe('119');
});
