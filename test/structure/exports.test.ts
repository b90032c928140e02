import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as x12 from '../../src/adapters/x12/index.js';
import * as tables from '../../src/adapters/tables/index.js';
import * as library from '../../src/index.js';
import * as fhir from '../../src/adapters/fhir/index.js';
import * as reports from '../../src/reports/index.js';
import * as explained from '../../src/evidence/explain.js';
import * as record from '../../src/evidence/record.js';
import * as schema from '../../src/schemas.js';
import { services } from '../../src/services/index.js';
import { version } from '../../src/version.js';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
  exports: Record<string, unknown>;
  sideEffects: boolean;
};

/** The names under which definitions are exported; one may be added, and none changes. */
const definitions = Object.entries(library).flatMap(([name, value]) =>
  services.some((service) => service === value) ? [name] : [],
);

test('each definition on file has a name of its own', () => {
  expect(definitions.sort()).toEqual(
    expect.arrayContaining(['H2017HO', 'H2017HOHQ', 'H2017TG', 'imr', 'peerSupport', 'prs']),
  );
  expect(definitions).toHaveLength(services.length);
});

test('these names are the public surface, beside those of the definitions', () => {
  const others = Object.keys(library).filter((name) => !definitions.includes(name));
  expect(others.sort()).toEqual([
    'DefinitionError',
    'InputError',
    'checkClaim',
    'checkClaims',
    'checkRecords',
    'checkSession',
    'checkSessions',
    'compareAcross',
    'createBatch',
    'createChecker',
    'defineService',
    'describeService',
    'explain',
    'facts',
    'findService',
    'issueCodes',
    'mergeNotices',
    'mergeTotals',
    'parseClaim',
    'parseClaimOrThrow',
    'parseSession',
    'parseSessionOrThrow',
    'placeOf',
    'priceOf',
    'remainingUnits',
    'services',
    'sources',
    'unitsFor',
  ]);
});

test('these names are the reports: each format by its own, and what makes a report', () => {
  const byName = reports.formats.map(({ name }) => name);
  const others = [
    'createRuleTable',
    'formatFinding',
    'formatResult',
    'formats',
    'questionsOf',
    'reportOf',
    'ruleTable',
    'withEntries',
    'worklistRows',
  ];
  expect(Object.keys(reports).sort()).toEqual([...byName, ...others].sort());
});

test('these names are the schemas as values', () => {
  expect(Object.keys(schema).sort()).toEqual(['jsonSchemaOf', 'schemas']);
});

test('these names explain, and record', () => {
  expect(Object.keys(explained).sort()).toEqual([
    'atLeastAsStrictAs',
    'compareServices',
    'traceSession',
    'waysToPass',
  ]);
  expect(Object.keys(record).sort()).toEqual([
    'auditRecord',
    'auditRecords',
    'diffResults',
    'replay',
    'replayRecords',
  ]);
});

test('these names are the adapter of X12', () => {
  expect(Object.keys(x12).sort()).toEqual([
    'cancelReversals',
    'explainDenials',
    'readX12Claims',
    'readX12ClaimsStream',
    'readX12Remittances',
    'readX12RemittancesStream',
  ]);
});

test('these names are the adapter of tables', () => {
  expect(Object.keys(tables).sort()).toEqual([
    'createJoin',
    'csvRows',
    'csvRowsStream',
    'decodeTable',
    'delimiterOf',
    'encodingOf',
    'joinFacts',
    'readTable',
    'readTableStream',
    'suggestMapping',
    'templateOf',
  ]);
});

test('these names are the adapter of FHIR', () => {
  expect(Object.keys(fhir).sort()).toEqual(['readFhir', 'readFhirStream']);
});

test('results name the version that package.json states', () => {
  expect(version).toBe(manifest.version);
});

test('the package depends on three libraries and exposes the library, the reports, the schemas, what explains and records, the adapters and its manifest', () => {
  expect(Object.keys(manifest.dependencies).sort()).toEqual(['date-fns', 'decimal.js', 'zod']);
  expect(Object.keys(manifest.exports)).toEqual([
    '.',
    './reports',
    './schema',
    './explain',
    './record',
    './adapters/x12',
    './adapters/tables',
    './adapters/fhir',
    './services/*',
    './schema/*.json',
    './package.json',
  ]);
  expect(manifest.sideEffects).toBe(false);
});
