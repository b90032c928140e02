import { codeLists } from '../../facts/generated/codes.js';
import type { Held } from '../../facts/held.js';
import { nearest } from '../../facts/nearest.js';
import type { SessionPath } from '../../facts/generated/types.js';
import { isWithin, type CivilDate } from '../../values/civil-date.js';
import type { Circumstances } from '../circumstances.js';
import { factReader } from '../../facts/read.js';
import type { Hint } from './operator.js';

interface CodesWanted {
  readonly fact: SessionPath;
  readonly codes: readonly string[];
  readonly since?: CivilDate;
}

/** Of a list that is known and has none of the codes wanted, or none that counts: each entry that is nearly one. */
export function hintsOfCodes({ fact, codes, since }: CodesWanted, { session, on }: Circumstances): Hint[] {
  if (!isListOfOurs(fact)) return [];
  const list = factReader(fact)(session);
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: string | Held, entry): Hint[] => {
    const held = typeof one === 'string' ? { code: one } : one;
    if (!codes.includes(held.code)) {
      const meant = meantBy(held.code, codes, codeLists[fact]);
      return meant === undefined ? [] : [misspelt(meant, fact, entry)];
    }
    const text = whyNotHeld(held, on, since);
    if (text === undefined) return [];
    const reason = isWithin(held, on) ? 'not-counted' : 'not-held';
    return [{ code: held.code, text, sentence: `${text}.`, reason, entry, fact }];
  });
}

function isListOfOurs(fact: SessionPath): fact is keyof typeof codeLists {
  return fact in codeLists;
}

function meantBy(code: string, wanted: readonly string[], known: readonly string[]): string | undefined {
  return known.includes(code) ? undefined : (nearest(code, wanted, 1) ?? nearest(code, known, 1));
}

function whyNotHeld({ code, from, through }: Held, on: CivilDate, since?: CivilDate): string | undefined {
  if ((from ?? on) > on) return `${code} is held only from ${String(from)}`;
  if ((through ?? on) < on) return `${code} was held only through ${String(through)}`;
  return since === undefined ? undefined : `${code} counts only from ${since}`;
}

/** One entry of a list that is one letter off. */
export function misspelt(code: string, fact: Hint['fact'], entry: number): Hint {
  return { ...almostLike(code), reason: 'misspelt', entry, fact };
}

export function almostLike(code: string): Pick<Hint, 'code' | 'text' | 'sentence'> {
  return {
    code,
    text: `one entry is written almost like ${code}`,
    sentence: `One entry is written almost like ${code}.`,
  };
}
