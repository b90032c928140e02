import { aboutOf, type About } from '../facts/about.js';
import { issueInWords, type InputIssue } from '../facts/input-error.js';
import type { Holder } from '../facts/rows/row.js';
import { placeAt } from '../findings/places.js';
import type { Finding } from '../rules/index.js';
import type { ReportOptions } from './format.js';
import { isNotBilled, itemsOf, type Item } from './items.js';
import { holderOf, mainPathOf, nextStep } from './next-step.js';
import { located, type CheckedRecord } from './records.js';

/** One thing to do about a record: a fact to find out, something to correct, or a paper that is due. */
export interface ToDo {
  /** Who can answer, or would correct it. */
  readonly heldBy: Holder;
  /** Left out of what is wrong with a record as a whole. */
  readonly about: About | undefined;
  /** What it is of; left out where it is of a claim as a whole, or of what cannot be read. */
  readonly item: Item | undefined;
  /** Left out of what cannot be read. */
  readonly finding: Finding | undefined;
  readonly message: string;
  /** Of a fact that is not known. */
  readonly question: string | undefined;
  /** What a biller does about it, beside asking; left out of information. */
  readonly toDo: string | undefined;
  /** JSON Pointers of the facts that may have to be corrected, and of those that are asked for. */
  readonly facts: readonly string[];
  readonly missing: readonly string[];
  /** Where these stand in the person's file. */
  readonly places: readonly string[];
  /** With the rule, what tells it from the others of the record. */
  readonly rule: string;
  readonly at: string;
}

type Missing = Finding['missing'][number];

/** What a finding that is not waived lacks, but for what the report as a whole asks for once. */
export function missingOf(
  { missing, waived }: Finding,
  { history, asksForHistory }: ReportOptions,
): Finding['missing'] {
  if (waived !== undefined) return [];
  const isAskedOnce = history === undefined && asksForHistory === true;
  return isAskedOnce ? missing.filter(({ path }) => path !== '/history') : missing;
}

/** With the history given, what is not known of it is the units of other sessions, which ask for them themselves. */
export function waitsForOthers({ path }: Missing, { history }: ReportOptions): boolean {
  return path === '/history' && history !== undefined;
}

/** All that is to be done about a record, in the order of its findings; nothing where it needs nothing, or nobody means to bill it. */
export function toDosOf(checked: CheckedRecord, options: ReportOptions): ToDo[] {
  const record = located(checked);
  const { result } = record;
  if (result.kind === 'invalid') return result.issues.map((issue) => ofIssue(issue, record));
  if (isNotBilled(record)) return [];
  const ofWhole = result.kind === 'session' ? [] : ofFindings(result.findings, undefined, options);
  const ofItems = itemsOf(record).flatMap((item) => ofFindings(item.result.findings, item, options));
  return [...ofWhole, ...ofItems];
}

function ofIssue(issue: InputIssue, { places }: CheckedRecord): ToDo {
  const { code, path } = issue;
  const place = placeAt(path, places ?? {});
  return {
    heldBy: 'billing',
    about: path === '' ? undefined : aboutOf(path),
    item: undefined,
    finding: undefined,
    message: issueInWords(issue),
    question: undefined,
    toDo: undefined,
    facts: [path],
    missing: [],
    places: place === undefined ? [] : [place],
    rule: code,
    at: path,
  };
}

function ofFindings(findings: readonly Finding[], item: Item | undefined, options: ReportOptions): ToDo[] {
  return findings.flatMap((finding) => {
    const { rule, message, paths, places = {} } = finding;
    const main = mainPathOf(finding);
    const all: ToDo = {
      heldBy: holderOf(finding),
      about: aboutAt(main, item),
      item,
      finding,
      message,
      question: undefined,
      toDo: finding.severity === 'info' ? undefined : nextStep(finding),
      facts: paths,
      missing: [],
      places: [...new Set(Object.values(places))],
      rule,
      at: item?.line === undefined ? '' : `/lines/${String(item.line)}`,
    };
    const isAlone = finding.missing.length === 0 || finding.waived !== undefined;
    return isAlone ? [all] : ofMissing(missingOf(finding, options), all, options);
  });
}

/** What is found of a claim as a whole is about no single session. */
function aboutAt(pointer: string, item: Item | undefined): About {
  const about = aboutOf(pointer);
  return item === undefined && about === 'session' ? 'claim' : about;
}

/** Of several words of one list the question is the same, and is asked once. */
function ofMissing(missing: readonly Missing[], all: ToDo, options: ReportOptions): ToDo[] {
  const asked = new Map<string, ToDo>();
  for (const fact of missing) {
    const { path, heldBy } = fact;
    const question = waitsForOthers(fact, options) ? SETTLE_OTHERS : fact.question;
    const before = asked.get(question) ?? {
      ...all,
      question,
      heldBy,
      about: aboutAt(path, all.item),
      at: path,
    };
    asked.set(question, { ...before, missing: [...before.missing, path] });
  }
  return [...asked.values()];
}

const SETTLE_OTHERS =
  "Settle the member's sessions before it, whose units are not known; this one follows from them.";

/** The units and the charge that wait for it: of a claim as a whole those of its lines. */
export function amountsOf(
  { item }: ToDo,
  { result }: CheckedRecord,
): Partial<Pick<Item, 'units' | 'charge'>> {
  return item ?? (result.kind === 'claim' ? result.totals : {});
}
