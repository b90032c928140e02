import { codeInWords } from '../../facts/code-in-words.js';
import { codeLists } from '../../facts/generated/codes.js';
import type { Held } from '../../facts/held.js';
import type { SessionPath } from '../../facts/generated/types.js';
import { isWithin, type CivilDate } from '../../values/civil-date.js';
import type { Circumstances } from '../circumstances.js';
import { factReader } from '../../facts/read.js';
import { codeMeant } from './codes-meant.js';
import type { Hint } from './operator.js';

interface CodesWanted {
  readonly fact: SessionPath;
  readonly codes: readonly string[];
  readonly since?: CivilDate;
}

/** Of a list that is known and has none of the codes wanted that counts: each entry that is one and does not. */
export function hintsOfCodes(
  { fact, codes, since }: CodesWanted,
  { session, on, words }: Circumstances,
): Hint[] {
  if (!isListOfOurs(fact)) return [];
  const list = factReader(fact)(session);
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: string | Held, entry): Hint[] => {
    const held = typeof one === 'string' ? { code: one } : one;
    const code = codeMeant(held.code, codes, words.meaning[fact]);
    const text = code === undefined ? undefined : whyNotHeld({ ...held, code }, on, since);
    if (code === undefined || text === undefined) return [];
    const reason = isWithin(held, on) ? 'not-counted' : 'not-held';
    return [{ code, text, reason, entry, fact }];
  });
}

function isListOfOurs(fact: SessionPath): fact is keyof typeof codeLists {
  return fact in codeLists;
}

function whyNotHeld({ code, from, through }: Held, on: CivilDate, since?: CivilDate): string | undefined {
  const named = codeInWords(code);
  if ((from ?? on) > on) return `${named} begins on ${String(from)}, after the session`;
  if ((through ?? on) < on) return `${named} ended on ${String(through)}, before the session`;
  return since === undefined ? undefined : `${named} counts only from ${since} on, after the session`;
}
