import { checkSession, type CheckOptions, type SessionResult } from '../../../src/index.js';
import type { RulePage } from '../../../src/explain/rule-page.js';
import { caseFiles, sessionOf, type Case } from '../../support/cases.js';
import { changesOf, type Change } from './changes.js';

/** A conformance case, run once. */
export interface RunCase {
  readonly name: string;
  /** The complete session that it changes. */
  readonly base: string;
  readonly service: string;
  readonly changes: readonly Change[];
  readonly options: CheckOptions | undefined;
  readonly verdict: string;
  readonly result: SessionResult;
}

const everyCase: readonly RunCase[] = caseFiles().flatMap(([, cases]) => cases.map(run));

function run({ name, base, change, options, verdict }: Case): RunCase {
  const session = sessionOf({ base, change });
  return {
    name,
    base,
    service: session.service,
    changes: changesOf(sessionOf({ base, change: {} }), session),
    options,
    verdict,
    result: checkSession(session, options),
  };
}

/** By rule, the facts that its failures point at. */
const decidingFacts: ReadonlyMap<string, ReadonlySet<string>> = factsPointedAt();

function factsPointedAt(): Map<string, Set<string>> {
  const byRule = new Map<string, Set<string>>();
  const findings = everyCase.flatMap(({ result }) => result.findings);
  for (const { rule, paths } of findings.filter(({ outcome }) => outcome === 'fail')) {
    const facts = byRule.get(rule) ?? new Set();
    for (const path of paths)
      facts.add(
        path
          .slice(1)
          .replace(/\/\d+$/, '')
          .replaceAll('/', '.'),
      );
    byRule.set(rule, facts);
  }
  return byRule;
}

/** Facts that cases about other facts change with them. */
const changedAlong = ['dateOfService', 'charge'];
/** A case that changes more areas than this is about how rules go together. */
const MOST_AREAS = 4;

/** The cases in which a rule finds something, and those in which only facts that decide it are changed and it does not. */
export function casesOf({ rule, facts, readings }: RulePage): RunCase[] {
  const reads = facts.map(({ path }): string => path);
  const deciding = [...(decidingFacts.get(rule) ?? reads)];
  const settings = readings.flatMap(({ setting }) => setting?.option ?? []);
  const isIn = (list: readonly string[], { path }: Change) =>
    list.some((fact) => fact === path || fact.startsWith(`${path}.`));

  function isAbout({ changes, options = {}, verdict }: RunCase): boolean {
    const others = changes.filter((change) => !isIn(reads, change));
    if (others.some(({ path }) => !changedAlong.includes(path))) return false;
    const stated = {
      history: (options.history ?? []).length > 0,
      day: options.asOf != null,
      readings: options.readings != null,
      missingFacts: options.missingFacts != null,
    };
    const read = {
      history: reads.includes('history'),
      day: rule === 'session/delivered' || settings.includes('weekStartsOn'),
      readings: Object.keys(options.readings ?? {}).some((name) => settings.includes(name)),
      missingFacts: false,
    };
    const ways = Object.keys(stated) as (keyof typeof stated)[];
    if (ways.some((way) => stated[way] && !read[way])) return false;
    if (ways.some((way) => stated[way])) return true;
    if (changes.length === 0) return verdict === 'billable';
    return !read.history && changes.some((change) => isIn(deciding, change));
  }

  const found = everyCase.filter((one) => {
    const { findings, passed, notApplicable } = one.result;
    const areas = new Set(one.changes.map(({ path }) => path.split('.')[0]));
    if (areas.size > MOST_AREAS) return false;
    if (findings.some((finding) => finding.rule === rule)) return true;
    const isJudged = passed.includes(rule) || notApplicable.some((other) => other.rule === rule);
    return isJudged && isAbout(one);
  });
  const each = new Map([...found].reverse().map((one) => [contentOf(one), one]));
  return [...each.values()].reverse();
}

/** What two cases of the same content share. */
function contentOf({ base, changes, options }: RunCase): string {
  return JSON.stringify([base, changes, options]);
}
