import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  services,
  type Checker,
  type CheckOptions,
  type Finding,
  type SessionResult,
} from '../../src/index.js';
import { checkerOf } from '../../src/check/checker.js';
import type { CompiledService } from '../../src/check/compiled-service.js';
import type { ReadyRule, ReadyRules } from '../../src/check/judged-rules.js';
import { TRUE } from '../../src/conditions/truth.js';
import { configured } from '../../src/configured.js';
import { readsOf, rulesOf } from '../../src/rules/index.js';
import { openPaths } from '../../src/facts/words.js';
import { expectSame } from '../support/alike.js';
import { lawRuns } from '../support/runs.js';
import { agreementOf, type RuleOutcome } from '../support/agreement.js';
import { codesAt, domainsOn, openListsAt, placeAt, UNLISTED } from '../support/domains.js';
import { completions, NONE, optionsStating, sessionStating, type Stated } from '../support/facts.js';

/**
 * The law of missing facts: the outcome of a rule, with its severity, is what all completions of the missing facts
 * agree on; where they do not agree it is unknown, with the highest severity of any.
 */

const ON = '2024-03-01';
/** What settles no rule: the caller's key, and the hire date, which only bounds what the first service may be. */
const settlesNothing = ['id', 'staff.hireDate'];

function leftOutMeans(path: string): string | undefined {
  const row = placeAt.get(path)?.row;
  return row === undefined || row.kind === 'group' ? undefined : row.leftOut;
}

/** Facts whose silence has a meaning: they vary, and no completion states them. */
function isSilenceHeard(path: string): boolean {
  // Of the people in a group, and of the format, it is heard only beside a value of the other.
  return leftOutMeans(path) !== undefined && !['group.participants', 'format'].includes(path);
}

type Domains = Readonly<Record<string, readonly unknown[]>>;

/** What may be stated for a rule of a service. */
function stateableFor(known: Domains, reads: readonly string[]): Domains {
  // Of an assessment that does not exist nobody can tell which review it was for.
  if (!reads.includes('assessment.review')) return known;
  return Object.fromEntries(
    Object.entries(known).map(([path, values]) => [path, values.filter((value) => value !== NONE)]),
  );
}

/**
 * What completes a fact and is not stated. Groups and their staff have no largest: 10 may have the largest group of the
 * domains, and stated they would ask for a larger one.
 */
const onlyCompleting: Domains = { 'group.staff': [10] };

function completing(path: string, stateable: Domains): readonly unknown[] {
  return [...(stateable[path] ?? []), ...(onlyCompleting[path] ?? [])];
}

/** In the domains a word on no list stands for what is none of ours. */
const words = Object.fromEntries(openPaths.map((path) => [path, { [UNLISTED]: 'other' }]));
/** And these are words of which it is not known what they mean. */
const OPEN = ['an-own-word', 'another-word'];

const codes = { 'mo/peer-support': [{ procedureCode: 'X0001', rate: '4.95', providerPay: '4.38' }] };
const onFile = configured({ codes, words });
const checker = checkerOf(onFile);

/** A checker that judges by one rule, once the definition is in force, and passes all others: of all that is tried no more is asked. */
function checkerOfRule(rule: string): Checker {
  const made = new Map<CompiledService, CompiledService>();
  const withRule = (compiled: CompiledService): CompiledService => {
    const own = made.get(compiled) ?? { ...compiled, ready: readyFor(rule, compiled) };
    made.set(compiled, own);
    return own;
  };
  return checkerOf({
    ...onFile,
    find(id, on) {
      const compiled = onFile.find(id, on);
      return compiled && withRule(compiled);
    },
  });
}

/** All stay in their places, by which it is told what was decided of them. */
function readyFor(rule: string, { ready, inForce }: CompiledService): ReadyRules {
  const parts = ready.parts.map((part) => ({
    ...part,
    rules: part.rules.map((one): ReadyRule => (one.id === rule ? one : { ...one, met: () => TRUE })),
  }));
  return { ...ready, parts, passed: { names: [inForce.id], after: new Map() } };
}

function findingOf({ findings }: SessionResult, rule: string): Finding | undefined {
  return findings.find((one) => one.rule === rule);
}

function outcomeOf(result: SessionResult, rule: string): RuleOutcome {
  const { passed, notApplicable } = result;
  const finding = findingOf(result, rule);
  if (finding !== undefined) return { outcome: finding.outcome, severity: finding.severity };
  if (passed.some((one) => one === rule) || notApplicable.some((one) => one.rule === rule)) {
    return { outcome: 'pass' };
  }
  throw new Error('a rule that is not judged');
}

/** One fact stands twice in the condition of these rules, so that they may be unknown more often than the law would. */
const factStandsTwice = [
  // The age decides both whether and how a condition of the assessment counts.
  'necessity/child-admission-b',
  // The age at the assessment decides which score counts.
  'necessity/child-admission-i',
];

/** Facts that a rule reads where they are stated, and does not ask for where they are not. */
const notAsked: Readonly<Record<string, readonly string[]>> = {
  'member/born': ['member.birthDate'],
  'staff/own-supervisor': ['staff.id', 'staff.supervisor.id'],
  'plan/goal': ['plan.from'],
  'necessity/child-admission-a': ['assessment.diagnoses'],
  'staff/supervisor-training': ['staff.supervisor.clinical', 'staff.supervisor.trainings'],
};

/**
 * Where the engine judges silence, or says unknown more often than the law would. The contract states the first three; in
 * the fourth the end time stands twice, in the order of the times and in their length.
 * - No clock times: `session/time` is not applicable, and the minutes stated stand for themselves.
 * - `units/unbilled-time` is not applicable while units or time are not known.
 * - Some rules do not ask for a fact, which others ask for or which says something only where it is stated.
 * - Not both clock times: rules about time and units are unknown even where every other time would come out the same.
 */
function isException(rule: string, stated: Stated): 'silence' | 'unknown-more-often' | null {
  const clockTimes = [stated['startTime'], stated['endTime']].filter((time) => time !== undefined).length;
  if (rule === 'units/unbilled-time') return 'silence';
  if (notAsked[rule]?.some((path) => stated[path] === undefined)) return 'silence';
  if (clockTimes === 0 && (rule === 'session/time' || stated['minutes'] !== undefined)) return 'silence';
  if (factStandsTwice.includes(rule)) return 'unknown-more-often';
  return clockTimes < 2 && /^(session\/time|units|claim)/.test(rule) ? 'unknown-more-often' : null;
}

/** The people present, left out of an individual session, are one; a format left out with several people is a group. */
function hasMeaning(path: string, stated: Stated): boolean {
  if (path === 'format') return Number(stated['group.participants'] ?? 1) > 1;
  return path === 'group.participants' && stated['format'] === 'individual';
}

/** A list with words on no list in place of some of its codes: of the last, and of the first two. */
function inOwnWords(path: string, list: unknown): unknown[] {
  if (!isWorded(path) || !Array.isArray(list) || list.length === 0) return [];
  const texts = [list.slice(-1), list.slice(0, 2)].map((some) => some.map(wordOf));
  return texts.map((some) => replaced(list, new Map(some.map((word, place) => [word, String(OPEN[place])]))));
}

function isWorded(path: string): boolean {
  return openPaths.some((one) => one === path);
}

function wordOf(entry: string | { code?: string; topic?: string }): string {
  return typeof entry === 'string' ? entry : String(entry.code ?? entry.topic);
}

/** The list with other words, everywhere that they stand. */
function replaced(list: readonly unknown[], others: ReadonlyMap<string, string>): unknown[] {
  return list.map((entry) => {
    const word = wordOf(entry as string);
    const other = others.get(word) ?? word;
    if (typeof entry === 'string') return other;
    return { ...(entry as object), [Object.hasOwn(entry as object, 'topic') ? 'topic' : 'code']: other };
  });
}

/** Every way to take the words that are on no list: each for a code of its list that matters, or for none. */
function waysToTake(stated: Stated, matters: (code: string) => boolean): Stated[] {
  return Object.keys(stated).reduce<Stated[]>(
    (ways, path) => {
      const list = stated[path];
      if (!isWorded(path) || !Array.isArray(list)) return ways;
      const open = OPEN.filter((word) => list.some((entry) => wordOf(entry as string) === word));
      const codes = [...codesAt(path).filter(matters), UNLISTED];
      return open.reduce(
        (some, word) =>
          some.flatMap((way) =>
            codes.map((code) => ({
              ...way,
              [path]: replaced(way[path] as readonly unknown[], new Map([[word, code]])),
            })),
          ),
        ways,
      );
    },
    [stated],
  );
}

/** Some of the facts, the silent ones always among them; entries of lists may leave a fact out. */
function anyOf(stateable: Domains, open: readonly string[], chance: number): fc.Arbitrary<Stated> {
  const paths = [...new Set([...open, ...Object.keys(stateable).filter(isSilenceHeard)])];
  const entries = paths.map((path) => {
    const values = [...(stateable[path] ?? []), ...openListsAt(path, ON)];
    const known = fc.constantFrom(...values, ...values.flatMap((value) => inOwnWords(path, value)));
    const maybe = fc.oneof(
      { arbitrary: known, weight: chance },
      { arbitrary: fc.constant(undefined), weight: 1 },
    );
    return [path, maybe] as const;
  });
  return fc.record(Object.fromEntries(entries));
}

/** The facts that a finding asks for, by path; those inside a list's entry have a law of their own. */
function askedFor(result: SessionResult, rule: string): readonly string[] {
  const missing = findingOf(result, rule)?.missing ?? [];
  return missing.map(({ path }) => path.slice(1).replaceAll('/', '.'));
}

/** The values that answer what is asked. */
function settling(path: string, isMemberOpen: boolean, stateable: Domains): readonly unknown[] {
  const values = stateable[path] ?? [];
  if (path === 'assessment.diagnoses') return values.filter(isOfForm);
  // Of uses that name members nobody can tell whose they are until the member is known.
  if (path !== 'history' || !isMemberOpen) return values;
  return values.filter((uses) => !JSON.stringify(uses).includes('memberId'));
}

/** Codes of ICD-10-CM are asked for: others, such as those of ICD-9-CM, leave it open what they are. */
function isOfForm(diagnoses: unknown): boolean {
  return !Array.isArray(diagnoses) || diagnoses.every((code) => /^F\d/.test(String(code)));
}

describe.each(services)('the law of missing facts for $id', (service) => {
  const text = JSON.stringify(service);
  /** A code that the service does not name is as good as one on no list. */
  const matters = (code: string) => text.includes(`"${code}"`);
  const known = Object.fromEntries(
    Object.entries(domainsOn(ON, matters)).filter(([path]) => !settlesNothing.includes(path)),
  );

  function check(stated: Stated, by = checker, more: CheckOptions = {}): SessionResult {
    const facts = { service: service.id, dateOfService: ON, ...stated };
    return by.checkSession(sessionStating(facts), { ...optionsStating(stated), ...more });
  }

  /** How a rule comes out of each completion, which is read no more: it has the values of the case, and of the domains. */
  function* ofCompletions(
    all: readonly Stated[],
    own: Domains,
    { id, ofRule }: (typeof rules)[number],
  ): Iterable<RuleOutcome> {
    for (const stated of all)
      for (const complete of completions(stated, own))
        yield outcomeOf(check(complete, ofRule, { trusted: true }), id);
  }

  /** Of the facts that a rule reads, those that a completion states. */
  function openOf(id: string, stateable: Domains): string[] {
    return readsOf(service, id).filter((path) => path in stateable && !isSilenceHeard(path));
  }

  const rules = rulesOf(checker.serviceOf(service.id)).map(({ id }) => ({
    id,
    ofRule: checkerOfRule(id),
  }));

  test.each(rules)('$id', (rule) => {
    const { id, ofRule } = rule;
    const reads = readsOf(service, id);
    const stateable = stateableFor(known, reads);
    const open = openOf(id, stateable);
    // Few facts are left open at a time where a rule reads many, so that all completions can be tried.
    const chance = open.length > 4 ? open.length : 1;
    fc.assert(
      fc.property(anyOf(stateable, open, chance), (stated) => {
        const exception = isException(id, stated);
        if (exception === 'silence') return;
        const own = Object.fromEntries(
          open.filter((path) => !hasMeaning(path, stated)).map((path) => [path, completing(path, stateable)]),
        );
        const agreed = agreementOf(ofCompletions(waysToTake(stated, matters), own, rule));
        const result = check(stated);
        const alone = check(stated, ofRule, { trusted: true });
        const answered = outcomeOf(result, id);
        // What a rule says among the others of its service is what it says alone.
        expectSame([outcomeOf(alone, id), findingOf(alone, id)], [answered, findingOf(result, id)]);
        if (exception === 'unknown-more-often' && answered.outcome === 'unknown') return;
        expectSame(answered, agreed);
      }),
      lawRuns(80, 20141001),
    );
  });

  test.each(rules)('$id: what it asks for settles it', (rule) => {
    const { id, ofRule } = rule;
    const reads = readsOf(service, id);
    const stateable = stateableFor(known, reads);
    const open = openOf(id, stateable);
    fc.assert(
      fc.property(anyOf(stateable, open, open.length), (stated) => {
        const result = check(stated, ofRule, { trusted: true });
        if (outcomeOf(result, id).outcome !== 'unknown') return;
        // A license that is stated alone leaves the question open that it raises.
        if (id === 'staff/supervision') return;
        const asked = askedFor(result, id);
        if (asked.length === 0) expect.unreachable('it asks for nothing');
        if (!asked.every((path) => path in stateable && !isSilenceHeard(path))) return;
        const isMemberOpen = stated['member.id'] === undefined && !asked.includes('member.id');
        const own = Object.fromEntries(asked.map((path) => [path, settling(path, isMemberOpen, stateable)]));
        // What is stated and is not understood is asked for once more.
        const others = Object.fromEntries(Object.entries(stated).filter(([path]) => !asked.includes(path)));
        for (const { outcome } of ofCompletions([others], own, rule))
          if (outcome === 'unknown') expect.unreachable('what it asks for does not settle it');
      }),
      lawRuns(40, 20141001),
    );
  });
});
