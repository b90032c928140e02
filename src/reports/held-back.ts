import type { RuleId } from '../findings/finding-data.js';
import { addUnits } from '../units/quantity.js';
import type { CivilDate } from '../values/civil-date.js';
import { compareMoney, type Money } from '../values/money.js';
import { sum } from '../values/sum.js';
import { findingsHolding, isNotBilled, itemsOf, rulesHolding, type Item } from './items.js';
import type { CheckedRecord } from './records.js';

/** What is kept from being billed. */
export interface Held {
  records: number;
  units: number;
  charge: Money;
}

/** What a rule keeps from being billed. */
export interface HeldBack {
  readonly rule: RuleId;
  /** A service that has it, and a day on which it does. */
  readonly service: string | null;
  readonly on: CivilDate;
  readonly all: Held;
  /** Of the records those in which it fails; in the others it is not known. */
  failing: number;
  /** The records that nothing else holds back, and of all records the sessions and lines that nothing else does. */
  readonly alone: Held;
  /** What other rules hold back too. */
  readonly withOthers: Held;
}

/** Which rules hold records back; it grows with rules, not with records. */
export interface HeldBackByRule {
  readonly add: (record: CheckedRecord) => void;
  /** Those that hold most money back first, and then most units. What two rules hold back is told of both. */
  readonly rules: () => HeldBack[];
}

export function createHeldBack(): HeldBackByRule {
  const byRule = new Map<RuleId, HeldBack>();

  function heldBy(rule: RuleId, item: Item): HeldBack {
    const held = byRule.get(rule) ?? nothingHeld(rule, item);
    byRule.set(rule, held);
    return held;
  }

  return {
    add(record) {
      if (isNotBilled(record)) return;
      const ofRecord = new Map<RuleId, HeldBack>();
      const failing = new Set<HeldBack>();
      for (const item of itemsOf(record)) {
        const holding = rulesHolding(item);
        for (const rule of holding) {
          const held = heldBy(rule, item);
          ofRecord.set(rule, held);
          if (failingRules(item).has(rule)) failing.add(held);
          for (const one of [held.all, holding.size === 1 ? held.alone : held.withOthers]) {
            one.units = addUnits(one.units, item.units ?? 0);
            one.charge = sum([one.charge, item.charge ?? '0.00']);
          }
        }
      }
      for (const held of failing) held.failing += 1;
      for (const { all, alone, withOthers } of ofRecord.values())
        for (const one of [all, ofRecord.size === 1 ? alone : withOthers]) one.records += 1;
    },
    rules: () =>
      [...byRule.values()].sort(
        ({ all: one }, { all: other }) =>
          compareMoney(other.charge, one.charge) || other.units - one.units || other.records - one.records,
      ),
  };
}

function failingRules(item: Item): Set<RuleId> {
  return new Set(findingsHolding(item).flatMap(({ rule, outcome }) => (outcome === 'fail' ? rule : [])));
}

function nothingHeld(rule: RuleId, { service, dateOfService: on }: Item): HeldBack {
  const nothing = (): Held => ({ records: 0, units: 0, charge: '0.00' });
  return { rule, service, on, all: nothing(), failing: 0, alone: nothing(), withOthers: nothing() };
}

export function heldBackByRule(records: readonly CheckedRecord[]): HeldBack[] {
  const held = createHeldBack();
  for (const record of records) held.add(record);
  return held.rules();
}
