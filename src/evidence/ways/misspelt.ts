import { codeInWords } from '../../facts/code-in-words.js';
import { valueAtPointer } from './patched.js';
import type { Session } from '../../facts/generated/types.js';
import type { Finding } from '../../rules/index.js';
import type { Candidate } from './way.js';

/** Each word that is almost a code: it may be that code, which is for whoever holds it to confirm. */
export function misspeltIn(session: Session, findings: readonly Finding[]): Candidate[] {
  const words = new Map<string, Candidate>();
  for (const { path, nearest, heldBy } of findings.flatMap(({ missing }) => missing)) {
    if (nearest === undefined) continue;
    words.set(path, {
      kind: 'correct',
      demand: {
        says: `this entry is a misspelling of ${codeInWords(nearest)}, which is to be confirmed`,
        paths: [path],
        heldBy,
      },
      patch: [{ op: 'replace', path: placeOfWord(session, path), value: nearest }],
    });
  }
  return [...words.values()];
}

/** An entry that is more than a word has it in one of its facts. */
function placeOfWord(session: Session, path: string): string {
  const entry = valueAtPointer(session, path);
  if (typeof entry === 'string') return path;
  return `${path}/${'code' in Object(entry) ? 'code' : 'topic'}`;
}
