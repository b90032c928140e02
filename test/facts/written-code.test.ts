import { describe, expect, test } from 'vitest';
import { readCode } from '../../src/facts/written-code.js';

describe('a code as it is written', () => {
  test.each<[code: string, modifiers: string[] | null, base: string, read: string[]]>([
    ['H2017', null, 'H2017', []],
    ['H2017', [], 'H2017', []],
    ['H2017', ['TG'], 'H2017', ['TG']],
    ['h2017', ['tg'], 'H2017', ['TG']],
    [' H2017 ', [' TG '], 'H2017', ['TG']],
    ['H2017', ['HQ', 'HO'], 'H2017', ['HO', 'HQ']],
    ['H2017', ['', 'TG', ' '], 'H2017', ['TG']],
    ['H2017TG', null, 'H2017', ['TG']],
    ['H2017HQHO', null, 'H2017', ['HO', 'HQ']],
    ['H2017HO', ['HQ'], 'H2017', ['HO', 'HQ']],
    ['H2017G', null, 'H2017G', []],
    ['H2017S', ['HO'], 'H2017S', ['HO']],
    ['XH2017TG', null, 'XH2017TG', []],
    ['H20170TGX', null, 'H2017', ['0T', 'GX']],
  ])('%s with %j: %s, %j', (procedureCode, modifiers, base, read) => {
    expect(readCode({ procedureCode, modifiers })).toEqual({
      procedureCode: base,
      modifiers: read,
      doubled: undefined,
    });
  });

  test.each<[code: string, modifiers: string[], doubled: string, read: string[]]>([
    ['H2017', ['TG', 'TG'], 'TG', ['TG']],
    ['H2017TG', ['tg'], 'TG', ['TG']],
    ['H2017', ['HO', 'HQ', 'HO'], 'HO', ['HO', 'HQ']],
  ])('%s with %j has %s twice', (procedureCode, modifiers, doubled, read) => {
    expect(readCode({ procedureCode, modifiers })).toEqual({
      procedureCode: 'H2017',
      modifiers: read,
      doubled,
    });
  });
});
