import type { FactPath } from '../../facts/generated/types.js';
import { readsOf, rulesOf } from '../../rules/index.js';
import type { Service } from '../../services/service.js';
import { tableFacts, type TableFact } from './columns.js';

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
 * columns[2]; // { heading: 'dateOfService', says: 'The date of service: a day, such as 2025-03-18' }
 */
export function templateOf(service: Service): readonly TemplateColumn[] {
  const facts = tableFacts([service]);
  const read = new Set(
    rulesOf(service)
      .flatMap(({ id }) => readsOf(service, id))
      .map(listOf),
  );
  const columns = [...facts.values()].filter(({ path }) => !always.includes(path) && read.has(path));
  return [...always.flatMap((path) => facts.get(path) ?? []), ...columns].map((fact) => ({
    heading: fact.path,
    says: saidOf(fact),
  }));

  /** A fact of an entry is in the column of its list. */
  function listOf(path: FactPath): string {
    return facts.has(path) ? path : path.slice(0, path.lastIndexOf('.'));
  }
}

function saidOf({ row, column: { type }, listed }: TableFact): string {
  const label = row.kind === 'group' ? '' : row.label;
  const codes = listed.join(', ');
  const forms = {
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
  } as const;
  return `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${forms[type]}`;
}
