import { claim, linesLeftOut, priorUse } from './claim.js';
import { heldFacts, type Row, type Rows } from './row.js';
import { dateOfServiceThrough, history, session } from './session.js';

/** A row in its place. */
export interface Place {
  /** Dotted, without the places of entries in lists. */
  readonly path: string;
  readonly row: Row;
  /** Whether it is a fact of one entry of a list. */
  readonly isInList: boolean;
}

/** Every row of a shape, objects and lists before what is in them. */
export function placesIn(rows: Rows, within = '', isInList = false): Place[] {
  return Object.entries(rows).flatMap(([key, row]) => {
    const path = `${within}${key}`;
    return [{ path, row, isInList }, ...placesIn(rowsOf(row), `${path}.`, isInList || isListed(row))];
  });
}

/** The facts within a row. */
export function rowsOf(row: Row): Rows {
  if (row.kind !== 'fact') return row.facts;
  return typeof row.form === 'object' && 'held' in row.form ? heldFacts(row.form, row.heldBy) : {};
}

function isListed(row: Row): boolean {
  return row.kind === 'group' ? row.isList === true : true;
}

/** What is to be said of a row, in one text. */
export function wordsOf(row: Row): string {
  if (row.kind === 'group')
    return row.none === undefined ? row.says : `${row.says} "none" says that there is none.`;
  const [question] = row.question;
  const silence = row.leftOut === undefined ? undefined : `Left out or null: ${row.leftOut}`;
  return [question, row.means, silence].filter((text) => text !== undefined).join(' ');
}

/** Facts that can be asked for and are no part of a session. */
export const ofNoSession = { history, linesLeftOut, dateOfServiceThrough };

/** Every fact that can be asked for. */
export const asked: readonly Place[] = placesIn({ ...session.facts, ...ofNoSession });

export { claim, history, priorUse, session };
