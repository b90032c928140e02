import type { Citation } from '../findings/citation.js';
import type { RuleId } from '../findings/finding-data.js';
import { everyPer, type LimitRule, type Per } from '../units/period.js';
import type { CivilDate } from '../values/civil-date.js';
import { entryOn } from '../values/dated-series.js';
import type { Criterion, Service, UnitLimit } from './service.js';

/** Where a rule of the agency's own is written. */
export interface AgencyCitation extends Citation {
  readonly source: 'agency';
  readonly basis: 'agency';
}

/**
 * What an agency asks beyond the document of a service: it may add clauses, lower limits, narrow dates and raise
 * severities, and so cannot loosen what the document says. Where a part states no `cite`, that of the overlay holds.
 *
 * @example
 * const overlay: Overlay = {
 *   id: 'custom/peer-policy',
 *   extends: 'mo/peer-support',
 *   limits: [{ per: 'day', units: 16 }],
 *   cite: { source: 'agency', title: 'Policy 7', section: '2.1', basis: 'agency' },
 * };
 */
export interface Overlay {
  /** Named `custom/…`. */
  readonly id: `custom/${string}`;
  /** Id of the service. */
  readonly extends: string;
  /** First and last day: on others, the service is not billed without a person's look. */
  readonly inForce?: {
    readonly from?: CivilDate;
    readonly through?: CivilDate;
    readonly cite?: AgencyCitation;
  };
  /** Each no higher than the document's own; the rule is that of its `per`. */
  readonly limits?: readonly OverlayLimit[];
  /** How many people one qualified staff member may have in a group: no more than by the document. */
  readonly group?: { readonly perStaff: number; readonly cite?: AgencyCitation };
  /** Clauses of the agency's own, their rules named `custom/…`. */
  readonly criteria?: readonly OverlayCriterion[];
  /** What a failure of a rule means at least. */
  readonly severities?: Partial<Record<RuleId, 'error' | 'warning'>>;
  readonly cite: AgencyCitation;
}

/** A lower limit. */
export interface OverlayLimit {
  readonly per: Per;
  readonly rule?: LimitRule;
  readonly units: number;
  readonly from?: CivilDate;
  readonly cite?: AgencyCitation;
}

/** A clause of an agency's own. No payer answers to its failure. */
export type OverlayCriterion = Omit<Criterion, 'cite' | 'denial'> & { readonly cite?: AgencyCitation };

/** What a definition is an extension of. No file states it, and no JSON shows it. */
const extended = /* @__PURE__ */ Symbol('extended');

interface Extended {
  readonly source: Service;
  readonly overlays: readonly Overlay[];
}

type MayBeExtended = Service & { readonly [extended]?: Extended };

/** The definition as its document has it. */
export function sourceOf(service: MayBeExtended): Service {
  return service[extended]?.source ?? service;
}

/** What an agency asks beyond the document. */
export function overlaysOf(service: MayBeExtended): readonly Overlay[] {
  return service[extended]?.overlays ?? noOverlays;
}

const noOverlays: readonly Overlay[] = [];

/** A service with what overlays ask beyond its document: their clauses after its own, and the lowest limits. */
export function withOverlays(service: Service, all: readonly Overlay[]): Service {
  const overlays = all.filter((overlay) => overlay.extends === service.id);
  if (overlays.length === 0) return service;
  const lower = overlays.flatMap(limitsOf);
  const limits =
    lower.length === 0 ? service.limits : lowestOf([service.limits ?? [], ...overlays.map(limitsOf)]);
  const criteria = [...service.criteria, ...overlays.flatMap(criteriaOf)];
  const extendedBy: MayBeExtended = {
    ...service,
    ...(limits !== undefined && { limits }),
    criteria,
    [extended]: { source: service, overlays },
  };
  return extendedBy;
}

/** The limits of an overlay as those of a definition. */
export function limitsOf({ limits = [], cite }: Overlay): UnitLimit[] {
  return limits.map((limit) => ({ cite, ...limit }));
}

/** The clauses of an overlay as those of a definition. */
export function criteriaOf({ criteria = [], cite }: Overlay): Criterion[] {
  return criteria.map((criterion) => ({ ...criterion, cite: criterion.cite ?? cite }));
}

/** Of several series, the lowest value on each day; of those that are equal that of the first. */
export function lowestOf(series: readonly (readonly UnitLimit[])[]): UnitLimit[] {
  return everyPer.flatMap((per) => {
    const ofPeriod = series.map((limits) => limits.filter((limit) => limit.per === per));
    const days = [...new Set(ofPeriod.flat().map(({ from }) => from ?? ''))].sort();
    let before: UnitLimit | undefined;
    return days.flatMap((day) => {
      const inForce = ofPeriod.flatMap((limits) => entryOn(limits, day) ?? []);
      const lowest = inForce.sort((one, other) => one.units - other.units).slice(0, 1);
      return lowest.flatMap((limit) => {
        if (limit === before) return [];
        before = limit;
        return day === '' ? limit : { ...limit, from: day };
      });
    });
  });
}
