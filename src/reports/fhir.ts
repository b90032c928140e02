import { issueInWords, type InputIssue, type IssueCode } from '../facts/input-error.js';
import { placeAt } from '../findings/places.js';
import type { FindingOutcome, Severity } from '../findings/result.js';
import type { Format } from './format.js';
import { jsonText } from './json.js';
import { located, type CheckedRecord } from './records.js';
import { verdicts } from './text/page.js';
import { clausesOf, messageOf, plain, toDo, toldOf, type Told } from './told.js';

/**
 * An OperationOutcome of FHIR R4 for each record, a line each. Where an adapter has read the record from FHIR, `expression`
 * is the FHIRPath of what a finding is about. Codes in `details` are ids of rules or codes of issues, of systems of ours.
 */
export const fhir: Format = {
  name: 'fhir',
  says: 'is an OperationOutcome of FHIR R4 for each record, as NDJSON. What is not known is a warning with the code "required", and what is due is information.',
  streams: true,
  tellsNotices: false,
  open: () => ({
    start: '',
    *records(done) {
      for (const record of done) yield `${jsonText(outcomeOf(located(record)))}\n`;
    },
    end: () => [],
  }),
};

/** The systems of our codes. They are stable: programs compare them. */
const systems = { rule: 'urn:billability:rule', issue: 'urn:billability:issue' } as const;

/** As FHIR names them. */
interface Issue {
  readonly severity: 'fatal' | 'error' | 'warning' | 'information';
  readonly code: string;
  readonly details: object;
  readonly diagnostics?: string;
  readonly expression?: readonly string[];
}

function outcomeOf(record: CheckedRecord): object {
  const { id } = record.result;
  const issues = issuesOf(record);
  return {
    resourceType: 'OperationOutcome',
    ...(id !== undefined && /^[A-Za-z0-9\-.]{1,64}$/.test(id) && { id }),
    issue: issues.length === 0 ? [nothingFound(record)] : issues,
  };
}

function issuesOf(record: CheckedRecord): Issue[] {
  const { result } = record;
  return result.kind === 'invalid'
    ? result.issues.map((issue) => unreadable(issue, record))
    : toldOf(record).map((told) => issueOf(told, record));
}

function nothingFound({ result }: CheckedRecord): Issue {
  const { words } = verdicts[result.kind === 'void' ? 'void' : result.verdict];
  return {
    severity: 'information',
    code: 'informational',
    details: { text: `All OK: ${words}; nothing is found.` },
  };
}

type Kind = Pick<Issue, 'severity' | 'code'>;

const ofFailure: Readonly<Record<Severity, Kind>> = {
  error: { severity: 'error', code: 'business-rule' },
  warning: { severity: 'warning', code: 'business-rule' },
  info: { severity: 'information', code: 'informational' },
};

const kinds: Readonly<Record<FindingOutcome, (severity: Severity) => Kind>> = {
  fail: (severity) => ofFailure[severity],
  unknown: () => ({ severity: 'warning', code: 'required' }),
  due: () => ({ severity: 'information', code: 'informational' }),
};

function issueOf({ finding, line }: Told, record: CheckedRecord): Issue {
  const { rule, outcome, severity, waived, places = {} } = finding;
  const of = line === undefined ? '' : `Line ${String(line + 1)}: `;
  return {
    ...(waived === undefined ? kinds[outcome](severity) : kinds.due(severity)),
    details: { coding: [{ system: systems.rule, code: plain(rule) }], text: plain(of + messageOf(finding)) },
    diagnostics: plain([...toDo(finding), ...clausesOf(finding)].join(' ')),
    ...expressionOf(Object.values(places), record),
  };
}

/** What is wrong with the form of a record; anything else is wrong with a value. */
const ofIssue: Partial<Readonly<Record<IssueCode, string>>> = {
  'not-stated': 'required',
  'unknown-key': 'structure',
  'not-plain-data': 'structure',
  'not-json': 'structure',
  'not-a-row': 'structure',
  'not-utf-8': 'structure',
  'service-not-on-file': 'not-supported',
};

function unreadable(issue: InputIssue, record: CheckedRecord): Issue {
  const place = placeAt(issue.path, record.places ?? {});
  return {
    severity: 'fatal',
    code: ofIssue[issue.code] ?? 'value',
    details: { coding: [{ system: systems.issue, code: issue.code }], text: plain(issueInWords(issue)) },
    ...expressionOf(place === undefined ? [] : [place], record),
  };
}

/** The FHIRPath of places in resources; none of places in files of another kind. */
function expressionOf(places: readonly string[], record: CheckedRecord): Pick<Issue, 'expression'> {
  const whole = record.places?.[''] ?? '';
  const expression = new Set(places.flatMap((place) => fhirPathOf(place, whole)));
  return expression.size === 0 ? {} : { expression: [...expression] };
}

/** Such as `Encounter/e1`; of one without an id `line 3: Encounter`. */
const RESOURCE = /^(?:.*: )?([A-Z][A-Za-z]+)(?:\/\S+)?$/;
/** Such as `.item[0].quantity`. */
const PATH = /^(?:\.[a-z]\w*(?:\[\d+\])?)*$/;

/** Of `Encounter/e1.period.start` what stands in the standard: `Encounter.period.start`. An id may have a dot in it. */
function fhirPathOf(place: string, whole: string): string[] {
  const dot = place.indexOf('.', place.lastIndexOf(': ') + 1);
  const end = dot === -1 ? place.length : dot;
  const cut = place === whole || place.startsWith(`${whole}.`) ? whole.length : end;
  const [, type] = RESOURCE.exec(place.slice(0, cut)) ?? [];
  const path = place.slice(cut);
  return type !== undefined && PATH.test(path) ? [type + path] : [];
}
