import { describe, expect, test } from 'vitest';
import { readFhir, readFhirStream } from '../../../src/adapters/fhir/index.js';
import { checkRecords, type BatchResult } from '../../../src/index.js';
import {
  changed,
  claim,
  codesIn,
  encounter,
  mapping,
  ndjson,
  patient,
  people,
  read,
  to,
  type Resource,
} from './support.js';

const options = { history: [], asOf: '2025-04-01' };
const invalid = (file: ReturnType<typeof readFhir>): Partial<BatchResult['totals']> =>
  checkRecords(file, options).totals;
const bundle = (...entry: unknown[]): Resource => ({ resourceType: 'Bundle', entry });

describe('what may have been a visit or a claim is a record that cannot be read', () => {
  const other = (change: Resource) => changed(encounter, { id: 'e2', ...change });
  test.each<[string, unknown[], string, string | undefined, string]>([
    ['no day', [other({ period: undefined })], 'day-not-known', 'e2', 'Encounter/e2'],
    ['no service', [other({ type: undefined })], 'service-not-known', 'e2', 'Encounter/e2'],
    ['no status', [other({ status: undefined })], 'status-not-read', 'e2', 'Encounter/e2'],
    [
      'days',
      [other({ period: { start: '2025-03-18', end: '2025-03-19' } })],
      'ends-on-another-day',
      'e2',
      'Encounter/e2',
    ],
    ['a changed meaning', [other({ modifierExtension: [{}] })], 'meaning-changed', 'e2', 'Encounter/e2'],
    ['a claim without lines', [changed(claim, { item: [] })], 'no-lines', 'c1', 'Claim/c1'],
    ['no resource', [{ a: 1 }], 'not-a-resource', undefined, 'line 5'],
    ['a list', [[5]], 'not-a-resource', undefined, 'line 5[0]'],
    ['an entry that is none', [bundle('Ann')], 'not-a-resource', undefined, 'line 5: Bundle.entry[0]'],
    [
      'entries that are no list',
      [{ resourceType: 'Bundle', entry: { resource: encounter } }],
      'malformed',
      undefined,
      'line 5: Bundle.entry',
    ],
  ])('%s', (_title, resources, code, id, place) => {
    const file = read([...people, encounter, ...resources]);
    const [, record] = file.records;
    expect(record).toMatchObject({ places: { '': place }, line: 5, unread: {} });
    expect(record?.value).toEqual(id === undefined ? {} : { id });
    expect(codesIn(file)).toContain(code);
    const { totals, results } = checkRecords(file, options);
    expect(totals).toMatchObject({ entries: 2, invalid: 1 });
    expect(results[1]).toMatchObject({ verdict: 'invalid', ...(id !== undefined && { id }) });
  });

  test('a line that is no JSON keeps its place among the others', () => {
    const file = readFhir(
      `${ndjson(people)}{"resourceType":"Encounter","id":"e2"\n${ndjson([encounter])}`,
      mapping,
    );
    expect(file.records).toMatchObject([
      { line: 4, value: {}, unread: { code: 'not-json' }, places: { '': 'line 4' } },
      { line: 5, value: { id: 'e1' } },
    ]);
    expect(invalid(file)).toMatchObject({ entries: 2, invalid: 1 });
  });

  test.each<[string, string, string]>([
    ['a Bundle that is cut off', JSON.stringify(bundle({ resource: encounter })).slice(0, -3), 'not-json'],
    ['nothing', '', 'not-stated'],
    ['people alone', ndjson(people), 'not-stated'],
    ['a Bundle without entries', JSON.stringify(bundle()), 'not-stated'],
  ])('%s', (_title, text, code) => {
    const file = readFhir(text, mapping);
    expect(file.records).toMatchObject([{ value: {}, unread: { code }, places: { '': 'the file' } }]);
    expect(invalid(file)).toMatchObject({ entries: 1, invalid: 1 });
  });

  test('why is said without a value of the file', () => {
    const { records } = read([changed(encounter, { status: 'Secret-5' })]);
    expect(JSON.stringify(records)).not.toContain('Secret');
  });
});

test('what is left out by what it says itself is no such record', () => {
  const others = [
    changed(encounter, { status: 'entered-in-error' }),
    changed(encounter, { id: 'e2', subject: to('Group/g') }),
    changed(claim, { status: 'cancelled' }),
    changed(claim, { id: 'c2', use: 'predetermination' }),
  ];
  const file = read([...people, ...others]);
  expect(file.records).toEqual([]);
  expect(codesIn(file)).toEqual(['entered-in-error', 'group-visit', 'not-active', 'not-for-payment']);
});

describe('a visit in several versions', () => {
  const meta = (day: string) => ({ meta: { lastUpdated: `2025-03-${day}T12:00:00Z` } });
  const gone = { status: 'entered-in-error' };
  const ids = (resources: readonly Resource[], of: 'text' | 'bundle' = 'text') => {
    const text =
      of === 'text'
        ? ndjson(resources)
        : JSON.stringify(bundle(...resources.map((resource) => ({ resource }))));
    const file = readFhir(text, mapping);
    return [
      file.records.map(({ value, unread }) => (unread === undefined ? value : [unread.code, value.id])),
      codesIn(file),
    ];
  };
  const [first, second] = [
    { ...encounter, ...meta('18') },
    changed(encounter, { ...meta('19'), period: { start: '2025-03-17T14:00:00Z' } }),
  ];

  test.each<[string, Resource[], unknown[], string[]]>([
    ['a later one on another day', [first, second], [{ dateOfService: '2025-03-17' }], []],
    ['an earlier one after it', [second, first], [{ dateOfService: '2025-03-17' }], []],
    ['in error at last', [first, { ...encounter, ...gone, ...meta('19') }], [], ['entered-in-error']],
    ['in error before', [{ ...encounter, ...gone, ...meta('17') }, first], [{ phase: 'delivered' }], []],
    [
      'cancelled at last',
      [first, { ...encounter, status: 'cancelled', ...meta('19') }],
      [{ phase: 'cancelled' }],
      [],
    ],
    ['three', [first, second, { ...encounter, ...gone, ...meta('20') }], [], ['entered-in-error']],
    ['the same twice', [first, first], [{ phase: 'delivered' }], []],
    ['of which one is dated', [encounter, second], [{ dateOfService: '2025-03-17' }], []],
    [
      'not dated, and different',
      [encounter, { ...encounter, ...gone }],
      [['said-twice', 'e1']],
      ['versions-differ'],
    ],
    [
      'of one day, and different',
      [first, { ...encounter, ...gone, ...meta('18') }, first],
      [['said-twice', 'e1']],
      ['versions-differ'],
    ],
    [
      'of one day, before the last',
      [first, { ...encounter, ...gone, ...meta('18') }, second],
      [{ dateOfService: '2025-03-17' }],
      [],
    ],
  ])('%s', (_title, versions, records, told) => {
    for (const form of ['text', 'bundle'] as const) {
      const [found, codes] = ids([...people, ...versions], form);
      expect(found).toMatchObject(records);
      expect(found).toHaveLength(records.length);
      expect(codes).toEqual(told);
    }
  });

  test('claims too', () => {
    const early = { ...claim, ...meta('18') };
    const late = { ...claim, ...meta('19'), status: 'cancelled' };
    for (const versions of [
      [early, late],
      [late, early],
    ])
      expect(ids([...people, ...versions])).toEqual([[], ['not-active']]);
  });

  test('of an appointment that was missed, a later version says otherwise', () => {
    const missed = {
      resourceType: 'Appointment',
      id: 'a1',
      status: 'noshow',
      serviceType: encounter['type'],
      start: '2025-03-18T14:00:00Z',
      participant: [{ actor: to('Patient/p1') }],
      ...meta('18'),
    };
    const kept = { ...missed, status: 'fulfilled', ...meta('19') };
    const visit = changed(encounter, { appointment: [to('Appointment/a1')] });
    expect(ids([...people, missed, kept, visit])).toMatchObject([[{ id: 'e1', phase: 'delivered' }], []]);
    // Of the later one, which came first, nothing is held.
    expect(ids([...people, kept, missed, visit])).toEqual([[['said-twice', 'e1']], ['versions-differ']]);
    expect(ids([...people, kept, changed(missed, { status: 'booked' }), visit])).toMatchObject([
      [{ id: 'e1' }],
      [],
    ]);
  });

  test('read in pieces, the same', async () => {
    const text = ndjson([...people, first, second, encounter, { ...encounter, id: 'e2' }]);
    async function* open() {
      yield await Promise.resolve(text);
    }
    const { records } = await readFhirStream(open, mapping);
    const found = [];
    for await (const record of records) found.push(record);
    expect(found).toEqual(readFhir(text, mapping).records);
    expect(found.map(({ value }) => value.id)).toEqual(['e1', 'e2']);
  });

  test('of very many visits each is read once', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...encounter, id: `v${String(index)}` }));
    const [records] = ids([...people, ...many, ...many.slice(0, 50)]);
    expect(records).toHaveLength(5000);
  });
});

describe('what a Bundle of history says was deleted', () => {
  const url = 'https://a.example/fhir/Encounter/e1';
  const visit = { fullUrl: url, resource: { ...encounter, meta: { lastUpdated: '2025-03-18T12:00:00Z' } } };
  const deleted = (lastModified?: string, more: Resource = { fullUrl: url }) => ({
    ...more,
    request: { method: 'DELETE', url: 'Encounter/e1' },
    response: { status: '204', lastModified },
  });
  const of = (...entries: unknown[]) => {
    const file = readFhir(
      JSON.stringify(bundle(...people.map((resource) => ({ resource })), ...entries)),
      mapping,
    );
    return [file.records.map(({ value }) => value.id), codesIn(file)];
  };

  test.each<[string, unknown[], string[]]>([
    ['afterwards', [visit, deleted('2025-03-19T12:00:00Z')], []],
    ['afterwards, told first', [deleted('2025-03-19T12:00:00Z'), visit], []],
    ['on a day that is not told', [visit, deleted()], []],
    ['and was made again', [deleted('2025-03-17T12:00:00Z'), visit], ['e1']],
    ['as it is named in the request', [{ resource: encounter }, deleted(undefined, {})], []],
  ])('%s', (_title, entries, ids) => {
    expect(of(...entries)).toEqual([ids, ['deleted']]);
  });

  test('a person is not known then', () => {
    const gone = { request: { method: 'DELETE', url: 'Patient/p1' } };
    const [ids, told] = of({ resource: encounter }, gone);
    expect(ids).toEqual(['e1']);
    expect(told).toEqual(['deleted', 'reference-not-found']);
    expect(of({ resource: encounter }, { request: { method: 'DELETE', url: 'EpisodeOfCare/x' } })[1]).toEqual(
      ['deleted'],
    );
  });

  test('of what it does not say may be anything; other requests without a resource say nothing', () => {
    expect(of({ resource: encounter }, { request: { method: 'DELETE' } })).toEqual([
      ['e1', undefined],
      ['malformed'],
    ]);
    expect(of({ resource: encounter }, { request: { method: 'GET', url: 'Patient/p1' } })).toEqual([
      ['e1'],
      [],
    ]);
  });
});

test('a person alone is nothing to read', () => {
  expect(codesIn(read([patient]))).toEqual(['nothing-read']);
});
