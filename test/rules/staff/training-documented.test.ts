import { describe, expect, test } from 'vitest';
import { generalCitation, wholeSentences } from '../support.js';
import { cpr, iddt, inShort, orientation, said, type Staff } from './support.js';

const rule = 'staff/training-documented';
const early = '2025-03-03';
const late = '2025-07-02';
const noPaper = { documented: false };
const unsure = { documented: null };

/** The staff of the tables: orientation and CPR are documented, and the first service was on 2025-01-01. */
const staff = (iddtEntries: Staff['trainings'], rest: Staff = {}): Staff => ({
  firstServiceDate: '2025-01-01',
  trainings: [orientation, cpr, ...(iddtEntries ?? [])],
  ...rest,
});

describe('what counts is documented', () => {
  test.each<[title: string, Staff, until: string, after: string]>([
    ['all of it', staff([iddt(2)]), 'pass', 'pass'],
    ['nothing to document: how much is done is another rule', staff([]), 'pass', 'pass'],
    ['a topic is not', staff([iddt(2, noPaper)]), 'due iddt', 'fail iddt'],
    ['a topic may not be', staff([iddt(2, unsure)]), 'due iddt', 'unknown iddt'],
    ['enough hours are', staff([iddt(2), iddt(3, noPaper)]), 'pass', 'pass'],
    ['too few hours are', staff([iddt(1.5), iddt(0.5, noPaper)]), 'due iddt', 'fail iddt'],
    ['too few hours are for sure', staff([iddt(1.5), iddt(0.5, unsure)]), 'due iddt', 'unknown iddt'],
    [
      'a training after the day counts for nothing',
      staff([iddt(2, { ...noPaper, completedOn: '2026-01-01' })]),
      'pass',
      'pass',
    ],
    ['a waiver is', staff([], { trainingWaivers: [{ topic: 'iddt', documented: true }] }), 'pass', 'pass'],
    [
      'a waiver is not',
      staff([], { trainingWaivers: [{ topic: 'iddt', documented: false }] }),
      'due iddt',
      'fail iddt',
    ],
    ['a waiver may not be', staff([], { trainingWaivers: [{ topic: 'iddt' }] }), 'due iddt', 'unknown iddt'],
    [
      'a waiver is, an entry is not',
      staff([iddt(1, noPaper)], { trainingWaivers: [{ topic: 'iddt', documented: true }] }),
      'pass',
      'pass',
    ],
    [
      'an exception was approved',
      staff([], { trainingExceptions: [{ topic: 'iddt', approvedOn: '2025-03-03' }] }),
      'pass',
      'pass',
    ],
    [
      'an exception was not approved in time',
      staff([], { trainingExceptions: [{ topic: 'iddt', approvedOn: '2026-01-01' }] }),
      'due iddt',
      'fail iddt',
    ],
    [
      'an exception may not be approved',
      staff([], { trainingExceptions: [{ topic: 'iddt' }] }),
      'due iddt',
      'unknown iddt',
    ],
  ])('%s: until the due date %s, after it %s', (_title, of, until, after) => {
    expect(inShort(said(rule, of, early))).toBe(until);
    expect(inShort(said(rule, of, late))).toBe(after);
  });

  test('an initial topic that is not documented fails at once', () => {
    const undocumented = { firstServiceDate: '2025-01-01', trainings: [{ ...orientation, ...noPaper }] };
    expect(inShort(said(rule, undocumented, early))).toBe('fail cpr-program-orientation');
    const both = { ...undocumented, trainings: [...undocumented.trainings, iddt(2, noPaper)] };
    expect(inShort(said(rule, both, early))).toBe('fail cpr-program-orientation');
    expect(inShort(said(rule, both, late))).toBe('fail cpr-program-orientation iddt');
  });

  test('an exception approved the day after counts from then on', () => {
    const excepted = staff([], { trainingExceptions: [{ topic: 'iddt', approvedOn: '2025-07-03' }] });
    expect([late, '2025-07-03'].map((on) => inShort(said(rule, excepted, on)))).toEqual([
      'fail iddt',
      'pass',
    ]);
  });
});

test('the finding', () => {
  const message =
    'Not documented: integrated dual disorders treatment (iddt), 0 of 2 hours in the personnel file. Training must be documented in the personnel file, and so must what a waiver or an exception rests on. It was due by 2025-07-01.';
  expect(message).toMatch(wholeSentences);
  expect(said(rule, staff([iddt(2, noPaper)]), late)).toMatchObject({
    rule,
    outcome: 'fail',
    severity: 'error',
    message,
    data: { topics: [{ topic: 'iddt' }], dueOn: '2025-07-01' },
    paths: ['/staff/trainings', '/staff/trainings/2/documented'],
    missing: [],
    basis: 'reading',
    reading: { name: 'training-deadline', setting: 'trainingFrom' },
    citations: [generalCitation('Personnel file')],
    denials: [{ carc: '185', rarc: 'N570', group: 'CO', likelihood: 'possible', seenAt: 'audit' }],
  });
});

test('what is not known is asked for', () => {
  expect(said(rule, staff([iddt(2, unsure)]), late)).toMatchObject({
    outcome: 'unknown',
    missing: [
      {
        path: '/staff/trainings/2/documented',
        question:
          'Is the training on integrated dual disorders treatment (iddt) documented in the personnel file?',
        type: 'boolean',
        heldBy: 'personnel',
      },
    ],
  });
});

describe('while the due date is not known, what lacks of the additional topics is due or fails', () => {
  const says =
    'Training must be documented in the personnel file, and so must what a waiver or an exception rests on.';
  const firstDay = 'the first day on which the rendering staff member gave professional PSR';
  const topics = { orientation: 'cpr-program-orientation', cpr: 'cpr-additional-training' };
  const named = {
    orientation: `Community Psychiatric Rehabilitation (CPR) program orientation (${topics.orientation})`,
    cpr: `Community Psychiatric Rehabilitation (CPR) additional training (${topics.cpr})`,
  };
  const paper = (topic: string) => `whether the training on ${topic} is documented`;
  const first = 'firstServiceDate';

  test.each<
    [title: string, ofOrientation: object, ofCpr: object, outcome: string, message: string, missing: string[]]
  >([
    [
      'both maybe without paper',
      unsure,
      unsure,
      `unknown ${topics.orientation} ${topics.cpr}`,
      `Not known: ${firstDay}; ${paper(named.orientation)}; ${paper(named.cpr)}. Not known to be documented: ${named.orientation}; ${named.cpr}. ${says}`,
      [first, 'trainings/0/documented', 'trainings/1/documented'],
    ],
    [
      'the initial one maybe, the additional one surely',
      unsure,
      noPaper,
      `unknown ${topics.orientation} ${topics.cpr}`,
      `Not known: ${firstDay}; ${paper(named.orientation)}. Not documented: ${named.cpr}. Not known to be documented: ${named.orientation}. ${says}`,
      [first, 'trainings/0/documented'],
    ],
    [
      'the initial one surely, the additional one maybe',
      noPaper,
      unsure,
      `fail ${topics.orientation} ${topics.cpr}`,
      `Not documented: ${named.orientation}. Not known to be documented: ${named.cpr}. ${says}`,
      [],
    ],
    [
      'only the initial one maybe',
      unsure,
      {},
      `unknown ${topics.orientation}`,
      `Not known: ${paper(named.orientation)}. Not known to be documented: ${named.orientation}. ${says}`,
      ['trainings/0/documented'],
    ],
    [
      'only the additional one surely',
      {},
      noPaper,
      `unknown ${topics.cpr}`,
      `Not known: ${firstDay}. Not documented: ${named.cpr}. ${says}`,
      [first],
    ],
  ])('%s', (_title, ofOrientation, ofCpr, outcome, message, missing) => {
    const trainings = [{ ...orientation, ...ofOrientation }, { ...cpr, ...ofCpr }, iddt(2)];
    const finding = said(rule, { trainings }, late);
    expect(inShort(finding)).toBe(outcome);
    expect(finding).toMatchObject({
      message,
      missing: missing.map((path) => ({ path: `/staff/${path}` })),
    });
  });
});

describe('the finding names the paper that is not there', () => {
  const waived = (documented: boolean) => ({ trainingWaivers: [{ topic: 'iddt', documented }] });
  const excepted = { trainingExceptions: [{ topic: 'iddt', approvedOn: '2026-01-01' }] };

  test.each<[title: string, Staff, named: string, paths: string[]]>([
    [
      'of a waiver',
      waived(false),
      'integrated dual disorders treatment (iddt), by the training behind its waiver',
      ['/staff/trainingWaivers/0/documented'],
    ],
    [
      'of an exception',
      excepted,
      'integrated dual disorders treatment (iddt), by an exception approved by 2025-07-02',
      ['/staff/trainingExceptions/0/approvedOn'],
    ],
    [
      'of both',
      { ...waived(false), ...excepted },
      'integrated dual disorders treatment (iddt), by the training behind its waiver, by an exception approved by 2025-07-02',
      ['/staff/trainingWaivers/0/documented', '/staff/trainingExceptions/0/approvedOn'],
    ],
  ])('%s', (_title, rest, named, paths) => {
    expect(said(rule, staff([], rest), late)).toMatchObject({
      message: expect.stringContaining(`Not documented: ${named}. `) as string,
      paths: ['/staff/trainings', ...paths],
    });
  });

  test('of an initial topic no due date is told', () => {
    const undocumented = { firstServiceDate: '2025-01-01', trainings: [{ ...orientation, ...noPaper }] };
    const finding = said(rule, undocumented, early);
    expect(finding).toMatchObject({
      message:
        'Not documented: Community Psychiatric Rehabilitation (CPR) program orientation (cpr-program-orientation). Training must be documented in the personnel file, and so must what a waiver or an exception rests on.',
      data: { topics: [{ topic: 'cpr-program-orientation' }], dueOn: null },
      basis: 'general',
    });
    expect(finding).not.toHaveProperty('reading');
  });

  test('of what may be documented, in time, does not say that it is not', () => {
    expect(said(rule, staff([iddt(2, unsure)]), early)).toMatchObject({
      outcome: 'due',
      message: expect.stringMatching(
        /^Not known to be documented: integrated dual disorders treatment \(iddt\)\. .* It is due by 2025-07-01\.$/,
      ) as string,
    });
  });
});

describe('only what bears on the paper is asked for', () => {
  test.each<[title: string, Staff, missing: string[]]>([
    ['hours of a single entry do not', staff([iddt(null, unsure)]), ['trainings/2/documented']],
    [
      'hours of an entry beside one without paper do',
      staff([iddt(null), iddt(1, noPaper)]),
      ['trainings/2/hours'],
    ],
    [
      'hours of an entry without paper do not',
      staff([iddt(2, unsure), iddt(null, noPaper)]),
      ['trainings/2/documented'],
    ],
    [
      'an entry without paper does not beside a waiver',
      staff([iddt(2, unsure), iddt(null, noPaper)], { trainingWaivers: [{ topic: 'iddt' }] }),
      ['trainingWaivers/0/documented', 'trainings/2/documented'],
    ],
    [
      'papers of other topics do not where the first day decides',
      { trainings: [orientation, { ...cpr, ...unsure }, iddt(2, noPaper)] },
      ['firstServiceDate'],
    ],
  ])('%s', (_title, of, missing) => {
    const finding = said(rule, of, late);
    const asked = typeof finding === 'string' ? [] : finding.missing.map(({ path }) => path);
    expect(asked).toEqual(missing.map((path) => `/staff/${path}`));
  });
});
