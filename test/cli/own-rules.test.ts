import { describe, expect, test } from 'vitest';
import { clause, overlay, waiver } from '../check/own-rules.js';
import { billability, check, file, recordsOf } from './run.js';
import { billable, ndjson, notBillable } from './sessions.js';

const input = ndjson(billable, notBillable);
const of = { session: 'too-young' };
const waivers = (name: string, ...all: unknown[]) => file(name, JSON.stringify(all));
const args = ['--history', 'none', '--format', 'ndjson'];
const asOf = ['--as-of', '2017-07-01'];

async function verdictsOf(...more: readonly string[]) {
  return recordsOf(await check([...args, ...more], input)).map(({ verdict }) => verdict);
}

describe('check --waivers', () => {
  const one = waivers('one.json', waiver({ of }));
  const other = waivers('other.json', waiver({ id: 'W-2', of: { member: 'nobody' } }));

  test('bills what is waived on the day of the check, alone and member by member', async () => {
    expect(await verdictsOf(...asOf)).toEqual(['billable', 'not-billable']);
    for (const more of [[], ['--grouped']])
      expect(await verdictsOf(...asOf, '--waivers', one, ...more)).toEqual(['billable', 'billable']);
    expect((await check([...args, ...asOf, '--waivers', one], input)).status).toBe(0);
  });

  test('says on standard error what is not applied, where the format says no notices', async () => {
    expect((await check([...args, '--waivers', one], input)).stderr).toContain('None of 1 waiver is applied');
    for (const more of [[], ['--grouped']]) {
      const { stderr } = await check(
        [...args, ...asOf, '--waivers', one, '--waivers', other, ...more],
        input,
      );
      expect(stderr).toContain('of no use here, as nothing is found for which they hold: /waivers/1.');
    }
  });

  test('stands beside those of the configuration', async () => {
    const config = file('with.json', JSON.stringify({ waivers: [waiver({ of })] }));
    const more = ['--config', config, '--waivers', other];
    expect(await verdictsOf(...asOf, ...more)).toEqual(['billable', 'billable']);
  });

  test.each<[title: string, name: string, content: string, message: string]>([
    ['no list', 'bad.json', '{}', 'bad.json: expected a JSON list of waivers'],
    ['no JSON', 'bad.json', '[{]', 'bad.json:1: expected one complete JSON object'],
    ['what is no waiver', 'bad.json', '[{"id": "W-9"}]', 'bad.json: /0/rule: expected text, found nothing'],
    [
      'another of the same id',
      'bad.json',
      JSON.stringify([waiver({ of, note: 'Another.' })]),
      'bad.json: /0/id: a waiver before it has this id',
    ],
  ])('refuses %s, by file and place', async (_title, name, content, message) => {
    const { status, stderr } = await check(
      [...args, '--waivers', one, '--waivers', file(name, content)],
      input,
    );
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('Another.');
  });

  test('of what is no list in the configuration, too', async () => {
    const config = file('bad-waivers.json', JSON.stringify({ waivers: {} }));
    const { status, stderr } = await check([...args, '--config', config, '--waivers', one], input);
    expect(status).toBe(2);
    expect(stderr).toContain('bad-waivers.json: /waivers: expected a list, found an object');
  });
});

describe('--config with overlays and severities', () => {
  const config = file(
    'own-rules.json',
    JSON.stringify({
      overlays: [overlay({ criteria: [clause()] })],
      severities: { 'member/age': 'warning' },
    }),
  );

  test('holds for checks, sheets and rules', async () => {
    expect(await verdictsOf('--config', config)).toEqual(['undetermined', 'undetermined']);
    const explained = await billability(['explain', 'custom/chosen', '--config', config]);
    expect(explained.stdout).toContain('The member has chosen the service.');
    const sheet = await billability(['services', 'mo/peer-support', '--config', config]);
    expect(sheet.stdout).toContain('Beyond the document');
  });

  test('--print-config tells them', async () => {
    const { stdout } = await check([
      '--print-config',
      '--config',
      config,
      '--waivers',
      waivers('p.json', waiver()),
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      overlays: [{ id: 'custom/policy-7', extends: 'mo/peer-support' }],
      severities: { 'member/age': 'warning' },
      waivers: 1,
    });
  });
});
