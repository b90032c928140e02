import * as z from '../facts/zod.js';
import { issueCodes, type IssueCode } from '../facts/input-error.js';
import { civilDate, money } from '../facts/scalars.js';
import { noticeSentences, type Notice, type PlainNotice, type Summed } from '../findings/notices.js';
import { reasonSentences, type ReasonCode } from '../findings/reasons.js';
import { pointer } from './finding.js';
import { ruleIdSchema } from './rule-id.js';
import { words, wording } from './words.js';

const message = wording('One sentence. It may change; the code does not.');
const count = z.int().check(z.minimum(0));
const of = z.enum(z.everyOne<Summed>({ entry: true, line: true }));
const counted = z.strictObject({ count });

const someWaivers = z.strictObject({ waivers: z.array(pointer) });

type CodeWithData<One extends { code: string }> = One extends { data: unknown } ? One['code'] : never;

const noticeData = {
  'source-age': z.strictObject({ from: civilDate }),
  'rate-date': z.strictObject({ from: civilDate }),
  'rate-bound': z.strictObject({ rate: money, documents: money }),
  'code-bound-to-several': z.strictObject({ services: z.array(z.string()) }),
  'units-left-out': z.strictObject({ count, of }),
  'charges-left-out': z.strictObject({ count, of, unitsNotKnown: count }),
  'no-clock-times': counted,
  'no-staff-key': counted,
  'no-start-time': counted,
  'ids-agree': counted,
  'replaces-nothing': counted,
  'not-compared': z.strictObject({
    staffOverlaps: count,
    groupRosters: count,
    ids: count,
    replacements: count,
    noMember: count,
    keysAlike: count,
  }),
  'uses-of-others': counted,
  'keys-alike': counted,
  'uses-not-on-file': counted,
  'waivers-not-applied': someWaivers,
  'waivers-expired': someWaivers,
  'waivers-unused': someWaivers,
  'waivers-wide': someWaivers,
  problem: z.strictObject({
    code: z.string(),
    place: wording("Where it is first, in the person's file."),
    message: z.string(),
    count: z.exactOptional(z.int().check(z.minimum(1))),
  }),
  reversals: counted,
  'file-read': z.strictObject({ file: z.string(), form: z.string(), told: z.array(z.string()) }),
  'config-found': z.strictObject({ file: z.string() }),
  'list-in-object': z.strictObject({ file: z.string(), key: z.string() }),
  'cells-empty': z.strictObject({
    file: z.string(),
    columns: z.array(z.strictObject({ column: z.string(), count })),
  }),
} satisfies Record<CodeWithData<Notice>, z.mini.ZodMiniType>;

type WithData = {
  [Code in keyof typeof noticeData]: z.mini.ZodMiniObject<
    { code: z.mini.ZodMiniLiteral<Code>; data: (typeof noticeData)[Code]; message: typeof message },
    z.mini.core.$strict
  >;
};

/** `fromEntries` forgets which data goes with which code. */
const noticesWithData = Object.fromEntries(
  Object.entries(noticeData).map(([code, data]) => [
    code,
    z.strictObject({ code: z.literal(code), data, message }),
  ]),
) as unknown as WithData;

function codesBeside<Code extends string>(table: object, withData: object): [Code, ...Code[]] {
  return Object.keys(table).filter((code) => !(code in withData)) as [Code, ...Code[]];
}

export const noticeSchema = z
  .union([
    z.strictObject({
      code: z.enum(codesBeside<PlainNotice['code']>(noticeSentences, noticeData)),
      message,
    }),
    ...Object.values(noticesWithData),
  ])
  .register(words, {
    id: 'Notice',
    title: 'Notice',
    description: 'What a person should know of a result. Its code tells the shape of its data.',
  });

export const notApplicableSchema = z
  .strictObject({
    rule: ruleIdSchema,
    code: z.enum(Object.keys(reasonSentences) as [ReasonCode, ...ReasonCode[]]),
    message,
  })
  .register(words, {
    id: 'NotApplicable',
    title: 'Not applicable',
    description: 'A rule that is not applicable, and why.',
  });

export const issueSchema = z.strictObject({
  code: z.enum(Object.keys(issueCodes) as [IssueCode, ...IssueCode[]]),
  path: pointer,
  message: wording('What is accepted there.'),
});
