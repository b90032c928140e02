import type { Words } from '../facts/words.js';
import type { RuleId } from '../findings/finding-data.js';
import { notice, type Notice } from '../findings/notices.js';
import { rulesOf } from '../rules/session-rules.js';
import { trainedTopics } from '../rules/staff/trained-topics.js';
import type { Decide } from '../rules/decided.js';
import type { Rule } from '../rules/rule.js';
import { daysOfChange, serviceOn } from '../services/by-day.js';
import { overlaysOf, sourceOf } from '../services/overlay.js';
import type { Criterion, Service } from '../services/service.js';
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
  /** What an agency asks beyond the document. */
  readonly beyond: readonly Rule[] | undefined;
  /** The digest of the definition, with its clauses of all days and what words mean. */
  readonly digest: () => string;
}

/** A definition ready to run, by day: its clauses are those that hold on the day. */
export interface CompiledDefinition {
  readonly service: Service;
  readonly on: (day: CivilDate) => CompiledService;
}

/** Makes what an agency asks beyond the document ready to run: of a service as it is on a day, so many of whose clauses are the document's. */
export type Beyond = (service: Service, own: number) => readonly Rule[];

/** Each state of the definition is compiled when a day of it is first asked for. */
export function compileDefinition(
  service: Service,
  words?: Words,
  decide?: Decide,
  beyond?: Beyond,
): CompiledDefinition {
  const changes = daysOfChange(service);
  const compiled: CompiledService[] = [];
  const source = sourceOf(service);
  const overlays = source === service ? undefined : overlaysOf(service);
  let digest: string | undefined;
  const digestOnce = () =>
    (digest ??= digestOf(
      words === undefined && overlays === undefined ? source : { ...source, words, overlays },
    ));
  /** What was decided beforehand is of all its clauses. */
  const compileDay = (day: CivilDate) => {
    const ofDay = serviceOn(service, day);
    const ofSource = overlays === undefined ? ofDay : serviceOn(source, day);
    const rulesBeyond = overlays === undefined ? undefined : beyond?.(ofDay, ofSource.criteria.length);
    return compileService(ofDay, ofSource, digestOnce, ofSource === source ? decide : undefined, rulesBeyond);
  };
  return {
    service,
    on(day) {
      const state = changes.length === 0 ? 0 : changes.filter((change) => change <= day).length;
      return (compiled[state] ??= compileDay(day));
    },
  };
}

/** @param source it, as its document has it: by that it is judged first. */
function compileService(
  service: Service,
  source: Service,
  digest: () => string,
  decide: Decide | undefined,
  beyond: readonly Rule[] | undefined,
): CompiledService {
  const [inForce, ...rules] = rulesOf(source);
  const trained = service.training === undefined ? undefined : trainedTopics(service.training);
  const all = rules.map(({ id, met, judge, notApplicable }) => ({ id, met, judge, notApplicable }));
  const first = all.length - source.criteria.length;
  const hasWeekly = source.criteria.some(isWeekly);
  const weekly = hasWeekly ? service.criteria.filter(isWeekly).map(({ rule }) => rule) : [];
  const added = (beyond ?? []).filter(({ id }) => id !== inForce.id && all.every((one) => one.id !== id));
  return {
    service,
    inForce,
    rules: added.length === 0 ? all : [...all, ...added],
    ready: readyRules(inForce.id, all.slice(0, first), all.slice(first), decide),
    weekly,
    aged: agedOf(source),
    trained,
    beyond,
    digest,
  };
}

function isWeekly({ owed }: Criterion): boolean {
  return owed === 'after-the-week';
}

function agedOf({ inForce, criteria }: Service): CompiledService['aged'] {
  if (inForce.from === undefined) return undefined;
  const newest = criteria.reduce((day, { from = day }) => (from > day ? from : day), inForce.from);
  return { after: addMonths(newest, MONTHS_UNTIL_OLD), said: notice('source-age', { from: newest }) };
}

const MONTHS_UNTIL_OLD = 60;
