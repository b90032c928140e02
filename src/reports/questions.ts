import type { BatchResult } from '../check/records.js';
import type { ClaimResult, SessionResult, VoidResult } from '../check/result.js';
import { aboutOf } from '../facts/about.js';
import { factAtPointer, type Fact } from '../facts/facts.js';
import { holders } from '../explain/words.js';
import type { FactType, Holder } from '../facts/rows/row.js';
import type { MissingFact } from '../findings/result.js';
import type { Finding } from '../rules/index.js';
import { compareMoney, type Money } from '../values/money.js';
import { sum } from '../values/sum.js';
import { findingsHolding, itemsOf, type Item } from './items.js';
import { recordsOf, type CheckedRecord } from './records.js';

/** Whom or what questions are about. */
export interface Subject {
  readonly kind: 'staff' | 'member' | 'agency' | 'session';
  /** The caller's own key of the staff member, member or agency; left out where none is stated, and of a session. */
  readonly key?: string;
}

/** A question, what may be answered, what its answer helps, and the money that waits for it. */
export interface Question {
  /** JSON Pointer of the fact, within each of `entries`. */
  readonly path: string;
  readonly question: string;
  readonly type: FactType;
  /** What may be answered, where there is a list. */
  readonly options?: Fact['codes'];
  /** Codes that would satisfy the rules that ask, in the order of their list. */
  readonly accepts?: readonly string[];
  /** JSON Pointers of the sessions (`/3`) and claim lines (`/3/lines/0`) that the answer helps. */
  readonly entries: readonly string[];
  /** US dollars that wait for it. */
  readonly charge: Money;
}

/** What is asked of one holder about one person or thing. */
export interface QuestionsAbout {
  readonly heldBy: Holder;
  readonly about: Subject;
  readonly questions: readonly Question[];
}

/**
 * What is to be asked, by who holds the answer and then by whom or what it is about: each question once, with what its
 * answer helps and the US dollars that wait for it, most first.
 *
 * @param entries what was checked, in its order. Left out, nobody is told from another, and charges are those at the rates
 *   on file.
 *
 * @example
 * const session = { service: 'mo/peer-support', dateOfService: '2018-05-01', staff: { id: 'S-1' }, charge: '20.36' };
 * const { results } = checkSessions([session, session], { history: [] });
 * const asked = questionsOf(results, [session, session]).find(({ about }) => about.kind === 'staff');
 * asked?.about; // { kind: 'staff', key: 'S-1' }
 * asked?.questions[0]?.entries; // [ '/0', '/1' ]
 */
export function questionsOf(
  results: BatchResult<SessionResult | ClaimResult | VoidResult>['results'],
  entries: readonly unknown[] = [],
): QuestionsAbout[] {
  const asked = createQuestions();
  const values = entries.map((value) => ({ value }));
  for (const record of recordsOf(values, results)) asked.add(record);
  return asked.groups().map(({ heldBy, about, questions }) => ({
    heldBy,
    about,
    questions: questions.map(({ helps, ...question }) => ({
      ...question,
      ...optionsOf(question.path),
      entries: helps.map(({ pointer }) => pointer),
    })),
  }));
}

const inTurn = Object.keys(holders);

/** What an answer helps. */
export interface Helped {
  readonly record: CheckedRecord;
  readonly pointer: string;
}

export interface AskedQuestion extends Omit<Question, 'entries' | 'options'> {
  readonly helps: readonly Helped[];
}

/** Questions about one subject, with the money that waits for any of them. */
export interface AskedAbout {
  readonly heldBy: Holder;
  readonly about: Subject;
  readonly charge: Money;
  readonly helps: readonly CheckedRecord[];
  readonly questions: readonly AskedQuestion[];
}

export interface Questions {
  readonly add: (record: CheckedRecord) => void;
  /** By holder, those for which most money waits first. */
  readonly groups: () => AskedAbout[];
}

interface OpenQuestion extends Omit<Question, 'entries' | 'charge' | 'accepts' | 'options'> {
  accepts: Set<string>;
  charge: Money;
  readonly helps: Helped[];
}

interface OpenGroup {
  readonly heldBy: Holder;
  readonly about: Subject;
  readonly questions: Map<string, OpenQuestion>;
  readonly helps: CheckedRecord[];
  charge: Money;
}

export interface WhatIsAsked {
  /** Whether a missing fact of a finding is to be asked for at all; each where left out. */
  readonly asks?: (fact: MissingFact, finding: Finding, item: Item) => boolean;
  /** Whether facts at several places that are asked for in the same words are one question, as for a person they are. */
  readonly byWords?: boolean;
}

export function createQuestions({ asks, byWords = false }: WhatIsAsked = {}): Questions {
  const groups = new Map<string, OpenGroup>();

  function groupOf(heldBy: Holder, about: Subject): OpenGroup {
    const key = JSON.stringify([heldBy, about.kind, about.key]);
    const group = groups.get(key) ?? { heldBy, about, questions: new Map(), helps: [], charge: '0.00' };
    groups.set(key, group);
    return group;
  }

  function addItem(record: CheckedRecord, item: Item): void {
    const helped = new Set<unknown>();
    const holding = new Set(findingsHolding(item));
    for (const { fact, finding } of missingIn(item)) {
      if (asks?.(fact, finding, item) === false) continue;
      const { pointer, path } = placeIn(record, item, fact.path);
      const about = subjectOf(fact.path, item);
      const group = groupOf(fact.heldBy, about);
      const question = questionIn(group, fact, path, byWords);
      for (const code of fact.accepts ?? []) question.accepts.add(code);
      const charge = holding.has(finding) ? (item.charge ?? '0.00') : '0.00';
      if (question.helps.at(-1)?.pointer !== pointer) {
        question.helps.push({ record, pointer });
        if (group.helps.at(-1) !== record) group.helps.push(record);
      }
      // Several rules may ask for one fact, and several facts may be asked of one subject: money waits once for each.
      for (const one of [question, group]) {
        if (charge === '0.00' || helped.has(one)) continue;
        helped.add(one);
        one.charge = sum([one.charge, charge]);
      }
    }
  }

  return {
    add(record) {
      for (const item of itemsOf(record)) addItem(record, item);
    },
    groups: () =>
      [...groups.values()]
        .map((group) => ({ ...group, questions: sortedByMoney([...group.questions.values()].map(askedOf)) }))
        .sort(
          (one, other) => inTurn.indexOf(one.heldBy) - inTurn.indexOf(other.heldBy) || byMoney(one, other),
        ),
  };
}

/** What is asked of a claim as a whole is asked with each of its lines, as all of them wait for it. */
function missingIn({ result, ofClaim }: Item): { fact: MissingFact; finding: Finding }[] {
  return [...ofClaim, ...result.findings].flatMap((finding) =>
    finding.waived === undefined ? finding.missing.map((fact) => ({ fact, finding })) : [],
  );
}

function questionIn(
  { questions }: OpenGroup,
  fact: MissingFact,
  path: string,
  byWords: boolean,
): OpenQuestion {
  const key = byWords ? fact.question : `${path} ${fact.question}`;
  const question = questions.get(key) ?? {
    path,
    question: fact.question,
    type: fact.type,
    accepts: new Set<string>(),
    charge: '0.00',
    helps: [],
  };
  questions.set(key, question);
  return question;
}

function optionsOf(path: string): { options?: Fact['codes'] } {
  const codes = factAtPointer(path)?.codes;
  return codes === undefined ? {} : { options: codes };
}

function askedOf({ accepts, ...question }: OpenQuestion): AskedQuestion {
  return accepts.size === 0 ? question : { ...question, accepts: [...accepts] };
}

/** Where the fact is asked for: in the session, in the line of a claim, or in the claim as a whole. */
function placeIn({ entry }: CheckedRecord, { line }: Item, path: string): { pointer: string; path: string } {
  const ofLine = line === undefined ? undefined : `/lines/${String(line)}`;
  if (ofLine !== undefined && path.startsWith(`${ofLine}/`))
    return { pointer: `/${String(entry)}${ofLine}`, path: path.slice(ofLine.length) };
  return { pointer: `/${String(entry)}`, path };
}

function subjectOf(path: string, { memberId, staffId, agencyId }: Item): Subject {
  switch (aboutOf(path)) {
    case 'staff':
      return keyed('staff', staffId);
    case 'member':
    case 'plan':
    case 'assessment':
      return keyed('member', memberId);
    case 'agency':
      return keyed('agency', agencyId);
    default:
      return { kind: 'session' };
  }
}

function keyed(kind: Subject['kind'], key: string | undefined): Subject {
  return key === undefined ? { kind } : { kind, key };
}

function sortedByMoney(questions: AskedQuestion[]): AskedQuestion[] {
  return questions.sort(byMoney);
}

interface Waiting {
  readonly charge: Money;
  readonly helps: readonly unknown[];
}

/** Most money first, then what helps most. */
export function byMoney(one: Waiting, other: Waiting): number {
  return compareMoney(other.charge, one.charge) || other.helps.length - one.helps.length;
}
