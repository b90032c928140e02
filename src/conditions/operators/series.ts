import { codeInWords } from '../../facts/code-in-words.js';

/** The codes of several questions in words, each once. */
export function wordsOf(questions: readonly { readonly codes: readonly string[] }[]): string[] {
  return [...new Set(questions.flatMap(({ codes }) => codes))].map(codeInWords);
}

/** "A", "A or B", "A, B or C" */
export function either(words: readonly string[]): string {
  return series(words, 'or');
}

/** "no A", "neither A nor B", "none of A, B and C" */
export function none(words: readonly string[]): string {
  if (words.length > 2) return `none of ${both(words)}`;
  return words.length === 2 ? `neither ${words.join(' nor ')}` : `no ${words.join('')}`;
}

/** "A", "A and B", "A, B and C" */
export function both(words: readonly string[]): string {
  return series(words, 'and');
}

function series(words: readonly string[], joint: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}
