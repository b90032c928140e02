/** "A", "A or B", "A, B or C" */
export function either(words: readonly string[]): string {
  return series(words, 'or');
}

/** "A", "A and B", "A, B and C" */
export function both(words: readonly string[]): string {
  return series(words, 'and');
}

function series(words: readonly string[], joint: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}
