import { describe, expect, test } from 'vitest';
import { general } from '../../src/findings/citation.js';
import { denialsOf } from '../../src/findings/denials.js';
import { finding } from '../../src/findings/finding.js';

const cite = general('A clause');
const parts = {
  rule: 'member/age',
  outcome: 'fail',
  severity: 'error',
  message: 'The member is 15 years old.',
  data: { age: 15 },
  paths: ['/member/birthDate', '/dateOfService', '/member/birthDate'],
  cite,
  denials: denialsOf('age'),
} as const;

test('a failure, with each path once', () => {
  expect(finding(parts)).toStrictEqual({
    rule: 'member/age',
    outcome: 'fail',
    severity: 'error',
    message: 'The member is 15 years old.',
    data: { age: 15 },
    paths: ['/member/birthDate', '/dateOfService'],
    missing: [],
    citations: [{ source: 'general', title: 'General billing rule', section: 'A clause', basis: 'general' }],
    basis: 'general',
    denials: [{ carc: '6', rarc: 'N129', group: 'CO', likelihood: 'likely', seenAt: 'claim' }],
  });
});

describe('what is not known', () => {
  const unknown = [{ path: 'member.birthDate' }, { path: 'plan.from' }] as const;

  test('adds the places of the missing facts to the paths', () => {
    const found = finding({ ...parts, outcome: 'unknown', paths: ['/dateOfService'], unknown });
    expect(found.paths).toEqual(['/dateOfService', '/member/birthDate', '/plan/from']);
    expect(found.missing.map(({ path }) => path)).toEqual(['/member/birthDate', '/plan/from']);
  });

  test.each(['unknown', 'due'] as const)('draws no denial when %s', (outcome) => {
    expect(finding({ ...parts, outcome }).denials).toEqual([]);
  });
});

test.each([
  ['leap-birthday', 'leapBirthday'],
  ['partial-excess', null],
] as const)('a named reading is the basis, and its setting is told: %s', (name, setting) => {
  const { basis, reading } = finding({ ...parts, reading: name });
  expect({ basis, reading }).toEqual({ basis: 'reading', reading: { name, setting } });
});

test('the citation is a copy', () => {
  expect(finding(parts).citations[0]).not.toBe(cite);
});

test('a failure that draws no denial says so', () => {
  const { rule, outcome, severity, message, data, paths } = parts;
  expect(finding({ rule, outcome, severity, message, data, paths, cite }).denials).toEqual([]);
});
