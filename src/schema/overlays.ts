import { jsonPointer, type InputIssue, type IssueCode, type Untold } from '../facts/input-error.js';
import { nearest } from '../facts/nearest.js';
import { computedIds } from '../findings/generated.js';
import { criteriaOf, limitsOf, type Overlay } from '../services/overlay.js';
import type { Criterion, Service } from '../services/service.js';
import { overlap } from '../values/civil-date.js';
import { entryOn } from '../values/dated-series.js';
import { readClauses } from './define.js';
import { severityIssues } from './severities.js';
import { overlaySchema } from './service.js';

/** What overlays ask, or what is wrong with them: each by itself, beside those before it, and beside what it extends. */
export function readOverlays(
  stated: readonly unknown[],
  services: readonly Service[],
): { readonly overlays: readonly Overlay[]; readonly issues: readonly Untold[] } {
  const issues: Untold[] = [];
  const overlays: Overlay[] = [];
  for (const [place, data] of stated.entries()) {
    const read = readClauses(overlaySchema, data);
    if ('issues' in read) {
      for (const issue of read.issues) issues.push(below(place, issue));
      continue;
    }
    // Names of readings were compared with those that there are.
    const overlay = read.value as Overlay;
    for (const issue of conflictsOf(overlay, overlays, services)) issues.push(below(place, issue));
    overlays.push(overlay);
  }
  return { overlays, issues };
}

function below(place: number, issue: Untold): Untold {
  return () => {
    const one = typeof issue === 'function' ? issue() : issue;
    return { ...one, path: `/overlays/${String(place)}${one.path}` };
  };
}

function conflictsOf(
  overlay: Overlay,
  before: readonly Overlay[],
  services: readonly Service[],
): InputIssue[] {
  const extended = services.filter(({ id }) => id === overlay.extends);
  if (extended.length === 0) return [notOnFile(overlay.extends, services)];
  const others = before.filter((one) => one.extends === overlay.extends).flatMap(criteriaOf);
  return [
    ...idConflicts(overlay, before, services),
    ...spanConflicts(overlay, extended),
    ...extended.flatMap((service) => limitConflicts(overlay, service)),
    ...groupConflicts(overlay, extended),
    ...ruleConflicts(overlay, [...extended.flatMap(({ criteria }) => criteria), ...others]),
    ...severityConflicts(overlay, [...extended.flatMap(({ criteria }) => criteria), ...others]),
  ];
}

function notOnFile(id: string, services: readonly Service[]): InputIssue {
  const ids = [...new Set(services.map((service) => service.id))];
  const near = nearest(id, ids, 3);
  const advice = near === undefined ? `on file: ${ids.join(', ')}` : `did you mean "${near}"?`;
  return issue('service-not-on-file', '/extends', `expected the id of a service on file; ${advice}`);
}

function idConflicts(
  { id }: Overlay,
  before: readonly Overlay[],
  services: readonly Service[],
): InputIssue[] {
  const isTaken = services.some(
    (service) => service.id === id || service.criteria.some(({ rule }) => rule === id),
  );
  if (isTaken) return [issue('id-taken', '/id', 'expected an id of its own, found that of what is on file')];
  return before.some((one) => one.id === id)
    ? [issue('said-twice', '/id', 'an overlay before it has this id')]
    : [];
}

/** Days may be left out, and none added. */
function spanConflicts({ inForce }: Overlay, extended: readonly Service[]): InputIssue[] {
  const { from, through } = inForce ?? {};
  const isEarlier = from !== undefined && extended.every((service) => from < (service.inForce.from ?? ''));
  const isLater =
    through !== undefined &&
    extended.every(({ inForce: of }) => of.through !== undefined && through > of.through);
  return [
    ...(isEarlier
      ? [issue('does-not-fit', '/inForce/from', 'expected no day before those of the service')]
      : []),
    ...(isLater
      ? [issue('does-not-fit', '/inForce/through', 'expected no day after those of the service')]
      : []),
  ];
}

/** On no day a limit is higher than that of the service. */
function limitConflicts(overlay: Overlay, { limits = [] }: Service): InputIssue[] {
  const own = limitsOf(overlay);
  return own.flatMap((limit, place) => {
    const { per, from = '', units } = limit;
    const ofPeriod = own.filter((one) => one.per === per);
    const ofService = limits.filter((one) => one.per === per);
    const days = [from, ...ofService.flatMap((one) => one.from ?? [])];
    const inForce = days.filter((day) => entryOn(ofPeriod, day) === limit);
    const lowest = Math.min(...inForce.flatMap((day) => entryOn(ofService, day)?.units ?? []));
    const message = `expected at most ${String(lowest)}, as the service allows on some of these days`;
    return units > lowest ? [issue('does-not-fit', `/limits/${String(place)}/units`, message)] : [];
  });
}

function groupConflicts({ group }: Overlay, extended: readonly Service[]): InputIssue[] {
  const lowest = Math.min(...extended.flatMap((service) => service.group?.perStaff ?? []));
  return group !== undefined && group.perStaff > lowest
    ? [issue('does-not-fit', '/group/perStaff', `expected at most ${String(lowest)}, as the service allows`)]
    : [];
}

/** A clause of an overlay stands beside those of the service and of other overlays, never in place of one. */
function ruleConflicts({ criteria = [] }: Overlay, others: readonly Criterion[]): InputIssue[] {
  return criteria.flatMap((criterion, place) =>
    others.some((other) => other.rule === criterion.rule && overlap(other, criterion))
      ? [
          issue(
            'said-twice',
            `/criteria/${String(place)}/rule`,
            'this rule id stands in the service or in an overlay before, for some of the same days',
          ),
        ]
      : [],
  );
}

/** A severity is raised, and never lessened. */
function severityConflicts(
  { severities = {}, criteria = [] }: Overlay,
  others: readonly Criterion[],
): InputIssue[] {
  const clauses = [...others, ...criteria];
  const ids = [...computedIds, ...clauses.map(({ rule }) => rule)];
  const lessened = Object.entries(severities).filter(
    ([rule, severity]) =>
      severity === 'warning' && clauses.some((one) => one.rule === rule && one.severity !== 'warning'),
  );
  return [
    ...severityIssues(severities, ['error', 'warning'], ids),
    ...lessened.map(([rule]) =>
      issue(
        'does-not-fit',
        jsonPointer(['severities', rule]),
        'expected "error", as it is already: an overlay may raise a severity, and lessen none',
      ),
    ),
  ];
}

function issue(code: IssueCode, path: string, message: string): InputIssue {
  return { code, path, message };
}
