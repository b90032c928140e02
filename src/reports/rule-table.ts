import type { BatchResult } from '../check/records.js';
import type { ClaimResult, SessionResult, VoidResult } from '../check/result.js';
import type { RuleId } from '../findings/finding-data.js';
import type { Finding } from '../rules/index.js';
import { addUnits } from '../units/quantity.js';
import { sum } from '../values/sum.js';
import { itemsOf, rulesHolding, type Item } from './items.js';
import { recordsOf, type CheckedRecord } from './records.js';
import type { RuleRow } from './rule-row.js';

/** A table of rules that is filled as records are done. */
export interface RuleTable {
  readonly add: (record: CheckedRecord) => void;
  readonly rows: () => RuleRow[];
}

/**
 * For each service and rule of a batch how many sessions and claim lines passed, were not applicable, failed, are not
 * known or due, and the US dollars that wait for it: also the coverage of a file of cases, as a rule that none exercised
 * stands in it. What holds an entry back are its rules of severity error that fail or are not known. `charge` of all rows,
 * and once the charges of what two or more rules hold back, are `notBillableCharge` and `undeterminedCharge` of the totals.
 *
 * @param entries what was checked, in its order. Left out, charges that sessions state are not known, and those at the
 *   rates on file are taken.
 *
 * @example
 * const entries = [{ service: 'mo/peer-support', dateOfService: '2018-05-01', units: 1, charge: '20.36' }];
 * const rows = ruleTable(checkSessions(entries, { history: [] }), entries);
 * const row = rows.find(({ rule }) => rule === 'staff/credential');
 * row?.unknown; // 1
 * row?.chargeWithOthers; // '20.36'
 */
export function ruleTable(
  batch: Pick<BatchResult<SessionResult | ClaimResult | VoidResult>, 'results'>,
  entries: readonly unknown[] = [],
): RuleRow[] {
  const table = createRuleTable();
  const values = entries.map((value) => ({ value }));
  for (const record of recordsOf(values, batch.results)) table.add(record);
  return table.rows();
}

/**
 * A table that is filled as records are done, as reports fill it that are given one as `byRule`.
 *
 * @example
 * const entries = [{ service: 'mo/peer-support', dateOfService: '2018-05-01', units: 1 }];
 * const byRule = createRuleTable();
 * const report = [...reportOf(json, checkSessions(entries, { history: [] }), entries, { byRule })].join('');
 * JSON.parse(report).byRule.length === byRule.rows().length; // true
 */
export function createRuleTable(): RuleTable {
  const rows = new Map<string, RuleRow>();

  function rowOf(service: string | null, rule: RuleId): RuleRow {
    const key = `${service ?? ''} ${rule}`;
    const row = rows.get(key) ?? emptyRow(service, rule);
    rows.set(key, row);
    return row;
  }

  function addItem(item: Item): void {
    const { service, result, ofClaim } = item;
    for (const rule of result.passed) rowOf(service, rule).passed += 1;
    for (const { rule } of result.notApplicable) rowOf(service, rule).notApplicable += 1;
    const findings = [...result.findings, ...ofClaim];
    for (const [outcome, rules] of byOutcome(findings))
      for (const rule of rules) rowOf(service, rule)[outcome] += 1;
    const holding = rulesHolding(item);
    for (const rule of holding) {
      const row = rowOf(service, rule);
      const [charge, units] =
        holding.size === 1
          ? (['charge', 'units'] as const)
          : (['chargeWithOthers', 'unitsWithOthers'] as const);
      if (item.charge === undefined) row[units] = addUnits(row[units], item.units ?? 0);
      else row[charge] = sum([row[charge], item.charge]);
    }
  }

  return {
    add(record) {
      for (const item of itemsOf(record)) addItem(item);
    },
    rows: () => [...rows.values()],
  };
}

/** The rules of findings by what they came to; a rule that found several things is counted once. */
function byOutcome(findings: readonly Finding[]): [Outcome, Set<RuleId>][] {
  return (['failed', 'unknown', 'due'] as const).map((outcome) => [
    outcome,
    new Set(findings.filter((finding) => outcomeNames[finding.outcome] === outcome).map(({ rule }) => rule)),
  ]);
}

type Outcome = 'failed' | 'unknown' | 'due';
const outcomeNames: Readonly<Record<Finding['outcome'], Outcome>> = {
  fail: 'failed',
  unknown: 'unknown',
  due: 'due',
};

function emptyRow(service: string | null, rule: RuleId): RuleRow {
  return {
    service,
    rule,
    passed: 0,
    notApplicable: 0,
    failed: 0,
    unknown: 0,
    due: 0,
    charge: '0.00',
    chargeWithOthers: '0.00',
    units: 0,
    unitsWithOthers: 0,
  };
}
