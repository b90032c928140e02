import type { OnFile } from '../check/on-file.js';
import type { RuleId } from '../findings/finding-data.js';
import { serviceOn } from '../services/by-day.js';
import type { Service } from '../services/service.js';
import { RANKS } from './clause-ranks.js';
import { daysToAsk, isCovered } from './compare-clauses.js';
import { pairOf } from './shown.js';
import { weighClauses, type Budget, type IsSought } from './weigh-clauses.js';

/** A clause that holds nothing back by itself. */
export interface RedundantClause {
  readonly rule: RuleId;
  /** The rule of a clause that is met only where this one is; where left out, it can never fail. */
  readonly metWith?: RuleId;
}

const isFailure: IsSought = ([least]) => least === RANKS.fails || least === RANKS.warns;

/** The clauses of a definition that can never fail, or are met wherever another is, on every day; those of which it is proved. */
export function redundantClauses(service: Service, onFile: OnFile): RedundantClause[] {
  const { settings } = pairOf(service, service, onFile);
  const budget: Budget = { left: MOST_STEPS, known: new Map() };
  const days = daysToAsk(service, service).map((on) => ({
    asked: { on, readings: settings.readings, words: settings.words },
    clauses: serviceOn(service, on).criteria,
  }));
  const rules = [...new Set(service.criteria.map(({ rule }) => rule))];
  const onEachDay = (
    rule: RuleId,
    isSo: (day: (typeof days)[number], clause: Service['criteria'][number]) => boolean,
  ) => days.every((day) => day.clauses.filter((one) => one.rule === rule).every((one) => isSo(day, one)));
  return rules.flatMap((rule): RedundantClause[] => {
    const neverFails = onEachDay(rule, ({ asked }, clause) => {
      const [way] = weighClauses([clause], [], asked, isFailure, budget);
      return way === undefined && budget.left > 0;
    });
    if (neverFails) return [{ rule }];
    const metWith = rules.find(
      (other) =>
        other !== rule &&
        onEachDay(rule, ({ asked, clauses }, clause) =>
          isCovered(
            clause,
            clauses.filter((one) => one.rule === other),
            asked,
            budget,
          ),
        ),
    );
    return metWith === undefined ? [] : [{ rule, metWith }];
  });
}

const MOST_STEPS = 500_000;
