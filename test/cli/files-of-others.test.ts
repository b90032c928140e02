import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { billability, check, file, fixture, recordsOf, type Run } from './run.js';

const asNdjson = ['--format', 'ndjson', '--fail-on', 'never'];

const claims = fixture('x12/missouri.837');
const remittance = fixture('x12/missouri.835');
const ofMissouri = ['--jurisdiction', 'MO'];

describe('X12', () => {
  test('an 837P is checked claim by claim, and findings say where its elements stand', async () => {
    const run = await check([...asNdjson, ...ofMissouri, '--history', 'none', claims]);
    expect(run.status).toBe(0);
    const [first] = recordsOf(run);
    expect(first).toMatchObject({ id: 'R-501', line: 15 });
    const places = first?.lines?.[0]?.findings.flatMap(({ places: of = {} }) => Object.values(of)) ?? [];
    expect(places).toContain('line 20, ST 0001 segment 18, loop 2400, SV104');
    expect(run.stderr).toContain('is read as X12 claims (837P).');
    expect(run.stderr).toContain('loop 2400, SV101: SV101 names no HCPCS code (HC).');
  });

  test.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['LF in place of the terminator', (text: string) => text.replaceAll('~\n', '\n')],
    ['CRLF in place of the terminator', (text: string) => text.replaceAll('~\n', '\r\n')],
    ['all on one line', (text: string) => text.replaceAll('~\n', '~')],
    ['a mark before it', (text: string) => `\ufeff${text}`],
  ])('written with %s comes to the same', async (_title, write) => {
    const withoutPlaces = (run: Run) =>
      recordsOf(run).map(({ id, verdict, lines }) => ({
        id,
        verdict,
        lines: lines?.map(({ findings }) => findings.map(({ rule, outcome }) => [rule, outcome])),
      }));
    const args = [...asNdjson, ...ofMissouri, '--history', 'none'];
    const written = file('claims.edi', write(readFileSync(claims, 'utf8')));
    expect(withoutPlaces(await check([...args, written]))).toEqual(
      withoutPlaces(await check([...args, claims])),
    );
  });

  test('by --grouped it is read piece by piece, to the same findings', async () => {
    const one = file('one.edi', readFileSync(claims, 'utf8').split('\n').slice(0, 22).join('\n'));
    const args = [...asNdjson, ...ofMissouri, '--history', 'none', one];
    const whole = await check(args);
    const grouped = await check([...args, '--grouped']);
    expect(recordsOf(whole)).toHaveLength(1);
    expect(grouped.stdout).toBe(whole.stdout);
    expect(grouped.stderr).toContain('is read as X12 claims (837P).');
  });

  test('whose rules apply is told by payer in a mapping, or asked for', async () => {
    const refused = await check(['--history', 'none', claims]);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toMatch(/missouri\.837: X12 does not say whose rules apply; .*--jurisdiction MO/);
    const map = file('payers.map.json', JSON.stringify({ payers: { MO0001: 'MO' } }));
    const mapped = await check([...asNdjson, '--history', 'none', '--map', map, claims]);
    expect(recordsOf(mapped)[0]).toMatchObject({ id: 'R-501', verdict: 'undetermined' });
  });

  test('diagnoses of the claim are those of the assessment only where it is said', async () => {
    const ofCarolina = file('sc.edi', readFileSync(claims, 'utf8').replaceAll(/HC:H2017[^*]*/g, 'HC:H2017'));
    const missing = async (...more: readonly string[]) => {
      const run = await check([
        ...asNdjson,
        '--jurisdiction',
        'SC',
        '--history',
        'none',
        ...more,
        ofCarolina,
      ]);
      return run.stdout.includes('"path":"/assessment/diagnoses"');
    };
    expect([await missing(), await missing('--claim-diagnoses')]).toEqual([true, false]);
  });

  test('an 835 is a history: what it paid counts, what it took back does not', async () => {
    const run = await check([...asNdjson, ...ofMissouri, '--history', remittance, claims]);
    expect(run.stderr).toContain('is read as X12 payments (835).');
    expect(run.stderr).toMatch(/missouri\.835: line 1, .* was taken back by a reversal/);
    const alone = await check([...ofMissouri, remittance]);
    expect(alone.status).toBe(2);
    expect(alone.stderr).toMatch(/is an 835, what a payer answered; give it as --history, .*explain-denials/);
  });
});

describe('explain-denials', () => {
  const args = ['explain-denials', remittance, claims, ...ofMissouri];

  test('says which denials were forecast, and how often forecasts came true', async () => {
    const run = await billability([...args, '--history', 'none', '--format', 'json']);
    expect(run.status).toBe(0);
    const { denials, counts } = JSON.parse(run.stdout) as {
      denials: unknown[];
      counts: Record<string, number>;
    };
    expect(denials.length).toBeGreaterThan(0);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(denials.length);
    const text = await billability([...args, '--history', 'none']);
    expect(text.stdout).toMatch(/^\d+ denials in \d+ answers of the payer, held against \d+ claims\.\n/);
    expect(text.stdout).toContain('How often our forecasts came true');
  });

  test('leaves out the uses that the 835 itself pays', async () => {
    const [own, none] = await Promise.all([
      billability([...args, '--history', remittance, '--format', 'json']),
      Promise.resolve(undefined),
    ]);
    const without = await billability([...args, '--history', 'none', '--format', 'json']);
    expect(none).toBeUndefined();
    expect(JSON.parse(own.stdout)).toEqual(JSON.parse(without.stdout));
  });

  test.each([
    ['no history', args, /^billability: state what was billed before with --history FILE, or --history none/],
    [
      'claims first',
      ['explain-denials', claims, remittance, ...ofMissouri, '--history', 'none'],
      /is no 835; the first/,
    ],
    [
      'two 835',
      ['explain-denials', remittance, remittance, ...ofMissouri, '--history', 'none'],
      /is an 835; the claims it answers are an 837P/,
    ],
    [
      'a table',
      ['explain-denials', remittance, fixture('tables/visits.csv'), ...ofMissouri, '--history', 'none'],
      /visits\.csv: is a table; /,
    ],
    [
      'no jurisdiction',
      ['explain-denials', remittance, claims, '--history', 'none'],
      /X12 does not say whose rules apply/,
    ],
  ])('%s is refused', async (_title, typed, says) => {
    const run = await billability(typed);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(says);
  });
});

describe('tables', () => {
  const visits = fixture('tables/visits.csv');
  const map = ['--map', fixture('tables/visits.map.json')];

  test.each(['visits.csv', 'visits-1252.csv', 'visits.xlsx'])(
    '%s is read through a mapping',
    async (name) => {
      const run = await check([...asNdjson, ...map, '--history', 'none', fixture(`tables/${name}`)]);
      const records = recordsOf(run);
      expect(records.length).toBeGreaterThan(10);
      expect(records.filter(({ verdict }) => verdict === 'invalid').length).toBeLessThan(records.length / 2);
      const reads = `The file ${fixture(`tables/${name}`)} is read as `;
      expect(run.stderr).toContain(reads);
      expect(run.stderr).toContain('column "Visit No" is read as id');
      const places = records.flatMap(({ findings = [] }) =>
        findings.flatMap(({ places: of = {} }) => Object.values(of)),
      );
      expect(places.some((place) => /^visits[-\w]*\.(?:csv|xlsx) row \d+, column "/.test(place))).toBe(true);
    },
  );

  test('facts of staff and members are added by their keys', async () => {
    const facts = ['staff', 'members'].flatMap((name) => [
      '--facts',
      fixture(`tables/${name}.csv`),
      '--map',
      fixture(`tables/${name}.map.json`),
    ]);
    const by = ['--by', 'staff.id', '--by', 'member.id'];
    const missingIn = (run: Run) => (JSON.stringify(recordsOf(run)).match(/"heldBy"/g) ?? []).length;
    const bare = await check([...asNdjson, ...map, '--history', 'none', visits]);
    const joined = await check([...asNdjson, ...map, ...facts, ...by, '--history', 'none', visits]);
    expect(joined.stderr).not.toContain('internal error');
    expect(missingIn(joined)).toBeLessThan(missingIn(bare));
    expect(joined.stdout).toContain('staff.csv row ');
    const grouped = await check([
      ...asNdjson,
      ...map,
      ...facts,
      ...by,
      '--history',
      'none',
      '--grouped',
      visits,
    ]);
    expect(grouped.stderr).toMatch(/a member comes back here after another one|^$/m);
  });

  test('grouped CSV is checked as it is read, to the same findings', async () => {
    const rows = ['M-1', 'M-1', 'M-2'].map(
      (member, at) => `V-${String(at)},mo/peer-support,3/${String(at + 14)}/2025,4,${member}\n`,
    );
    const table = `Visit No;Service;DOS;Units;Client ID\n${rows.join('').replaceAll(',', ';')}`;
    const written = file('grouped.csv', table);
    const whole = await check([...asNdjson, '--history', 'none', written]);
    for (const args of [[written], ['-']]) {
      const grouped = await check([...asNdjson, '--history', 'none', '--grouped', ...args], table);
      expect(recordsOf(grouped).map(({ id, line }) => [id, line])).toEqual([
        ['V-0', 2],
        ['V-1', 3],
        ['V-2', 4],
      ]);
      const found = (run: Run) => recordsOf(run).map(({ findings }) => JSON.stringify(findings));
      const named = {
        ...grouped,
        stdout: grouped.stdout.replaceAll('standard input row', 'grouped.csv row'),
      };
      expect(found(named)).toEqual(found(whole));
      expect(grouped.stderr).toContain('is read as CSV parted by semicolons');
    }
  });

  test('--history takes several files, tables and claims that were billed among them', async () => {
    const session = file(
      'march.csv',
      'id,service,dateOfService,units,member.id\nV-1,mo/peer-support,2025-03-18,4,M-1\n',
    );
    const claim = {
      id: 'C-1',
      jurisdiction: 'MO',
      member: { id: 'M-1' },
      lines: [{ procedureCode: 'H0038', dateOfService: '2025-03-04', units: 2 }],
    };
    const billed = file('billed.ndjson', `${JSON.stringify(claim)}\n`);
    const ledger = file(
      'ledger.csv',
      'DOS,Service,Units,Client ID\n3/15/2025,mo/peer-support,93,M-1\n3/15/2025,mo/peer-support,-2,M-1\n',
    );
    const limit = async (...history: readonly string[]) => {
      const run = await check([...asNdjson, ...history.flatMap((one) => ['--history', one]), session]);
      expect(run.stderr).not.toContain('internal error');
      return recordsOf(run)[0]?.findings?.find(({ rule }) => rule === 'units/monthly-limit')?.outcome;
    };
    expect(await limit(ledger)).toBeUndefined();
    expect(
      await limit(
        ledger,
        file('more.csv', 'service,memberId,dateOfService,units\nmo/peer-support,M-1,2025-03-06,2\n'),
      ),
    ).toBe('fail');
    expect(await limit('none', ledger)).toBeUndefined();
    expect(await limit(billed)).toBeUndefined();
  });

  test.each<[title: string, args: readonly string[], says: RegExp]>([
    [
      '--facts without --by',
      ['--facts', 'staff.csv', 'march.csv'],
      /each --facts FILE has its --by KEY, .*found 1 and 0/,
    ],
    [
      '--by of another fact',
      ['--facts', 'staff.csv', '--by', 'units', 'march.csv'],
      /Expected one of id, member\.id, staff\.id/,
    ],
    [
      'a table without the key',
      ['--facts', 'ledger.csv', '--by', 'agency.id', 'march.csv'],
      /ledger\.csv: expected a column of agency\.id, found none/,
    ],
    [
      'facts that are no table',
      ['--facts', 'billed.ndjson', '--by', 'id', 'march.csv'],
      /billed\.ndjson: is JSON, .*a table is expected here/,
    ],
    [
      '--config twice',
      ['--config', 'a.json', '--config', 'b.json', 'march.csv'],
      /It is stated twice; state it once/,
    ],
    [
      '--output twice',
      ['--output', 'a.txt', '--output', 'b.txt', 'march.csv'],
      /It is stated twice; state it once/,
    ],
    [
      'none beside a file',
      ['--history', 'none', '--history', 'ledger.csv', 'march.csv'],
      /--history none says that nothing else was billed; leave it out/,
    ],
    [
      '--workers of a table',
      ['--grouped', '--workers', '2', 'march.csv'],
      /march\.csv: --workers checks parts of NDJSON/,
    ],
    [
      '--workers with --facts',
      ['--grouped', '--workers', '2', '--facts', 'march.csv', '--by', 'id', 'billed.ndjson'],
      /--workers reads no --facts/,
    ],
    [
      '--grouped of a workbook',
      ['--grouped', fixture('tables/visits.xlsx')],
      /is a workbook, which is read whole; save it as CSV/,
    ],
    [
      'a mapping with other keys',
      ['--map', file('other.json', '{"colums":{}}'), 'march.csv'],
      /other\.json: expected the keys of a mapping \(constants, columns, /,
    ],
    [
      'a mapping that is no object',
      ['--map', file('list.json', '[]'), 'march.csv'],
      /list\.json: expected a JSON object, a mapping; "billability map FILE"/,
    ],
    [
      'a mapping without its headings',
      ['--map', file('none.json', '{"columns":{"Nothing":"id"}}'), 'march.csv'],
      /march\.csv: expected a row of headings/,
    ],
  ])('%s is refused', async (_title, args, says) => {
    const run = await check(args);
    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toMatch(says);
  });

  test('what is stated and not used is said', async () => {
    const map = file('x12.map.json', '{"payers":{"MO0001":"MO"}}');
    const run = await check([
      '--history',
      'none',
      '--map',
      map,
      '--jurisdiction',
      'MO',
      '--claim-diagnoses',
      'march.csv',
    ]);
    expect(run.stderr.split('\n').filter((line) => line.includes('not used'))).toEqual([
      'billability: --jurisdiction is not used: no file is X12, FHIR or a table of claims that state none',
      'billability: --claim-diagnoses is not used: no file is X12 or FHIR',
      'billability: x12.map.json: payers of the mapping is not used: no file is X12 or FHIR that it fits',
    ]);
  });

  test('a word with two meanings is refused', async () => {
    const words = (meaning: string) =>
      JSON.stringify({ words: { 'staff.credentials': { Helper: meaning } } });
    const args = [
      '--map',
      file('one.json', words('MO-CPS')),
      '--config',
      file('two.json', words('other')),
      'march.csv',
    ];
    const run = await check(args);
    expect(run.status).toBe(2);
    expect(run.stderr).toMatch(/two\.json: a word of staff\.credentials has another meaning in a mapping/);
    expect(run.stderr).not.toContain('Helper');
  });

  test('claims of a table that state no jurisdiction take that of --jurisdiction', async () => {
    const table = file(
      'charges.csv',
      'Claim ID,HCPCS,Mod,DOS,Units,Charge,Member ID\nC-1,H2017,HO,3/18/2025,4,$81.44,M-1\n',
    );
    const run = await check([...asNdjson, '--history', 'none', '--jurisdiction', 'MO', table]);
    expect(recordsOf(run)[0]).toMatchObject({ id: 'C-1', lines: [{ service: 'mo/H2017HO' }] });
    expect(run.stderr).not.toContain('not used');
  });
});

describe('FHIR', () => {
  const args = ['--map', fixture('fhir/mapping.json'), fixture('fhir/export.ndjson')];

  test('an export is checked, and findings say where its elements stand', async () => {
    const run = await check([...asNdjson, ...args]);
    const records = recordsOf(run);
    expect(records.length).toBeGreaterThan(5);
    expect(run.stderr).toContain('is read as FHIR.');
    expect(run.stdout).toMatch(/"Encounter\/e\d+\.period/);
  });

  test('a Bundle has no lines, and its records are named', async () => {
    const run = await check([
      ...asNdjson,
      '--map',
      fixture('fhir/mapping.json'),
      '--history',
      'none',
      fixture('fhir/claims.json'),
    ]);
    const [first] = recordsOf(run) as unknown as { at?: string; line?: number }[];
    expect(first?.at).toMatch(/^Claim\//);
    expect(first).not.toHaveProperty('line');
  });
});
