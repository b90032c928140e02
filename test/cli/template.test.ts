import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import readOtherwise from 'read-excel-file/universal';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { csvRows, readTable, templateOf, type Row } from '../../src/adapters/tables/index.js';
import { run } from '../../src/cli/run.js';
import { readWorkbook } from '../../src/cli/input/workbook.js';
import { checkSession, services, type Session } from '../../src/index.js';
import { peerSupport } from '../../src/index.js';
import { billability, file, folder, ioOf } from './run.js';

const written = (name: string) => readFileSync(join(folder, name));

async function workbookOf(service: string): Promise<Buffer> {
  await billability(['template', service, '--format', 'xlsx', '--output', 'template.xlsx']);
  return written('template.xlsx');
}

/** What somebody types below the headings. */
const typed: Readonly<Record<string, string>> = {
  id: '0001',
  service: 'mo/peer-support',
  dateOfService: '3/18/2025',
  startTime: '10:00 AM',
  endTime: '11:00',
  phase: 'Delivered',
  units: '4',
  personCentered: 'yes',
  activities: 'setting-goals|supporting-choices',
  'member.id': '00112',
  'member.birthDate': '6/30/1991',
  'staff.credentials': 'MO-CPS@2023-05-01..2026-04-30',
};
const session = {
  id: '0001',
  service: 'mo/peer-support',
  dateOfService: '2025-03-18',
  startTime: '10:00',
  endTime: '11:00',
  phase: 'delivered',
  units: 4,
  personCentered: true,
  activities: ['setting-goals', 'supporting-choices'],
  member: { id: '00112', birthDate: '1991-06-30' },
  staff: { credentials: [{ code: 'MO-CPS', from: '2023-05-01', through: '2026-04-30' }] },
};

function sessionsIn(rows: readonly Row[]) {
  const { records, problems, told } = readTable(rows, undefined, { services });
  expect(problems).toEqual([]);
  expect(told).toContainEqual(expect.objectContaining({ code: 'rows-above' }));
  return records.map(({ value }) => value);
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(services.map(({ id }) => id))('the template of %s', (id) => {
  const columns = templateOf(services.find((service) => service.id === id) ?? peerSupport);
  const rows = [columns.map(({ says }) => says), columns.map(({ heading }) => heading)];

  test('is CSV that Excel knows as UTF-8, without formulas', async () => {
    const { status, stdout, stderr } = await billability(['template', id]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.startsWith('\ufeff')).toBe(true);
    expect(stdout.split('\r\n')).toHaveLength(3);
    expect([...csvRows(stdout)].slice(0, 2)).toEqual(rows);
    expect(rows.flat().filter((cell) => /^[-=+@']/.test(cell))).toEqual([]);
  });

  test('is a workbook, as two libraries read it', async () => {
    const bytes = await workbookOf(id);
    const [sheet] = await readOtherwise(new Uint8Array(bytes).buffer);
    expect(sheet?.data).toEqual(rows);
    expect(readWorkbook(bytes).rows).toEqual(rows);
  });

  test('gives no sessions until rows are typed in', async () => {
    const { stdout } = await billability(['template', id]);
    expect(sessionsIn([...csvRows(stdout)])).toEqual([]);
    expect(sessionsIn(readWorkbook(await workbookOf(id)).rows)).toEqual([]);
  });
});

test('rows that are typed into it are sessions', async () => {
  const { stdout } = await billability(['template', 'mo/peer-support']);
  const [, headings = []] = [...csvRows(stdout)];
  const row =
    headings?.map((heading): string => typed[typeof heading === 'string' ? heading : ''] ?? '') ?? [];
  expect(Object.keys(typed).filter((heading) => headings?.includes(heading) !== true)).toEqual([]);
  expect(sessionsIn([...csvRows(`${stdout}${row.join(',')}\r\n`)])).toEqual([session]);
  const { rows } = readWorkbook(await workbookOf('mo/peer-support'));
  const [read] = sessionsIn([...rows, row]);
  expect(read).toEqual(session);
  expect(checkSession(read as Session).verdict).toBe('undetermined');
});

test.each(['America/Chicago', 'Asia/Tokyo'])(
  'a workbook has the same bytes whenever it is made, in %s',
  async (zone) => {
    const before = await workbookOf('mo/H2017TG');
    vi.stubEnv('TZ', zone);
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z'), toFake: ['Date'] });
    try {
      expect((await workbookOf('mo/H2017TG')).equals(before)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  },
);

describe('where it goes', () => {
  test('a workbook goes to a pipe, and no terminal', async () => {
    const { io, run: done } = ioOf();
    await run(['template', 'mo/peer-support', '--format', 'xlsx'], io);
    expect(done()).toMatchObject({ status: 0, stderr: '' });
    const terminal = ioOf();
    Object.assign(terminal.io.stdout, { isTTY: true });
    await run(['template', 'mo/peer-support', '--format', 'xlsx'], terminal.io);
    expect(terminal.run()).toEqual({
      status: 2,
      stdout: '',
      stderr: 'billability: a workbook is no text for a terminal; name a file: --output visits.xlsx\n',
    });
  });

  test('a service of a configuration has one', async () => {
    const own = { ...peerSupport, id: 'own/peer-support' };
    const config = file('own.json', JSON.stringify({ services: [own] }));
    const { stdout } = await billability(['template', own.id, '--config', config]);
    expect(stdout).toContain('own/peer-support');
    expect(await billability(['template', own.id, '--config', config, '--output', config])).toMatchObject({
      status: 2,
      stderr: `billability: own.json: is read by the command, and --output would replace it\n`,
    });
  });

  test('a service that is not on file is told as everywhere', async () => {
    const [, , expected] = ['price', 'mo/peer-suport', ''];
    const { stderr } = await billability(['services', 'mo/peer-suport']);
    expect(await billability(['template', 'mo/peer-suport'])).toEqual({
      status: 2,
      stdout: expected,
      stderr,
    });
    expect(stderr).toContain('did you mean "mo/peer-support"?');
  });
});

test('help shows how it is called', async () => {
  const { status, stdout } = await billability(['template', '--help']);
  expect(status).toBe(0);
  expect(stdout).toContain('billability template mo/peer-support --format xlsx --output visits.xlsx');
});

test.each([
  ['map', 'visits.csv', '--output'],
  ['map', 'visits.csv', '--config'],
  ['template', 'mo/peer-support', '--output'],
  ['template', 'mo/peer-support', '--config'],
])('%s %s: %s twice is refused', async (command, argument, option) => {
  const { status, stderr } = await billability([command, argument, option, 'a.json', option, 'b.json']);
  expect(status).toBe(2);
  expect(stderr).toContain('It is stated twice; state it once.');
});
