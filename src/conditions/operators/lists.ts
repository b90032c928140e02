import type { ListedCodes } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import * as z from '../../facts/zod.js';
import type { FactReader } from '../../facts/generated/readers.js';
import { factReader } from '../../facts/read.js';
import { FALSE, ifKnown, TRUE, truthOf, UNKNOWN } from '../truth.js';
import { hintsOfCodes } from './code-hints.js';
import type { Asking, SchemaParts, TruthOf } from './operator.js';
import { both, either } from './series.js';

export type ListOperator = 'includesAny' | 'includesAll' | 'includesOther' | 'notOnly';

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
    const wanted = new Set(codes);
    return op === 'includesAll' ? hasEach(read, wanted) : hasOne(read, wanted, op);
  },
  facts: ({ fact }) => [fact],
  describe: ({ op, fact, codes }, isSo) => `${factTable[fact].label} ${verbs[op](codes, isSo)}`,
  hints: hintsOfCodes,
};

/** Of one that is in the list and among the codes, or in the list and not among them. */
function hasOne(
  read: FactReader,
  wanted: ReadonlySet<string>,
  op: Exclude<ListOperator, 'includesAll'>,
): TruthOf {
  const isOfEmpty = op === 'notOnly';
  const isIn = op === 'includesAny';
  return ({ session }) => {
    const list = read(session) as readonly string[] | 'none' | null | undefined;
    if (list == null) return UNKNOWN;
    if (list === 'none' || list.length === 0) return truthOf(isOfEmpty);
    for (const code of list) {
      if (wanted.has(code) === isIn) return TRUE;
    }
    return FALSE;
  };
}

function hasEach(read: FactReader, wanted: ReadonlySet<string>): TruthOf {
  return ({ session }) =>
    ifKnown(read(session), (list) => [...wanted].every((code) => (list as readonly string[]).includes(code)));
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
