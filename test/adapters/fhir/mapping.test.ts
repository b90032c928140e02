import { describe, expect, test } from 'vitest';
import { createChecker, findService, InputError, peerSupport, type Service } from '../../../src/index.js';
import { readFhir, type FhirMapping, type ServiceFinder } from '../../../src/adapters/fhir/index.js';
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
    ...(
      [
        ['letters that changed places', 'MO-CSP', 'did you mean "MO-CPS"?'],
        ['a letter too many', 'peer-specialistt', 'did you mean "peer-specialist"?'],
        ['a note', 'documentation.progresNote', 'did you mean "documentation.progressNote"?'],
        ['a word of yours', 'Certified Peer Specialist', 'such as "mo/peer-support" or "MO-CPS"'],
        ['no service by its form', 'mo/', 'such as "mo/peer-support" or "MO-CPS"'],
      ] as const
    ).map(([title, meaning, advice]): [string, unknown, [string, string, string][]] => [
      `a meaning that is none: ${title}`,
      { codes: { 'urn:ehr:lic|CPS': meaning } },
      [
        [
          '/codes/urn:ehr:lic|CPS',
          'not-a-choice',
          `expected the id of a service on file, one of our codes, or "other" for none of them; ${advice}`,
        ],
      ],
    ]),
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

describe('what a code may mean', () => {
  test.each([
    'mo/peer-support',
    'custom/art',
    'MO-CPS',
    'mo cps',
    'nurse',
    'SPMI',
    'ptsd',
    'documentation.weeklyNote',
    'H2017',
    'H2017HO',
    '90834',
    'HO',
    'F20.9',
    'other',
    'Other',
  ])('%s', (meaning) => {
    expect(issuesOf({ codes: { 'x|y': meaning } })).toEqual([]);
  });

  test('with a checker, a service on file', () => {
    const issuesWith = (meaning: string, services: ServiceFinder) => {
      try {
        readFhir('', { codes: { 'x|y': meaning } }, services);
        return [];
      } catch (error) {
        return (error as InputError).issues.map(({ message }) => message);
      }
    };
    const own = JSON.parse(
      JSON.stringify({ ...peerSupport, id: 'art' }).replaceAll('"MO-CPS"', '"XX-ART"'),
    ) as Service;
    const withOwn = createChecker({ services: [own] });
    expect(issuesWith('mo/peer-support', createChecker())).toEqual([]);
    expect(issuesWith('mo/peer-suport', createChecker())[0]).toContain('did you mean "mo/peer-support"?');
    for (const meaning of ['art', 'XX-ART']) {
      expect(issuesWith(meaning, createChecker())).toHaveLength(1);
      expect(issuesWith(meaning, withOwn)).toEqual([]);
    }
    expect(issuesWith('XX-RAT', withOwn)[0]).toContain('did you mean "XX-ART"?');
    expect(issuesWith('mo/peer-suport', { findService })).toEqual([]);
  });
});
