import { describe, expect, test } from 'vitest';
import { createChecker, type Criterion, type Session } from '../../src/index.js';
import {
  all,
  ageAtLeast,
  any,
  exists,
  holds,
  includesAny,
  is,
  not,
  reading,
  saying,
  when,
} from '../../src/conditions/build.js';
import { general } from '../../src/findings/citation.js';
import { readsOfClause } from '../../src/rules/reading-at-issue.js';
import { anyService, resultOf } from './service/any-service.js';
import { saidBy } from './support.js';

const base: Criterion = {
  rule: 'custom/clause',
  requires: is('faceToFace'),
  says: 'The session is face-to-face.',
  fails: 'On {on} it was not',
  cite: general('A clause'),
};

function said(criterion: Partial<Criterion>, facts: Partial<Session>, readings = {}) {
  const clause = { ...base, ...criterion };
  const checker = createChecker({ services: [{ ...anyService, criteria: [clause] }], readings });
  return saidBy(
    'custom/clause',
    checker.checkSession({ service: 'xx/any', dateOfService: '2025-03-03', ...facts }),
  );
}

test('the date of service is put into the words', () => {
  expect(said({}, { faceToFace: false })).toMatchObject({
    outcome: 'fail',
    severity: 'error',
    message: 'On 2025-03-03 it was not. The session is face-to-face.',
  });
});

describe('the words of a definition of your own stay as they are', () => {
  const ohio = { says: 'Ohio asks for a face-to-face session.' };

  test.each<[title: string, Partial<Criterion>, Partial<Session>, message: string]>([
    [
      'not met',
      ohio,
      { faceToFace: false },
      'On 2025-03-03 it was not. Ohio asks for a face-to-face session.',
    ],
    [
      'not known',
      ohio,
      {},
      'Not known: whether the session was face-to-face. Ohio asks for a face-to-face session.',
    ],
    [
      'not known to be asked',
      { ...ohio, appliesWhen: is('skillsBased') },
      { faceToFace: false },
      'Not known: whether the approach was skills-based. If the approach was skills-based, this is not met. On 2025-03-03 it was not. Ohio asks for a face-to-face session.',
    ],
    [
      'due',
      { ...ohio, owed: 'on-delivery' },
      { faceToFace: false, phase: 'proposed' },
      'On 2025-03-03 it was not. Ohio asks for a face-to-face session. It is due once the session of 2025-03-03 is delivered.',
    ],
    [
      'with full stops of its own',
      { ...ohio, fails: 'It was by phone.' },
      { faceToFace: false },
      'It was by phone. Ohio asks for a face-to-face session.',
    ],
    [
      'but for what is known of several demands',
      { ...ohio, requires: all(is('faceToFace'), is('skillsBased')), fails: 'It was by phone.' },
      { faceToFace: false },
      'The session was not face-to-face. Ohio asks for a face-to-face session.',
    ],
  ])('%s', (_title, criterion, facts, message) => {
    expect(said(criterion, facts)).toMatchObject({ message });
  });
});

describe('a clause that applies only to some', () => {
  const appliesWhen = is('agency.billsRegularPsr');

  test.each<[title: string, bills: boolean | undefined, faceToFace: boolean | undefined, expected: unknown]>([
    ['applies and is met', true, true, 'pass'],
    ['applies and is not met', true, false, { outcome: 'fail' }],
    ['applies and is not known', true, undefined, { outcome: 'unknown', paths: ['/faceToFace'] }],
    ['does not apply', false, false, 'not applicable: clause-does-not-apply'],
    ['does not apply, and is met', false, true, 'not applicable: clause-does-not-apply'],
    ['does not apply, and is not known', false, undefined, 'not applicable: clause-does-not-apply'],
    ['may apply, and is met', undefined, true, 'pass'],
    [
      'may apply, and is not met',
      undefined,
      false,
      { outcome: 'unknown', paths: ['/agency/billsRegularPsr'], denials: [] },
    ],
    [
      'may apply, and is not known',
      undefined,
      undefined,
      { outcome: 'unknown', paths: ['/agency/billsRegularPsr', '/faceToFace'] },
    ],
  ])('%s', (_title, billsRegularPsr, faceToFace, expected) => {
    const finding = said(
      { appliesWhen, otherwise: 'only where regular PSR is billed' },
      { agency: { billsRegularPsr }, faceToFace },
    );
    expect([finding]).toMatchObject([expected]);
  });

  test.each([
    [
      'in the words of the definition',
      'Only where regular PSR is billed.',
      'Only where regular PSR is billed.',
    ],
    ['where it gives no reason', undefined, 'The clause does not apply.'],
  ])('says so, %s', (_title, otherwise, message) => {
    const clause = { ...base, appliesWhen, ...(otherwise !== undefined && { otherwise }) };
    const { notApplicable } = resultOf(
      { ...anyService, criteria: [clause] },
      { agency: { billsRegularPsr: false } },
    );
    expect(notApplicable).toContainEqual({ rule: clause.rule, code: 'clause-does-not-apply', message });
  });
});

describe('a weaker demand beside the strict one', () => {
  const clause = { expects: is('skillsBased'), fallsShort: 'It was not skills-based' };

  test.each<
    [title: string, faceToFace: boolean | undefined, skillsBased: boolean | undefined, expected: unknown]
  >([
    ['both met', true, true, 'pass'],
    [
      'only the weaker one not met',
      true,
      false,
      {
        outcome: 'fail',
        severity: 'warning',
        message: 'It was not skills-based. The session is face-to-face.',
      },
    ],
    [
      'only the weaker one not known',
      true,
      undefined,
      { outcome: 'unknown', severity: 'warning', paths: ['/skillsBased'] },
    ],
    [
      'the strict one not met',
      false,
      undefined,
      { outcome: 'fail', severity: 'error', paths: ['/faceToFace'] },
    ],
    ['the strict one not known', undefined, false, { outcome: 'unknown', severity: 'error' }],
  ])('%s', (_title, faceToFace, skillsBased, expected) => {
    expect([said(clause, { faceToFace, skillsBased })]).toMatchObject([expected]);
  });
});

test('of a weaker demand, what of it is not met is named', () => {
  const expects = all(is('skillsBased'), is('personCentered'));
  const facts = { faceToFace: true, skillsBased: true, personCentered: false };
  expect(said({ expects, fallsShort: 'It fell short' }, facts)).toMatchObject({
    message: 'The session was not strengths-based and person-centered. The session is face-to-face.',
  });
});

test('a weaker demand without words of its own has those of the strict one', () => {
  expect(said({ expects: is('skillsBased') }, { faceToFace: true, skillsBased: false })).toMatchObject({
    severity: 'warning',
    message: 'On 2025-03-03 it was not. The session is face-to-face.',
  });
});

describe('the age of a member', () => {
  const clause = {
    requires: all(
      saying('The member is {age}', all(ageAtLeast({ years: 18 }, 'assessment.date'), is('faceToFace'))),
    ),
    fails: 'The member is {age}',
  };
  const born = (birthDate: string) => ({ member: { birthDate } });

  test.each<[facts: Partial<Session>, words: RegExp, age: number | undefined]>([
    [{ ...born('2010-03-03'), assessment: { date: '2025-03-03' } }, /^The member is 15 years old[.:] /, 15],
    [{ ...born('2024-03-03'), assessment: { date: '2025-03-03' } }, /^The member is 1 year old[.:] /, 1],
    [{ ...born('2026-03-03'), assessment: { date: '2025-03-03' } }, /^The member is not yet born[.:] /, -1],
    [{ ...born('1990-03-03'), faceToFace: false }, /^The member is 35 years old[.:] /, undefined],
    [{ faceToFace: false }, /^The member is of an age that is not known/, undefined],
    [{ assessment: 'none' }, /^There is no assessment/, undefined],
  ])('%j', (facts, words, age) => {
    const finding = said(clause, facts);
    expect(finding).toMatchObject({ outcome: 'fail', message: expect.stringMatching(words) as string });
    expect(typeof finding === 'object' && 'age' in finding.data ? finding.data['age'] : undefined).toBe(age);
  });
});

describe('the age that decides is told, in months where those are asked and tell', () => {
  test.each<[title: string, requires: Criterion['requires'], birthDate: string, data: object]>([
    ['under 18 years, at 1', ageAtLeast({ years: 18 }), '2024-02-03', { age: 1 }],
    ['under 18 months', ageAtLeast({ months: 18 }), '2024-02-03', { age: 1, ageInMonths: 13 }],
    ['under 30 months, at 2 years', ageAtLeast({ months: 30 }), '2023-03-03', { age: 2 }],
    ['under 24 months', ageAtLeast({ months: 24 }), '2024-02-03', { age: 1 }],
    [
      'under both',
      all(ageAtLeast({ years: 18 }), ageAtLeast({ months: 18 })),
      '2024-02-03',
      { age: 1, ageInMonths: 13 },
    ],
    [
      'on the day of the assessment',
      ageAtLeast({ months: 18 }, 'assessment.date'),
      '2024-02-03',
      { age: 0, ageInMonths: 12 - 1, ageOn: '2025-01-03' },
    ],
  ])('%s', (_title, requires, birthDate, data) => {
    const finding = said({ requires }, { member: { birthDate }, assessment: { date: '2025-01-03' } });
    expect(typeof finding === 'string' ? finding : finding.data).toEqual(data);
  });

  test('and none where there is no such day', () => {
    const requires = ageAtLeast({ years: 18 }, 'assessment.date');
    const finding = said({ requires }, { member: { birthDate: '2010-03-03' }, assessment: 'none' });
    expect(finding).toMatchObject({
      message: 'There is no assessment. The session is face-to-face.',
      data: {},
    });
    expect(finding).not.toHaveProperty('data.age');
  });

  test.each([
    ['2025-03-03', '0 years old'],
    ['2025-03-04', 'Not yet born'],
  ])('born on %s: %s', (birthDate, words) => {
    const finding = said({ requires: ageAtLeast({ years: 18 }), fails: '{age}' }, { member: { birthDate } });
    expect(finding).toMatchObject({ message: `${words}. The session is face-to-face.` });
  });

  test('of an age that is not known', () => {
    expect(said({ fails: 'The member is {age}' }, { faceToFace: false })).toMatchObject({
      message: 'The member is of an age that is not known. The session is face-to-face.',
    });
  });
});

describe('a clause reads the facts of all its demands', () => {
  const appliesWhen = is('agency.billsRegularPsr');
  const expects = is('skillsBased');

  test.each<[title: string, Partial<Criterion>, reads: string[]]>([
    ['one', {}, ['faceToFace']],
    ['where it applies', { appliesWhen }, ['agency.billsRegularPsr', 'faceToFace']],
    ['what is expected', { appliesWhen, expects }, ['agency.billsRegularPsr', 'faceToFace', 'skillsBased']],
    ['each once', { appliesWhen: base.requires }, ['faceToFace']],
    ['and whether it is owed yet', { owed: 'on-delivery' }, ['faceToFace', 'phase']],
  ])('%s', (_title, criterion, reads) => {
    expect(readsOfClause({ ...base, ...criterion })).toEqual(reads);
  });
});

test('only what fails is pointed at', () => {
  const requires = all(is('faceToFace'), is('skillsBased'), includesAny('activities', ['counseling']));
  const finding = said({ requires }, { faceToFace: true, skillsBased: false, activities: ['recreation'] });
  expect(finding).toMatchObject({
    message:
      "The approach was not skills-based. The session's activities include no counseling. The session is face-to-face.",
    paths: ['/skillsBased', '/activities'],
  });
});

describe('a word on no list', () => {
  const counseling = includesAny('activities', ['counseling']);
  const psychotherapy = includesAny('activities', ['psychotherapy']);
  const [face, noFace] = [is('faceToFace'), { faceToFace: false }];

  test.each<[title: string, Criterion['requires'], Partial<Session>, found: object | 'pass']>([
    ['may be the code that is asked', counseling, { activities: ['talk'] }, { outcome: 'unknown' }],
    ['cannot be two codes', all(counseling, psychotherapy), { activities: ['talk'] }, { outcome: 'fail' }],
    [
      'twice is one word',
      all(counseling, psychotherapy),
      { activities: ['talk', 'TALK'] },
      { outcome: 'fail' },
    ],
    [
      'and another may be two',
      all(counseling, psychotherapy),
      { activities: ['talk', 'chat'] },
      { outcome: 'unknown' },
    ],
    ['is one code or the other, or none', any(counseling, not(counseling)), { activities: ['talk'] }, 'pass'],
    [
      'decides nothing beside what fails',
      all(counseling, face),
      { activities: ['talk'], ...noFace },
      { outcome: 'fail' },
    ],
  ])('%s', (_title, requires, facts, found) => {
    const finding = said({ requires }, facts);
    if (found === 'pass') expect(finding).toBe('pass');
    else expect(finding).toMatchObject(found);
  });

  test('is asked for where it stands, with the codes that would do and the one that is near', () => {
    expect(said({ requires: counseling }, { activities: ['recreation', 'counselling'] })).toMatchObject({
      message:
        "Not known: what a word among the session's activities means, perhaps counseling. The session is face-to-face.",
      missing: [
        {
          path: '/activities/1',
          question: "Which code does this entry of the session's activities stand for, if any?",
          type: 'code',
          heldBy: 'clinician',
          accepts: ['counseling'],
          nearest: 'counseling',
        },
      ],
    });
  });

  test('of two that are lacking each may be either', () => {
    const requires = all(counseling, psychotherapy);
    expect(said({ requires }, { activities: ['talk', 'chat'] })).toMatchObject({
      missing: ['/activities/0', '/activities/1'].map((path) => ({
        path,
        accepts: ['psychotherapy', 'counseling'],
      })),
    });
  });

  test('beside a fact that is not known none is said to do', () => {
    const { missing } = said({ requires: all(not(counseling), face) }, { activities: ['talk'] }) as {
      missing: object[];
    };
    expect(missing).toHaveLength(2);
    expect(missing[0]).not.toHaveProperty('accepts');
  });
});

describe('which of several demands is not met', () => {
  const [a, b, c] = [is('faceToFace'), is('skillsBased'), is('personCentered')];
  const none = { faceToFace: false, skillsBased: false, personCentered: false };
  const notFace = 'The session was not face-to-face';
  const notSkills = 'The approach was not skills-based';
  const noneSaid = 'On 2025-03-03 it was not';

  test.each<[title: string, Criterion['requires'], Partial<Session>, whatIsSo: string]>([
    ['one of two', all(a, b), { faceToFace: true, skillsBased: false }, notSkills],
    ['both', all(a, b), none, `${notFace}. ${notSkills}`],
    ['one, the other not known', all(a, b), { skillsBased: false }, notSkills],
    [
      'a choice of which nothing is so',
      all(a, any(b, c)),
      { ...none, faceToFace: true },
      `${notSkills}. The session was not strengths-based and person-centered`,
    ],
    [
      'what must not be',
      all(a, not(b)),
      { faceToFace: true, skillsBased: true },
      'The approach was skills-based',
    ],
    [
      'where a demand applies, and the demand',
      all(a, when(b, c)),
      { faceToFace: true, skillsBased: true, personCentered: false },
      'The approach was skills-based. The session was not strengths-based and person-centered',
    ],
    ['the only demand is in the words already', a, none, noneSaid],
    ['and the only part of it', all(not(a)), { faceToFace: true }, noneSaid],
    [
      'two that must not be',
      all(is('faceToFace', false), is('skillsBased', false)),
      { faceToFace: true, skillsBased: true },
      'The session was face-to-face. The approach was skills-based',
    ],
    ['a choice of demands', any(a, b), none, noneSaid],
  ])('%s', (_title, requires, facts, whatIsSo) => {
    expect(said({ requires }, facts)).toMatchObject({
      outcome: 'fail',
      message: `${whatIsSo}. The session is face-to-face.`,
    });
  });
});

describe('of choices met in part, the one that lacks least is named', () => {
  const [a, b, c] = [is('faceToFace'), is('skillsBased'), is('personCentered')];
  const d = is('communitySetting');

  test.each<[title: string, Criterion['requires'], Partial<Session>]>([
    [
      'of two',
      any(all(d, a, c), all(d, b)),
      { communitySetting: true, faceToFace: false, personCentered: false, skillsBased: false },
    ],
    [
      'inside another',
      all(d, any(c, all(a, b))),
      { communitySetting: true, personCentered: false, faceToFace: true, skillsBased: false },
    ],
  ])('%s', (_title, requires, facts) => {
    expect(said({ requires }, facts)).toMatchObject({
      message: 'The approach was not skills-based. The session is face-to-face.',
    });
  });
});

test('a clause that may not be asked, and would not be met', () => {
  const clause = {
    appliesWhen: is('agency.billsRegularPsr'),
    requires: all(is('faceToFace'), is('skillsBased')),
  };
  expect(said(clause, { faceToFace: false })).toMatchObject({
    outcome: 'unknown',
    message:
      'Not known: whether the agency bills regular PSR. If the agency bills regular PSR, this is not met. The session was not face-to-face. The session is face-to-face.',
  });
});

describe('an object that may not exist is asked for by one of its facts', () => {
  test.each<[title: string, Criterion['requires'], missing: string[]]>([
    [
      'of those that are asked',
      all(exists('assessment'), is('assessment.outcomeRestored', false)),
      ['/assessment/outcomeRestored'],
    ],
    ['or by its first', exists('assessment'), ['/assessment/date']],
    [
      'beside a fact of another',
      all(exists('assessment'), is('faceToFace')),
      ['/assessment/date', '/faceToFace'],
    ],
  ])('%s', (_title, requires, missing) => {
    const finding = said({ requires }, {});
    expect(typeof finding === 'string' ? finding : finding.missing.map(({ path }) => path)).toEqual(missing);
  });
});

describe('the reading that decides is named', () => {
  test('of leap days, where it decides', () => {
    const requires = ageAtLeast({ years: 18 });
    const born = { member: { birthDate: '2004-02-29' }, dateOfService: '2022-02-28' };
    expect(said({ requires }, born)).toMatchObject({
      reading: { name: 'leap-birthday', setting: 'leapBirthday' },
      basis: 'reading',
    });
    expect(said({ requires }, { ...born, dateOfService: '2022-02-27' })).not.toHaveProperty('reading');
    expect(said({ requires }, born, { leapBirthday: 'feb-28' })).toBe('pass');
  });

  test('where under another all would be met, or less be known', () => {
    const center = reading('licensedMhc', 'center');
    const named = (requires: Criterion['requires'], facts: Partial<Session>) => {
      const finding = said({ requires }, facts);
      return typeof finding === 'string' ? finding : [finding.outcome, finding.reading?.name];
    };
    expect(named(any(center, is('faceToFace')), { faceToFace: false })).toEqual(['fail', 'licensed-mhc']);
    expect(named(any(center, is('faceToFace')), {})).toEqual(['unknown', 'licensed-mhc']);
    expect(named(all(center, is('faceToFace')), {})).toEqual(['fail', 'licensed-mhc']);
    expect(named(all(center, is('faceToFace')), { faceToFace: false })).toEqual(['fail', undefined]);
  });

  test('of the licensed center, where it decides', () => {
    const requires = reading('licensedMhc', 'center');
    expect(said({ requires }, {})).toMatchObject({
      outcome: 'fail',
      reading: { name: 'licensed-mhc', setting: 'licensedMhc' },
    });
    expect(said({ requires }, {}, { licensedMhc: 'center' })).toBe('pass');
  });

  test('of adult programs, where it decides, though the clause names none', () => {
    const clause = { appliesWhen: reading('adultProgram', 'error'), requires: is('faceToFace') };
    expect(said(clause, { faceToFace: false })).toMatchObject({
      reading: { name: 'adult-program', setting: 'adultProgram' },
    });
    expect(said(clause, { faceToFace: false }, { adultProgram: 'off' })).toBe(
      'not applicable: clause-does-not-apply',
    );
  });

  test.each<[groupRatio: string, outcome: unknown]>([
    ['warn', { outcome: 'fail', reading: { name: 'group-ratio', setting: 'groupRatio' } }],
    ['flat', { outcome: 'fail', reading: { name: 'group-ratio', setting: 'groupRatio' } }],
    ['ratio', 'pass'],
  ])('of three choices, where one of the others decides: %s', (groupRatio, outcome) => {
    const finding = said({ requires: reading('groupRatio', 'ratio') }, {}, { groupRatio });
    expect([finding]).toMatchObject([outcome]);
  });

  test('where under another it would only be a warning', () => {
    const clause = {
      requires: any(reading('licensedMhc', 'center'), is('faceToFace')),
      expects: is('faceToFace'),
    };
    expect(said(clause, { faceToFace: false })).toMatchObject({
      outcome: 'fail',
      severity: 'error',
      reading: { name: 'licensed-mhc' },
    });
    expect(said(clause, { faceToFace: false }, { licensedMhc: 'center' })).toMatchObject({
      outcome: 'fail',
      severity: 'warning',
      reading: { name: 'licensed-mhc' },
    });
  });

  test('of leap days before another that decides too', () => {
    const requires = any(reading('licensedMhc', 'center'), ageAtLeast({ years: 18 }));
    const born = { member: { birthDate: '2004-02-29' }, dateOfService: '2022-02-28' };
    expect(said({ requires }, born)).toMatchObject({
      reading: { name: 'leap-birthday', setting: 'leapBirthday' },
    });
  });

  test('of the clause, before another that decides too', () => {
    const requires = any(reading('licensedMhc', 'center'), ageAtLeast({ years: 18 }));
    const born = { member: { birthDate: '2004-02-29' }, dateOfService: '2022-02-28' };
    expect(said({ requires, reading: 'licensed-mhc' }, born)).toMatchObject({
      reading: { name: 'licensed-mhc', setting: 'licensedMhc' },
    });
  });

  test.each([
    ['18 the day after', '2004-03-02', 'criteria-age'],
    ['18 two days after', '2004-03-03', undefined],
  ])('of the age, where no other decides and a day would: %s', (_title, birthDate, name) => {
    const clause = { requires: ageAtLeast({ years: 18 }), ageReading: 'criteria-age' } as const;
    const answer = said(clause, { member: { birthDate }, dateOfService: '2022-03-01' });
    expect(typeof answer === 'string' ? answer : answer.reading?.name).toBe(name);
  });

  test('of what more is expected, where that alone falls short', () => {
    const clause = {
      expects: is('relatedToNeeds'),
      reading: 'key-function',
      readingOfExpected: 'deeming',
    } as const;
    const answer = said(clause, { faceToFace: true, relatedToNeeds: false });
    expect(answer).toMatchObject({ severity: 'warning', reading: { name: 'deeming' } });
  });

  test('of the clause itself, where no other decides', () => {
    expect(said({ reading: 'mixed-session' }, { faceToFace: false })).toMatchObject({
      reading: { name: 'mixed-session', setting: null },
    });
  });
});

describe('the denial of a lapsed credential is drawn', () => {
  const requires = holds('staff.credentials', ['MO-CMPS']);
  const lapsed = { code: 'MO-CMPS', through: '2025-03-02' };

  test.each<[title: string, credentials: { code: string }[], carcs: string[]]>([
    ['where one lapsed', [lapsed], ['185', 'B7']],
    ['where one lapsed and another is no such credential', [{ code: 'MO-LPC' }, lapsed], ['185', 'B7']],
    ['not where there is none', [], ['185']],
  ])('%s', (_title, credentials, carcs) => {
    const finding = said({ requires, denial: 'renderingStaff' }, { staff: { credentials } });
    expect(finding).toMatchObject({ outcome: 'fail', denials: carcs.map((carc) => ({ carc })) });
  });
});

describe('a paper that is not owed yet is due', () => {
  test.each<[title: string, owed: Criterion['owed'], Partial<Session>, outcome: string, note: string]>([
    [
      'proposed',
      'on-delivery',
      { phase: 'proposed' },
      'due',
      '. It is due once the session of 2025-03-03 is delivered.',
    ],
    [
      'proposed',
      'after-the-week',
      { phase: 'proposed' },
      'due',
      '. It is due when the week ends on 2025-03-08.',
    ],
    ['delivered', 'on-delivery', { phase: 'delivered' }, 'fail', '. The session is face-to-face.'],
    ['proposed, no paper', undefined, { phase: 'proposed' }, 'fail', '. The session is face-to-face.'],
  ])('%s, owed %s: %s %s', (_title, owed, facts, outcome, note) => {
    const finding = said(owed === undefined ? {} : { owed }, { ...facts, faceToFace: false });
    expect(finding).toMatchObject({
      outcome,
      message: expect.stringMatching(new RegExp(`${note}$`)) as string,
    });
  });
});

describe('what does not exist is said not to', () => {
  const note = all(
    is('documentation.weeklyNote.summarizesServices'),
    is('documentation.weeklyNote.clientResponse'),
  );
  const billed = when(is('agency.billsRegularPsr'), is('documentation.weeklyNote.coversBothPsrTypes'));

  test.each<[title: string, Criterion['requires'], Partial<Session>, whatIsSo: string]>([
    [
      'where all that is demanded is of it',
      note,
      { documentation: { weeklyNote: 'none' } },
      'There is no weekly note',
    ],
    [
      'not where it exists and lacks something',
      note,
      { documentation: { weeklyNote: { summarizesServices: false, clientResponse: true } } },
      'The weekly note does not sum up the services',
    ],
    [
      'not where something else is amiss too',
      billed,
      { agency: { billsRegularPsr: true }, documentation: { weeklyNote: 'none' } },
      'On 2025-03-03 it was not',
    ],
    ['of a plan', is('plan.includesService'), { plan: 'none' }, 'There is no plan'],
    [
      'where one demand of several is of it',
      all(is('plan.includesService'), is('faceToFace')),
      { plan: 'none', faceToFace: false },
      'There is no plan. The session was not face-to-face',
    ],
    [
      'not where something else would do',
      any(is('plan.includesService'), is('faceToFace')),
      { plan: 'none', faceToFace: false },
      'On 2025-03-03 it was not',
    ],
    ['where it must exist', exists('assessment'), { assessment: 'none' }, 'There is no assessment'],
    ['of an assessment', is('assessment.leastRestrictive'), { assessment: 'none' }, 'There is no assessment'],
    [
      'of a supervisor',
      is('staff.supervisor.clinical'),
      { staff: { supervisor: 'none' } },
      'There is no supervisor',
    ],
  ])('%s', (_title, requires, facts, whatIsSo) => {
    expect(said({ requires }, facts)).toMatchObject({
      outcome: 'fail',
      message: `${whatIsSo}. The session is face-to-face.`,
    });
  });
});

describe('a choice that is met in part', () => {
  const [a, b, c] = [is('faceToFace'), is('skillsBased'), is('personCentered')];
  const choice = any(a, all(b, c));

  test.each<[title: string, facts: Partial<Session>, whatIsSo: string]>([
    [
      'is named by what it lacks',
      { faceToFace: false, skillsBased: true, personCentered: false },
      'The session was not strengths-based and person-centered',
    ],
    [
      'is named where the rest is not known',
      { faceToFace: false, personCentered: false },
      'The session was not strengths-based and person-centered',
    ],
    [
      'is not named where nothing of it is met',
      { faceToFace: false, skillsBased: false, personCentered: false },
      'On 2025-03-03 it was not',
    ],
  ])('%s', (_title, facts, whatIsSo) => {
    expect(said({ requires: choice }, facts)).toMatchObject({
      message: `${whatIsSo}. The session is face-to-face.`,
    });
  });
});
