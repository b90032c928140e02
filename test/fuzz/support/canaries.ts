/** A value in which what a message must never repeat is a word that stands nowhere else. */
export interface Planted {
  readonly value: unknown;
  readonly words: readonly string[];
}

const keys = ['id', 'memberId'];

/** Plants words for the keys and birth dates of people; for their codes too, where `codes` says so. */
export function planted(value: unknown, { codes = false } = {}): Planted {
  const words: string[] = [];
  const word = (kind: string): string => {
    const made = `CANARY-${kind}-${String(words.length)}`;
    words.push(made);
    return made;
  };
  const birthDate = (): string => {
    const made = `1987-11-${String(10 + (words.length % 20))}`;
    words.push(made);
    return made;
  };
  const plant = (old: unknown, key: string): unknown => {
    if (typeof old === 'string') {
      if (keys.includes(key)) return word('KEY');
      if (key === 'birthDate') return birthDate();
      return codes && key !== 'service' && !/^\d|^none$/.test(old) ? word('CODE') : old;
    }
    if (typeof old !== 'object' || old === null) return old;
    if (Array.isArray(old)) return old.map((item) => plant(item, key));
    return Object.fromEntries(Object.entries(old).map(([name, item]) => [name, plant(item, name)]));
  };
  return { value: plant(value, ''), words };
}

/** The planted words that a text repeats. */
export function repeatedIn(text: string, { words }: Planted): string[] {
  return words.filter((word) => text.includes(word));
}
