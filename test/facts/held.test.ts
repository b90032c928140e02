import { describe, expect, test } from 'vitest';
import { parseSession } from '../../src/index.js';
import { facts, pointer, sessionWith } from './contract.js';
import { withoutCodes } from '../support/issues.js';

describe.each(facts['dated-codes'])('a code of %s', (path) => {
  function issuesOf(entry: unknown) {
    const parsed = parseSession(sessionWith(path, [{ code: 'FIRST' }, entry]));
    return parsed.ok ? [] : withoutCodes(parsed.issues);
  }
  const at = `${pointer(path)}/1`;

  test.each<[entry: object, why: string]>([
    [{ code: 'MO-CMPS' }, 'no bounds'],
    [{ code: 'MO-CMPS', from: '2025-01-01' }, 'open end'],
    [{ code: 'MO-CMPS', through: '2025-12-31' }, 'open begin'],
    [{ code: 'MO-CMPS', from: null, through: null }, 'bounds null'],
    [{ code: 'MO-CMPS', from: '2025-01-01', through: '2025-01-01' }, 'a single day'],
    [{ code: 'on no list of ours' }, 'any text is a code'],
  ])('%j is accepted (%s)', (entry) => {
    expect(issuesOf(entry)).toEqual([]);
  });

  test.each([
    [
      { code: 'MO-CMPS', from: '2025-01-02', through: '2025-01-01' },
      '/through',
      'expected a day not before `from`, found other text',
    ],
    [
      { code: 'MO-CMPS', from: '2025-02-30' },
      '/from',
      'expected a day that exists, written YYYY-MM-DD, found other text',
    ],
    [{ code: 'MO-CMPS', through: 2025 }, '/through', 'expected text, found a number'],
    [{ from: '2025-01-01' }, '/code', 'expected text, found nothing'],
    [{ code: null }, '/code', 'expected text, found null'],
    [{ code: 'MO-CMPS', thru: '2025-01-01' }, '/thru', 'unknown key "thru"; did you mean "through"?'],
    ['MO-CMPS', '', 'expected an object, found text'],
    [null, '', 'expected an object, found null'],
  ])('%j is not', (entry, where, message) => {
    expect(issuesOf(entry)).toEqual([{ path: at + where, message }]);
  });
});
