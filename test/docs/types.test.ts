import { expect, test } from 'vitest';
import { asModule, publicNames } from './docstrings.js';
import { pages, typedExamplesOf } from './example-pages.js';
import { typeIssues } from './type-check.js';

/** The compiler is started once for all examples: it reads the library more slowly than them. */
test('every example of the docstrings and of all pages compiles', () => {
  const names = publicNames();
  const ofDocstrings = names.flatMap(({ name, examples }) =>
    examples.map((example) => ({ name, content: asModule(example, names) })),
  );
  const ofPages = pages.flatMap(typedExamplesOf);
  expect(ofDocstrings.length).toBeGreaterThan(0);
  expect(ofPages.length).toBeGreaterThan(0);
  expect(typeIssues([...ofDocstrings, ...ofPages])).toEqual([]);
});
