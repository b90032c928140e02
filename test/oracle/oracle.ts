import { readdirSync } from 'node:fs';
import { everyAnswer, lawOf, type Outcome } from './completions.js';
import { isTaken, rulesOfEvery } from './every-service.js';
import { factsOf } from './facts.js';
import { listValues } from './lists.js';
import type { Circumstances, OracleService } from './rule.js';

/**
 * A second evaluation of the definitions, written from the documents and made to be obvious, not fast. It knows two
 * values only: each rule judges a session that is complete, and the law of missing facts is taken by its word, over
 * every way to complete what is not stated. It shares no code with the library.
 */

const folder = new URL('services/', import.meta.url);
const files = await Promise.all(
  readdirSync(folder).map(
    (file) => import(new URL(file, folder).href) as Promise<Record<string, OracleService>>,
  ),
);
const services = new Map(files.flatMap(Object.values<OracleService>).map((service) => [service.id, service]));

export interface SessionLike {
  service: string;
  dateOfService: string;
}

export interface Opinion {
  verdict: 'billable' | 'not-billable' | 'undetermined';
  /** Each rule that is not good, by its id. */
  findings: Map<string, Outcome>;
  rules: string[];
}

export function opinionOn(
  session: SessionLike,
  check: Circumstances,
  missingFacts: 'block' | 'report',
): Opinion {
  const service = services.get(session.service);
  if (service === undefined) throw new Error(`no service ${session.service}`);
  const { dateOfService: on } = session;
  if (!isTaken({ stated: (path) => (session as SessionLike & Record<string, unknown>)[path] })) {
    const failure: Outcome = { outcome: 'fail', severity: 'error' };
    return {
      verdict: 'not-billable',
      findings: new Map([['session/took-place', failure]]),
      rules: ['session/took-place'],
    };
  }
  if (service.from !== undefined && on < service.from) {
    const unknown: Outcome = { outcome: 'unknown', severity: 'error' };
    return {
      verdict: 'undetermined',
      findings: new Map([['service/in-force', unknown]]),
      rules: ['service/in-force'],
    };
  }
  const rules = [...rulesOfEvery(service, check), ...service.rules];
  const facts = factsOf(session, on, check, listValues[session.service] ?? {});
  const outcomes = rules.map(({ rule, judge }): [string, Outcome] => {
    const answers = everyAnswer((assume) => judge(facts(assume), check));
    return [rule, lawOf(answers)];
  });
  const findings = new Map(outcomes.filter(([, { outcome }]) => outcome !== 'pass'));
  return {
    verdict: verdictOf([...findings.values()], missingFacts),
    findings,
    rules: rules.map(({ rule }) => rule),
  };
}

function verdictOf(findings: readonly Outcome[], missingFacts: 'block' | 'report'): Opinion['verdict'] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.some(({ outcome }) => outcome === 'fail')) return 'not-billable';
  const isOpen = errors.some(({ outcome }) => outcome === 'unknown');
  return isOpen && missingFacts === 'block' ? 'undetermined' : 'billable';
}
