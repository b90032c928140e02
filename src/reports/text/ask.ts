import { holders } from '../../explain/words.js';
import type { Holder } from '../../facts/rows/row.js';
import type { Subject } from '../questions.js';
import { counted, dollars, grouped, printable } from './layout.js';
import type { Correction, Corrections } from './corrections.js';
import type { Page } from './page.js';
import {
  byMoney,
  MOST_SHOWN,
  restKey,
  sumOf,
  type Amounts,
  type Ask,
  type Rest,
  type Wanted,
  type WantedAbout,
} from './wanted.js';

const kinds: Readonly<Record<Subject['kind'], { readonly one: string; readonly all: string }>> = {
  staff: { one: 'staff member', all: 'staff members' },
  member: { one: 'member', all: 'members' },
  agency: { one: 'agency', all: 'agencies' },
  session: { one: 'session', all: 'sessions' },
};

/** By holder, then by staff member, member, agency or session: each question once, most money first. */
export function* askSection(ask: Ask, corrections: Corrections, page: Page): Generator<string> {
  const { style, options } = page;
  const { wanted, rest } = ask.groups(page);
  const isAnybody = Object.keys(holders).some((one) => corrections.of(one as Holder).length > 0);
  if (wanted.length === 0 && !isAnybody) return;
  yield `\n${style.bold('Whom to ask')}\n`;
  for (const [heldBy, name] of Object.entries(holders) as [Holder, string][]) {
    const ofHolder = wanted.filter((group) => group.heldBy === heldBy);
    const toCorrect = corrections.of(heldBy);
    if (ofHolder.length === 0 && toCorrect.length === 0) continue;
    yield `\n  ${style.bold(name)}\n`;
    for (const kind of Object.keys(kinds) as Subject['kind'][]) {
      const all = ofHolder.filter(({ about }) => about.kind === kind);
      const shown = options.full === true ? all : all.slice(0, MOST_SHOWN);
      yield* subjectsOf(shown, page);
      yield* moreLine(all.slice(shown.length), rest.get(restKey(heldBy, kind)), kind, page);
    }
    yield* correctionsLine(toCorrect, page);
  }
}

/** What fails, and is theirs to look into: "11 records, $576.80 (staff/credential)" */
function* correctionsLine(corrections: readonly Correction[], { wrap }: Page): Generator<string> {
  if (corrections.length === 0) return;
  const each = [...corrections]
    .sort((one, other) => byMoney(one, other))
    .map(({ rule, ...amounts }) => `${amountsOf({ ...amounts, where: '' })} (${rule})`);
  yield wrap(`to look into: ${each.join('; ')}`, '    ', '        ');
}

/** Subjects of which the same is asked stand below the questions; the questions about one stand below that one. */
function* subjectsOf(groups: readonly WantedAbout[], page: Page): Generator<string> {
  const alike = new Map<string, [WantedAbout, ...WantedAbout[]]>();
  for (const group of groups) {
    const key = isOneErrand(group)
      ? group.questions.map(({ question }) => question).join('\n')
      : JSON.stringify(group.about);
    const before = alike.get(key);
    if (before === undefined) alike.set(key, [group]);
    else before.push(group);
  }
  for (const [first, ...others] of alike.values()) {
    if (others.length === 0) yield* subjectBlock(first, page);
    else yield* alikeBlock([first, ...others], page);
  }
}

/** Whether all questions help the same records. */
function isOneErrand({ records, where, questions }: WantedAbout): boolean {
  return questions.every((one) => one.records === records && one.where === where);
}

function* subjectBlock(group: WantedAbout, page: Page): Generator<string> {
  const { wrap } = page;
  const isOnce = isOneErrand(group);
  const amounts = isOnce ? amountsOf(group) : amountsOf({ ...group, where: '' });
  yield wrap(`${subjectInWords(group.about, page)}: ${amounts}`, '    ', '        ');
  for (const wanted of group.questions)
    yield wrap(`${wanted.question}${isOnce ? '' : ` ${amountsOf(wanted)}`}`, '      - ', '        ');
}

function* alikeBlock(groups: readonly [WantedAbout, ...WantedAbout[]], page: Page): Generator<string> {
  const { wrap } = page;
  const [{ about, questions }] = groups;
  const all = groups.reduce<Amounts>(sumOf, { records: 0, charge: '0.00' });
  yield wrap(
    `${counted(questions.length, 'question')} about each of ${String(groups.length)} ${kinds[about.kind].all}: ${amountsOf({ ...all, where: '' })}`,
    '    ',
    '        ',
  );
  for (const { question } of questions) yield wrap(question, '      - ', '        ');
  for (const group of groups)
    yield wrap(`${subjectInWords(group.about, page)}: ${amountsOf(group)}`, '      ', '          ');
}

function amountsOf({ records, charge, where }: Omit<Wanted, 'question'>): string {
  const amounts = [counted(records, 'record'), ...(charge === '0.00' ? [] : [dollars(charge)])].join(', ');
  return where === '' ? amounts : `${amounts}: ${where}`;
}

function subjectInWords({ kind, key }: Subject, { options }: Page): string {
  const { one, all } = kinds[kind];
  if (kind === 'session') return all;
  return key === undefined || options.keys === false ? one : `${one} ${printable(key)}`;
}

function* moreLine(
  left: readonly WantedAbout[],
  rest: Rest | undefined,
  kind: Subject['kind'],
  { wrap }: Page,
): Generator<string> {
  const subjects = left.length + (rest?.subjects ?? 0);
  if (subjects === 0) return;
  const all = [...left, ...(rest === undefined ? [] : [rest])].reduce<Amounts>(sumOf, {
    records: 0,
    charge: '0.00',
  });
  const { one, all: several } = kinds[kind];
  const number = `${rest?.atMost === true ? 'at most ' : ''}${grouped(subjects)}`;
  const amounts = amountsOf({ ...all, where: '' });
  yield wrap(`and ${number} ${subjects === 1 ? one : several} more: ${amounts}`, '    ', '      ');
}
