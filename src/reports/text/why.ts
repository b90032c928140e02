import type { RuleId } from '../../findings/finding-data.js';
import { addUnits } from '../../units/quantity.js';
import { compareMoney, type Money } from '../../values/money.js';
import { sum } from '../../values/sum.js';
import type { CivilDate } from '../../values/civil-date.js';
import { itemsOf, rulesHolding, type Item } from '../items.js';
import type { CheckedRecord } from '../records.js';
import { columnsOf, counted, dollars, grouped } from './layout.js';
import { headed, type Page } from './page.js';

const MOST_SHOWN = 10;

/** What waits for one rule, alone or together with others. */
interface Held {
  records: number;
  charge: Money;
  units: number;
}

interface RuleHolding {
  readonly rule: RuleId;
  /** A service that has it, and a day on which it does. */
  readonly service: string | null;
  readonly on: CivilDate;
  readonly alone: Held;
  readonly withOthers: Held;
}

/** Which rules hold records back; it grows with rules, not with records. */
export interface Why {
  readonly add: (record: CheckedRecord) => void;
  /** Those for which most money waits first. */
  readonly rules: () => RuleHolding[];
}

export function createWhy(): Why {
  const rules = new Map<RuleId, RuleHolding>();
  return {
    add(record) {
      const ofRecord = new Set<Held>();
      for (const item of itemsOf(record)) {
        const holding = rulesHolding(item);
        for (const rule of holding) {
          const told = rules.get(rule) ?? emptyFor(rule, item);
          rules.set(rule, told);
          const held = holding.size === 1 ? told.alone : told.withOthers;
          if (!ofRecord.has(held)) held.records += 1;
          ofRecord.add(held);
          held.charge = sum([held.charge, item.charge ?? '0.00']);
          held.units = addUnits(held.units, item.units ?? 0);
        }
      }
    },
    rules: () =>
      [...rules.values()].sort(
        (one, other) =>
          compareMoney(chargeOf(other), chargeOf(one)) ||
          unitsOf(other) - unitsOf(one) ||
          recordsOf(other) - recordsOf(one),
      ),
  };
}

function emptyFor(rule: RuleId, { service, dateOfService: on }: Item): RuleHolding {
  const empty = () => ({ records: 0, charge: '0.00', units: 0 });
  return { rule, service, on, alone: empty(), withOthers: empty() };
}

/** What a rule of a service asks for, in the words of its clause. */
function clauseOf({ rule, service, on }: RuleHolding, { options: { checker } }: Page): string | undefined {
  if (checker === undefined || service === null) return undefined;
  return checker.serviceOf(service, on).criteria.find((criterion) => criterion.rule === rule)?.says;
}

const chargeOf = ({ alone, withOthers }: RuleHolding) => sum([alone.charge, withOthers.charge]);
const unitsOf = ({ alone, withOthers }: RuleHolding) => addUnits(alone.units, withOthers.units);
const recordsOf = ({ alone, withOthers }: RuleHolding) => alone.records + withOthers.records;

/** One row a rule: what it holds back by itself, and what together with others. */
export function* whySection(why: Why, page: Page): Generator<string> {
  const { style, wrap, options } = page;
  const rules = why
    .rules()
    .filter(({ rule }) => options.only?.rules === undefined || options.only.rules.includes(rule));
  if (rules.length === 0) return;
  const shown = options.full === true ? rules : rules.slice(0, MOST_SHOWN);
  const hasCharges = rules.some((rule) => chargeOf(rule) !== '0.00');
  const amountOf = ({ charge, units }: Held) => (hasCharges ? dollars(charge) : counted(units, 'unit'));
  const cellsOf = ({ alone, withOthers }: RuleHolding) => [
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
    const clause = rule && clauseOf(rule, page);
    if (clause !== undefined) yield style.dim(wrap(clause, '      '));
  }
  const more = rules.length - shown.length;
  if (more > 0) yield wrap(`and ${counted(more, 'rule')} more, all with --full`, '  ');
}
