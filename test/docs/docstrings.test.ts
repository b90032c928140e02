import { describe, expect, test } from 'vitest';
import { publicNames, values, wrongIn } from './docstrings.js';

const names = publicNames();
const examples = names.flatMap(({ name, examples: own }) => own.map((example) => ({ name, example })));

describe('the public surface', () => {
  test('every name has a docstring', () => {
    expect(names.filter(({ docstring }) => docstring === '').map(({ name }) => name)).toEqual([]);
  });

  test('every function and error has one example', () => {
    const run = Object.entries(values).filter(([, value]) => typeof value === 'function');
    const withOne = names.filter(({ examples: own }) => own.length === 1).map(({ name }) => name);
    expect(run.map(([name]) => name).filter((name) => !withOne.includes(name))).toEqual([]);
  });

  test('every function that may throw says so', () => {
    const silent = [
      ...[
        'cancelReversals',
        'createRuleTable',
        'csvRows',
        'csvRowsStream',
        'decodeTable',
        'delimiterOf',
        'diffResults',
        'encodingOf',
      ],
      ...[
        'explainDenials',
        'formatFinding',
        'formatResult',
        'jsonSchemaOf',
        'parseClaim',
        'parseSession',
        'questionsOf',
        'reportOf',
        'ruleTable',
        'templateOf',
        'withEntries',
        'worklistRows',
      ],
    ];
    const functions = names.filter(({ name }) => typeof values[name] === 'function' && /^[a-z]/.test(name));
    expect(
      functions
        .filter(({ docstring }) => !docstring.includes('@throws'))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(silent);
  });
});

describe('every example says what it computes', () => {
  test.each(examples)('$name', ({ example }) => {
    expect(wrongIn(example)).toEqual([]);
  });
});

test.each([
  ['a value that is right', 'unitsFor(52); // 3', []],
  ['a value on the next line', 'unitsFor(52);\n// 3', []],
  ['a value in a block', 'if (true) {\n  unitsFor(52); // 3\n}', []],
  ['the beginning of a value', '({ a: [1, 2] }); // { a: [ 1,…', []],
  ['a wrong value', 'unitsFor(52); // 4', ['4 is 3']],
  ['a wrong beginning', "'abc'; // 'b…", ["'b… is 'abc'"]],
  ['a value never reached', 'if (unitsFor(52) > 3) unitsFor(52); // 3', ['1 comments were never reached']],
  ['a comment on what is no expression', 'const a = 1; // one', ['not compared: const a = 1; // one']],
])('%s is seen', (_title, example, wrong) => {
  expect(wrongIn(example)).toEqual(wrong);
});
