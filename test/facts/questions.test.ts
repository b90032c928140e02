import { describe, expect, test } from 'vitest';
import { questions } from '../../src/facts/questions.js';
import { chosen, facts, listed } from './contract.js';

const holders = ['front-desk', 'clinician', 'supervisor', 'personnel', 'billing', 'agency'];
const everyQuestion = Object.entries(questions);

describe.each(everyQuestion)('%s', (_path, { question, label, heldBy }) => {
  test('is asked for in one question, by a name, of someone', () => {
    expect(question).toMatch(/^[A-Z][^?]{8,}\?$/);
    expect(label).toMatch(/^[a-z][^.?]{4,}$/);
    expect(holders).toContain(heldBy);
  });
});

describe('the type asked for is the type accepted', () => {
  test.each(
    Object.entries(facts).flatMap(([type, paths]) => paths.map((path) => [path as string, type] as const)),
  )('%s: %s', (path, type) => {
    expect(new Map(everyQuestion).get(path)?.type).toBe(type);
  });

  test.each(Object.keys(chosen))('%s: code', (path) => {
    expect(new Map(everyQuestion).get(path)?.type).toBe('code');
  });

  test.each(Object.keys(listed))('%s: codes', (path) => {
    expect(new Map(everyQuestion).get(path)?.type).toBe('codes');
  });
});

test('every fact of the contract is asked for, and nothing else', () => {
  const session = [...Object.values(facts).flat(), ...Object.keys(chosen), ...Object.keys(listed)];
  const entries = Object.keys(questions).filter((path) => path.includes('[]'));
  expect(Object.keys(questions).sort()).toEqual(
    [...session, ...entries, 'service', 'dateOfService', 'history'].sort(),
  );
  expect(entries.map((path) => path.split('[].')[0])).toSatisfy((lists: string[]) =>
    lists.every((list) => (facts.trainings as readonly string[]).includes(list)),
  );
});

test('a fact that is true or false is named by "whether"', () => {
  const flags = everyQuestion.filter(([, { type }]) => type === 'boolean');
  expect(flags.length).toBeGreaterThan(50);
  expect(flags.filter(([, { label }]) => !label.startsWith('whether '))).toEqual([]);
});

test('no two facts share a name or a question', () => {
  const labels = everyQuestion.map(([, { label }]) => label);
  const asked = everyQuestion.map(([, { question }]) => question);
  expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  expect(asked.filter((one, index) => asked.indexOf(one) !== index)).toEqual([]);
});
