import { isDeepStrictEqual } from 'node:util';
import { InputError, type Finding, type Notice, type RuleId } from '../../index.js';

type ByRule<Value> = Readonly<Partial<Record<RuleId, Value>>>;
type Parts = Readonly<Record<string, unknown>>;

/** What a case asks of the findings of a result. */
export interface Asked {
  /** Every finding of severity error or warning, by rule, with its outcome. */
  readonly findings?: ByRule<string>;
  readonly severities?: ByRule<string>;
  /** The reading that decides; null where none does. */
  readonly reading?: ByRule<Parts | null>;
  /** Facts that are among the missing ones. */
  readonly missing?: ByRule<readonly (Parts & { readonly path: string })[]>;
  readonly data?: ByRule<Parts>;
  /** Denials that are among those predicted; an empty list where there are none. */
  readonly denials?: ByRule<readonly Parts[]>;
  /** Texts that stand in the message. */
  readonly says?: ByRule<readonly string[]>;
}

/** What a case asks of all that comes back. */
export interface AskedOfAll {
  /** Texts that a notice holds in its code or message. */
  readonly notices?: readonly string[] | undefined;
  /** Texts that no notice holds. */
  readonly noNotices?: readonly string[] | undefined;
  /** Texts that stand nowhere. */
  readonly notSaid?: readonly string[] | undefined;
}

type OfRule = Omit<Required<Asked>, 'findings'>;

/** How a finding answers to each thing that may be asked of it: as asked, or as it is. */
const answers: {
  readonly [What in keyof OfRule]: (
    finding: Finding,
    asked: NonNullable<OfRule[What][RuleId]> | null,
  ) => unknown;
} = {
  severities: ({ severity }) => severity,
  reading: ({ reading = null }) => reading,
  missing: ({ missing }, asked) =>
    asked?.map((one) =>
      like(
        missing.find(({ path }) => path === one.path),
        one,
      ),
    ),
  data: (finding, asked) => like('data' in finding ? finding.data : undefined, asked),
  denials: ({ denials }, asked) =>
    asked?.length === 0
      ? denials
      : asked?.map(
          (one) => denials.map((all) => like(all, one)).find((all) => isDeepStrictEqual(all, one)) ?? denials,
        ),
  says: ({ message }, asked) => asked?.map((text) => (message.includes(text) ? text : message)),
};

const kinds = Object.keys(answers) as (keyof typeof answers)[];

/** What is asked of the findings, without the rest of a case. */
export function askedIn(asked: Asked): Asked {
  const parts = (['findings', ...kinds] as const).map((kind) => [kind, asked[kind]] as const);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined));
}

/** What a result answers: the same as is asked, where all is as it should be. */
export function answerTo(asked: Asked, { findings }: { readonly findings: readonly Finding[] }): Asked {
  const byRule = new Map<string, Finding>(findings.map((finding) => [finding.rule, finding]));
  const answersOf = (kind: keyof typeof answers) =>
    Object.entries(asked[kind] ?? {}).map(([rule, one]) => {
      const finding = byRule.get(rule);
      return [rule, finding && answers[kind](finding, one as never)] as const;
    });
  const asksOf = kinds.filter((kind) => asked[kind] !== undefined);
  return {
    ...(asked.findings !== undefined && { findings: foundIn(findings) }),
    ...Object.fromEntries(asksOf.map((kind) => [kind, Object.fromEntries(answersOf(kind))])),
  };
}

/** Every rule that is found, with its outcome; information is left out. */
function foundIn(findings: readonly Finding[]): Record<string, string> {
  const found = findings.filter(({ severity }) => severity !== 'info');
  return Object.fromEntries(found.map(({ rule, outcome }) => [rule, outcome]));
}

export function askedOfAllIn({ notices, noNotices, notSaid }: AskedOfAll): AskedOfAll {
  return { notices, noNotices, notSaid };
}

/** What all that comes back answers. */
export function answerOfAllTo({ notices, noNotices, notSaid }: AskedOfAll, all: object): AskedOfAll {
  const given = noticesIn(all).map(({ code, message }) => `${code} ${message}`);
  const text = JSON.stringify(all);
  return {
    notices: notices?.map((one) => (given.some((notice) => notice.includes(one)) ? one : given.join('; '))),
    noNotices: noNotices?.filter((one) => given.every((notice) => !notice.includes(one))),
    notSaid: notSaid?.filter((one) => !text.includes(one)),
  };
}

/** The notices of a result, of its lines and of all results of a batch. */
function noticesIn(all: object): Notice[] {
  const {
    notices = [],
    results = [],
    lines = [],
  } = all as {
    readonly notices?: readonly Notice[];
    readonly results?: readonly object[];
    readonly lines?: readonly object[];
  };
  return [...notices, ...[...results, ...lines].flatMap(noticesIn)];
}

/** Places of the input, each with a text that the message of an issue there holds. */
export type AskedIssues = Readonly<Record<string, string>>;

/** What is thrown answers. */
export function issuesAnswered(asked: AskedIssues, run: () => unknown): AskedIssues {
  try {
    run();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { issues } = error;
    const answer = ([place, text]: [string, string]): [string, string] => {
      const there = issues.filter(({ path }) => path === place).map(({ message }) => message);
      return [place, there.some((message) => message.includes(text)) ? text : there.join('; ')];
    };
    return Object.fromEntries(Object.entries(asked).map(answer));
  }
  return {};
}

/** A value without what is not asked of it. Null asks for what is left out, a number of a list for its length. */
export function like(value: unknown, asked: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return typeof asked === 'number' ? value.length : value;
  if (!isObject(asked) || !isObject(value)) return value;
  return Object.fromEntries(Object.keys(asked).map((key) => [key, like(value[key], asked[key])]));
}

function isObject(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
