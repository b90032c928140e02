import type { Finding } from '../rules/index.js';
import { addUnits } from '../units/quantity.js';
import { compareMoney, type Money } from '../values/money.js';
import { sum } from '../values/sum.js';
import { holdsBack, isNotBilled, itemsOf } from './items.js';
import type { CheckedRecord } from './records.js';

/** What a rule keeps from being billed. */
export interface HeldBack {
  readonly rule: Finding['rule'];
  readonly records: number;
  /** Of them those that nothing else holds back. */
  readonly alone: number;
  readonly units: number;
  readonly charge: Money;
}

/** What each rule holds back, most money first, and then most units. What two rules hold back is told of both. */
export function heldBackByRule(records: readonly CheckedRecord[]): HeldBack[] {
  const byRule = new Map<Finding['rule'], HeldBack>();
  for (const record of records.filter((one) => !isNotBilled(one))) {
    const rulesOfItems = itemsOf(record).flatMap((item) => {
      const whole = record.result.kind === 'claim' ? record.result.findings : [];
      const rules = [...whole, ...item.result.findings].filter(holdsBack).map(({ rule }) => rule);
      return item.verdict === 'billable' ? [] : [{ item, rules: new Set(rules) }];
    });
    const ofRecord = new Set(rulesOfItems.flatMap(({ rules }) => [...rules]));
    for (const rule of ofRecord) {
      const held = rulesOfItems.flatMap(({ item, rules }) => (rules.has(rule) ? item : []));
      const before = byRule.get(rule) ?? { rule, records: 0, alone: 0, units: 0, charge: '0.00' };
      byRule.set(rule, {
        rule,
        records: before.records + 1,
        alone: before.alone + (ofRecord.size === 1 ? 1 : 0),
        units: held.reduce((units, item) => addUnits(units, item.units ?? 0), before.units),
        charge: sum([before.charge, ...held.flatMap(({ charge }) => charge ?? [])]),
      });
    }
  }
  return [...byRule.values()].sort(
    (one, other) => compareMoney(other.charge, one.charge) || other.units - one.units,
  );
}
