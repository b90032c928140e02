import { codeWords } from './generated/code-words.js';

/** A code as a sentence has it: "Certified Peer Specialist (MO-CPS)", "motivational interviewing". */
export function codeInWords(code: string): string {
  if (Object.hasOwn(codeWords, code)) return `${String(codeWords[code])} (${code})`;
  return /^[a-z]+(?:-[a-z]+)*$/.test(code) ? code.replaceAll('-', ' ') : code;
}
