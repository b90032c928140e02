import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/index.js';
import { readFhir, type FhirMapping } from '../../../src/adapters/fhir/index.js';
import { encounter, mapping, read } from './support.js';

const issuesOf = (stated: unknown) => {
  try {
    readFhir('', stated as FhirMapping);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.issues.map(({ path, code, message }) => [path, code, message]);
  }
};

test('a mapping may be left out, or say nothing', () => {
  const file = readFhir(JSON.stringify(encounter));
  expect(file.records).toMatchObject([{ value: { id: 'e1' }, unread: { code: 'not-stated' } }]);
  const nothing = Object.fromEntries(Object.keys(mapping).map((key) => [key, null]));
  for (const stated of [{}, nothing, { identifiers: { member: null, staff: null, agency: null } }])
    expect(readFhir(JSON.stringify(encounter), stated)).toEqual(file);
  expect(read([encounter]).records).toHaveLength(1);
});

describe('one that is malformed is an input error', () => {
  const zone = 'expected the IANA name of a time zone, such as "America/Chicago", found other text';
  test.each<[string, unknown, [path: string, code: string, message: string][]]>([
    ['no object', 5, [['', 'wrong-type', 'expected an object, found a number']]],
    [
      'an unknown part',
      { zones: 'UTC' },
      [['/zones', 'unknown-key', 'unknown key "zones"; did you mean "zone"?']],
    ],
    ['a zone that is none', { zone: 'America/Nowhere' }, [['/zone', 'not-in-form', zone]]],
    ['an abbreviation', { zone: 'CST' }, [['/zone', 'not-in-form', zone]]],
    ['an offset', { zone: '-06:00' }, [['/zone', 'not-in-form', zone]]],
    [
      'an unknown kind of key',
      { identifiers: { members: 'x' } },
      [['/identifiers/members', 'unknown-key', 'unknown key "members"; did you mean "member"?']],
    ],
    [
      'an empty system',
      { identifiers: { member: '' } },
      [['/identifiers/member', 'empty-text', 'expected text that is not empty, found empty text']],
    ],
    [
      'an unknown list',
      { complete: ['Patient'] },
      [
        [
          '/complete/0',
          'not-a-choice',
          'expected one of "EpisodeOfCare", "CareTeam", "Practitioner", found other text',
        ],
      ],
    ],
    [
      'a meaning that is empty',
      { codes: { 'x|y': '' } },
      [['/codes/x|y', 'empty-text', 'expected text that is not empty, found empty text']],
    ],
    [
      'a code without a system',
      { codes: { PEER: 'mo/peer-support' } },
      [
        [
          '/codes/PEER',
          'not-in-form',
          'expected a system and a code joined by "|", such as "https://agency.example/codes|PEER"',
        ],
      ],
    ],
    [
      'a system without a code',
      { codes: { 'x|': 'mo/peer-support' } },
      [
        [
          '/codes/x|',
          'not-in-form',
          'expected a system and a code joined by "|", such as "https://agency.example/codes|PEER"',
        ],
      ],
    ],
    [
      'a score without a system',
      { scores: { psi: 'psiPercentile' } },
      [
        [
          '/scores/psi',
          'not-in-form',
          'expected a system and a code joined by "|", such as "https://agency.example/codes|PEER"',
        ],
      ],
    ],
    [
      'an unknown score',
      { scores: { 'x|psi': 'psi' } },
      [
        [
          '/scores/x|psi',
          'not-a-choice',
          'expected one of "psiPercentile", "cbclSyndromeT", "cbclDsmT", "calocusComposite", found other text',
        ],
      ],
    ],
    [
      'an empty jurisdiction',
      { jurisdiction: '' },
      [['/jurisdiction', 'empty-text', 'expected text that is not empty, found empty text']],
    ],
    ['diagnoses', { diagnoses: 'yes' }, [['/diagnoses', 'wrong-type', 'expected true or false, found text']]],
    [
      'an extension of no fact, almost one',
      { extensions: { 'urn:x': 'personCentred' } },
      [
        [
          '/extensions/urn:x',
          'not-a-choice',
          'expected the path of a fact that an extension can state; did you mean "personCentered"?',
        ],
      ],
    ],
    ...[
      'staff.credentials',
      'staff.trainings',
      'staff.trainings.hours',
      'history',
      'member.id',
      'dateOfService',
      'phase',
    ].map((path): [string, unknown, [string, string, string][]] => [
      path,
      { extensions: { 'urn:x': path } },
      [
        [
          '/extensions/urn:x',
          'not-a-choice',
          expect.stringContaining('expected the path of a fact that an extension can state; ') as string,
        ],
      ],
    ]),
    [
      'several',
      { codes: { a: 'nurse' }, extensions: { 'urn:x': 'y' } },
      [
        ['/codes/a', 'not-in-form', expect.any(String) as string],
        [
          '/extensions/urn:x',
          'not-a-choice',
          expect.stringContaining('lists of dated codes are none') as string,
        ],
      ],
    ],
  ])('%s', (_title, stated, issues) => {
    expect(issuesOf(stated)).toEqual(issues);
  });
});
