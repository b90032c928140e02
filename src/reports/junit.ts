import { issueInWords } from '../facts/input-error.js';
import type { Finding } from '../rules/index.js';
import { formatFinding } from './format-result.js';
import type { Format } from './format.js';
import { holdsBack, isNotBilled, itemsOf } from './items.js';
import { fileInWords, located, type CheckedRecord } from './records.js';
import { printable } from './text/layout.js';
import { toDo, toldOf, type Told } from './told.js';
import { chargeOf } from './worst-first.js';

/** How Jenkins and its like count a test case. A pass is in the number of all alone. */
type Outcome = 'pass' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly outcome: Outcome;
  readonly xml: string;
}

/** JUnit XML: a test case for each record, and a test suite for each file. */
export const junit: Format = {
  name: 'junit',
  says: 'is JUnit XML for dashboards of CI: a test case for each record. One that is not billable is a failure, one that cannot be read an error; one that cannot be told yet, or that nobody bills, is skipped.',
  streams: false,
  tellsNotices: false,
  open() {
    const suites = new Map<string, Case[]>();
    return {
      start: '<?xml version="1.0" encoding="UTF-8"?>\n',
      records(done) {
        for (const record of done) {
          const name = suiteOf(record);
          const cases = suites.get(name) ?? [];
          cases.push(caseOf(located(record), name));
          suites.set(name, cases);
        }
        return [];
      },
      *end() {
        yield `<testsuites${attributes({ name: 'billability', ...countsOf([...suites.values()].flat()) })}>\n`;
        for (const [name, cases] of suites) {
          yield `<testsuite${attributes({ name, ...countsOf(cases) })}>\n`;
          for (const { xml } of cases) yield xml;
          yield '</testsuite>\n';
        }
        yield '</testsuites>\n';
      },
    };
  },
};

function suiteOf({ place }: CheckedRecord): string {
  return place === undefined ? 'entries' : fileInWords(place.file);
}

function countsOf(cases: readonly Case[]): Record<string, string> {
  const counted = (counted: Outcome) => String(cases.filter(({ outcome }) => outcome === counted).length);
  return {
    tests: String(cases.length),
    failures: counted('failure'),
    errors: counted('error'),
    skipped: counted('skipped'),
  };
}

/** By its own key, so that it keeps its history where rows move. */
function nameOf({ entry, place, result: { id } }: CheckedRecord): string {
  const line = place?.line === undefined ? place?.at : `line ${String(place.line)}`;
  return id ?? line ?? `entry ${String(entry + 1)}`;
}

function caseOf(record: CheckedRecord, classname: string): Case {
  const { place, result } = record;
  const told = toldOf(record);
  const { outcome, element } = outcomeOf(record, told);
  const output =
    told.length === 0 || outcome === 'failure' ? '' : `<system-out>${text(detailsOf(told))}</system-out>\n`;
  const verdict = result.kind === 'void' ? 'void' : result.verdict;
  const line = place?.line === undefined ? {} : { line: String(place.line) };
  const properties = Object.entries({ verdict, ...chargeOf(itemsOf(record)), ...line })
    .map(([name, value]) => `<property${attributes({ name, value })}/>\n`)
    .join('');
  return {
    outcome,
    xml: `<testcase${attributes({ name: nameOf(record), classname })}>\n<properties>\n${properties}</properties>\n${element}${output}</testcase>\n`,
  };
}

function outcomeOf(record: CheckedRecord, told: readonly Told[]): { outcome: Outcome; element: string } {
  const { result } = record;
  if (result.kind === 'invalid') {
    const issues = result.issues.map(issueInWords);
    const type = result.issues.map(({ code }) => code).join(' ');
    return {
      outcome: 'error',
      element: elementOf('error', { message: issues.join(' '), type }, issues.join('\n')),
    };
  }
  const replaced = result.notices.filter(({ code }) => code === 'replaced');
  const holding = told.map(({ finding }) => finding).filter(holdsBack);
  if (isNotBilled(record)) return skipped(messageOf(replaced.length > 0 ? replaced : holding));
  if (result.verdict === 'undetermined') return skipped(messageOf(holding));
  if (result.verdict !== 'not-billable') return { outcome: 'pass', element: '' };
  const failing = holding.filter((finding) => finding.outcome === 'fail');
  const type = [...new Set(failing.map(({ rule }) => rule))].join(' ');
  const message = messageOf(failing);
  return { outcome: 'failure', element: elementOf('failure', { message, type }, detailsOf(told)) };
}

function messageOf(said: readonly Pick<Finding, 'message'>[]): string {
  return said.map(({ message }) => message).join(' ');
}

function skipped(message: string): { outcome: Outcome; element: string } {
  return { outcome: 'skipped', element: elementOf('skipped', { message }, '') };
}

function detailsOf(told: readonly Told[]): string {
  return told
    .map(({ finding, line }) => {
      const of = line === undefined ? '' : `line ${String(line + 1)}, `;
      return [of + formatFinding(finding), ...toDo(finding, []).map((step) => `  ${step}`)].join('\n');
    })
    .join('\n');
}

function elementOf(name: string, of: Readonly<Record<string, string>>, content: string): string {
  return `<${name}${attributes(of)}>${text(content)}</${name}>\n`;
}

function attributes(of: Readonly<Record<string, string>>): string {
  return Object.entries(of)
    .map(([name, value]) => ` ${name}="${text(printable(value)).replaceAll('"', '&quot;')}"`)
    .join('');
}

/** Text as XML 1.0 has it. What is no character of it, such as half of one, has another in its place. */
function text(content: string): string {
  return content
    .replace(/[^\t\n\u0020-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
