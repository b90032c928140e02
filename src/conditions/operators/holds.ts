import { codeInWords } from '../../facts/code-in-words.js';
import type { Held } from '../../facts/held.js';
import type { HeldCodes } from '../../facts/generated/types.js';
import { factTable } from '../../facts/generated/table.js';
import { civilDate } from '../../facts/scalars.js';
import * as z from '../../facts/zod.js';
import type { CivilDate } from '../../values/civil-date.js';
import { factReader } from '../../facts/read.js';
import { FALSE, TRUE, UNKNOWN, type Truth } from '../truth.js';
import { isWithin } from '../../values/civil-date.js';
import { hintsOfCodes } from './code-hints.js';
import type { Meaning } from '../../facts/words.js';
import type { Readings } from '../../readings/generated.js';
import { codesAsked, isAsked, openStarts, unknownEntries, type CodesAsked } from './codes-meant.js';
import type { Asking, SchemaParts } from './operator.js';
import { either, none, wordsOf } from './series.js';

export interface Holds {
  readonly op: 'holds';
  readonly fact: keyof HeldCodes;
  readonly codes: readonly string[];
  /** The codes count for dates of service from this day on. */
  readonly since?: CivilDate;
}

/** One of the codes is held on the date of service; with `since`, only for dates of service from that day on. */
export function holds<Path extends keyof HeldCodes>(
  fact: Path,
  codes: readonly HeldCodes[Path][],
  { since }: { since?: CivilDate } = {},
): Holds {
  return since === undefined ? { op: 'holds', fact, codes } : { op: 'holds', fact, codes, since };
}

export type HeldList = readonly Held[] | 'none' | null | undefined;

/** Whether one of the codes asked is held on a day. */
export function isHeld(
  list: HeldList,
  asked: CodesAsked,
  on: CivilDate,
  openStart: Readings['openStart'],
  meaning: Meaning,
): Truth {
  if (list == null) return UNKNOWN;
  if (list === 'none') return FALSE;
  let most: Truth = FALSE;
  for (const held of list) {
    if (!isWithin(held, on)) continue;
    const truth = isAsked(held.code, asked, meaning);
    if (truth === FALSE) continue;
    if (truth === TRUE && (held.from != null || openStart === 'held')) return TRUE;
    most = UNKNOWN;
  }
  return most;
}

export const holdsOperator: Asking<Holds> = {
  truth({ fact, codes, since }) {
    const read = factReader(fact);
    const asked = codesAsked(codes);
    return ({ session, on, readings: { openStart }, words }) => {
      if (since !== undefined && on < since) return FALSE;
      return isHeld(read(session) as HeldList, asked, on, openStart, words.meaning[fact]);
    };
  },
  facts: ({ fact }) => [fact],
  isOfDay: true,
  unknown({ fact, codes }, { session, on, words }) {
    const list = factReader(fact)(session) as readonly Held[] | null | undefined;
    const within = (held: Held) => isWithin(held, on);
    const open = openStarts(fact, list ?? [], codes, { on, words });
    return [...unknownEntries(fact, list, words, within), ...open];
  },
  describe({ fact, codes, since }, isSo) {
    const from = since === undefined ? '' : `, from ${since} on`;
    return `${factTable[fact].label} ${isSo ? 'hold' : 'do not hold'} ${either(codes.map(codeInWords))} on the date of service${from}`;
  },
  tellsNone: (questions, { on }) =>
    `${factTable[questions[0].fact].label} include ${none(wordsOf(questions))} on ${on}`,
  rests: () => 'open-start',
  hints: hintsOfCodes,
};

export const holdsSchema = ({ held, codes }: SchemaParts) =>
  z.strictObject({ op: z.literal('holds'), fact: held, codes, since: z.exactOptional(civilDate) });
