import { Fhir } from 'fhir';
import { describe, expect, test } from 'vitest';
import { readFhir, type FhirMapping } from '../../src/adapters/fhir/index.js';
import * as library from '../../src/index.js';
import { fhir, reportOf } from '../../src/reports/index.js';
import { linesOfMonth, months, readFixture, readText } from '../support/cases.js';
import { hostile, writtenOf, type Kind } from './kinds.js';
import { claims, session, written } from './support.js';

interface Outcome {
  resourceType: string;
  id?: string;
  issue: {
    severity: string;
    code: string;
    details: { coding?: { system: string; code: string }[]; text: string };
    diagnostics?: string;
    expression?: string[];
  }[];
}

const validator = new Fhir();

/** What the library for FHIR finds wrong with a resource of R4. */
function faults(outcome: unknown): unknown[] {
  const { valid, messages } = validator.validate(outcome as object, { errorOnUnexpected: true });
  return valid ? [] : messages;
}

const outcomesOf = (report: string) =>
  report
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Outcome);

test('the library refuses what is no OperationOutcome', () => {
  const issue = { severity: 'error', code: 'business-rule' };
  const wrong = [
    { issue: [] },
    { issue: [{ ...issue, severity: 'bad' }] },
    { issue: [{ ...issue, code: 'bad' }] },
    { issue: [{ ...issue, more: 1 }] },
  ];
  expect(wrong.map((one) => faults({ resourceType: 'OperationOutcome', ...one }).length > 0)).toEqual(
    wrong.map(() => true),
  );
});

test.each(months)('every outcome of %s is valid, and each record has one', (month) => {
  const entries = linesOfMonth(month);
  const outcomes = outcomesOf(written(fhir, entries));
  expect(outcomes).toHaveLength(entries.length);
  expect(outcomes.flatMap(faults)).toEqual([]);
});

test('so are those of claims', () => {
  const outcomes = outcomesOf(written(fhir, claims));
  expect(outcomes).toHaveLength(claims.length);
  expect(outcomes.flatMap(faults)).toEqual([]);
});

describe('each kind of record', () => {
  test.each<[Kind, (readonly [severity: string, code: string, of: string | undefined])[]]>([
    ['pass', [['information', 'informational', undefined]]],
    [
      'fail',
      [
        ['error', 'business-rule', 'units/time'],
        ['error', 'business-rule', 'units/daily-limit'],
      ],
    ],
    [
      'unknown',
      [
        ['warning', 'required', 'session/time'],
        ['warning', 'required', 'units/time'],
      ],
    ],
    ['due', [['information', 'informational', 'documentation/program-requirements']]],
    ['remark', [['information', 'informational', 'units/unbilled-time']]],
    [
      'invalid',
      [
        ['fatal', 'value', 'wrong-type'],
        ['fatal', 'structure', 'unknown-key'],
      ],
    ],
    ['nothing', [['fatal', 'required', 'not-stated']]],
    ['void', [['warning', 'business-rule', 'claim/replaces']]],
    ['cancelled', [['error', 'business-rule', 'session/took-place']]],
  ])('%s', (kind, expected) => {
    const [outcome] = outcomesOf(writtenOf(fhir, [kind])) as [Outcome];
    expect(faults(outcome)).toEqual([]);
    expect(
      outcome.issue.map(({ severity, code, details: { coding } }) => [severity, code, coding?.[0]?.code]),
    ).toEqual(expected);
  });

  test('codes are of our own systems', () => {
    const systems = outcomesOf(writtenOf(fhir, ['fail', 'invalid'])).flatMap(({ issue }) =>
      issue.flatMap(({ details: { coding = [] } }) => coding.map(({ system }) => system)),
    );
    expect([...new Set(systems)]).toEqual(['urn:billability:rule', 'urn:billability:issue']);
  });

  test('without a finding it says what it comes to', () => {
    const claim = {
      id: 'C-2',
      jurisdiction: 'MO',
      frequency: 'void',
      replaces: 'C-1',
      lines: claims[0]?.lines,
    };
    const outcomes = outcomesOf(written(fhir, [session, claim]));
    expect(outcomes.map(({ issue }) => issue.map(({ details: { text } }) => text))).toEqual([
      ['All OK: billable; nothing is found.'],
      ['All OK: void; nothing is found.'],
    ]);
  });

  test('a finding says what is found, what to do and where it is written; a line which it is', () => {
    const [{ issue }] = outcomesOf(writtenOf(fhir, ['fail'])) as [Outcome];
    expect(issue[0]).toEqual({
      severity: 'error',
      code: 'business-rule',
      details: {
        coding: [{ system: 'urn:billability:rule', code: 'units/time' }],
        text: '33 units are claimed. 120 minutes support only 8 units of 15 minutes.',
      },
      diagnostics:
        'Correct the units to 8 and bill those, or correct the times if they are wrong. Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 6.1',
    });
    const [ofClaim] = outcomesOf(writtenOf(fhir, ['claim'])) as [Outcome];
    expect(ofClaim.issue.map(({ details: { text } }) => text.slice(0, 8)).sort()).toEqual(
      expect.arrayContaining(['Line 1: ', 'Line 2: ', 'The clai']),
    );
  });

  test.each([
    ['V-1', 'V-1'],
    ['a.B-9', 'a.B-9'],
    ['has a blank', undefined],
    ['x'.repeat(65), undefined],
    [hostile, undefined],
  ])('the key %j is its id where FHIR takes it: %j', (key, id) => {
    const [outcome] = outcomesOf(written(fhir, [{ ...session, id: key }])) as [Outcome];
    expect(outcome.id).toBe(id);
    expect(faults(outcome)).toEqual([]);
  });
});

describe('of records that were read from FHIR', () => {
  const mapping = readFixture('fhir/mapping.json') as FhirMapping;
  const outcomesOfText = (text: string) => {
    const found = readFhir(text, mapping, library);
    const outcomes = outcomesOf([...reportOf(fhir, library.checkRecords(found), found)].join(''));
    expect(outcomes.flatMap(faults)).toEqual([]);
    return outcomes;
  };
  const expressionOf = (rule: string, outcomes: readonly Outcome[]) =>
    outcomes.flatMap(({ issue }) => issue).find(({ details: { coding } }) => coding?.[0]?.code === rule)
      ?.expression;

  const encounter = {
    resourceType: 'Encounter',
    id: 'e1',
    status: 'finished',
    type: [{ coding: [{ system: 'https://agency.example/codes', code: 'PEER' }] }],
    subject: { reference: 'Patient/p1' },
    period: { start: '2025-03-19T15:00:00Z', end: '2025-03-19T16:00:00Z' },
  };
  const patient = {
    resourceType: 'Patient',
    id: 'p1',
    identifier: [{ system: 'https://agency.example/members', value: 'M-1' }],
    birthDate: '2020-01-01',
  };
  const claim = {
    resourceType: 'Claim',
    id: 'c1',
    status: 'active',
    type: { coding: [{ code: 'professional' }] },
    use: 'claim',
    patient: { reference: 'Patient/p1' },
    item: [
      {
        sequence: 1,
        productOrService: {
          coding: [{ system: 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', code: 'H2017' }],
        },
        modifier: [{ coding: [{ code: 'HO' }] }],
        servicedDate: '2025-03-17',
        quantity: { value: 1.5 },
      },
    ],
  };
  const referring = (id: string) => ({ ...encounter, subject: { reference: `Patient/${id}` } });

  test.each<[title: string, rule: string, resources: object[], expected: string[] | undefined]>([
    ['the visit', 'units/daily-limit', [encounter], ['Encounter.period.start', 'Encounter.period.end']],
    [
      'a visit with a dot in its id',
      'units/daily-limit',
      [{ ...encounter, id: 'e.f' }],
      ['Encounter.period.start', 'Encounter.period.end'],
    ],
    [
      'a visit without an id',
      'units/daily-limit',
      [{ ...encounter, id: undefined }],
      ['Encounter.period.start', 'Encounter.period.end'],
    ],
    ['a visit as a whole', 'plan/goal', [encounter], ['Encounter']],
    ['the member', 'member/age', [encounter, patient], ['Patient.birthDate', 'Encounter.period.start']],
    [
      'a member of whom a dot in the id hides the path',
      'member/age',
      [referring('p.1'), { ...patient, id: 'p.1' }],
      ['Encounter.period.start'],
    ],
    ['an item of a claim', 'units/whole', [claim, patient], ['Claim.item[0].quantity']],
  ])('%s', (_title, rule, resources, expected) => {
    const text = resources.map((one) => JSON.stringify(one)).join('\n');
    expect(expressionOf(rule, outcomesOfText(text))).toEqual(expected);
  });

  test('in a Bundle, too', () => {
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resource: { ...encounter, id: undefined } }],
    };
    expect(expressionOf('units/daily-limit', outcomesOfText(JSON.stringify(bundle)))).toEqual([
      'Encounter.period.start',
      'Encounter.period.end',
    ]);
  });

  test('each leads to something in a resource of the file', () => {
    const text = readText('fhir/export.ndjson');
    const resources = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { resourceType: string });
    const expressions = outcomesOfText(text).flatMap(({ issue }) =>
      issue.flatMap((one) => one.expression ?? []),
    );
    const each = [...new Set(expressions)];
    expect(each.length).toBeGreaterThan(5);
    expect(each.filter((one) => !resources.some((resource) => leads(resource, one)))).toEqual([]);
  });

  /** Names of elements and numbers of repetitions, as `expression` has them in R4. */
  function leads(resource: { resourceType: string }, expression: string): boolean {
    const [type, ...steps] = expression.split(/[.[\]]+/).filter((step) => step !== '');
    const reached = steps.reduce<unknown>(
      (at, step) => (at as Record<string, unknown> | undefined)?.[step],
      resource,
    );
    return type === resource.resourceType && reached !== undefined;
  }
});

test('places in files of another kind are no expressions', () => {
  const outcomes = outcomesOf(writtenOf(fhir, ['fail', 'invalid', 'claim']));
  expect(outcomes.flatMap(({ issue }) => issue.flatMap(({ expression }) => expression ?? []))).toEqual([]);
});

test('what cannot be read says where it stands in FHIR', () => {
  const found = {
    records: [{ value: { units: 'x' }, places: { '': 'Encounter/e1', '/units': 'Encounter/e1.length' } }],
  };
  const [outcome] = outcomesOf([...reportOf(fhir, library.checkRecords(found), found)].join('')) as [Outcome];
  expect(outcome.issue.map(({ expression }) => expression)).toContainEqual(['Encounter.length']);
});
