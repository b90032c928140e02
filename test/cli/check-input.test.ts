import { describe, expect, test } from 'vitest';
import { check, file, recordsOf } from './run.js';
import { billable, malformed, ndjson, notBillable, undetermined } from './sessions.js';

const options = ['--history', 'none', '--format', 'ndjson'];
const three = [billable, notBillable, undetermined];
const verdicts = ['billable', 'not-billable', 'undetermined'];

const csv = `id,service,dateOfService,units
one,mo/peer-support,2025-03-03,4
two,mo/peer-support,2025-03-04
three,mo/peer-support,2025-03-05,eight
four,mo/peer-support,03/06/2025,many
"five,mo/peer-support,2025-03-07,4
six,mo/peer-support,2025-03-08,4
`;

describe('the format is told by the content', () => {
  test.each([
    ['one object a line', ndjson(...three), [1, 2, 3]],
    ['a list on one line', JSON.stringify(three), [1, 1, 1]],
    [
      'a list with one a line',
      `[\n${three.map((session) => JSON.stringify(session)).join(',\n')}\n]`,
      [2, 3, 4],
    ],
    ['with byte order mark', `\ufeff${ndjson(...three)}`, [1, 2, 3]],
    ['with blank lines and CRLF', `\r\n${ndjson(...three).replaceAll('\n', '\r\n\r\n')}`, [2, 4, 6]],
  ])('%s', async (_name, input, lines) => {
    const records = recordsOf(await check(options, input));
    expect(records.map(({ verdict }) => verdict)).toEqual(verdicts);
    expect(records.map(({ line }) => line)).toEqual(lines);
  });

  test('one object printed over several lines', async () => {
    const records = recordsOf(await check(options, JSON.stringify(billable, null, 2)));
    expect(records).toMatchObject([{ file: '-', line: 1, verdict: 'billable' }]);
  });
});

describe('every record in is one record out, in its place', () => {
  test('of NDJSON', async () => {
    const records = recordsOf(
      await check(options, `${ndjson(billable)}{"id":"cut off\n7\n${ndjson(malformed, undetermined)}`),
    );
    expect(records).toMatchObject([
      { line: 1, verdict: 'billable' },
      { line: 2, verdict: 'invalid', issues: [{ path: '' }] },
      { line: 3, verdict: 'invalid', issues: [{ path: '', message: 'expected an object, found a number' }] },
      { line: 4, verdict: 'invalid', issues: [{ path: '/dateOfService' }] },
      { line: 5, verdict: 'undetermined' },
    ]);
    expect(Object.keys(records[1] ?? {})).toEqual(['file', 'line', 'kind', 'verdict', 'issues']);
  });

  test('of CSV, with everything that is wrong with a row', async () => {
    const records = recordsOf(await check(options, csv));
    expect(records).toMatchObject([
      { line: 2, id: 'one', verdict: 'undetermined' },
      {
        line: 3,
        verdict: 'invalid',
        issues: [{ message: 'expected 4 cells, one for each column, found 3' }],
      },
      { line: 4, id: 'three', verdict: 'invalid', issues: [{ path: '/units' }] },
      {
        line: 5,
        id: 'four',
        verdict: 'invalid',
        issues: [{ path: '/dateOfService' }, { path: '/units' }],
      },
      { line: 6, verdict: 'invalid', issues: [{ path: '' }] },
      { line: 7, id: 'six', verdict: 'undetermined' },
    ]);
  });

  test('of several files, which are one batch and share the unit limits', async () => {
    // 32 units a day; each file alone stays within them.
    const first = { ...billable, id: 'first', startTime: '08:00', endTime: '13:00', units: 20 };
    const second = { ...billable, id: 'second', startTime: '13:00', endTime: '18:00', units: 20 };
    file('afternoon.ndjson', ndjson(second));
    file('morning.json', JSON.stringify([first], null, 2));
    const records = recordsOf(await check([...options, 'afternoon.ndjson', 'morning.json']));
    expect(records).toMatchObject([
      { file: 'afternoon.ndjson', line: 1, id: 'second', verdict: 'not-billable' },
      { file: 'morning.json', line: 2, id: 'first', verdict: 'billable' },
    ]);
  });

  test('of standard input beside a file', async () => {
    file('one.ndjson', ndjson(notBillable));
    const records = recordsOf(await check([...options, 'one.ndjson', '-'], ndjson(undetermined)));
    expect(records).toMatchObject([
      { file: 'one.ndjson', line: 1, verdict: 'not-billable' },
      { file: '-', line: 1, verdict: 'undetermined' },
    ]);
  });
});

test('of a record with a key twice, all that is wrong is told', async () => {
  const twice = '{"service":"mo/peer-support","dateOfService":"2025-03-03","units":4,"unit":1,"units":8}\n';
  const records = recordsOf(await check(options, twice + ndjson(billable)));
  expect(records).toMatchObject([
    {
      line: 1,
      verdict: 'invalid',
      issues: [{ path: '/units', message: 'expected the key once, found it twice' }, { path: '/unit' }],
    },
    { line: 2, verdict: 'billable' },
  ]);
});

describe('a record that cannot be read keeps its key', () => {
  const key = async (input: string, ...more: readonly string[]) =>
    recordsOf(await check([...options, ...more], input))[0]?.id;

  test.each([
    ['a cell that is no day', 'id,service,dateOfService\nA-1,mo/peer-support,13/31/2025\n', 'A-1'],
    ['a cell that is no number', 'service,dateOfService,units,id\ns,2025-03-18,many,A-1\n', 'A-1'],
    ['a service that is not on file', 'id,service,dateOfService\nA-1,mo/none,2025-03-18\n', 'A-1'],
    ['no key in its cell', 'id,service,dateOfService\n,mo/peer-support,13/31/2025\n', undefined],
    ['too few cells', 'id,service,dateOfService\nA-1,2025-03-18\n', 'A-1'],
    ['a fact that is said twice', '{"id":"A-1","units":1,"units":2}', 'A-1'],
    ['two keys', '{"id":"A-1","service":"mo/peer-support","id":"A-2"}', undefined],
    ['a claim with a fact that is said twice', '{"id":"C-1","lines":[],"lines":[]}', 'C-1'],
  ])('%s', async (_name, input, id) => {
    expect(await key(input)).toBe(id);
    if (input.startsWith('{')) expect(await key(input, '--grouped')).toBe(id);
  });

  test('by which it is found in the report', async () => {
    const input = 'id,service,dateOfService\nA-1,mo/peer-support,13/31/2025\n';
    const text = await check(['--history', 'none', file('march.csv', input)]);
    expect(text.stdout).toContain('\nmarch.csv:2 (A-1)  UNREADABLE\n');
    const table = await check(['--history', 'none', '--format', 'csv', 'march.csv']);
    expect(table.stdout).toMatch(/\nbilling,session,.*,invalid,.*,A-1,march\.csv,2,/);
  });
});

test('a line that is no UTF-8 costs only itself', async () => {
  const broken = Buffer.from(ndjson({ ...billable, id: 'é' }), 'latin1');
  const name = file(
    'latin1.ndjson',
    Buffer.concat([Buffer.from(ndjson(billable)), broken, Buffer.from(ndjson(undetermined))]),
  );
  expect(recordsOf(await check([...options, name]))).toMatchObject([
    { line: 1, verdict: 'billable' },
    { line: 2, verdict: 'invalid', issues: [{ path: '', message: 'expected UTF-8 text' }] },
    { line: 3, verdict: 'undetermined' },
  ]);
});

test('a message never holds a value of the input', async () => {
  const secret = 'M-SECRET';
  const inputs = [
    `{"member":{"id":"${secret}"`,
    ndjson({ ...billable, member: { id: secret, birthDate: secret, programs: secret } }),
    `service,dateOfService,units,member.programs\n${secret},${secret},${secret},"@${secret}"\n`,
    JSON.stringify([secret]),
  ];
  for (const input of inputs) {
    for (const format of ['text', 'json', 'ndjson']) {
      const { stdout, stderr } = await check(['--format', format], input);
      expect(stdout + stderr).not.toContain(secret);
    }
  }
});
