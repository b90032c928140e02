import type { Finding, Service, Session, Training } from '../../../src/index.js';
import { general } from '../../../src/findings/citation.js';
import type { TrainingRequirement } from '../../../src/services/service.js';
import { vocabularyOf } from '../../../src/facts/words.js';
import { statedOnTopics, type StatedOn } from '../../../src/rules/staff/topics-meant.js';
import { anyService, resultOf } from '../service/any-service.js';
import { saidBy } from '../support.js';

export const training: TrainingRequirement = {
  initial: ['cpr-program-orientation'],
  additional: [{ topic: 'cpr-additional-training' }, { topic: 'iddt', hours: 2 }],
  withinMonths: 6,
  cite: {
    initial: general('Initial training'),
    additional: general('Additional training'),
    documented: general('Personnel file'),
  },
};
const service: Service = { ...anyService, training };

/** The day of the session unless stated; who began on 2025-01-01 has until 2025-07-01. */
export const on = '2025-03-03';

export type Staff = NonNullable<Session['staff']>;
type TrainingRule = 'staff/initial-training' | 'staff/additional-training' | 'staff/training-documented';

export function said(rule: TrainingRule, staff: Staff | null, dateOfService = on) {
  return saidBy(rule, resultOf(service, { staff, dateOfService }));
}

/** What is stated of a staff member on a topic. */
export function stated(staff: Staff | null, { topic }: { readonly topic: string }): StatedOn {
  return statedOnTopics(
    staff,
    vocabularyOf(() => []),
  )(topic);
}

/** What a rule said, in a word, with the topics that it named. */
export function inShort(finding: Finding | string): string {
  if (typeof finding === 'string') return finding;
  const { topics = [] } = finding.data as { topics?: readonly { topic: string }[] };
  return [finding.outcome, ...topics.map(({ topic }) => topic)].join(' ');
}

/** A documented training on 2025-02-01, unless stated otherwise. */
export function trained(topic: string, rest: Partial<Training> = {}): Training {
  return { topic, completedOn: '2025-02-01', documented: true, ...rest };
}

export const orientation = trained('cpr-program-orientation');
export const cpr = trained('cpr-additional-training');
export const iddt = (hours: number | null, rest: Partial<Training> = {}) =>
  trained('iddt', { hours, ...rest });
