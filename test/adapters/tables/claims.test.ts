import { describe, expect, test } from 'vitest';
import {
  readTable,
  readTableStream,
  type Row,
  type TableStream,
} from '../../../src/adapters/tables/index.js';
import { checkRecords } from '../../../src/index.js';
import { csvRows, problemsIn, read, rowsOf, valuesIn } from './support.js';

describe('rows of one claim key are its lines', () => {
  const charges = `
Claim ID | State | CPT | Modifier 1 | Modifier 2 | DOS | Units | Charge | Client ID | Start
C-1 | MO | H2017 | HO | | 3/18/2025 | 4 | 81.44 | M-1 | 9:00
C-2 | MO | H2017 | HO | HQ | 3/18/2025 | 4 | 20.36 | M-2 |
C-1 | MO | H2017HO | | | 3/19/2025 | 2 | 40.72 | M-1 | 10:00`.trim();

  test('with the code and its modifiers in columns', () => {
    const { records, problems } = read(charges, undefined, { file: 'claims.csv' });
    expect(records.map(({ value }) => value)).toEqual([
      {
        id: 'C-1',
        jurisdiction: 'MO',
        member: { id: 'M-1' },
        lines: [
          {
            procedureCode: 'H2017',
            modifiers: ['HO'],
            dateOfService: '2025-03-18',
            units: 4,
            charge: '81.44',
            session: { startTime: '09:00' },
          },
          {
            procedureCode: 'H2017HO',
            dateOfService: '2025-03-19',
            units: 2,
            charge: '40.72',
            session: { startTime: '10:00' },
          },
        ],
      },
      {
        id: 'C-2',
        jurisdiction: 'MO',
        member: { id: 'M-2' },
        lines: [
          {
            procedureCode: 'H2017',
            modifiers: ['HO', 'HQ'],
            dateOfService: '2025-03-18',
            units: 4,
            charge: '20.36',
          },
        ],
      },
    ]);
    expect(records[0]?.places).toMatchObject({
      '': 'claims.csv row 2',
      '/id': 'claims.csv row 2, column "Claim ID"',
      '/lines/0': 'claims.csv row 2',
      '/lines/0/modifiers/0': 'claims.csv row 2, column "Modifier 1"',
      '/lines/1': 'claims.csv row 4',
      '/lines/1/charge': 'claims.csv row 4, column "Charge"',
      '/lines/1/session/startTime': 'claims.csv row 4, column "Start"',
    });
    expect(problems).toEqual([]);
    expect(checkRecords(records.map(({ value }) => value)).results).toMatchObject([
      { kind: 'claim' },
      { kind: 'claim' },
    ]);
  });

  test.each(['H2017 HO HQ', 'H2017-HO-HQ', 'H2017:HO:HQ', 'H2017, HO, HQ'])(
    'the code %s and its modifiers are together',
    (code) => {
      const mapping = { columns: { Code: { as: 'procedure' }, DOS: 'dateOfService' } } as const;
      const { records } = readTable(
        [
          ['Code', 'DOS'],
          [code, '2025-03-18'],
        ],
        mapping,
      );
      expect(records[0]?.value).toEqual({
        lines: [{ procedureCode: 'H2017', modifiers: ['HO', 'HQ'], dateOfService: '2025-03-18' }],
      });
    },
  );

  test('a mapping names the columns of modifiers, and says what own codes are', () => {
    const found = read('Code | M1 | M2\nPSR | HO | HQ\n | HO |\nH2017 | | N/A', {
      constants: { jurisdiction: 'MO', dateOfService: '2025-03-18' },
      columns: { Code: { as: 'procedure', of: ['M1', 'M2'], words: { PSR: 'H2017' } } },
    });
    const line = { dateOfService: '2025-03-18' };
    expect(valuesIn(found)).toEqual([
      { jurisdiction: 'MO', lines: [{ ...line, procedureCode: 'H2017', modifiers: ['HO', 'HQ'] }] },
      { jurisdiction: 'MO', lines: [{ ...line, modifiers: ['HO'] }] },
      { jurisdiction: 'MO', lines: [{ ...line, procedureCode: 'H2017' }] },
    ]);
    expect(found.records[0]?.places['/lines/0/modifiers/1']).toBe('row 2, column "M2"');
  });

  test('modifiers in one cell', () => {
    const found = read('CPT | Modifiers\nH2017 | HO HQ\nH2017 | HO|HQ'.replace('HO|HQ', 'HO,HQ'), {
      constants: { jurisdiction: 'MO', dateOfService: '2025-03-18' },
    });
    expect(valuesIn(found)).toMatchObject([
      { lines: [{ modifiers: ['HO', 'HQ'] }] },
      { lines: [{ modifiers: ['HO', 'HQ'] }] },
    ]);
  });

  test('what only claims have is ignored where there is no procedure', () => {
    const found = read('Service | DOS | State | Modifier\nmo/peer-support | 2025-03-18 | MO | HO');
    expect(valuesIn(found)).toEqual([{ service: 'mo/peer-support', dateOfService: '2025-03-18' }]);
  });

  test('a fact that the rows of a claim state differently is not known; where silence says something, the claim cannot be read', () => {
    const found = read(
      'Claim ID | State | CPT | DOS | DOB | Funding\nC-1 | MO | H2017HO | 2025-03-18 | 2001-06-30 | medicaid\nC-1 | MO | H2017HO | 2025-03-19 | 2001-06-29 |\nC-1 | MO | H2017HO | 2025-03-20 | 2001-06-30 | purchase-of-service',
    );
    expect(valuesIn(found)).toMatchObject([{ id: 'C-1', funding: ['medicaid', 'purchase-of-service'] }]);
    expect(found.records[0]?.value).not.toHaveProperty('member.birthDate');
    expect(problemsIn(found)).toEqual([
      'stated-differently: row 3, column "DOB", 1',
      'stated-differently: row 4, column "Funding", 1',
    ]);
  });

  test('a row that cannot be read is left out of its claim, and counted in it', () => {
    const rows = csvRows('Claim ID,State,CPT,DOS\nC-1,MO,H2017HO,2025-03-18\nC-1,MO,H2017HO\nC-2,MO\n');
    expect(readTable(rows).records).toEqual([
      {
        value: expect.objectContaining({ id: 'C-1', linesLeftOut: 1, lines: [expect.anything()] }) as unknown,
        places: expect.anything() as unknown,
        line: 2,
      },
      {
        value: { id: 'C-2', lines: [], linesLeftOut: 1 },
        places: { '': 'row 4', '/id': 'row 4, column "Claim ID"' },
        line: 4,
      },
    ]);
  });

  test('a row of which nobody knows the cells may be a line of the claim before or after it', () => {
    const rows = csvRows(
      'Claim ID,State,CPT,DOS\n"x,MO,H2017HO,2025-03-18\nC-1,MO,H2017HO,2025-03-18\n"C-1,MO\nC-2,MO,H2017HO,2025-03-18\nC-3,MO,H2017HO,2025-03-18\n',
    );
    const found = readTable(rows);
    expect(
      valuesIn(found).map((value) => (value as { linesLeftOut?: number } | null)?.linesLeftOut ?? value),
    ).toMatchObject([null, 2, null, 1, { id: 'C-3' }]);
    expect(problemsIn(found)).toEqual(['row-broken: row 2, 2']);
  });
});

describe('a stream', () => {
  const text = `
Claim ID | State | CPT | DOS
C-1 | MO | H2017HO | 3/4/2025
C-1 | MO | H2017HO | 3/5/2025
C-2 | MO | H2017HO | 3/6/2025
| MO | H2017HO | 3/6/2025
| MO | H2017HO | 3/7/2025
C-1 | MO | H2017HO | 3/13/2025`.trim();

  async function taken(stream: TableStream) {
    const ids: unknown[] = [];
    for await (const { value } of stream.records) {
      const { id, lines } = value as { id?: string; lines?: unknown[] };
      ids.push(`${String(id)} ${String(lines?.length)}`);
    }
    return ids;
  }

  test('of claims whose rows do not follow each other gives what the whole table gives', async () => {
    let opened = 0;
    const stream = readTableStream(() => {
      opened++;
      return rowsOf(text);
    });
    expect(await taken(stream)).toEqual(['C-1 3', 'C-2 1', 'undefined 1', 'undefined 1']);
    expect(stream.end()).toEqual({ problems: [], told: read(text).told });
    expect(opened).toBe(3);
  });

  test('of claims whose rows follow each other gives each as it is done, and says where they do not', async () => {
    const stream = readTableStream(() => rowsOf(text), undefined, { grouped: true });
    expect(await taken(stream)).toEqual(['C-1 2', 'C-2 1', 'undefined 1', 'undefined 1', 'C-1 1']);
    expect(problemsIn(stream.end())).toEqual(['claim-not-together: row 7, 1']);
  });

  test('reads a source that comes in pieces, twice where days have one meaning each', async () => {
    let opened = 0;
    async function* open(): AsyncGenerator<Row> {
      opened++;
      for (const row of rowsOf('Service | DOS\nmo/peer-support | 2025-03-18\n|'))
        yield await Promise.resolve(row);
    }
    const stream = readTableStream(open);
    expect(await taken(stream)).toEqual(['undefined undefined']);
    expect(opened).toBe(2);
  });

  test('of nothing is nothing', async () => {
    const stream = readTableStream(() => []);
    expect(await taken(stream)).toEqual([]);
    expect(stream.end()).toEqual({ problems: [], told: [] });
  });

  test('of many rows takes its headings from the first', async () => {
    const rows = [
      ['Service', 'DOS'],
      ...Array.from({ length: 120 }, () => ['mo/peer-support', '2025-03-18']),
    ];
    expect(await taken(readTableStream(() => rows))).toHaveLength(120);
  });
});
