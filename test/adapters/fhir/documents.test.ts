import { describe, expect, test } from 'vitest';
import { createSplitter } from '../../../src/adapters/fhir/documents.js';
import { readFhir, type FhirFile } from '../../../src/adapters/fhir/index.js';
import {
  changed,
  claim,
  codesIn,
  encounter,
  mapping,
  MEMBERS,
  ndjson,
  NPI,
  organization,
  patient,
  people,
  practitioner,
  read,
  to,
  type Resource,
} from './support.js';

const all = [...people, encounter, claim];
const bundle = { resourceType: 'Bundle', type: 'collection', entry: all.map((resource) => ({ resource })) };

describe('one content in every form', () => {
  const withoutLines = ({ records, ...rest }: FhirFile) => ({
    ...rest,
    records: records.map(({ value, places }) => ({ value, places })),
  });
  const expected = withoutLines(read(all));
  test.each([
    ['NDJSON', ndjson(all)],
    [
      'NDJSON with a byte order mark, blank lines and returns',
      `\uFEFF\r\n${ndjson(all).replaceAll('\n', '\r\n \r\n')}`,
    ],
    ['NDJSON without a last line end', ndjson(all).trimEnd()],
    ['a Bundle', JSON.stringify(bundle)],
    ['a Bundle, indented', `\uFEFF${JSON.stringify(bundle, null, 2)}\n`],
    ['a list', JSON.stringify(all)],
    ['a list, indented', JSON.stringify(all, null, 2)],
    ['a list, a resource a line', `[\n${all.map((one) => JSON.stringify(one)).join(',\n')}\n]`],
    ['a list of one', `[\n${JSON.stringify(bundle)}\n]`],
    ['NDJSON of Bundles', ndjson([bundle, { resourceType: 'Bundle' }])],
    ['a Bundle in a Bundle', JSON.stringify({ resourceType: 'Bundle', entry: [{}, { resource: bundle }] })],
  ])('%s', (_title, text) => {
    expect(withoutLines(readFhir(text, mapping))).toEqual(expected);
  });

  test.each([
    ['NDJSON', ndjson(all), [4, 5]],
    ['NDJSON with blank lines', ndjson(all).replaceAll('\n', '\n\n'), [7, 9]],
    ['NDJSON of Bundles', ndjson([{ resourceType: 'Bundle' }, bundle]), [2, 2]],
    ['a Bundle', JSON.stringify(bundle, null, 2), [undefined, undefined]],
  ])('a record of %s has the line on which it begins, where a line is one JSON', (_title, text, lines) => {
    expect(readFhir(text, mapping).records.map(({ line }) => line)).toEqual(lines);
  });

  test('a resource alone', () => {
    for (const text of [
      JSON.stringify(claim),
      JSON.stringify(claim, null, 2),
      `\n\n${JSON.stringify(claim)}\n\n`,
    ])
      expect(readFhir(text, mapping).records).toMatchObject([{ value: { id: 'c1' } }]);
  });
});

describe('what cannot be read is told with its place', () => {
  const places = (text: string) => readFhir(text, mapping).problems.map(({ code, place }) => [code, place]);

  test.each<[string, string, string[][]]>([
    ['nothing', '', [['nothing-read', 'the file']]],
    ['blanks', ' \n ', [['nothing-read', 'the file']]],
    [
      'no JSON',
      'ISA*00*',
      [
        ['not-json', 'the file'],
        ['nothing-read', 'the file'],
      ],
    ],
    [
      'a cut-off Bundle',
      JSON.stringify(bundle, null, 2).slice(0, -5),
      [
        ['not-json', 'the file'],
        ['nothing-read', 'the file'],
      ],
    ],
    [
      'a number',
      '5',
      [
        ['not-a-resource', 'the file'],
        ['nothing-read', 'the file'],
      ],
    ],
    [
      'an object',
      '{"a":1}',
      [
        ['not-a-resource', 'the file'],
        ['nothing-read', 'the file'],
      ],
    ],
    [
      'a list of others',
      '[5]',
      [
        ['not-a-resource', '[0]'],
        ['nothing-read', 'the file'],
      ],
    ],
    ['nothing to read', JSON.stringify(patient), [['nothing-read', 'the file']]],
    ['a Bundle without entries', '{"resourceType":"Bundle"}', [['nothing-read', 'the file']]],
    [
      'entries that are no list',
      '{"resourceType":"Bundle","entry":{}}',
      [
        ['malformed', 'Bundle.entry'],
        ['nothing-read', 'the file'],
      ],
    ],
    [
      'an entry that is no resource',
      '{"resourceType":"Bundle","entry":[{"resource":[]}]}',
      [
        ['not-a-resource', 'Bundle.entry[0].resource'],
        ['nothing-read', 'the file'],
      ],
    ],
    ['a line', `${ndjson(people)}{"resourceType":\n${ndjson([encounter])}`, [['not-json', 'line 4']]],
    ['the first line', `{"resourceType":\n${ndjson([...people, encounter])}`, [['not-json', 'line 1']]],
    ['a line that is a list', ndjson([...people, [5, encounter]]), [['not-a-resource', 'line 4[0]']]],
    [
      'a Bundle on a line',
      ndjson([...people, encounter, { resourceType: 'Bundle', entry: [{ resource: 5 }] }]),
      [['not-a-resource', 'line 5: Bundle.entry[0].resource']],
    ],
    [
      'more pages',
      JSON.stringify({ ...bundle, link: [{ relation: 'self' }, { relation: 'next' }] }),
      [['more-pages', 'Bundle.link']],
    ],
    ['the last page', JSON.stringify({ ...bundle, link: [{ relation: 'self' }] }), []],
  ])('%s', (_title, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  test('and never with a value of the file', () => {
    const secret = 'Secret-5';
    const file = read([
      changed(encounter, { status: secret, id: 'x' }),
      { resourceType: secret },
      { [secret]: 1 },
    ]);
    for (const { message } of file.problems) expect(message).not.toContain(secret);
  });

  test('resources without ids are told by where they stand', () => {
    const bare = changed(encounter, { id: undefined, period: undefined });
    expect(read([patient, bare]).problems[0]?.place).toBe('line 2: Encounter.period');
    const inBundle = readFhir(
      JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: changed(encounter, { id: 'a b' }) }] }),
      mapping,
    );
    expect(inBundle.records[0]?.places['/phase']).toBe('Bundle.entry[0].resource: Encounter.status');
    expect(inBundle.records[0]?.value).not.toHaveProperty('id');
    const alone = readFhir(JSON.stringify(changed(encounter, { id: undefined })), mapping);
    expect(alone.records[0]?.places['/phase']).toBe('Encounter.status');
  });
});

describe('a file that comes in pieces', () => {
  const texts = [
    ndjson(all),
    JSON.stringify(bundle, null, 1),
    '{\n}',
    '{}\n{}',
    '',
    '\n\n{}',
    '[]',
    '{}\n\n5\n{}',
  ];
  const split = (pieces: readonly string[]) => {
    const splitter = createSplitter();
    return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()];
  };
  test.each([1, 2, 7, 64])('of %d characters is the same', (size) => {
    for (const text of texts) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
        text.slice(index * size, (index + 1) * size),
      );
      expect(split(pieces)).toEqual(split([text]));
    }
  });

  test('gives each line as it ends', () => {
    const splitter = createSplitter();
    expect(splitter.push('{"a":1}\n{"b"')).toEqual([]);
    expect(splitter.push(':1}\n{')).toEqual([
      { text: '{"a":1}', line: 1 },
      { text: '{"b":1}', line: 2 },
    ]);
    expect(splitter.push('}\n')).toEqual([{ text: '{}', line: 3 }]);
    expect(splitter.end()).toEqual([]);
  });
});

describe('references', () => {
  const member = (resources: readonly unknown[]) => {
    const { records } = read(resources);
    return (records[0]?.value as { member?: { id?: string } } | undefined)?.member?.id;
  };
  const visit = (subject: unknown, more: Resource = {}) => changed(encounter, { subject, ...more });
  const entry = (resource: unknown, fullUrl?: string) => ({ fullUrl, resource });
  const inBundle = (...entries: unknown[]) => [{ resourceType: 'Bundle', entry: entries }];
  const other = changed(patient, { identifier: [{ system: MEMBERS, value: 'M-2' }] });

  test.each<[string, unknown[], string | undefined]>([
    ['relative', [patient, visit(to('Patient/p1'))], 'M-1'],
    [
      'absolute, to a server that is not told',
      [patient, visit(to('https://a.example/fhir/Patient/p1'))],
      'M-1',
    ],
    ['versioned', [patient, visit(to('Patient/p1/_history/3'))], 'M-1'],
    ['absolute and versioned', [patient, visit(to('https://a.example/fhir/Patient/p1/_history/3'))], 'M-1'],
    ['urn:uuid', inBundle(entry(patient, 'urn:uuid:1'), entry(visit(to('urn:uuid:1')), 'urn:uuid:2')), 'M-1'],
    [
      'urn:uuid, of a resource without an id',
      inBundle(entry(changed(patient, { id: undefined }), 'urn:uuid:1'), entry(visit(to('urn:uuid:1')))),
      'M-1',
    ],
    [
      'urn:uuid, in other letters',
      inBundle(entry(patient, 'urn:uuid:ABC-1'), entry(visit(to('urn:uuid:abc-1')))),
      'M-1',
    ],
    [
      'relative, beside urn:uuid',
      inBundle(entry(patient, 'urn:uuid:1'), entry(visit(to('Patient/p1')), 'urn:uuid:2')),
      'M-1',
    ],
    [
      'absolute, to where it is kept',
      inBundle(
        entry(patient, 'https://a.example/fhir/Patient/p1'),
        entry(visit(to('https://a.example/fhir/Patient/p1'))),
      ),
      'M-1',
    ],
    [
      'absolute, kept by version',
      inBundle(
        entry(patient, 'https://a.example/fhir/Patient/p1/_history/2'),
        entry(visit(to('https://a.example/fhir/Patient/p1'))),
      ),
      'M-1',
    ],
    [
      'absolute, to another server',
      inBundle(
        entry(patient, 'https://a.example/fhir/Patient/p1'),
        entry(visit(to('https://b.example/fhir/Patient/p1'))),
      ),
      undefined,
    ],
    [
      'relative, on a server',
      inBundle(
        entry(other, 'https://b.example/fhir/Patient/p1'),
        entry(patient, 'https://a.example/fhir/Patient/p1'),
        entry(visit(to('Patient/p1')), 'https://a.example/fhir/Encounter/e1'),
      ),
      'M-1',
    ],
    [
      'relative, on another server',
      inBundle(
        entry(patient, 'https://b.example/fhir/Patient/p1'),
        entry(visit(to('Patient/p1')), 'https://a.example/fhir/Encounter/e1'),
      ),
      undefined,
    ],
    [
      'relative, of two',
      inBundle(
        entry(other, 'https://b.example/fhir/Patient/p1'),
        entry(patient, 'https://a.example/fhir/Patient/p1'),
        entry(visit(to('Patient/p1'))),
      ),
      undefined,
    ],
    [
      'contained',
      [
        visit(to('#x'), {
          contained: [
            { resourceType: 'Location', id: 'y' },
            { ...patient, id: 'x' },
          ],
        }),
      ],
      'M-1',
    ],
    [
      'contained, of a Bundle',
      inBundle(
        entry(
          visit(to('#x'), { contained: [{ ...patient, id: 'x' }] }),
          'https://a.example/fhir/Encounter/e1',
        ),
      ),
      'M-1',
    ],
    ['contained, and not there', [visit(to('#x'), { contained: [{ ...patient, id: 'y' }] })], undefined],
    ['contained, in nothing', [visit(to('#x'))], undefined],
    ['logical, of nobody in the file', [visit({ identifier: { system: MEMBERS, value: 'M-9' } })], 'M-9'],
    ['logical, of another system', [visit({ identifier: { system: 'x', value: 'M-9' } })], undefined],
    [
      'logical, of somebody in the file',
      [
        { ...patient, identifier: [...(patient['identifier'] as []), { system: 'x', value: 'X-1' }] },
        visit({ identifier: { system: 'x', value: 'X-1' } }),
      ],
      'M-1',
    ],
    [
      'not there, with an identifier',
      [visit({ reference: 'Patient/none', identifier: { system: MEMBERS, value: 'M-9' } })],
      'M-9',
    ],
    ['not there', [visit(to('Patient/none'))], undefined],
    ['by a name alone', [patient, visit({ display: 'Ann' })], undefined],
    ['to a resource of another kind', [practitioner, visit(to('Practitioner/s1'))], undefined],
    ['no text', [patient, visit({ reference: 5 })], undefined],
    ['none', [patient, visit(undefined)], undefined],
  ])('%s', (_title, resources, id) => {
    expect(member(resources)).toBe(id);
  });

  test('what is contained is told by where it stands', () => {
    const { records } = read([visit(to('#x'), { contained: [{ ...patient, id: 'x' }] })]);
    expect(records[0]?.places['/member/id']).toBe('Encounter/e1.contained[0].identifier[0].value');
  });

  test('of what is contained, too', () => {
    const role = { resourceType: 'PractitionerRole', id: 'r', practitioner: to('#s') };
    const staff = { ...practitioner, id: 's' };
    const participant = [{ ...(encounter['participant'] as Resource[])[0], individual: to('#r') }];
    const { records } = read([patient, changed(encounter, { participant, contained: [role, staff] })]);
    expect(records[0]?.value).toMatchObject({ staff: { id: '1000000001' } });
  });

  test('two visits that contain others under one name are of two people', () => {
    const one = (id: string, value: string) =>
      visit(to('#x'), { id, contained: [{ ...patient, id: 'x', identifier: [{ system: MEMBERS, value }] }] });
    const { records } = read([one('e1', 'M-1'), one('e2', 'M-2')]);
    expect(records.map(({ value }) => value)).toMatchObject([
      { member: { id: 'M-1' } },
      { member: { id: 'M-2' } },
    ]);
  });
});

describe('several versions of a resource', () => {
  const version = (value: string, lastUpdated?: unknown) =>
    changed(patient, { identifier: [{ system: MEMBERS, value }], meta: { lastUpdated } });
  const id = (...versions: Resource[]) => {
    const file = read([...versions, practitioner, organization, encounter]);
    return [(file.records[0]?.value as { member?: { id?: string } }).member?.id, codesIn(file)];
  };
  const [early, late] = ['2025-01-01T00:00:00Z', '2025-01-01T00:00:00-05:00'];

  test('the last one counts', () => {
    expect(id(version('M-1', early), version('M-2', late))).toEqual(['M-2', []]);
    expect(id(version('M-2', late), version('M-1', early))).toEqual(['M-2', []]);
    expect(id(version('M-1'), version('M-2', late))).toEqual(['M-2', []]);
  });

  test('of two of a day, or of none, it is not known what they say, unless it is the same', () => {
    expect(id(version('M-1', early), version('M-2', early))).toEqual([
      undefined,
      ['reference-not-found', 'versions-differ'],
    ]);
    expect(id(version('M-1'), version('M-2', 'then'))).toEqual([
      undefined,
      ['reference-not-found', 'versions-differ'],
    ]);
    expect(id(version('M-1'), version('M-1', 5))).toEqual(['M-1', []]);
    expect(id(version('M-1', early), version('M-2', early), version('M-3', late))).toEqual([
      'M-3',
      ['versions-differ'],
    ]);
    expect(id(version('M-1', late), version('M-2', early), version('M-3', early))).toEqual(['M-1', []]);
  });

  test('staff, too', () => {
    const file = read([
      patient,
      practitioner,
      changed(practitioner, { identifier: [{ system: NPI, value: '2' }] }),
      encounter,
    ]);
    expect(file.records[0]?.value).not.toHaveProperty('staff');
  });
});

describe('a Bundle is one JSON however its lines are cut', () => {
  const [open, entries, close] = [
    '{"resourceType":"Bundle","type":"collection","entry":[',
    all.map((resource) => JSON.stringify({ resource })),
    ']}',
  ];
  const expected = ['e1', 'c1'];
  const ids = (text: string) => readFhir(text, mapping).records.map(({ value }) => value.id);
  const pretty = JSON.stringify(bundle, null, 2);

  test.each<[string, string]>([
    ['an entry a line', `${open}\n${entries.join(',\n')}\n${close}`],
    ['a comma before each', `${open}\n${entries.join('\n,')}\n${close}`],
    ['an entry a line, and blank ones', `\n${open}\n\n${entries.join(',\n \n')}\n\n${close}\n`],
    [
      'a resource a line',
      `{"entry":[{"resource":\n${all.map((one) => JSON.stringify(one)).join('},{"resource":\n')}\n}],"resourceType":"Bundle"}`,
    ],
    ['a brace a line', pretty.replaceAll('{', '{\n').replaceAll('[', '[\n')],
    ['a value a line', pretty.replaceAll(': ', ':\n')],
    [
      'words, numbers and escapes',
      `{"a":[true,null,-1.5e+3,"\\"{\\\\"],\n"b":{},"c":[],\n${pretty.slice(1)}`,
    ],
  ])('%s', (_title, text) => {
    expect(ids(text)).toEqual(expected);
  });

  const line = JSON.stringify(encounter);
  test.each<[string, string, unknown[]]>([
    [
      'the first line breaks off after a colon',
      `{"resourceType":\n${line}\n${line.replace('e1', 'e2')}`,
      [undefined, 'e1', 'e2'],
    ],
    ['it breaks off after a comma', `{"resourceType":"Patient",\n${line}`, [undefined, 'e1']],
    ['it breaks off in a text', `{"resourceType":"Pat\n${line}`, [undefined, 'e1']],
    ['it breaks off in a list', `{"resourceType":"Patient","name":[{}\n${line}`, [undefined, 'e1']],
    ['it has one brace too many', `{"resourceType":"Patient"}}\n${line}`, [undefined, 'e1']],
    ['it has another one', `{"resourceType":"Patient"]\n${line}`, [undefined, 'e1']],
    ['it has a key without a value', `{"resourceType"}\n${line}`, [undefined, 'e1']],
    ['it has no key', `{5:1}\n${line}`, [undefined, 'e1']],
    ['it has two colons', `{"a"::1}\n${line}`, [undefined, 'e1']],
    ['it has two values', `{"a":1 2}\n${line}`, [undefined, 'e1']],
    ['it has a sign of no JSON', `{"a":?}\n${line}`, [undefined, 'e1']],
    ['it has a comma alone', `{"a":[,]}\n${line}`, [undefined, 'e1']],
    [
      'the second line does',
      `${line}\n{"resourceType":\n${line.replace('e1', 'e2')}`,
      ['e1', undefined, 'e2'],
    ],
    ['a Bundle that breaks off is one that is not read', `${open}\n${entries.join(',\n')}\n`, [undefined]],
    ['a list that breaks off, too', `[\n${line},\n`, [undefined]],
    ['an indented one with a fault, too', pretty.replace('"entry"', 'entry:'), [undefined]],
    ['one after the other is none', `${pretty}\n${pretty}`, [undefined]],
  ])('%s', (_title, text, found) => {
    expect(ids(text)).toEqual(found);
  });
});
