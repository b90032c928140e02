import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as library from '../../src/index.js';
import { version } from '../../src/version.js';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
  exports: Record<string, unknown>;
  sideEffects: boolean;
};

test('these names are the public surface', () => {
  expect(Object.keys(library).sort()).toEqual([
    'DefinitionError',
    'H2017HO',
    'H2017HOHQ',
    'H2017TG',
    'InputError',
    'checkClaim',
    'checkClaims',
    'checkRecords',
    'checkSession',
    'checkSessions',
    'createBatch',
    'createChecker',
    'defineService',
    'describeService',
    'explain',
    'facts',
    'findService',
    'formatFinding',
    'formatResult',
    'imr',
    'parseClaim',
    'parseSession',
    'peerSupport',
    'priceOf',
    'prs',
    'remainingUnits',
    'services',
    'sources',
    'unitsFor',
  ]);
});

test('results name the version that package.json states', () => {
  expect(version).toBe(manifest.version);
});

test('the package depends on three libraries and exposes the library, the schemas and its manifest', () => {
  expect(Object.keys(manifest.dependencies).sort()).toEqual(['date-fns', 'decimal.js', 'zod']);
  expect(Object.keys(manifest.exports)).toEqual(['.', './schema/*.json', './package.json']);
  expect(manifest.sideEffects).toBe(false);
});
