import { describe } from '../conditions/describe.js';
import { copyOfCitation, notSetBySource, type Citation } from '../findings/citation.js';
import type { RuleId } from '../findings/finding-data.js';
import type { ReadingName } from '../readings/generated.js';
import { aboutRule, computedRules, computedRulesOf } from '../rules/index.js';
import { spanInWords } from '../rules/service/in-force.js';
import { readingsOfClause } from '../rules/reading-at-issue.js';
import { rulesBeyond } from '../rules/beyond.js';
import { serviceOn } from '../services/by-day.js';
import { documents } from '../services/index.js';
import { overlaysOf, sourceOf } from '../services/overlay.js';
import type { Criterion, Service } from '../services/service.js';
import type { CivilDate } from '../values/civil-date.js';
import { readingRows, type ReadingRow } from './readings.js';

/** One statement of a sheet, with its clause. */
export interface SheetLine {
  says: string;
  /** The rule that judges it. */
  rule?: RuleId;
  /** What the rule demands of the facts, in words. */
  demands?: string;
  citation: Citation;
  /** The named reading that it rests on. */
  reading?: string;
  /** First and last day on which the clause holds, where it states any. */
  from?: CivilDate;
  through?: CivilDate;
}

/** A part of a sheet, such as "Who may get it". */
export interface SheetSection {
  heading: string;
  lines: SheetLine[];
}

/** A service on one page: who, what, how much and what is to be documented, each with its clause. */
export interface ServiceSheet {
  service: string;
  title: string;
  jurisdiction: string;
  /** The day whose clauses, rates and limits are given; left out, all clauses, and the latest rates and limits. */
  on?: CivilDate;
  sections: SheetSection[];
  /** The open questions that the rules of the service rest on, with the choice that was made. */
  readings: ReadingRow[];
}

const LAST_DAY = '9999-12-31';

/** See `describeService` of the public surface, which finds the service. */
export function sheetOf(definition: Service, day?: CivilDate): ServiceSheet {
  const on = (one: Service) => (day === undefined ? one : serviceOn(one, day));
  const service = on(sourceOf(definition));
  const at = day ?? LAST_DAY;
  return {
    service: service.id,
    title: service.title,
    jurisdiction: service.jurisdiction,
    ...(day !== undefined && { on: day }),
    sections: [
      section('In force', computedIn('service', service, at)),
      section('Who may get it', criteriaOf(service, 'member', 'necessity')),
      section('Who may give it', [
        ...criteriaOf(service, 'staff', 'agency'),
        ...computedIn('staff', service, at),
      ]),
      section('What a session is', [
        ...computedIn('session', service, at),
        ...criteriaOf(service, 'session'),
      ]),
      section('How much', amountLines(service, at)),
      section('What is to be planned and documented', criteriaOf(service, 'plan', 'documentation')),
      section('What is paid', [...computedIn('claim', service, at), ...criteriaOf(service, 'claim')]),
      section(
        'What else is asked',
        service.criteria.filter(({ rule }) => rule.startsWith('custom/')).map(criterionLine),
      ),
      section('Beyond the document', linesBeyond(on(definition), service.criteria.length)),
      section('What no rule can judge', unjudgedLines(service)),
    ].filter(({ lines }) => lines.length > 0),
    readings: readingRows(readingsOf(service)),
  };
}

function section(heading: string, lines: SheetLine[]): SheetSection {
  return { heading, lines };
}

/** What a sheet says of the rules of an area that compute. */
function computedIn(area: string, service: Service, on: CivilDate): SheetLine[] {
  const ids = computedRules.map(({ id }) => id).filter((id) => id.startsWith(`${area}/`));
  return ids.flatMap((id) =>
    (aboutRule(id)?.sheet?.(service, on) ?? []).map(({ says, cite, reading }) =>
      line(says, cite, cite === notSetBySource ? undefined : id, reading),
    ),
  );
}

function line(says: string, cite: Citation, rule?: RuleId, reading?: string): SheetLine {
  return {
    says,
    ...(rule !== undefined && { rule }),
    citation: copyOfCitation(cite),
    ...(reading !== undefined && { reading }),
  };
}

function criteriaOf({ criteria }: Service, ...areas: readonly string[]): SheetLine[] {
  return criteria.filter(({ rule }) => areas.some((area) => rule.startsWith(`${area}/`))).map(criterionLine);
}

function criterionLine(criterion: Criterion): SheetLine {
  const { says, cite, rule, reading, from, through } = criterion;
  return {
    ...line(says, cite, rule, reading),
    demands: demandsOf(criterion),
    ...(from !== undefined && { from }),
    ...(through !== undefined && { through }),
  };
}

/** What a clause demands of the facts, in words. */
export function demandsOf({ requires, expects, appliesWhen }: Criterion): string {
  const scope = appliesWhen === undefined ? '' : `; judged only where ${describe(appliesWhen)}`;
  const wish = expects === undefined ? '' : `; a warning unless ${describe(expects)}`;
  return describe(requires) + wish + scope;
}

/** The length of a unit is always told, as not set if need be. */
function amountLines(service: Service, on: CivilDate): SheetLine[] {
  const lines = computedIn('units', service, on);
  const says = 'Units are not limited by this source.';
  return lines.length > 1 ? lines : [...lines, line(says, notSetBySource)];
}

/** What an agency asks beyond the document, in the order in which it is judged. @param own how many clauses are the document's. */
function linesBeyond(service: Service, own: number): SheetLine[] {
  const clauses = service.criteria.slice(own);
  const days = overlaysOf(service).flatMap(({ inForce, cite }) =>
    inForce === undefined
      ? []
      : line(`In force${spanInWords(inForce)}.`, inForce.cite ?? cite, 'service/in-force'),
  );
  const restated = rulesBeyond(service, service.criteria.length).filter(
    ({ id }) => id !== 'service/in-force',
  );
  const raised = overlaysOf(service).flatMap(({ severities = {}, cite }) =>
    Object.entries(severities).map(([rule, severity]) =>
      line(`A failure is at least ${severity === 'error' ? 'an error' : 'a warning'}.`, cite, rule as RuleId),
    ),
  );
  return [
    ...days,
    ...restated.map(({ id, says, cite }) => line(says, cite, id)),
    ...clauses.map(criterionLine),
    ...raised,
  ];
}

function unjudgedLines({ inForce }: Service): SheetLine[] {
  const document = documents.find(({ source }) => source.id === inForce.cite.source);
  return (document?.text ?? []).flatMap((clause) => {
    if (typeof clause === 'string' || clause.because === undefined) return [];
    return [line(`${clause.says} (${clause.because})`, { ...inForce.cite, section: clause.section })];
  });
}

/** Every named reading that the service rests on. */
function readingsOf(service: Service): ReadingName[] {
  const ofComputed = computedRulesOf(service).flatMap(
    (rule) => aboutRule(rule.id)?.readings?.(service) ?? [],
  );
  return [...ofComputed.filter((name) => name !== undefined), ...service.criteria.flatMap(readingsOfClause)];
}
