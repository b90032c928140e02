import { describe, expect, test } from 'vitest';
import type { Service } from '../../../src/index.js';
import { general } from '../../../src/findings/citation.js';
import {
  codesIn,
  codesThatFit,
  nearestTo,
  onlyService,
  type CodeOnFile,
} from '../../../src/rules/claim/codes-on-file.js';
import { readCode } from '../../../src/facts/written-code.js';
import { anyService } from '../service/any-service.js';

const on = '2025-03-03';

/** "H2017 HO HQ" as a code on file, of the service with this id. */
function onFile(id: string, written: string, inForce: Partial<Service['inForce']> = {}): CodeOnFile {
  const [procedureCode = '', ...modifiers] = written.split(' ');
  const code = { funding: 'medicaid' as const, procedureCode, modifiers, rates: [] };
  const service = {
    ...anyService,
    id,
    jurisdiction: id.slice(0, 2).toUpperCase(),
    inForce: { cite: general('Some days'), ...inForce },
    codes: [code],
  };
  return { service, code };
}

function read(written: string) {
  const [procedureCode = '', ...modifiers] = written.split(' ');
  return readCode({ procedureCode, modifiers });
}

const idsOf = (codes: readonly CodeOnFile[]) => codes.map(({ service }) => service.id);
const namesOf = (codes: ReturnType<typeof nearestTo>) =>
  codes.map(({ procedureCode, modifiers }) => [procedureCode, ...modifiers].join(' '));

test('a jurisdiction is read without blanks around it, in any letter case', () => {
  const services = [onFile('mo/a', 'H2017'), onFile('sc/b', 'H2017')].map(({ service }) => service);
  expect(idsOf(codesIn(services, 'MO'))).toEqual(['mo/a']);
  expect(idsOf(codesIn(services, ' mo '))).toEqual(['mo/a']);
  expect(idsOf(codesIn([anyService], 'XX'))).toEqual([]);
});

describe('of several definitions with the code, those in force on the day fit', () => {
  const old = onFile('mo/old', 'H2017', { through: '2024-12-31' });
  const current = onFile('mo/current', 'H2017', { from: '2025-01-01' });
  const other = onFile('mo/other', 'H2017 HQ');

  test.each([
    ['2024-12-31', ['mo/old']],
    ['2025-01-01', ['mo/current']],
  ])('on %s', (day, ids) => {
    expect(idsOf(codesThatFit([old, current, other], read('H2017'), day))).toEqual(ids);
  });

  test('or all of them, where none is in force', () => {
    const coming = onFile('mo/coming', 'H2017', { from: '2026-01-01' });
    expect(idsOf(codesThatFit([old, coming, other], read('H2017'), on))).toEqual(['mo/old', 'mo/coming']);
  });

  test('and name a service, if they are of one', () => {
    expect(onlyService([old])?.id).toBe('mo/old');
    expect(onlyService([old, old])?.id).toBe('mo/old');
    expect(onlyService([old, current])).toBeUndefined();
    expect(onlyService([])).toBeUndefined();
  });
});

describe('the nearest of H2017 TG, H2017 HO, H2017 HO HQ, H2017G and T1017', () => {
  const all = ['H2017 TG', 'H2017 HO', 'H2017 HO HQ', 'H2017G', 'T1017'].map((code) => onFile('mo/a', code));

  test.each<[written: string, nearest: string[]]>([
    ['H2017', ['H2017 TG', 'H2017 HO', 'H2017 HO HQ']],
    ['H2017 HQ', ['H2017 HO HQ', 'H2017 TG', 'H2017 HO']],
    ['H2017 HO GT', ['H2017 HO', 'H2017 HO HQ', 'H2017 TG']],
    ['H2017G HQ', ['H2017G']],
    ['H2017X', ['H2017G', 'H2017 TG', 'H2017 HO', 'H2017 HO HQ']],
    ['T2017', []],
    ['7', []],
  ])('to %s', (written, nearest) => {
    expect(namesOf(nearestTo(all, read(written)))).toEqual(nearest);
  });
});
