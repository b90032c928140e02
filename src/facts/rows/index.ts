import { claim, priorUse } from './claim.js';
import { heldFacts, type Row, type Rows } from './row.js';
import { history, session } from './session.js';

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

/** What stands in a row. */
function rowsOf(row: Row): Rows {
  if (row.kind !== 'fact') return row.facts;
  return typeof row.form === 'object' && 'held' in row.form ? heldFacts(row.form.held, row.heldBy) : {};
}

function isListed(row: Row): boolean {
  return row.kind === 'group' ? row.isList === true : true;
}

/** Every fact that can be asked for: those of a session, and the use of units so far. */
export const asked: readonly Place[] = placesIn({ ...session.facts, history });

export { claim, history, priorUse, session };
