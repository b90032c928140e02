import { describe, expect, test } from 'vitest';
import { compareServices } from '../../../src/evidence/explain.js';
import { peerSupport, type Service } from '../../../src/index.js';
import { billability, file } from '../run.js';

const younger: Service = {
  ...peerSupport,
  id: 'xx/peer-support',
  criteria: peerSupport.criteria.filter(({ rule }) => rule !== 'member/age'),
};
const own = file('own.json', JSON.stringify(younger));

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
    const conditions = Array.from({ length: 14 }, (_, place) => ({
      op: 'includesAny',
      fact: 'activities',
      codes: [`code-${String(place)}`],
    }));
    const versions = [7, 6].map((count) =>
      file(
        `version-${String(count)}.json`,
        JSON.stringify({
          ...peerSupport,
          criteria: peerSupport.criteria.map((one) => ({
            ...one,
            expects: undefined,
            ...(one.rule === 'session/key-function' && {
              requires: { op: 'atLeast', count, conditions },
            }),
          })),
        }),
      ),
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

  test('is refused where the other is not on file', async () => {
    const { status, stderr } = await services({ ...younger, atLeastAsStrictAs: 'mo/peer' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/atLeastAsStrictAs: expected the id of a service on file/);
  });
});
