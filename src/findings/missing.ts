import type { UnknownFact } from '../conditions/circumstances.js';
import { codeInWords } from '../facts/code-in-words.js';
import { factTable } from '../facts/generated/table.js';
import { pointerOf } from '../facts/pointer.js';
import type { MissingFact } from './result.js';

/** The question behind each unknown fact, each once, in order. */
export function missingFacts(unknown: readonly UnknownFact[]): MissingFact[] {
  const missing = unknown.map((one): MissingFact => {
    if (one.isWord) return meantBy(one);
    const { path, entry, code } = one;
    const { question, type, heldBy, flag } = factTable[path];
    const fact: MissingFact = {
      path: pointerOf(path, entry),
      question: naming(question, code),
      type,
      heldBy,
    };
    if (flag?.parts !== undefined) fact.parts = [...flag.parts];
    if (flag !== undefined) fact.goodAnswer = flag.goodAnswer;
    return fact;
  });
  if (missing.length < 2) return missing;
  const seen = new Set<string>();
  return missing.filter(({ path }) => seen.size < seen.add(path).size);
}

/** What a word on no list stands for. */
function meantBy({ path, entry, accepts, nearest }: UnknownFact): MissingFact {
  const { heldBy, label } = factTable[path];
  return {
    path: `${pointerOf(path)}/${String(entry)}`,
    question: `Which code does this entry of ${label} stand for, if any?`,
    type: 'code',
    heldBy,
    ...(accepts !== undefined && { accepts: [...accepts] }),
    ...(nearest !== undefined && { nearest }),
  };
}

let proposedQuestions: ReadonlyMap<string, string> | undefined;

/** Of a session that lies ahead: what is asked is asked in the future tense. */
export function askInFuture(missing: readonly MissingFact[]): void {
  proposedQuestions ??= new Map(
    Object.values(factTable).flatMap(({ question, proposed }): [string, string][] =>
      proposed === undefined ? [] : [[question, proposed]],
    ),
  );
  for (const fact of missing) fact.question = proposedQuestions.get(fact.question) ?? fact.question;
}

/** "… this training" says which one it is: "the training on suicide prevention", "the credential paraprofessional (…)". */
function naming(words: string, code: string | undefined): string {
  if (code === undefined) return words;
  return words
    .replace(
      /\b(?:this|an?) (training|waiver|exception)\b/,
      (_one, noun: string) => `the ${noun} on ${codeInWords(code)}`,
    )
    .replace(
      /\bthis (credential|program|determination)\b/,
      (_one, noun: string) => `the ${noun} ${codeInWords(code)}`,
    );
}

/** The unknown facts by name, each once. */
export function namesOf(unknown: readonly UnknownFact[]): string[] {
  const names = unknown.map(nameOf);
  return names.length < 2 ? names : [...new Set(names)];
}

function nameOf({ path, isWord, nearest, code }: UnknownFact): string {
  const { label } = factTable[path];
  if (!isWord) return naming(label, code);
  return `what a word among ${label} means${nearest === undefined ? '' : `, perhaps ${codeInWords(nearest)}`}`;
}
