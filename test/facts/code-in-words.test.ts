import { expect, test } from 'vitest';
import { codeInWords } from '../../src/facts/code-in-words.js';

test.each([
  ['MO-CPS', 'Certified Peer Specialist (MO-CPS)'],
  ['iddt', 'integrated dual disorders treatment (iddt)'],
  ['motivational-interviewing', 'motivational interviewing'],
  ['XX-OWN', 'XX-OWN'],
  ['own-topic-2', 'own-topic-2'],
  ['constructor', 'constructor'],
  ['recreation', 'recreation'],
])('%s: %s', (code, words) => {
  expect(codeInWords(code)).toBe(words);
});
