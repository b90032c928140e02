/** What a missing fact is: how a form would ask for it. */
export type FactType =
  | 'boolean'
  | 'code'
  | 'codes'
  | 'dated-codes'
  | 'date'
  | 'integer'
  | 'money'
  | 'number'
  | 'prior-uses'
  | 'text'
  | 'time'
  | 'trainings';

/** Who in an agency holds the answer. */
export type Holder = 'front-desk' | 'clinician' | 'supervisor' | 'personnel' | 'billing' | 'agency';

/** A list of codes: the name of its type, what it is, its title on a page, and each code with what it stands for. */
export interface CodeList {
  readonly name: string;
  readonly says: string;
  readonly title: string;
  readonly codes: Readonly<Record<string, string>>;
  /** What a sentence calls a code, where the code is no words itself. */
  readonly words?: Readonly<Record<string, string>> | undefined;
}

/** How a value is written: the name of a scalar, or one or more codes of a list, which is open where it is not said to be closed. */
export type Form =
  | 'flag'
  | 'text'
  | 'key'
  | 'serviceId'
  | 'civilDate'
  | 'clockTime'
  | 'endTime'
  | 'quantity'
  | 'signedQuantity'
  | 'percentile'
  | 'headcount'
  | 'wholeNumber'
  | 'lineNumber'
  | 'money'
  | 'texts'
  | { readonly one: CodeList }
  | { readonly open: CodeList }
  | { readonly many: CodeList; readonly isClosed?: true }
  | HeldForm;

/** Codes held from a day through a day, and the words for one: "Which program is it? From which day is the member enrolled in this program?" */
export interface HeldForm {
  readonly held: CodeList;
  readonly noun: string;
  readonly who: string;
  readonly state: string;
}

/** What may be said of a fact beyond its question. */
export interface Notes {
  /** What it means beyond its question. */
  readonly means?: string;
  /** What leaving it out means, where that is not that it is not known. */
  readonly leftOut?: string;
  readonly isRequired?: true;
}

/** A fact of its own. */
export interface FactRow extends Notes {
  readonly kind: 'fact';
  readonly type: FactType;
  readonly form: Form;
  readonly heldBy: Holder;
  /** The fact by name, as a sentence would name it. */
  readonly label: string;
  /** As it is asked of a session that was given, and of one that is proposed. */
  readonly question: readonly [given: string, proposed: string];
  /** Of a yes/no fact: what is so, and what is not, as clauses. */
  readonly clauses?: readonly [yes: string, no: string];
  /** Of a yes/no fact: which answer satisfies the clauses that ask for it. */
  readonly goodAnswer?: boolean;
  /** All that a yes stands for, two or more. */
  readonly parts?: readonly string[];
}

/** A list whose entries state facts. */
export interface ItemsRow extends Omit<FactRow, 'kind' | 'form'> {
  readonly kind: 'items';
  /** The name of the type of an entry, where it has one. */
  readonly name?: string;
  readonly says?: string;
  readonly facts: Rows;
}

/** An object of facts. */
export interface GroupRow {
  readonly kind: 'group';
  /** The name of its type, where it has one. */
  readonly name?: string;
  readonly says: string;
  /** What a programmer should know beyond that. */
  readonly more?: string;
  /** Code that shows it, run by the tests. */
  readonly example?: readonly string[];
  /** What it is called where `'none'` says that there is none, and the fact to ask for where nothing is known of it. */
  readonly none?: { readonly article: 'a' | 'an'; readonly noun: string; readonly asks: string };
  /** Whether it is a list of such objects, at least one. */
  readonly isList?: true;
  readonly facts: Rows;
}

export type Row = FactRow | ItemsRow | GroupRow;
export type Rows = Readonly<Record<string, Row>>;

type Question = string | readonly [given: string, proposed: string];

function asked(question: Question): FactRow['question'] {
  return typeof question === 'string' ? [question, question] : question;
}

const types: Readonly<Record<Extract<Form, string>, FactType>> = {
  flag: 'boolean',
  text: 'text',
  key: 'text',
  serviceId: 'text',
  civilDate: 'date',
  clockTime: 'time',
  endTime: 'time',
  quantity: 'number',
  signedQuantity: 'number',
  percentile: 'number',
  headcount: 'integer',
  wholeNumber: 'integer',
  lineNumber: 'integer',
  money: 'money',
  texts: 'codes',
};

function typeOf(form: Form): FactType {
  if (typeof form === 'string') return types[form];
  if ('many' in form) return 'codes';
  return 'held' in form ? 'dated-codes' : 'code';
}

/** A fact that is no yes or no. */
export function fact(
  form: Form,
  heldBy: Holder,
  label: string,
  question: Question,
  notes: Notes = {},
): FactRow {
  return { kind: 'fact', type: typeOf(form), form, heldBy, label, question: asked(question), ...notes };
}

interface FlagNotes extends Notes {
  readonly parts?: readonly string[];
  /** Where a no satisfies the clauses that ask for it. */
  readonly good?: boolean;
}

/** A fact that is true or false. */
export function flag(
  heldBy: Holder,
  clauses: readonly [yes: string, no: string],
  question: Question,
  { good = true, ...notes }: FlagNotes = {},
): FactRow {
  return {
    kind: 'fact',
    type: 'boolean',
    form: 'flag',
    heldBy,
    label: `whether ${clauses[0]}`,
    question: asked(question),
    clauses,
    goodAnswer: good,
    ...notes,
  };
}

/** A list whose entries state facts of a topic. */
export function trainings(
  heldBy: Holder,
  label: string,
  question: Question,
  entries: Pick<ItemsRow, 'name' | 'says' | 'facts'>,
  notes: Notes = {},
): ItemsRow {
  return {
    kind: 'items',
    type: 'trainings',
    heldBy,
    label,
    question: asked(question),
    ...entries,
    ...notes,
  };
}

/** An object of facts. */
export function group(about: Omit<GroupRow, 'kind' | 'facts'>, facts: Rows): GroupRow {
  return { kind: 'group', ...about, facts };
}

/** Of a code that may be any text. */
export const UNLISTED = 'A word on no list is allowed; it is not known what it means, until `words` says it.';

/** What an entry of a list of dated codes states. */
export function heldFacts({ held, noun, who, state }: HeldForm, heldBy: Holder): Rows {
  const day = (which: string, preposition: string, notes: Notes) =>
    fact(
      'civilDate',
      heldBy,
      `the ${which} day on which ${who} is ${state}`,
      `${preposition} which day is ${who} ${state}?`,
      notes,
    );
  return {
    code: fact({ open: held }, heldBy, `the code of the ${noun}`, `Which ${noun} is it?`, {
      means: UNLISTED,
      isRequired: true,
    }),
    from: day('first', 'From', { leftOut: 'There is no first day.' }),
    through: day('last', 'Through', { means: 'Not before the first.', leftOut: 'There is no last day.' }),
  };
}

/** The list that the codes of a fact are of, if they are of one. */
export function codesOf(row: Row): CodeList | undefined {
  if (row.kind !== 'fact' || typeof row.form === 'string') return undefined;
  return Object.values(row.form).find((value): value is CodeList => typeof value === 'object');
}

/** Whether any code outside the list is an input error, instead of one that is not known. */
export function isClosed({ form }: FactRow): boolean {
  return typeof form === 'object' && ('one' in form || ('many' in form && form.isClosed === true));
}
