import type { UnknownFact } from '../conditions/circumstances.js';
import { pointerOf } from '../facts/paths.js';
import { questions } from '../facts/questions.js';
import type { MissingFact } from './result.js';

/** The question behind each unknown fact, each once, in order. */
export function missingFacts(unknown: readonly UnknownFact[]): MissingFact[] {
  const missing = unknown.map(({ path, entry }) => {
    const { question, type, heldBy } = questions[path];
    return { path: pointerOf(path, entry), question, type, heldBy };
  });
  return missing.filter((fact, index) => missing.findIndex(({ path }) => path === fact.path) === index);
}

/** The unknown facts by name, each once. */
export function namesOf(unknown: readonly UnknownFact[]): string[] {
  return [...new Set(unknown.map(({ path }) => questions[path].label))];
}
