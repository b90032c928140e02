import { diffResults, type Differences } from '../../evidence/record.js';
import { dollars, counted, paragraph, printable } from '../../reports/text/layout.js';
import { exitStatuses } from '../exit-status.js';
import { readsOnce } from '../input/reads-once.js';
import type { Io } from '../io.js';
import type { Answer } from '../look-ups/answer.js';
import { say } from '../say.js';
import { readResults, type EarlierResults } from './read-results.js';

interface DiffRequest {
  readonly before: string;
  readonly after: string;
}

/** What differs between the results in two files. */
export async function diff({ before, after }: DiffRequest, io: Io): Promise<Answer> {
  readsOnce([before, after]);
  const [one, other] = [await readResults(before, io), await readResults(after, io)];
  const { money, ...differences } = diffResults(withTotals(one), withTotals(other));
  const withoutTotals = [before, ...(after === before ? [] : [after])].filter(
    (file) => (file === before ? one : other).totals === undefined,
  );
  say(
    withoutTotals.map(
      (file) => `${file}: holds no totals, so that no money is compared; --format json has them`,
    ),
    io,
  );
  const told = { ...differences, ...(withoutTotals.length === 0 && { money }) };
  return {
    text: [...inWords(told, one.results.length, other.results.length)].join(''),
    json: told,
    status: told.verdicts.some(isWorse) ? exitStatuses.notBillable : exitStatuses.allBillable,
    ignoresConfig: true,
  };
}

type Told = Omit<Differences, 'money'> & Partial<Pick<Differences, 'money'>>;
type Changed = Differences['verdicts'][number];

function withTotals({ results, totals }: EarlierResults) {
  return { results, totals: totals ?? NO_TOTALS };
}

const NO_TOTALS = {
  units: 0,
  charge: '0.00',
  billableCharge: '0.00',
  notBillableCharge: '0.00',
  undeterminedCharge: '0.00',
  entries: 0,
  billable: 0,
  notBillable: 0,
  undetermined: 0,
  invalid: 0,
  void: 0,
  notTakenPlace: 0,
};

/** From the worst on. */
const inTurn = ['invalid', 'not-billable', 'undetermined', 'billable'];

function rankOf(told: Changed['before']): number | undefined {
  const rank = inTurn.indexOf(told ?? '');
  return rank === -1 ? undefined : rank;
}

function isWorse({ before, after }: Changed): boolean {
  const [earlier, later] = [rankOf(before), rankOf(after)];
  return earlier !== undefined && later !== undefined && later < earlier;
}

function isBetter({ before, after }: Changed): boolean {
  return isWorse({ key: '', before: after, after: before });
}

const words: Readonly<Record<string, string>> = {
  billable: 'billable',
  'not-billable': 'not billable',
  undetermined: 'cannot be told yet',
  invalid: 'unreadable',
  void: 'void',
};

function* inWords(told: Told, before: number, after: number): Generator<string> {
  const { by, verdicts, came, went, money } = told;
  const same = by === 'id' ? 'by their keys' : 'by their places, as some have no key of their own';
  yield paragraph(`${counted(before, 'record')} before and ${String(after)} after, compared ${same}.`, '');
  if (money !== undefined)
    yield paragraph(`Billable: ${dollars(money.before)} before, ${dollars(money.after)} after.`, '');
  if (verdicts.length + came.length + went.length === 0) yield '\nNothing differs.\n';
  const sections: readonly (readonly [string, (one: Changed) => boolean])[] = [
    ['Worse', isWorse],
    ['Better', isBetter],
    ['Only after', ({ before: earlier }) => earlier === null],
    ['Only before', ({ after: later }) => later === null],
    ['Other', (one) => !isWorse(one) && !isBetter(one) && one.before !== null && one.after !== null],
  ];
  for (const [heading, isOf] of sections) {
    const those = verdicts.filter(isOf);
    if (those.length === 0) continue;
    yield `\n${heading}: ${counted(those.length, 'record')}\n`;
    for (const one of those) yield paragraph(`${nameOf(one.key, by)}: ${verdictsOf(one)}`, '  ', '    ');
  }
  yield* findingsInWords('Found now, and not before', came, by);
  yield* findingsInWords('Found before, and not now', went, by);
}

function verdictsOf({ before, after }: Changed): string {
  const [earlier, later] = [before, after].map((told) => (told === null ? undefined : words[told]));
  if (earlier === undefined) return String(later);
  return later === undefined ? earlier : `${earlier} before, ${later} after`;
}

/** Rule by rule, with the records of each. */
function* findingsInWords(heading: string, found: Differences['came'], by: Told['by']): Generator<string> {
  if (found.length === 0) return;
  yield `\n${heading}: ${counted(found.length, 'finding')}\n`;
  for (const rule of new Set(found.map((one) => one.rule))) {
    const keys = found.flatMap((one) => (one.rule === rule ? nameOf(one.key, by) : []));
    yield paragraph(`${rule}: ${keys.join(', ')}`, '  ', '    ');
  }
}

/** Places are counted from 1 for people. */
function nameOf(key: string, by: Told['by']): string {
  return by === 'id' ? printable(key) : `record ${String(Number(key.slice(1)) + 1)}`;
}
