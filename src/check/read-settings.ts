import { InputError, told, type InputIssue } from '../facts/input-error.js';
import { nearest } from '../facts/nearest.js';
import { parse } from '../facts/parse.js';
import { computedIds } from '../findings/generated.js';
import { notARule, severityIssues } from '../schema/severities.js';
import { waiverSchema } from '../schema/waiver.js';
import type { Service } from '../services/service.js';
import { canonicalJson } from '../values/canonical-json.js';
import { frozen } from '../values/frozen.js';
import type { Severities } from './configuration.js';
import type { PlacedWaiver, Waiver } from './waivers.js';

/** Of a session that they hold back nothing else is judged, and totals count it apart. */
const alone: readonly string[] = ['service/in-force', 'session/took-place'];
/** Without it, what is billed twice would stand in the totals of a batch. */
const neverOff: readonly string[] = [...alone, 'claim/duplicate'];

/** @throws InputError where a rule is not on file, or cannot be so. */
export function readSeverities(
  stated: Readonly<Record<string, unknown>> | null | undefined,
  services: readonly Service[],
): Severities {
  if (stated == null) return {};
  const issues = [
    ...severityIssues(stated, ['error', 'warning', 'info', 'off'], rulesOf(services)),
    ...Object.entries(stated).flatMap(([rule, severity]): InputIssue[] => {
      const path = `/severities/${rule.replace('/', '~1')}`;
      if (alone.includes(rule) && severity !== 'error')
        return [{ code: 'does-not-fit', path, message: `expected "error": ${NOTHING_ELSE}` }];
      return neverOff.includes(rule) && severity === 'off'
        ? [{ code: 'does-not-fit', path, message: 'expected no "off": a batch rests on this rule' }]
        : [];
    }),
  ];
  if (issues.length > 0) throw new InputError(told(issues));
  return frozen({ ...stated } as Severities);
}

const NOTHING_ELSE = 'where this rule does not pass, nothing else is judged';

/** @throws InputError where a waiver is malformed, or does not go together with what is on file or with another. */
export function readWaivers(
  stated: readonly unknown[] | null | undefined,
  services: readonly Service[],
): PlacedWaiver[] {
  const issues: InputIssue[] = [];
  const waivers = new Map<string, PlacedWaiver>();
  for (const [place, data] of (stated ?? []).entries()) {
    const at = `/waivers/${String(place)}`;
    const read = parse(waiverSchema, data);
    if (!read.ok) {
      issues.push(...read.issues.map((issue) => ({ ...issue, path: at + issue.path })));
      continue;
    }
    // Whether its rule is one of ours is asked next.
    const waiver = read.value as Waiver;
    const before = waivers.get(waiver.id);
    if (before === undefined) waivers.set(waiver.id, { waiver, at });
    const isOther = before !== undefined && canonicalJson(before.waiver) !== canonicalJson(waiver);
    const twice: InputIssue = { code: 'said-twice', path: '/id', message: TWICE };
    const found = [...(isOther ? [twice] : []), ...conflictsOf(waiver, services)];
    issues.push(...found.map((issue) => ({ ...issue, path: at + issue.path })));
  }
  if (issues.length > 0) throw new InputError(told(issues));
  return frozen([...waivers.values()]);
}

const TWICE = 'a waiver before it has this id and states something else: give each an id of its own';

function conflictsOf(waiver: Waiver, services: readonly Service[]): InputIssue[] {
  const { rule, service, from, through, expires, approvedOn } = waiver;
  const ofService = services.filter(({ id }) => id === service);
  const isOfOthers =
    !(computedIds as readonly string[]).includes(rule) &&
    ofService.length > 0 &&
    !rulesOf(ofService).includes(rule);
  const issues: (InputIssue | false)[] = [
    !rulesOf(services).includes(rule) && notARule(rule, rulesOf(services), ['rule']),
    alone.includes(rule) && {
      code: 'does-not-fit',
      path: '/rule',
      message: `expected a rule that can be waived: ${NOTHING_ELSE}`,
    },
    service !== undefined && ofService.length === 0 && notOnFile(service, services),
    isOfOthers && { code: 'does-not-fit', path: '/rule', message: 'the service has no such rule' },
    through < from && {
      code: 'not-in-order',
      path: '/through',
      message: 'expected a day not before `from`',
    },
    expires < approvedOn && {
      code: 'not-in-order',
      path: '/expires',
      message: 'expected a day not before `approvedOn`',
    },
  ];
  return issues.filter((issue) => issue !== false);
}

function notOnFile(id: string, services: readonly Service[]): InputIssue {
  const ids = [...new Set(services.map((service) => service.id))];
  const near = nearest(id, ids, 3);
  const advice = near === undefined ? `on file: ${ids.join(', ')}` : `did you mean "${near}"?`;
  const message = `expected the id of a service on file; ${advice}`;
  return { code: 'service-not-on-file', path: '/service', message };
}

/** Those that compute, and the clauses of services. */
function rulesOf(services: readonly Service[]): string[] {
  return [
    ...new Set([...computedIds, ...services.flatMap(({ criteria }) => criteria.map(({ rule }) => rule))]),
  ];
}
