/** Follows lines of text, and tells whether they may still be the beginning of one JSON. */
export interface Outline {
  /** Takes the next line; a string never ends on another. */
  readonly push: (line: string) => void;
  /** Whether what came is a whole JSON, may become one, or never will. */
  readonly state: () => 'whole' | 'open' | 'broken';
}

type Awaited = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'nothing';

const closers: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const afterOpening: Readonly<Record<string, Awaited>> = { '{': 'key or }', '[': 'value or ]' };
/** A string, a mark, or a word or number, which is not looked into. */
const TOKEN = /\s*(?:("(?:[^"\\]*)(?:\\.[^"\\]*)*")|([{}[\],:])|([-+.\w]+)|$)/y;

export function createOutline(): Outline {
  /** What closes that which is open, the innermost last. */
  const open: string[] = [];
  let awaited: Awaited = 'value';
  let isBroken = false;

  const afterValue = (): Awaited => (open.length === 0 ? 'nothing' : ', or end');
  /** What may follow; nothing where the token may not stand there. */
  const next = (token: string): Awaited | undefined => {
    const takesValue = awaited === 'value' || awaited === 'value or ]';
    const isInObject = open.at(-1) === '}';
    if (token in closers) {
      if (!takesValue) return undefined;
      open.push(String(closers[token]));
      return afterOpening[token];
    }
    if (token === '}' || token === ']') {
      const mayEnd = awaited === ', or end' || awaited.endsWith(token);
      return mayEnd && open.pop() === token ? afterValue() : undefined;
    }
    if (token === ',') return awaited === ', or end' ? (isInObject ? 'key' : 'value') : undefined;
    if (token === ':') return awaited === ':' ? 'value' : undefined;
    if (takesValue) return afterValue();
    return token.startsWith('"') && awaited.startsWith('key') ? ':' : undefined;
  };

  return {
    push(line) {
      TOKEN.lastIndex = 0;
      while (!isBroken && TOKEN.lastIndex < line.length) {
        const match = TOKEN.exec(line);
        const token = match?.slice(1).find((kind: string | undefined) => kind !== undefined);
        // A line may end in blanks.
        if (match !== null && token === undefined) return;
        const following = token === undefined ? undefined : next(token);
        if (following === undefined) isBroken = true;
        else awaited = following;
      }
    },
    state: () => (isBroken ? 'broken' : awaited === 'nothing' ? 'whole' : 'open'),
  };
}
