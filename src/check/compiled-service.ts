import type { Words } from '../facts/words.js';
import type { RuleId } from '../findings/finding-data.js';
import { notice, type Notice } from '../findings/notices.js';
import { rulesOf } from '../rules/session-rules.js';
import { trainedTopics } from '../rules/staff/trained-topics.js';
import type { Decide } from '../rules/decided.js';
import type { Rule } from '../rules/rule.js';
import { daysOfChange, serviceOn } from '../services/by-day.js';
import type { Service } from '../services/service.js';
import { addMonths, type CivilDate } from '../values/civil-date.js';
import { digestOf } from '../values/digest.js';
import { readyRules, type ReadyRules } from './judged-rules.js';

/** A service as it is on a day, made ready to run. */
export interface CompiledService {
  readonly service: Service;
  /** Decides whether the others run. */
  readonly inForce: Rule;
  /** All others, in their order: those that compute, then the clauses. */
  readonly rules: readonly Pick<Rule, 'id'>[];
  readonly ready: ReadyRules;
  /** The rules about a paper that all sessions of a week share. */
  readonly weekly: readonly RuleId[];
  /** What is said of sessions after the day on which the newest of its rules is five years old. */
  readonly aged:
    { readonly after: CivilDate; readonly said: Extract<Notice, { code: 'source-age' }> } | undefined;
  readonly trained: ReturnType<typeof trainedTopics> | undefined;
  /** The digest of the definition, with its clauses of all days and what words mean. */
  readonly digest: () => string;
}

/** A definition ready to run, by day: its clauses are those that hold on the day. */
export interface CompiledDefinition {
  readonly service: Service;
  readonly on: (day: CivilDate) => CompiledService;
}

/** Each state of the definition is compiled when a day of it is first asked for. */
export function compileDefinition(service: Service, words?: Words, decide?: Decide): CompiledDefinition {
  const changes = daysOfChange(service);
  const compiled: CompiledService[] = [];
  let digest: string | undefined;
  const digestOnce = () => (digest ??= digestOf(words === undefined ? service : { ...service, words }));
  /** What was decided beforehand is of all its clauses. */
  const compileDay = (day: CivilDate) => {
    const ofDay = serviceOn(service, day);
    return compileService(ofDay, digestOnce, ofDay === service ? decide : undefined);
  };
  return {
    service,
    on(day) {
      const state = changes.length === 0 ? 0 : changes.filter((change) => change <= day).length;
      return (compiled[state] ??= compileDay(day));
    },
  };
}

function compileService(service: Service, digest: () => string, decide: Decide | undefined): CompiledService {
  const [inForce, ...rules] = rulesOf(service);
  const trained = service.training === undefined ? undefined : trainedTopics(service.training);
  const all = rules.map(({ id, met, judge, notApplicable }) => ({ id, met, judge, notApplicable }));
  const first = all.length - service.criteria.length;
  const weekly = service.criteria.filter(({ owed }) => owed === 'after-the-week').map(({ rule }) => rule);
  return {
    service,
    inForce,
    rules: all,
    ready: readyRules(inForce.id, all.slice(0, first), all.slice(first), decide),
    weekly,
    aged: agedOf(service),
    trained,
    digest,
  };
}

function agedOf({ inForce, criteria }: Service): CompiledService['aged'] {
  if (inForce.from === undefined) return undefined;
  const newest = criteria.reduce((day, { from = day }) => (from > day ? from : day), inForce.from);
  return { after: addMonths(newest, MONTHS_UNTIL_OLD), said: notice('source-age', { from: newest }) };
}

const MONTHS_UNTIL_OLD = 60;
