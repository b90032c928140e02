import { frequencies } from './codes.js';
import { agency, member, staff } from './people.js';
import { assessment, plan } from './plan-and-assessment.js';
import { fact, group, type GroupRow } from './row.js';
import { dateOfService, dateOfServiceThrough, funding, sessionFacts, times } from './session.js';

const sessionOfLine = group(
  {
    name: 'SessionFacts',
    says: 'Facts of the session behind the line, where they are known.',
    more: 'What a claim line cannot carry: times, format, activities and documentation of the session behind it.',
  },
  sessionFacts,
);

const line = group(
  {
    name: 'ClaimLine',
    says: 'A line of a claim: one service on one day.',
    more: 'Its code and modifiers name the service; `service` is stated only where they cannot. `charge` is for all units of the line.',
  },
  {
    lineNumber: fact('lineNumber', 'billing', 'the number of the line', 'Which line of the claim is it?', {
      means: 'From 1.',
      leftOut: 'Its place in the list.',
    }),
    procedureCode: fact('key', 'billing', 'the procedure code', 'Under which procedure code is it billed?', {
      means: 'A HCPCS code, a local code, or code and modifiers run together ("H2017HOHQ").',
      isRequired: true,
    }),
    modifiers: fact('texts', 'billing', 'the modifiers', 'Which modifiers does the line have?', {
      means: 'In any order.',
      leftOut: 'None but those run together with the code.',
    }),
    service: fact('serviceId', 'billing', 'the service', 'Which service is it?', {
      means: 'Only where several definitions share a code, or a definition has none.',
      leftOut: 'Told by the code.',
    }),
    dateOfService,
    dateOfServiceThrough,
    units: fact('quantity', 'billing', 'the units', 'How many units are billed?', {
      means: 'Whether the number is whole is for a rule to judge.',
      leftOut: 'The units that the time of its session supports.',
    }),
    charge: fact('money', 'billing', 'the charge', 'What is the charge for all units of the line?', {
      leftOut: 'No charge is judged.',
    }),
    staff,
    session: sessionOfLine,
  },
);

export const linesLeftOut = fact(
  'wholeNumber',
  'billing',
  'the lines that were left out',
  'How many lines of the claim could not be carried over from where it comes from?',
  { means: 'An adapter states it.', leftOut: 'None.' },
);

export const claim = group(
  {
    name: 'Claim',
    says: 'A professional claim: what goes to the payer, thinner than the sessions behind it.',
    more: 'Facts that stand for all lines are stated once: member, agency, plan and assessment.',
    example: [
      'const claim: Claim = {',
      "  jurisdiction: 'MO',",
      "  member: { id: 'M-1', birthDate: '1980-05-02' },",
      "  lines: [{ procedureCode: 'H2017', modifiers: ['TG'], dateOfService: '2024-03-12', units: 6, charge: '29.70' }],",
      '};',
      'parseClaim(claim).ok; // true',
    ],
  },
  {
    id: fact('text', 'billing', "the claim's own key", 'Under which key is the claim kept?', {
      means:
        "The caller's own key of the claim: given back in the result, never read and never put in a message.",
    }),
    frequency: fact(
      { one: frequencies },
      'billing',
      'the frequency',
      'Is it a first claim, or for another?',
      {
        means: 'A void is judged by claim/replaces alone.',
        leftOut: 'Original.',
      },
    ),
    replaces: fact('key', 'billing', 'the claim that it stands for', 'For which claim does it stand?', {
      means: "Of a replacement or a void: the `id` of the other claim, or the payer's number of it.",
    }),
    payerClaimId: fact('key', 'billing', "the payer's number", 'Which number has the payer given it?', {
      means: 'Where it has one, such as CLP07 of an 835.',
    }),
    jurisdiction: fact('text', 'billing', 'the jurisdiction', 'Whose rules apply?', {
      means: '"MO", "SC" or "MT".',
      isRequired: true,
    }),
    linesLeftOut,
    funding: { ...funding, leftOut: 'Told by the code of each line.' },
    member,
    agency,
    plan,
    assessment,
    lines: { ...line, isList: true } satisfies GroupRow,
  },
);

const useFacts = {
  id: fact('text', 'billing', "the session's own key", "What is the session's own key?", {
    means:
      'A prior use with the key, service and day of the session under check, and of no other member, is that session, and is not counted.',
  }),
  service: fact('serviceId', 'billing', 'the service', 'Which service is it?', {
    means: 'The id of a definition, such as "mo/peer-support".',
    leftOut: 'No definition has its code, which is stated.',
  }),
  procedureCode: fact('text', 'billing', 'the procedure code', 'Under which procedure code was it billed?', {
    means: 'Only where no definition has it: a use of it may be of any service without a code on file.',
  }),
  modifiers: fact('texts', 'billing', 'the modifiers', 'Which modifiers did it have?', {
    means: 'Beside the procedure code, in any order.',
  }),
  payerClaimId: fact('key', 'billing', "the payer's number", 'Which number has the payer given the claim?', {
    means: 'A claim that replaces this or `id` takes its place.',
  }),
  memberId: fact('key', 'billing', "the member's key", 'Whose is it?', {
    leftOut: 'The member of the check; a batch asks for it.',
  }),
  dateOfService,
  dateOfServiceThrough,
  units: fact('signedQuantity', 'billing', 'the units', 'How many units were billed?', {
    means:
      'Fewer than none where it reverses another use of the member, service and day, of as many units or more; a use that was voided is left out.',
    isRequired: true,
  }),
  minutes: fact('quantity', 'billing', 'the minutes spent', 'How many minutes were spent with the member?'),
  startTime: times.startTime,
  endTime: times.endTime,
};

export const priorUse = group(
  {
    name: 'PriorUse',
    says: 'Units already billed, and neither denied nor voided: for limits, duplicates and overlaps.',
    more: 'One with the `id`, service and day of a session under check, and of no other member, is that session, and is not counted.',
    example: [
      "const use: PriorUse = { service: 'mo/peer-support', memberId: 'M-1', dateOfService: '2025-03-03', units: 25 };",
    ],
  },
  useFacts,
);
