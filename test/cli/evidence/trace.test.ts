import { describe, expect, test } from 'vitest';
import { traceSession } from '../../../src/evidence/explain.js';
import { billability, file } from '../run.js';
import { billable, ndjson, undetermined } from '../sessions.js';

file('session.json', JSON.stringify(billable));
const trace = (rule: string, session: object) =>
  billability(['explain', rule, '--for', file('one.json', JSON.stringify(session))]);

describe('explain RULE --for', () => {
  test('prints the clause as a tree, and what decides', async () => {
    const staff = { ...billable.staff, credentials: [{ code: 'MO-CPS' }] };
    expect(
      (await trace('staff/credential', { ...billable, staff, dateOfService: '2018-03-01' })).stdout,
    ).toBe(
      `staff/credential
  * so: Peer support is given by a Missouri Recovery Support Specialist - Peer
    or a Certified Missouri Peer Specialist.
    as the reading renamed-credentials has it
      - not so: the rendering staff member's credentials hold Missouri Recovery
        Support Specialist - Peer (MO-MRSS-P) or Certified Missouri Peer
        Specialist (MO-CMPS) on the date of service
        as the reading open-start has it
        rests on /staff/credentials
      * so: the rendering staff member's credentials hold Certified Peer
        Specialist (MO-CPS) on the date of service, from 2018-03-01 on
        as the reading open-start has it
        rests on /staff/credentials

  * what the clause rests on
`,
    );
  });

  test.each([
    ['so', billable, 'so'],
    ['not so', { ...billable, member: { birthDate: '2015-01-01' } }, 'not so'],
    ['not known', undetermined, 'not known'],
  ])('%s', async (_, session, said) => {
    const { stdout, status } = await trace('member/age', session);
    expect(status).toBe(0);
    expect(stdout).toContain(`  * ${said}: Peer support is for individuals aged 16 and older.\n`);
  });

  test('holds no value of the session', async () => {
    const { stdout } = await billability(['explain', '--for', 'session.json']);
    for (const value of [billable.id, billable.member?.id, billable.member?.birthDate])
      expect(stdout).not.toContain(String(value));
  });

  test('without a rule prints each clause, and as JSON what traceSession gives', async () => {
    const { stdout } = await billability(['explain', '--for', 'session.json', '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual(traceSession(billable));
  });

  test('is told with the words of a configuration', async () => {
    const config = file(
      'words.json',
      JSON.stringify({ words: { 'staff.credentials': { Peer: 'MO-CMPS' } } }),
    );
    const staff = { credentials: [{ code: 'Peer' }] };
    const args = [
      'explain',
      'staff/credential',
      '--for',
      file('one.json', JSON.stringify({ ...billable, staff })),
    ];
    expect((await billability(args)).stdout).toContain('* not known: Peer support is given');
    expect((await billability([...args, '--config', config])).stdout).toContain(
      '* so: Peer support is given',
    );
  });
});

test.each<[string, string, string, string]>([
  [
    'a rule that is none',
    'member/agee',
    JSON.stringify(billable),
    'rule: expected the id of a rule; did you mean "member/age"?',
  ],
  [
    'a rule that computes',
    'units/time',
    JSON.stringify(billable),
    'units/time: mo/peer-support has no clause of it with parts to tell; "billability explain units/time" says what it means, and a check how it comes out',
  ],
  [
    'two sessions',
    'member/age',
    ndjson(billable, billable),
    'one.json: holds 2 records; --for takes the one session that is traced',
  ],
  ['none', 'member/age', '', 'one.json: holds 0 records; --for takes the one session that is traced'],
  ['a claim', 'member/age', '{"lines":[]}', 'one.json: is a claim; --for takes a session'],
  [
    'broken JSON',
    'member/age',
    '{"service":',
    'one.json:1: expected one complete JSON object, found JSON that ends too early',
  ],
  [
    'a session that is none',
    'member/age',
    '{"service":"mo/peer-support"}',
    'one.json: /dateOfService: expected a day that exists, written YYYY-MM-DD, found nothing',
  ],
])('%s is bad usage', async (_, rule, content, said) => {
  file('one.json', content);
  expect(await billability(['explain', rule, '--for', 'one.json'])).toEqual({
    status: 2,
    stdout: '',
    stderr: `billability: ${said}\n`,
  });
});
