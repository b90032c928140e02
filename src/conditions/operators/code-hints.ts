import { codeLists } from '../../facts/generated/codes.js';
import type { Held } from '../../facts/held.js';
import type { SessionPath } from '../../facts/generated/types.js';
import { compared } from '../../facts/words.js';
import { isWithin, type CivilDate } from '../../values/civil-date.js';
import type { Circumstances } from '../circumstances.js';
import { factReader } from '../../facts/read.js';
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
    const meant = words.meaning[fact](held.code);
    const code = codes.find((wanted) => compared(wanted) === meant);
    const text = code === undefined ? undefined : whyNotHeld({ ...held, code }, on, since);
    if (code === undefined || text === undefined) return [];
    const reason = isWithin(held, on) ? 'not-counted' : 'not-held';
    return [{ code, text, sentence: `${text}.`, reason, entry, fact }];
  });
}

function isListOfOurs(fact: SessionPath): fact is keyof typeof codeLists {
  return fact in codeLists;
}

function whyNotHeld({ code, from, through }: Held, on: CivilDate, since?: CivilDate): string | undefined {
  if ((from ?? on) > on) return `${code} is held only from ${String(from)}`;
  if ((through ?? on) < on) return `${code} was held only through ${String(through)}`;
  return since === undefined ? undefined : `${code} counts only from ${since}`;
}
