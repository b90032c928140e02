import { codeInWords } from '../../facts/code-in-words.js';
import type { ListedCodes } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import * as z from '../../facts/zod.js';
import { factReader } from '../../facts/read.js';
import { compared, type Meaning } from '../../facts/words.js';
import { FALSE, TRUE, truthOf, UNKNOWN, type Truth } from '../truth.js';
import { hintsOfCodes } from './code-hints.js';
import { codesAsked, isAsked, unknownEntries, type CodesAsked } from './codes-meant.js';
import type { Asking, SchemaParts } from './operator.js';
import { both, either, none, wordsOf } from './series.js';

export type ListOperator = 'includesAny' | 'includesAll' | 'includesOther' | 'notOnly';

type Words = readonly string[] | 'none' | null | undefined;

export interface Listed {
  readonly op: ListOperator;
  readonly fact: keyof ListedCodes;
  readonly codes: readonly string[];
}

const listed =
  (op: ListOperator) =>
  <Path extends keyof ListedCodes>(fact: Path, codes: readonly ListedCodes[Path][]): Listed => ({
    op,
    fact,
    codes,
  });

/** The list has at least one of the codes. */
export const includesAny = /* @__PURE__ */ listed('includesAny');
/** The list has each of the codes. */
export const includesAll = /* @__PURE__ */ listed('includesAll');
/** The list has something that is none of the codes. */
export const includesOther = /* @__PURE__ */ listed('includesOther');
/** The list is not made of the codes alone; an empty one is not. */
export const notOnly = /* @__PURE__ */ listed('notOnly');

export const listOperator: Asking<Listed> = {
  truth({ op, fact, codes }) {
    const read = factReader(fact);
    const asked = codesAsked(codes);
    if (op === 'includesAll') {
      return ({ session, words }) => hasEach(read(session) as Words, asked, words.meaning[fact]);
    }
    return ({ session, words }) => hasOne(read(session) as Words, asked, words.meaning[fact], op);
  },
  facts: ({ fact }) => [fact],
  unknown: ({ fact }, { session, words }) =>
    unknownEntries(fact, factReader(fact)(session) as readonly string[] | null | undefined, words),
  describe: ({ op, fact, codes }, isSo) => `${factTable[fact].label} ${verbs[op](codes, isSo)}`,
  tells: ({ op, fact, codes }, _circumstances, isSo) =>
    `${factTable[fact].label} ${verbs[op](codes.map(codeInWords), isSo)}`,
  tellsNone(questions) {
    const { op, fact } = questions[0];
    if (op === 'includesAny') return `${factTable[fact].label} include ${none(wordsOf(questions))}`;
    return both(
      questions.map(({ codes }) => `${factTable[fact].label} ${verbs[op](codes.map(codeInWords), false)}`),
    );
  },
  hints: hintsOfCodes,
};

/** Of one that is in the list and among the codes, or in the list and not among them. */
export function hasOne(
  list: Words,
  asked: CodesAsked,
  meaning: Meaning,
  op: Exclude<ListOperator, 'includesAll'>,
): Truth {
  if (list == null) return UNKNOWN;
  if (list === 'none' || list.length === 0) return truthOf(op === 'notOnly');
  const sought = op === 'includesAny' ? TRUE : FALSE;
  let most: Truth = FALSE;
  for (const word of list) {
    const truth = isAsked(word, asked, meaning);
    if (truth === sought) return TRUE;
    if (truth === UNKNOWN) most = UNKNOWN;
  }
  return most;
}

/** One word is one code: as many words on no list as codes are lacking may be those. */
export function hasEach(list: Words, asked: CodesAsked, meaning: Meaning): Truth {
  if (list == null) return UNKNOWN;
  if (list === 'none') return FALSE;
  if (asked.exact.every((code) => list.includes(code))) return TRUE;
  const meant = list.map((word) => meaning(word));
  const lacking = [...asked.compared].filter((code) => !meant.includes(code)).length;
  if (lacking === 0) return TRUE;
  const open = new Set(list.filter((_word, place) => meant[place] === undefined).map(compared));
  return open.size < lacking ? FALSE : UNKNOWN;
}

const verbs: Readonly<Record<ListOperator, (codes: readonly string[], isSo: boolean) => string>> = {
  includesAny: (codes, isSo) => `${isSo ? 'include' : 'do not include'} ${either(codes)}`,
  includesAll: (codes, isSo) => `${isSo ? 'include' : 'do not include all of'} ${both(codes)}`,
  includesOther: (codes, isSo) => `include ${isSo ? 'something' : 'nothing'} other than ${either(codes)}`,
  notOnly: (codes, isSo) => `are ${isSo ? 'not ' : ''}${both(codes)} alone`,
};

export const listSchema = ({ listed, codes }: SchemaParts) =>
  z.strictObject({
    op: z.enum(['includesAny', 'includesAll', 'includesOther', 'notOnly']),
    fact: listed,
    codes,
  });
