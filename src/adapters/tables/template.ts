import { readsOf, rulesOf } from '../../rules/index.js';
import type { Service } from '../../services/service.js';
import { tableFacts } from './columns.js';
import type { CellType, Column } from './written-cell.js';

/** A column of a template. */
export interface TemplateColumn {
  /** The path of its fact, which is its heading. */
  readonly heading: string;
  /** What its cells take. */
  readonly says: string;
}

/** Without these no session can be read, or found again. */
const always: readonly string[] = ['id', 'service', 'dateOfService', 'member.id'];

/**
 * The columns of a table of sessions from which all that a service asks for can be told. A row of what they say above that
 * of the headings is skipped when the table is read. Never throws.
 *
 * @example
 * const columns = templateOf(peerSupport);
 * columns[0]; // { heading: 'id', says: "The session's own key: any text" }
 */
export function templateOf(service: Service): readonly TemplateColumn[] {
  const facts = tableFacts([service]);
  // A fact of an entry is in the column of its list.
  const listOf = (path: string) => (facts.has(path) ? path : path.slice(0, path.lastIndexOf('.')));
  const reads = rulesOf(service).flatMap(({ id }) => readsOf(service, id));
  const asked = new Set([...always, ...reads.map(listOf)]);
  return [...facts.values()].flatMap(({ path, row, column, listed }) => {
    if (row.kind === 'group' || !asked.has(path)) return [];
    const label = `${row.label.charAt(0).toUpperCase()}${row.label.slice(1)}`;
    return [{ heading: path, says: `${label}: ${whatIsTaken(column, listed.join(', '))}` }];
  });
}

/** What cells of a kind take, with the codes of the list, if there is one. */
function whatIsTaken({ type }: Column, codes: string): string {
  const taken: Readonly<Record<CellType, string>> = {
    boolean: 'yes or no',
    code: `one of ${codes}`,
    codes: codes === '' ? 'codes, parted by |' : `codes, parted by |, of ${codes}`,
    'dated-codes': `each CODE@FIRST-DAY..LAST-DAY or CODE, parted by |, of ${codes}`,
    date: 'a day, such as 2025-03-18',
    integer: 'a whole number',
    money: 'an amount, such as $81.44',
    none: 'none, or empty',
    number: 'a number, such as 4 or 2.5',
    text: codes === '' ? 'any text' : codes,
    time: 'a time, such as 9:30 AM or 14:30',
    trainings: `topics, parted by |, of ${codes}`,
  };
  return taken[type];
}
