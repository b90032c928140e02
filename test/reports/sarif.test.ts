import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSessions, createChecker, explain, type Service } from '../../src/index.js';
import { reportOf, sarif, type Place } from '../../src/reports/index.js';
import { check, file, folder } from '../cli/run.js';
import { linesOfMonth, months } from '../support/cases.js';
import { writtenOf, type Kind } from './kinds.js';
import { all, claims, nothingElse, session, written } from './support.js';

interface Location {
  physicalLocation?: { artifactLocation: { uri: string }; region?: { startLine: number } };
  logicalLocations: { name?: string; fullyQualifiedName?: string }[];
}

interface Result {
  ruleId: string;
  ruleIndex: number;
  kind: string;
  level: string;
  message: { text: string };
  locations: Location[];
  relatedLocations?: (Location & { message: { text: string } })[];
  partialFingerprints: Record<string, string>;
  properties: Record<string, unknown>;
}

interface Descriptor {
  id: string;
  shortDescription?: { text: string };
  helpUri?: string;
  help: { text: string };
  defaultConfiguration?: { level: string };
}

interface Notification {
  descriptor: { id: string };
  level: string;
  message: { text: string };
  locations?: Location[];
}

interface Log {
  version: string;
  runs: [
    {
      results: Result[];
      invocations: [{ executionSuccessful: boolean; toolExecutionNotifications: Notification[] }];
      tool: { driver: { name: string; version: string; informationUri: string; rules: Descriptor[] } };
    },
  ];
}

/** The schema of the standard, as the makers of its SDK pack it. It is of draft 4, which says `id` for `$id`. */
const { $schema, id, ...schema } = JSON.parse(
  readFileSync(
    new URL('../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', import.meta.url),
    'utf8',
  ),
) as Record<string, unknown>;

const uri = /^[a-z][a-z0-9+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]*$/i;
const reference = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-F]{2})*$/i;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
ajv.addFormat('uri', uri);
ajv.addFormat('uri-reference', reference);
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT/);
const isValid = ajv.compile(schema);

function logOf(report: string): Log['runs'][0] {
  const log = JSON.parse(report) as Log;
  isValid(log);
  expect(isValid.errors).toBeNull();
  return log.runs[0];
}

const runOf = (names?: readonly Kind[], options = {}) =>
  logOf(writtenOf(sarif, names, { history: [], ...options }));

const { homepage } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8').replace('#readme', ''),
) as { homepage: string };

const keysOf = ({ results }: Log['runs'][0]) =>
  results.map(({ partialFingerprints }) => partialFingerprints['entryRulePlace/v1']);

test('the schema is that of SARIF 2.1.0, and refuses what is none', () => {
  expect([$schema, id]).toEqual([
    'http://json-schema.org/draft-04/schema#',
    expect.stringContaining('sarif'),
  ]);
  expect(isValid({ version: '2.1.0', runs: [{ results: [{ message: 'text' }] }] })).toBe(false);
});

const multitool = process.env['SARIF_MULTITOOL'] ?? '';

test.runIf(existsSync(multitool))('the multitool finds nothing wrong, where it is installed', () => {
  const logs = [undefined, 'note' as const].map((openAs) =>
    file(`${openAs ?? 'none'}.sarif`, written(sarif, all, { ...nothingElse, explain, openAs })),
  );
  const out = join(folder, 'out.sarif');
  writeFileSync(out, '');
  const { stdout } = spawnSync(multitool, ['validate', ...logs, '--output', out, '--log', 'ForceOverwrite'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
  });
  expect(stdout).toContain('Analysis completed successfully.');
  expect(stdout).not.toMatch(/: (?:error|warning|note) /);
});

describe('each kind of record', () => {
  test.each<[Kind, (readonly [rule: string, kind: string, level: string])[]]>([
    ['pass', []],
    [
      'fail',
      [
        ['units/time', 'fail', 'error'],
        ['units/daily-limit', 'fail', 'error'],
      ],
    ],
    [
      'unknown',
      [
        ['session/time', 'open', 'none'],
        ['units/time', 'open', 'none'],
      ],
    ],
    ['due', [['documentation/program-requirements', 'review', 'none']]],
    ['remark', [['units/unbilled-time', 'fail', 'note']]],
    ['void', [['claim/replaces', 'fail', 'warning']]],
    ['cancelled', [['session/took-place', 'fail', 'error']]],
  ])('%s', (name, expected) => {
    expect(runOf([name]).results.map(({ ruleId, kind, level }) => [ruleId, kind, level])).toEqual(expected);
  });

  test('what is open or due is a failure with the level of a note, where that is asked for', () => {
    const { results } = runOf(['fail', 'unknown', 'due'], { openAs: 'note' });
    expect(results.map(({ kind, level, properties: { outcome } }) => [kind, level, outcome])).toEqual([
      ['fail', 'error', 'fail'],
      ['fail', 'error', 'fail'],
      ['fail', 'note', 'unknown'],
      ['fail', 'note', 'unknown'],
      ['fail', 'note', 'due'],
    ]);
  });

  test.each([undefined, 'note'] as const)('with openAs %s only what fails has a level', (openAs) => {
    const { results } = logOf(written(sarif, all, { ...nothingElse, openAs }));
    expect(results.length).toBeGreaterThan(200);
    expect(results.filter(({ kind, level }) => (kind === 'fail') !== (level !== 'none'))).toEqual([]);
  });

  test('what cannot be read is a notification for each thing that is wrong', () => {
    const { results, invocations } = runOf(['pass', 'invalid', 'nothing']);
    expect(results).toEqual([]);
    const [{ executionSuccessful, toolExecutionNotifications: told }] = invocations;
    expect(executionSuccessful).toBe(false);
    expect(
      told
        .slice(0, 3)
        .map(({ descriptor, level, locations }) => [
          descriptor.id,
          level,
          locations?.[0]?.logicalLocations.map(({ fullyQualifiedName }) => fullyQualifiedName),
        ]),
    ).toEqual([
      ['wrong-type', 'error', ['march.csv:7', 'march.csv row 7, column "Units"']],
      ['unknown-key', 'error', ['march.csv:7', 'march.csv row 7']],
      ['not-stated', 'error', ['entry 3']],
    ]);
  });

  test('what holds for all is a notification, and the run is a success', () => {
    const { invocations } = runOf(['unknown']);
    const [{ executionSuccessful, toolExecutionNotifications: told }] = invocations;
    expect(executionSuccessful).toBe(true);
    expect(told.map(({ descriptor, level }) => [descriptor.id, level])).toEqual([['no-clock-times', 'note']]);
  });
});

describe('where a result is', () => {
  test.each<[Kind, string | undefined, number | undefined, (string | undefined)[]]>([
    ['fail', 'march.csv', 3, ['V-2', 'march.csv:3', 'march.csv row 3, column "Units"', 'march.csv row 3']],
    ['due', undefined, undefined, ['V-4', 'standard input:5']],
    ['remark', 'file:///data/april%201.csv', 6, ['V-5', '/data/april 1.csv:6']],
    ['claim', 'file:///C:/data/claims.json', undefined, ['C-1', 'C:\\data\\claims.json: Claim/C-1']],
    ['cancelled', 'march.csv', undefined, ['V-7', 'march.csv']],
  ])('%s', (name, file, line, logical) => {
    const [location] = runOf([name]).results[0]?.locations ?? [];
    expect(location?.physicalLocation?.artifactLocation.uri).toBe(file);
    expect(location?.physicalLocation?.region?.startLine).toBe(line);
    const within = location?.logicalLocations ?? [];
    expect([within[0]?.name, ...within.map(({ fullyQualifiedName }) => fullyQualifiedName)]).toEqual(logical);
  });

  test('a line of a claim is named, with its charge', () => {
    const { results } = runOf(['claim']);
    const told = results.map(({ locations, properties: { charge } }) => [
      locations[0]?.logicalLocations[1]?.name,
      charge,
    ]);
    expect([...new Set(told.map((one) => one.join()))]).toEqual([',30.70', 'line 1,29.70', 'line 2,1.00']);
  });

  test('the other session of a duplicate is related', () => {
    const [result] = runOf(['pass', 'again']).results;
    expect(result).toMatchObject({
      ruleId: 'claim/duplicate',
      relatedLocations: [{ physicalLocation: { artifactLocation: { uri: 'march.csv' } } }],
    });
    const [alone] = logOf(written(sarif, [session, { ...session, id: 'again' }])).results;
    expect(alone?.relatedLocations?.[0]?.logicalLocations).toEqual([
      { name: session.id, fullyQualifiedName: 'entry 1' },
    ]);
  });

  test('a session already billed is related by its number', () => {
    const use = { ...session, id: 'billed', memberId: session.member?.id };
    const { service, memberId, dateOfService, startTime } = use;
    const history = [{ service, memberId, dateOfService, startTime, units: 8 }];
    const { results } = logOf(written(sarif, [session], { history }));
    const [duplicate] = results.filter(({ ruleId }) => ruleId === 'claim/duplicate');
    expect(duplicate?.relatedLocations?.[0]?.logicalLocations[0]?.fullyQualifiedName).toBe(
      'a session already billed (entry 1 of the history)',
    );
  });

  test('hostile text is a file, a key and a message like any other', () => {
    const [{ locations, properties }] = runOf(['hostile']).results as [Result];
    expect(locations[0]?.physicalLocation?.artifactLocation.uri).toMatch(/^a%7Cb%60.*%EF%BF%BD.*%24$/);
    expect(properties['id']).toMatch(/^a\|b.*\?\?\[31m\?\ufffd.\?# \$1\$$/);
  });
});

describe('rules', () => {
  test('each that is told stands once, where the results point', () => {
    const { results, tool } = logOf(written(sarif, all));
    const { rules } = tool.driver;
    expect(results.filter(({ ruleId, ruleIndex }) => rules[ruleIndex]?.id !== ruleId)).toEqual([]);
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  });

  test('each shipped one leads to its page, and the tool to its homepage', () => {
    const { rules, informationUri } = logOf(written(sarif, all)).tool.driver;
    expect(informationUri).toBe(homepage);
    const pages = rules.map(({ helpUri = '' }) => helpUri.replace(`${homepage}/blob/main/`, '../../'));
    expect(pages.filter((page) => !existsSync(new URL(page, import.meta.url)))).toEqual([]);
  });

  test('one of your own has no page', () => {
    const shipped = createChecker().serviceOf('mo/peer-support');
    const criteria = shipped.criteria.map((clause) => ({
      ...clause,
      rule: `custom/${clause.rule.replace('/', '-')}`,
    }));
    const checker = createChecker({ services: [{ ...shipped, id: 'own/a', criteria } as Service] });
    const entries = [{ service: 'own/a', dateOfService: '2025-03-03', units: 4 }];
    const report = [...reportOf(sarif, checker.checkRecords(entries, nothingElse), entries)].join('');
    const own = logOf(report).tool.driver.rules.filter(({ id: rule }) => rule.startsWith('custom/'));
    expect(own.length).toBeGreaterThan(5);
    expect(own.filter(({ helpUri }) => helpUri !== undefined)).toEqual([]);
  });

  test('with explain they say what they demand, where it is written, and what a failure means', () => {
    const { rules } = runOf(['fail'], { explain }).tool.driver;
    expect(rules[0]).toMatchObject({
      id: 'units/time',
      shortDescription: { text: 'The units are no more than the time spent supports.' },
      defaultConfiguration: { level: 'error' },
    });
    expect(rules[0]?.help.text.split('\n')).toEqual(
      expect.arrayContaining([
        '  Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 6.1',
        'billability explain units/time tells what it demands in each service.',
      ]),
    );
  });

  test('without it they say the clause of what is found', () => {
    const [rule] = runOf(['fail']).tool.driver.rules;
    expect(rule).toEqual({
      id: 'units/time',
      helpUri: `${homepage}/blob/main/docs/rules/units/time.md`,
      help: {
        text: 'Clinical Services Bulletin FY15-Clinical-30, Peer Support Services, 6.1\nbillability explain units/time tells what it demands in each service.',
      },
    });
  });
});

describe('keys', () => {
  const entries: readonly unknown[] = [
    ...months.flatMap((month) => linesOfMonth(month).slice(0, 20)),
    ...claims.slice(0, 10),
    session,
    { ...session, id: undefined },
  ];
  const some = fc.array(fc.nat({ max: entries.length - 1 }), { maxLength: 30 });

  test('no two results of a run have one key, be it of one entry, of two alike, or of no key', () => {
    fc.assert(
      fc.property(some, (chosen) => {
        const keys = keysOf(
          logOf(
            written(
              sarif,
              chosen.map((index) => entries[index]),
            ),
          ),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 30 },
    );
  });

  test('a record with a key of its own keeps its keys wherever it stands', () => {
    const one = { ...session, id: 'mine', units: 33 };
    const alone = keysOf(logOf(written(sarif, [one])));
    expect(alone).toHaveLength(2);
    fc.assert(
      fc.property(some, (chosen) => {
        const others = chosen.map((index) => entries[index]).filter((entry) => !isOfMember(entry));
        const places = [...others, one].map((_, line) => ({ file: 'a.ndjson', line: line + 1 }));
        expect(keysOf(logOf(written(sarif, [...others, one], { ...nothingElse, places })))).toEqual(
          expect.arrayContaining(alone),
        );
      }),
      { numRuns: 10 },
    );
  });

  function isOfMember(entry: unknown): boolean {
    return JSON.stringify(entry).includes(JSON.stringify(session.member?.id));
  }
});

describe('of records without a key of their own', () => {
  const unnamed = { ...session, id: null, units: 33 };
  const keyOf = (entries: readonly unknown[], places: readonly Place[] = []) =>
    keysOf(logOf(written(sarif, entries, { ...nothingElse, places }))).at(-1);

  test.each<[same: string, one: string | undefined, other: string | undefined, isSame: boolean]>([
    [
      'the line',
      keyOf([unnamed], [{ file: 'a.csv', line: 2 }]),
      keyOf([null, unnamed], [{ file: 'b.csv' }, { file: 'a.csv', line: 2 }]),
      true,
    ],
    [
      'what begins there',
      keyOf([unnamed], [{ file: 'a.json', at: 'Encounter/e1' }]),
      keyOf([null, unnamed], [{ file: 'b.csv' }, { file: 'a.json', at: 'Encounter/e1' }]),
      true,
    ],
    ['the number, where it was read from no file', keyOf([unnamed]), keyOf([unnamed]), true],
    ['the number, another', keyOf([unnamed]), keyOf([null, unnamed]), false],
  ])('%s tells which it is', (_same, one, other, isSame) => {
    expect(one).toMatch(/^[\da-f]{16}$/);
    expect(one === other).toBe(isSame);
  });
});

test('a session whose entry is not given is told by its result', () => {
  const batch = checkSessions([{ ...session, units: 33 }], nothingElse);
  const [{ properties }] = logOf([...reportOf(sarif, batch, [])].join('')).results as [Result];
  expect(properties).toEqual({ outcome: 'fail', severity: 'error', id: session.id });
});

test('a report without records is one, too', () => {
  expect(logOf(written(sarif, [])).results).toEqual([]);
});

describe('--open-as', () => {
  const name = file('open.ndjson', `${JSON.stringify({ ...session, endTime: null })}\n`);
  const args = [name, '--history', 'none'];

  test('note tells what is open with a level, and rules with what they say', async () => {
    const { stdout, status } = await check([...args, '--format', 'sarif', '--open-as', 'note']);
    const { results, tool } = logOf(stdout);
    expect(status).toBe(3);
    expect(new Set(results.map(({ level }) => level))).toEqual(new Set(['note']));
    expect(tool.driver.rules[0]?.shortDescription?.text).toMatch(/\.$/);
  });

  test.each([
    [['--format', 'csv', '--open-as', 'note'], '--open-as is for --format sarif'],
    [['--format', 'sarif', '--open-as', 'error'], 'Allowed choices are note'],
  ])('%j is refused', async (more, words) => {
    const { status, stderr } = await check([...args, ...more]);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
  });
});
