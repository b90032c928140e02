import type { Holder } from '../../facts/rows/row.js';
import { compareMoney, type Money } from '../../values/money.js';
import { sum } from '../../values/sum.js';
import { createQuestions, type AskedAbout, type Subject, type WhatIsAsked } from '../questions.js';
import type { CheckedRecord } from '../records.js';
import { linesOf, type Page } from './page.js';

export const MOST_SHOWN = 20;
const MOST_HELD = 5_000;

/** A question, and what waits for its answer. */
export interface Wanted {
  readonly question: string;
  readonly records: number;
  readonly charge: Money;
  /** The lines, where the records are held. */
  readonly where: string;
}

/** What is to be asked about one subject. */
export interface WantedAbout extends Omit<Wanted, 'question'> {
  readonly heldBy: Holder;
  readonly about: Subject;
  readonly questions: readonly Wanted[];
}

/** What was too much to be held or shown. */
export interface Rest {
  readonly subjects: number;
  readonly records: number;
  readonly charge: Money;
  /** Whether there may be fewer: of whom nothing is held, nobody knows that they came before. */
  readonly atMost: boolean;
}

/** Whom to ask what. Of a stream, as many subjects are held as are shown, and their counts in place of their records. */
export interface Ask {
  readonly add: (record: CheckedRecord) => void;
  readonly groups: (page: Page) => {
    readonly wanted: readonly WantedAbout[];
    readonly rest: ReadonlyMap<string, Rest>;
  };
}

type Asks = NonNullable<WhatIsAsked['asks']>;

/** Of a batch: all that is asked. */
export function createAsk(asks: Asks): Ask {
  const questions = createQuestions({ asks, byWords: true });
  return {
    add: questions.add,
    groups: (page) => ({
      wanted: questions.groups().map((group) => wantedIn(group, (records) => linesOf(records, page))),
      rest: new Map(),
    }),
  };
}

/** Of a stream, in which the records of a member follow each other. */
export function createStreamedAsk(asks: Asks): Ask {
  const held = new Map<string, WantedAbout>();
  /** A member is done when the next one comes, so that only those with most money need to be held. */
  const members = new Map<Holder, WantedAbout[]>();
  const rest = new Map<string, Rest>();
  let open = createQuestions({ asks, byWords: true });
  let member: string | undefined;

  function close(): void {
    for (const group of open.groups()) keep(wantedIn(group, () => ''));
    open = createQuestions({ asks, byWords: true });
  }

  function keep(group: WantedAbout): void {
    const { heldBy, about } = group;
    if (about.kind === 'member' && about.key !== undefined) {
      const all = [...(members.get(heldBy) ?? []), group].sort(byMoney);
      for (const least of all.splice(MOST_SHOWN)) leaveOut(least, false);
      members.set(heldBy, all);
      return;
    }
    const key = JSON.stringify([heldBy, about.kind, about.key]);
    const before = held.get(key);
    if (before !== undefined) held.set(key, together(before, group));
    else if (held.size < MOST_HELD || about.key === undefined) held.set(key, group);
    else leaveOut(group, true);
  }

  function leaveOut({ heldBy, about, records, charge }: WantedAbout, atMost: boolean): void {
    const key = restKey(heldBy, about.kind);
    const before = rest.get(key) ?? { subjects: 0, records: 0, charge: '0.00' };
    rest.set(key, {
      subjects: before.subjects + 1,
      records: before.records + records,
      charge: sum([before.charge, charge]),
      atMost,
    });
  }

  return {
    add(record) {
      const next = memberOf(record);
      if (next !== member || next === undefined) close();
      member = next;
      open.add(record);
    },
    groups() {
      close();
      return { wanted: [...held.values(), ...[...members.values()].flat()].sort(byMoney), rest };
    },
  };
}

function memberOf({ value }: CheckedRecord): string | undefined {
  const { member } = (value ?? {}) as { readonly member?: { readonly id?: unknown } | null };
  return typeof member?.id === 'string' ? member.id : undefined;
}

function wantedIn(
  { heldBy, about, charge, helps, questions }: AskedAbout,
  where: (records: readonly CheckedRecord[]) => string,
): WantedAbout {
  return {
    heldBy,
    about,
    charge,
    records: helps.length,
    where: where(helps),
    questions: questions.map(({ question, charge: waiting, helps: helped }) => {
      const records = [...new Set(helped.map(({ record }) => record))];
      return { question, charge: waiting, records: records.length, where: where(records) };
    }),
  };
}

function together(one: WantedAbout, other: WantedAbout): WantedAbout {
  const questions = new Map(one.questions.map((wanted) => [wanted.question, wanted]));
  for (const wanted of other.questions) {
    const before = questions.get(wanted.question);
    questions.set(wanted.question, before === undefined ? wanted : { ...before, ...sumOf(before, wanted) });
  }
  return { ...one, ...sumOf(one, other), questions: [...questions.values()] };
}

export type Amounts = Pick<Wanted, 'records' | 'charge'>;

export function sumOf(one: Amounts, other: Amounts): Amounts {
  return { records: one.records + other.records, charge: sum([one.charge, other.charge]) };
}

export function byMoney(one: Amounts, other: Amounts): number {
  return compareMoney(other.charge, one.charge) || other.records - one.records;
}

export function restKey(heldBy: Holder, kind: Subject['kind']): string {
  return `${heldBy} ${kind}`;
}
