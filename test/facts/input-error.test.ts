import { describe, expect, test } from 'vitest';
import { InputError, type InputIssue } from '../../src/index.js';
import { jsonPointer } from '../../src/facts/input-error.js';

describe('JSON Pointer', () => {
  test.each([
    [[], ''],
    [['member', 'birthDate'], '/member/birthDate'],
    [['lines', 0, 'units'], '/lines/0/units'],
    [['a/b'], '/a~1b'],
    [['a~b'], '/a~0b'],
    [['~1'], '/~01'],
    [[''], '/'],
  ])('%j is %j', (path, pointer) => {
    expect(jsonPointer(path)).toBe(pointer);
  });
});

describe('an input error', () => {
  const issues: InputIssue[] = [
    { code: 'not-stated', path: '', message: 'expected an object, found null' },
    { code: 'wrong-type', path: '/units', message: 'expected a number, found text' },
  ];

  test('lists every issue, one a line', () => {
    expect(new InputError(issues).message).toBe(
      'input: expected an object, found null\n/units: expected a number, found text',
    );
  });

  test('is an Error with a name of its own and its issues', () => {
    const error = new InputError(issues);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('InputError');
    expect(error.issues).toEqual(issues);
  });
});
