import { questions } from '../facts/questions.js';
import { codeMeanings } from './code-meanings.js';
import { meanings, ofClaim, ofEntries, ofObjects, ofUse, silences, type FactWords } from './fact-notes.js';

/** The words for the fact at a path, such as `'member.birthDate'`; `[]` stands for an entry of a list. */
export type WordsAt = (path: string) => FactWords;

/** The words for the facts of a session. */
export const sessionWords: WordsAt = (path) => {
  const question: string | undefined = new Map(Object.entries(questions)).get(path)?.question;
  const entry = ofEntries.find(([ending]) => ending.test(path))?.[1];
  return {
    says: question ?? ofObjects[path] ?? entry?.says,
    meaning: new Map(Object.entries(meanings)).get(path),
    leftOut: new Map(Object.entries(silences)).get(path) ?? entry?.leftOut,
    codes: codeMeanings.find(({ at }) => at.includes(path)),
  };
};

/** The words for the facts of a claim: those of a session, and what only a claim has. */
export const claimWords: WordsAt = (path) =>
  ofClaim[path] ?? sessionWords(path.replace(/^lines\[\]\.(?:session\.)?/, ''));

/** The words for prior use. */
export const useWords: WordsAt = (path) => {
  const fact = path.replace(/^\[\]\.?/, '');
  return ofUse[fact] ?? sessionWords(fact);
};
