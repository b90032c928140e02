import { describe, expect, test } from 'vitest';
import { peerSupport } from '../../src/index.js';
import { check, file, recordsOf, type OutputRecord } from './run.js';
import { ndjson } from './sessions.js';

/** What is made of a row with one cell more, or of a session that states the same. */
async function readAs(input: string, ...args: readonly string[]): Promise<OutputRecord | undefined> {
  const run = await check(['--history', 'none', '--format', 'ndjson', ...args], input);
  return recordsOf(run)[0];
}

const day = '2025-03-18';
const row = (column: string, cell: string, service = 'sc/prs') =>
  readAs(`id,service,dateOfService,${column}\nV-1,${service},${day},${cell}\n`);
const stated = (facts: object, service = 'sc/prs') =>
  readAs(ndjson({ id: 'V-1', service, dateOfService: day, ...facts }));

/** Findings of a table say beside it where its cells stand. */
const withoutPlace = (record: OutputRecord | undefined) => ({
  ...record,
  file: '',
  line: 0,
  findings: record?.findings?.map((finding) => ({ ...finding, places: undefined })),
});

describe('a choice in a cell is read in any letter case, with blanks, _ and - alike', () => {
  test.each<[column: string, cell: string, facts: object]>([
    ['format', 'group', { format: 'group' }],
    ['format', 'Group', { format: 'group' }],
    ['format', 'GROUP', { format: 'group' }],
    ['format', ' Individual ', { format: 'individual' }],
    ['phase', 'No Show', { phase: 'no-show' }],
    ['phase', 'no_show', { phase: 'no-show' }],
    ['phase', 'NO-SHOW', { phase: 'no-show' }],
    ['phase', 'No - Show', { phase: 'no-show' }],
    ['phase', 'Cancelled', { phase: 'cancelled' }],
    ['phase', 'Delivered', { phase: 'delivered' }],
    ['funding', 'Purchase of Service', { funding: 'purchase-of-service' }],
    ['funding', 'MEDICAID', { funding: 'medicaid' }],
    ['agency.ownership', 'Public', { agency: { ownership: 'public' } }],
    ['assessment.review', 'Continued Service', { assessment: { review: 'continued-service' } }],
    ['assessment.impairments.dailyLiving', 'NONE', { assessment: { impairments: { dailyLiving: 'none' } } }],
    [
      'assessment.improvedAreas',
      'dailyliving|SCHOOLORWORK',
      { assessment: { improvedAreas: ['dailyLiving', 'schoolOrWork'] } },
    ],
    ['assessment', 'None', { assessment: 'none' }],
    ['plan', 'NONE', { plan: 'none' }],
    ['personCentered', 'Yes', { personCentered: true }],
    ['personCentered', 'TRUE', { personCentered: true }],
    ['personCentered', '1', { personCentered: true }],
    ['personCentered', 'no', { personCentered: false }],
    ['personCentered', 'F', {}],
  ])('%s: %s', async (column, cell, facts) => {
    const read = await row(column, cell);
    if (Object.keys(facts).length === 0) expect(read?.verdict).toBe('invalid');
    else expect(withoutPlace(read)).toEqual(withoutPlace(await stated(facts)));
  });

  test.each([
    ['format', 'grp'],
    ['phase', 'noshow'],
    ['phase', 'No Show!'],
    ['funding', 'self-pay'],
    ['assessment.improvedAreas', 'daily living'],
  ])('%s: %s is none of them, and it is told which there are', async (column, cell) => {
    const read = await row(column, cell);
    expect(read?.verdict).toBe('invalid');
    expect(read?.issues?.[0]?.message).toMatch(/^expected one of "/);
    expect(JSON.stringify(read?.issues)).not.toContain(cell);
  });
});

describe('the service in a cell', () => {
  test.each([
    ['MO/PEER-SUPPORT', 'mo/peer-support'],
    ['mo/peer support', 'mo/peer-support'],
    ['Mo/Peer_Support', 'mo/peer-support'],
    ['MO/h2017tg', 'mo/H2017TG'],
    ['SC/PRS', 'sc/prs'],
  ])('%s is %s', async (cell, service) => {
    expect(await row('units', '4', cell)).toMatchObject({ kind: 'session', service });
  });

  test.each(['mo/peersupport', 'mo peer-support', 'peer-support'])('%s is none', async (cell) => {
    expect(await row('units', '4', cell)).toMatchObject({ issues: [{ code: 'service-not-on-file' }] });
  });

  const own = { ...peerSupport, title: 'Peer support of our own', codes: [] };
  const config = (name: string, ...ids: readonly string[]) =>
    file(name, JSON.stringify({ services: ids.map((id) => ({ ...own, id })), without: ['mo/peer-support'] }));
  const ofOwn = (cell: string, ...args: readonly string[]) =>
    readAs(`service,dateOfService\n${cell},${day}\n`, ...args);

  test('one of a definition of your own', async () => {
    const args = ['--config', config('own.json', 'xx/Own')];
    expect(await ofOwn('XX/OWN', ...args)).toMatchObject({ service: 'xx/Own' });
    expect(await ofOwn('MO/Peer-Support', ...args)).toMatchObject({ verdict: 'invalid' });
  });

  test('of two that are alike only the one that is written exactly', async () => {
    const args = ['--config', config('alike.json', 'xx/own', 'xx/Own')];
    expect(await ofOwn('xx/Own', ...args)).toMatchObject({ service: 'xx/Own' });
    expect(await ofOwn('xx/own', ...args)).toMatchObject({ service: 'xx/own' });
    expect(await ofOwn('XX/OWN', ...args)).toMatchObject({ issues: [{ code: 'service-not-on-file' }] });
  });

  test('of a history', async () => {
    const uses = file(
      'billed.csv',
      `service,memberId,dateOfService,units\nMO/Peer Support,M-1,2025-03-04,96\n`,
    );
    const session = { service: 'mo/peer-support', dateOfService: day, units: 1, member: { id: 'M-1' } };
    const run = await check(['--history', uses, '--format', 'ndjson'], ndjson(session));
    expect(recordsOf(run)[0]?.findings).toContainEqual(
      expect.objectContaining({ rule: 'units/monthly-limit', outcome: 'fail' }),
    );
    expect(run.stderr).not.toContain('not on file');
  });
});

describe('in JSON a choice is written as listed', () => {
  test.each([
    ['/format', { format: 'Group' }],
    ['/phase', { phase: 'No Show' }],
    ['/plan', { plan: 'None' }],
    ['/assessment/improvedAreas/0', { assessment: { improvedAreas: ['dailyliving'] } }],
  ])('%s', async (path, facts) => {
    expect(await stated(facts)).toMatchObject({ verdict: 'invalid', issues: [{ path }] });
  });

  test('/service', async () => {
    expect(await stated({}, 'SC/PRS')).toMatchObject({ issues: [{ code: 'service-not-on-file' }] });
  });

  test('a list in JSON in a cell too', async () => {
    expect(await row('assessment.improvedAreas', '"[""dailyliving""]"')).toMatchObject({
      verdict: 'invalid',
    });
    expect(await row('assessment.improvedAreas', '"[""dailyLiving""]"')).toMatchObject({ kind: 'session' });
  });
});
