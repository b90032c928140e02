import {
  describeService,
  explain,
  facts,
  type FactPath,
  type MissingFact,
  type Session,
  type SessionResult,
} from 'billability';
import { holders } from '../../../../src/explain/words';
import { answerIn } from '../../../examples/screen/src/questions';

export type Finding = SessionResult['findings'][number];

export const verdicts = {
  billable: 'Billable',
  'not-billable': 'Not billable',
  undetermined: 'Cannot be told yet',
} as const;

const said = new Map<string, string>();

/** What a rule demands, in the words of the service. */
export function saysOf(rule: string, service: string): string {
  const key = `${rule} ${service}`;
  const known = said.get(key);
  if (known !== undefined) return known;
  const { statements } = explain(rule as Finding['rule']);
  const own = statements.find(({ services }) => services.some(({ id }) => id === service)) ?? statements[0];
  const says = own?.says ?? rule;
  said.set(key, says);
  return says;
}

const readings = new Map<string, ReturnType<typeof describeService>['readings']>();

/** What a document leaves open, and what is taken for it: a question and its answer. */
export function readingOf(name: string, service: string): { question: string; choice: string } | undefined {
  const known = readings.get(service) ?? describeService(service).readings;
  readings.set(service, known);
  return known.find((one) => one.name === name);
}

/** How a rule came out, in words; nothing where the service does not have it. */
export function outcomesOf({ findings, passed, notApplicable }: SessionResult): ReadonlyMap<string, string> {
  return new Map([
    ...passed.map((rule) => [rule, 'passes'] as const),
    ...notApplicable.map(({ rule }) => [rule, 'does not apply'] as const),
    ...findings.map((finding) => [finding.rule, outcomeInWords(finding)] as const),
  ]);
}

export function outcomeInWords({ outcome, severity }: Finding): string {
  if (outcome === 'unknown') return 'is not known';
  if (outcome === 'due') return 'is due later';
  return severity === 'error' ? 'fails' : 'is to be looked at';
}

export interface Flip {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

/** The rules that come out otherwise than before. */
export function flipsOf(before: SessionResult, after: SessionResult): Flip[] {
  const [one, other] = [outcomesOf(before), outcomesOf(after)];
  const nowhere = 'is not asked';
  return [...new Set([...one.keys(), ...other.keys()])]
    .map((rule) => ({ rule, before: one.get(rule) ?? nowhere, after: other.get(rule) ?? nowhere }))
    .filter(({ before: was, after: is }) => was !== is);
}

/** A fact that is asked for, and the findings that it would settle. */
export interface Asked extends MissingFact {
  readonly findings: readonly Finding[];
}

/** What is missing, each fact once, by who holds it. */
export function askedOf(findings: readonly Finding[]): [holder: MissingFact['heldBy'], asked: Asked[]][] {
  const all = new Map<string, Asked>();
  for (const finding of findings)
    for (const one of finding.missing) {
      const known = all.get(one.path);
      all.set(one.path, { ...one, findings: [...(known?.findings ?? []), finding] });
    }
  return [...Map.groupBy(all.values(), ({ heldBy }) => heldBy)];
}

/** Who holds an answer, as part of a sentence. */
export function whoOf(holder: MissingFact['heldBy']): string {
  return holder === 'billing' ? holders[holder] : `the ${holders[holder]}`;
}

/** What the start of the form asks for by itself. */
const atStart = ['/id', '/service', '/dateOfService', '/phase'];

/** The facts that a session states, so that each can be changed. */
export function statedIn(session: Session): string[] {
  return (Object.keys(facts) as FactPath[])
    .map((path) => `/${path.replaceAll('.', '/')}`)
    .filter((pointer) => !atStart.includes(pointer) && answerIn(session, pointer) !== undefined);
}
