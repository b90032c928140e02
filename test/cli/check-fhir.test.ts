import { describe, expect, test } from 'vitest';
import { check, file, fixture, recordsOf } from './run.js';

const CODES = 'urn:agency:codes';
const concept = (code: string, system = CODES) => ({ coding: [{ system, code }] });
const mapping = {
  zone: 'America/Chicago',
  identifiers: { member: 'urn:members', staff: 'urn:staff' },
  codes: { [`${CODES}|PEER`]: 'mo/peer-support', [`${CODES}|THERAPY`]: 'other' },
};
const people = [
  {
    resourceType: 'Patient',
    id: 'p1',
    identifier: [{ system: 'urn:members', value: 'M-1' }],
    birthDate: '1980-05-02',
  },
  { resourceType: 'Practitioner', id: 's1', identifier: [{ system: 'urn:staff', value: 'S-1' }] },
];
const visit = {
  resourceType: 'Encounter',
  id: 'e1',
  status: 'cancelled',
  type: [concept('PEER')],
  subject: { reference: 'Patient/p1' },
  period: { start: '2025-03-18T09:00:00-05:00', end: '2025-03-18T10:00:00-05:00' },
};
const lines = (...resources: unknown[]) => resources.map((one) => `${JSON.stringify(one)}\n`).join('');
const map = file('fhir-own.map.json', JSON.stringify(mapping));
const args = ['--map', map, '--history', 'none'];
/** Of one visit that needs nothing, as it did not take place. */
const settled = lines(...people, visit);

describe('the status tells of what could not be read', () => {
  test.each<[string, string, number, number]>([
    ['all is read', settled, 0, 0],
    ['a line breaks off', `${settled}{"resourceType":"Encounter","id":"e2"\n`, 2, 1],
    ['a line is no resource', `${settled}{"a":1}\n`, 2, 1],
    [
      'a Bundle breaks off',
      JSON.stringify({ resourceType: 'Bundle', entry: [{ resource: visit }] }).slice(0, -2),
      2,
      1,
    ],
    ['there is nobody but people', lines(...people), 2, 1],
    [
      'a code is not mapped',
      settled + lines({ ...visit, id: 'e2', status: 'finished', type: [concept('X')] }),
      2,
      1,
    ],
    [
      'a code is none of ours',
      settled + lines({ ...visit, id: 'e2', status: 'finished', type: [concept('THERAPY')] }),
      0,
      0,
    ],
    ['a status is none', settled + lines({ ...visit, id: 'e2', status: 'completed' }), 2, 1],
    [
      'visits are all left out',
      lines(
        ...people,
        ...[1, 2, 3].map((id) => ({ ...visit, id: `x${String(id)}`, status: 'finished', type: [] })),
      ),
      2,
      3,
    ],
  ])('%s', async (_title, text, status, unread) => {
    const written = file('export.ndjson', text);
    for (const more of [[], ['--grouped']]) {
      const run = await check([...args, ...more, '--format', 'ndjson', written]);
      expect(run.status).toBe(status);
      expect(recordsOf(run).filter(({ verdict }) => verdict === 'invalid')).toHaveLength(unread);
    }
  });

  test('a visit that is left out is told by its id, and where it stands', async () => {
    const text = settled + lines({ ...visit, id: 'e2', status: 'finished', type: [] });
    const run = await check([...args, '--format', 'ndjson', file('left-out.ndjson', text)]);
    expect(recordsOf(run)[1]).toMatchObject({ id: 'e2', line: 4, verdict: 'invalid' });
    expect(run.stderr).toContain('Encounter/e2: Its type and service type name no service');
  });

  test('--fail-on never is still 0', async () => {
    const run = await check([...args, '--fail-on', 'never', file('broken.ndjson', `${settled}{"a":1}\n`)]);
    expect(run.status).toBe(0);
  });
});

test('a Bundle whose entries stand on lines of their own is read', async () => {
  const entries = [...people, visit].map((resource) => JSON.stringify({ resource }));
  const text = `{"resourceType":"Bundle","type":"collection","entry":[\n${entries.join(',\n')}\n]}`;
  for (const more of [[], ['--grouped']]) {
    const run = await check([...args, ...more, '--format', 'ndjson', file('bundle.json', text)]);
    expect(recordsOf(run)).toMatchObject([{ id: 'e1', verdict: 'not-billable' }]);
    expect(run.status).toBe(0);
  }
});

describe('what is wrong with a mapping is said of its file', () => {
  const data = file('ok.ndjson', settled);
  test.each([
    ['a zone', { zone: 'CST' }, '/zone: expected the IANA name'],
    ['a code', { codes: { 'urn:ehr:lic|CPS': 'MO-CSP' } }, 'did you mean "MO-CPS"?'],
    ['a service', { codes: { 'urn:x|PEER': 'mo/peer-suport' } }, 'did you mean "mo/peer-support"?'],
  ])('%s', async (_title, change, message) => {
    const bad = file('bad.map.json', JSON.stringify({ ...mapping, ...change }));
    for (const more of [[], ['--grouped']]) {
      const run = await check(['--map', bad, '--history', 'none', ...more, data]);
      expect(run.status).toBe(2);
      expect(run.stderr).toContain('bad.map.json: /');
      expect(run.stderr).toContain(message);
      expect(run.stderr).not.toContain('ok.ndjson');
    }
  });

  test('of X12, too', async () => {
    const bad = file('bad-x12.map.json', JSON.stringify({ payers: { X: 5 } }));
    const run = await check(['--map', bad, '--history', 'none', fixture('x12/missouri.837')]);
    expect(run.stderr).toContain('bad-x12.map.json: /payers');
    expect(run.stderr).not.toContain('missouri.837: /');
  });
});
