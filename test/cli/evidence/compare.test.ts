import { describe, expect, test } from 'vitest';
import { compareServices } from '../../../src/evidence/explain.js';
import { peerSupport, type Service } from '../../../src/index.js';
import { baseSession } from '../../support/cases.js';
import { billability, file } from '../run.js';

const younger: Service = {
  ...peerSupport,
  id: 'xx/peer-support',
  criteria: peerSupport.criteria.filter(({ rule }) => rule !== 'member/age'),
};
const own = file('own.json', JSON.stringify(younger));

/** Whether so many of fourteen activities are there: more lists than are looked at. */
function asking(count: number, more: object): Service {
  const conditions = Array.from({ length: 14 }, (_, place) => ({
    op: 'includesAny',
    fact: 'activities',
    codes: [`code-${String(place)}`],
  }));
  const criteria = peerSupport.criteria.map((one) =>
    one.rule === 'session/key-function'
      ? { ...without(one, 'expects'), requires: { op: 'atLeast', count, conditions } }
      : one,
  );
  // The codes are of nobody.
  return { ...peerSupport, criteria, ...more } as unknown as Service;
}

function without(value: object, left: string): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== left));
}

describe('compare', () => {
  test('says what is looser, with a session: status 1', async () => {
    const { status, stdout, stderr } = await billability(['compare', 'mo/peer-support', own]);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(/^Looser\n\n? {2}member\/age\n/);
    expect(stdout).toContain('"service":"mo/peer-support"');
  });

  test('says what is stricter: status 0', async () => {
    const { status, stdout } = await billability(['compare', own, 'mo/peer-support']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Stricter\n/);
  });

  test('of the same: status 0', async () => {
    expect(await billability(['compare', 'mt/imr', 'mt/imr'])).toEqual({
      status: 0,
      stdout: 'Each is proved to be as strict as the other.\n',
      stderr: '',
    });
  });

  test('as JSON', async () => {
    const { stdout } = await billability(['compare', 'mo/peer-support', own, '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual(compareServices('mo/peer-support', younger));
  });

  test('what is not decided: status 3', async () => {
    const versions = [7, 6].map((count) =>
      file(`version-${String(count)}.json`, JSON.stringify(asking(count, {}))),
    );
    const { status, stdout } = await billability(['compare', ...versions]);
    expect(status).toBe(3);
    expect(stdout).toMatch(/^Not decided\n/);
  });

  test.each([
    [['mo/peer', 'mt/imr'], /^billability: mo\/peer: neither a service on file nor a file; .*\n$/],
    [[file('no.json', '{'), 'mt/imr'], /expected one complete JSON object/],
    [[file('empty.json', '{}'), 'mt/imr'], /empty\.json/],
  ])('%j is bad usage', async (args, said) => {
    const { status, stdout, stderr } = await billability(['compare', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
  });
});

describe('a configuration whose service names another in atLeastAsStrictAs', () => {
  const config = (service: object) => file('config.json', JSON.stringify({ services: [service] }));
  const services = (service: object) => billability(['services', '--config', config(service)]);

  test('is taken where the service is as strict', async () => {
    const { status } = await services({ ...peerSupport, id: 'xx/own', atLeastAsStrictAs: 'mo/peer-support' });
    expect(status).toBe(0);
  });

  test('is refused where it is looser, in one sentence', async () => {
    expect(await services({ ...younger, atLeastAsStrictAs: 'mo/peer-support' })).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'billability: config.json: /services/0/atLeastAsStrictAs: the service is looser than that one in member/age; "billability compare" shows sessions\n',
    });
  });

  describe('where it is not decided', () => {
    const than = asking(6, { id: 'xx/than' });
    const both = (service: object) => file('both.json', JSON.stringify({ services: [than, service] }));
    const open = both(asking(7, { id: 'xx/open', atLeastAsStrictAs: 'xx/than' }));
    const said =
      'billability: both.json: /services/1/atLeastAsStrictAs: it is not decided whether the service is as strict in session/key-function\n';
    const visit = { ...baseSession('mo-peer-support'), service: 'xx/open' };
    file('visit.ndjson', `${JSON.stringify(visit)}\n`);

    test.each([
      ['services', ['services']],
      ['check', ['check', 'visit.ndjson', '--history', 'none', '--fail-on', 'never']],
      [
        'check --record',
        ['check', 'visit.ndjson', '--history', 'none', '--fail-on', 'never', '--record', 'open.ndjson'],
      ],
      ['replay', ['replay', 'open.ndjson']],
      ['ways', ['ways', 'visit.ndjson', '--history', 'none', '--fail-on', 'never']],
      ['explain --for', ['explain', 'member/age', '--for', 'visit.ndjson']],
      ['remaining', ['remaining', 'mo/peer-support', '--on', '2024-03-12', '--history', 'none']],
      ['grouped', ['check', 'visit.ndjson', '--history', 'none', '--fail-on', 'never', '--grouped']],
    ])('%s tells it, once, and goes on', async (_, args) => {
      const { status, stdout, stderr } = await billability([...args, '--config', open]);
      expect(status).toBe(0);
      expect(stdout).not.toBe('');
      expect(stderr.split(said)).toHaveLength(2);
    });

    test('nothing is told where only the contrary is not decided', async () => {
      const plain = {
        ...than,
        criteria: than.criteria.filter(({ rule }) => rule !== 'session/key-function'),
      };
      const stricter = asking(7, { id: 'xx/open', atLeastAsStrictAs: 'xx/than' });
      const config = file('stricter.json', JSON.stringify({ services: [plain, stricter] }));
      expect(compareServices(plain, stricter).undecided).not.toEqual([]);
      expect(await billability(['services', '--config', config])).toMatchObject({ status: 0, stderr: '' });
    });
  });

  test('is refused where the other is not on file', async () => {
    const { status, stderr } = await services({ ...younger, atLeastAsStrictAs: 'mo/peer' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/atLeastAsStrictAs: expected the id of a service on file/);
  });
});
