import type { Held, HeldBack, HeldBackByRule } from '../held-back.js';
import { columnsOf, counted, dollars, grouped } from './layout.js';
import { headed, type Page } from './page.js';

const MOST_SHOWN = 10;

/** "Fails in 8, not known in 4." */
function outcomesOf({ failing, all }: HeldBack): string {
  const open = all.records - failing;
  if (open === 0) return 'Fails.';
  return failing === 0 ? 'Not known.' : `Fails in ${grouped(failing)}, not known in ${grouped(open)}.`;
}

/** What a rule of a service asks for, in the words of its clause. */
function clauseOf(
  { rule, service, on }: HeldBack,
  { options: { checker, explain } }: Page,
): string | undefined {
  const ofService =
    service === null ? undefined : checker?.serviceOf(service, on).criteria.find((one) => one.rule === rule);
  return ofService?.says ?? explain?.(rule).statements[0]?.says;
}

/** One row a rule: what it holds back by itself, and what together with others. */
export function* whySection(held: HeldBackByRule, page: Page): Generator<string> {
  const { style, wrap, options } = page;
  const rules = held
    .rules()
    .filter(({ rule }) => options.only?.rules === undefined || options.only.rules.includes(rule));
  if (rules.length === 0) return;
  const shown = options.full === true ? rules : rules.slice(0, MOST_SHOWN);
  const hasCharges = rules.some(({ all }) => all.charge !== '0.00');
  const amountOf = ({ charge, units }: Held) => (hasCharges ? dollars(charge) : counted(units, 'unit'));
  const cellsOf = ({ alone, withOthers }: HeldBack) => [
    grouped(alone.records),
    amountOf(alone),
    grouped(withOthers.records),
    amountOf(withOthers),
  ];
  const lines = columnsOf(
    [['alone', '', 'with others', '', 'rule'], ...shown.map((row) => [...cellsOf(row), row.rule])],
    [4],
    options.width,
  );
  const most = hasCharges ? 'money' : 'units';
  yield `\n${headed('Why', `: records that a rule holds back, most ${most} first`, page)}\n`;
  for (const [index, line] of lines.entries()) {
    yield `${line}\n`;
    const [rule] = shown.slice(index - 1, index);
    if (rule !== undefined)
      yield style.dim(wrap([outcomesOf(rule), clauseOf(rule, page) ?? ''].join(' ').trim(), '      '));
  }
  const more = rules.length - shown.length;
  if (more > 0) yield wrap(`and ${counted(more, 'rule')} more, all with --full`, '  ');
}
