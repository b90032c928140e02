import type { RuleStatement } from '../explain/rule-page.js';
import { issueInWords, type InputIssue } from '../facts/input-error.js';
import { placeAt } from '../findings/places.js';
import type { Severity } from '../findings/result.js';
import type { Finding } from '../rules/index.js';
import { version } from '../version.js';
import type { Format, ReportOptions } from './format.js';
import { homepage } from './generated.js';
import { itemsOf, type Item } from './items.js';
import { jsonText } from './json.js';
import { createKeys } from './keys.js';
import { clauseInWords, waivedInWords } from './own-rules.js';
import {
  findAmong,
  located,
  otherOf,
  placeInWords,
  positionInWords,
  STANDARD_INPUT,
  type CheckedRecord,
  type Find,
  type Found,
} from './records.js';
import { clausesOf, plain, toDo, toldOf, type Told } from './told.js';
import { chargeOf } from './worst-first.js';

/**
 * SARIF 2.1.0. What fails is of kind `fail`; what is not known `open`, and what is due `review`, which have the level `none`
 * by section 3.27.10 of the standard. With `openAs: 'note'` both are of kind `fail` and level `note`, as the standard
 * gives a level to that kind alone. `partialFingerprints` hold a key that stays the same from one run to the next.
 */
export const sarif: Format = {
  name: 'sarif',
  says: 'is SARIF 2.1.0 for code scanning: a result for each finding, with its place, its rule and a key that stays the same from run to run. What cannot be read is a notification. What is open or due has no level, or with --open-as note that of a note.',
  streams: false,
  tellsNotices: true,
  open(options) {
    const rules = new Map<string, { readonly index: number; readonly rule: object }>();
    const notifications: object[] = [];
    const keyOf = createKeys();
    let comma = '';

    function indexOf(finding: Finding): number {
      const known = rules.get(finding.rule);
      if (known !== undefined) return known.index;
      rules.set(finding.rule, { index: rules.size, rule: descriptorOf(finding, options) });
      return rules.size - 1;
    }

    return {
      start: `{\n"$schema": "${SCHEMA}",\n"version": "2.1.0",\n"runs": [{\n"results": [`,
      *records(done) {
        const find = findAmong(done, options.historyPlaces);
        for (const checked of done) {
          const record = located(checked);
          const items = itemsOf(record);
          if (record.result.kind === 'invalid')
            notifications.push(...record.result.issues.map((issue) => unreadable(issue, record)));
          for (const told of toldOf(record)) {
            const result = {
              ruleIndex: indexOf(told.finding),
              ...resultOf(told, record, find, options),
              partialFingerprints: { [KEY]: keyOf(record, told.finding.rule, pointerOf(told)) },
              properties: propertiesOf(told, record, items),
            };
            yield `${comma}\n${jsonText(result)}`;
            comma = ',';
          }
        }
      },
      *end({ totals, notices }) {
        const told = notices.map(({ code, message }) => ({
          descriptor: { id: code },
          level: 'note',
          message: { text: plain(message) },
        }));
        const invocation = {
          executionSuccessful: totals.invalid === 0,
          toolExecutionNotifications: [...notifications, ...told],
        };
        const driver = {
          name: 'billability',
          version,
          informationUri: homepage,
          rules: [...rules.values()].map(({ rule }) => rule),
        };
        yield `\n],\n"invocations": [${jsonText(invocation)}],\n"tool": ${jsonText({ driver })}\n}]\n}\n`;
      },
    };
  },
};

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const KEY = 'entryRulePlace/v1';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function pointerOf({ line }: Told): string {
  return line === undefined ? '' : `/lines/${String(line)}`;
}

function resultOf(told: Told, record: CheckedRecord, find: Find, { openAs }: ReportOptions): object {
  const { finding, line } = told;
  const { rule, message, waived, places = {} } = finding;
  const other = otherOf(finding);
  return {
    ruleId: rule,
    ...kindOf(finding, openAs),
    message: { text: plain([message, ...toDo(finding)].join(' ')) },
    ...(waived !== undefined && {
      suppressions: [{ kind: 'external', status: 'accepted', justification: waivedInWords(waived) }],
    }),
    locations: [
      locationOf(record, [
        ...(line === undefined ? [] : [{ name: `line ${String(line + 1)}` }]),
        ...[...new Set(Object.values(places))].map((place) => ({ fullyQualifiedName: plain(place) })),
      ]),
    ],
    ...(other !== null && {
      relatedLocations: [
        {
          ...placed(find(other), positionInWords(other)),
          message: { text: 'The other one that it is about.' },
        },
      ],
    }),
  };
}

function propertiesOf({ finding, line }: Told, { result: { id } }: CheckedRecord, items: readonly Item[]) {
  const { outcome, severity } = finding;
  return {
    outcome,
    severity,
    ...(id !== undefined && { id: plain(id) }),
    ...chargeOf(items.filter((item) => line === undefined || item.line === line)),
  };
}

function kindOf({ outcome, severity }: Finding, openAs: ReportOptions['openAs']): object {
  if (outcome === 'fail') return { kind: 'fail', level: levels[severity] };
  if (openAs === 'note') return { kind: 'fail', level: 'note' };
  return { kind: outcome === 'unknown' ? 'open' : 'review', level: 'none' };
}

interface LogicalLocation {
  readonly name?: string;
  readonly fullyQualifiedName?: string;
}

function locationOf({ entry, place, result: { id } }: CheckedRecord, within: readonly LogicalLocation[]) {
  const location = placed({ place, id }, `entry ${String(entry + 1)}`);
  return { ...location, logicalLocations: [...location.logicalLocations, ...within] };
}

/** Where something stands: file and line where these are known, and its key or what begins there. */
function placed({ place, id }: Found, otherwise: string) {
  const where = place === undefined ? otherwise : placeInWords(place);
  const logical: LogicalLocation = {
    ...(id !== undefined && { name: plain(id) }),
    fullyQualifiedName: plain(where),
  };
  if (place === undefined || place.file === STANDARD_INPUT) return { logicalLocations: [logical] };
  const { file, line } = place;
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      ...(line !== undefined && { region: { startLine: line } }),
    },
    logicalLocations: [logical],
  };
}

/** A file as it was named, as a URI: of an absolute path one with a scheme. */
function uriOf(file: string): string {
  const [drive] = /^[A-Za-z]:(?=[\\/])/.exec(file) ?? [''];
  const path = drive === '' ? file : file.slice(drive.length).replaceAll('\\', '/');
  const encoded = path
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (drive !== '') return `file:///${drive}${encoded}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}

function unreadable(issue: InputIssue, record: CheckedRecord): object {
  const place = placeAt(issue.path, record.places ?? {});
  return {
    descriptor: { id: issue.code },
    level: 'error',
    message: { text: plain(issueInWords(issue)) },
    locations: [locationOf(record, place === undefined ? [] : [{ fullyQualifiedName: plain(place) }])],
  };
}

/** What is told of a rule: its statements where they are known, or else the clause of the finding. */
function descriptorOf(finding: Finding, { explain }: ReportOptions): object {
  const { rule } = finding;
  const more = `billability explain ${rule} tells what it demands in each service.`;
  const statements = explain?.(rule).statements ?? [];
  const [first] = statements;
  const page = rule.startsWith('custom/') ? {} : { helpUri: `${homepage}/blob/main/docs/rules/${rule}.md` };
  const named = { id: rule, ...page };
  if (first === undefined) return { ...named, help: { text: [...clausesOf(finding), more].join('\n') } };
  return {
    ...named,
    shortDescription: { text: plain(first.says) },
    fullDescription: { text: plain([...new Set(statements.map(({ says }) => says))].join(' ')) },
    help: { text: [...statements.flatMap(statementLines), more].join('\n') },
    defaultConfiguration: { level: levels[first.severity] },
  };
}

function statementLines({ says, services }: RuleStatement): string[] {
  const clauses = new Set(services.map(({ citation }) => plain(clauseInWords(citation))));
  return [plain(says), ...[...clauses].map((clause) => `  ${clause}`)];
}
