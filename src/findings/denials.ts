import type { Denial } from './result.js';

/** Where a failure draws other denials than those of its row. */
export const specialCases = {
  nothingThere: 'There is no such paper, plan or assessment at all.',
  notInForce: "The plan's dates miss the date of service.",
  lapsed: 'A credential that would do is not held on the day.',
} as const;
export type SpecialCase = keyof typeof specialCases;

/**
 * The denials that a failure may draw, by number. Which one a payer sends is the payer's choice, so each is likely or
 * possible and none is certain. The numbers are kept by X12 (https://x12.org/codes); the words are ours.
 */
interface DenialRow extends Partial<Record<SpecialCase, readonly Denial[]>> {
  /** What the denial is for, in our words. */
  readonly failure: string;
  readonly denials: readonly Denial[];
}

function likely(carc: string, rarc?: string, group: Denial['group'] = 'CO'): Denial {
  return { carc, ...(rarc !== undefined && { rarc }), group, likelihood: 'likely' };
}

function possible(carc: string, rarc?: string): Denial {
  return { ...likely(carc, rarc), likelihood: 'possible' };
}

export const denialTable = {
  limit: {
    failure: 'More units than are paid for in a period.',
    denials: [likely('119', 'N362'), possible('273')],
  },
  unitsBeyondTime: {
    failure: 'More units than the record supports.',
    denials: [likely('151', 'N206')],
  },
  unitCount: {
    failure: 'The unit count cannot be processed.',
    denials: [likely('16', 'M53')],
  },
  timeOfService: {
    failure: 'The time of service cannot be processed.',
    denials: [likely('16', 'N443')],
  },
  notYetDelivered: {
    failure: 'Billed before the day of service.',
    denials: [likely('110')],
  },
  age: {
    failure: "The service does not fit the member's age.",
    denials: [likely('6', 'N129')],
  },
  program: {
    failure: 'The member is not enrolled in what the service is for.',
    denials: [likely('177', 'N30')],
  },
  programRules: {
    failure: "The way the service is given or staffed does not meet the program's rules; seen at audit.",
    denials: [likely('272', 'N180')],
  },
  renderingStaff: {
    failure: 'The rendering person may not give the service.',
    denials: [likely('185', 'N570')],
    lapsed: [likely('185', 'N570'), possible('B7', 'N570')],
  },
  notCovered: {
    failure: 'What was done is not the covered service.',
    denials: [likely('96', 'N180')],
  },
  plan: {
    failure: 'The plan does not carry the service.',
    denials: [likely('272', 'M135')],
    notInForce: [likely('272', 'N351')],
  },
  code: {
    failure: 'The code cannot be processed: another one, a modifier twice, or one of another funding.',
    denials: [likely('16', 'M51'), possible('181', 'M51')],
  },
  modifier: {
    failure: 'A modifier does not belong to the code.',
    denials: [likely('4', 'N519')],
  },
  missingModifier: {
    failure: 'A modifier that the code needs is missing.',
    denials: [likely('16', 'N822')],
  },
  duplicate: {
    failure: 'The same session was billed before.',
    denials: [likely('18', 'M86', 'OA')],
  },
  memberOverlap: {
    failure: 'The member has another service at the same time.',
    denials: [likely('97', 'M80'), possible('236', 'M80')],
  },
  excessCharge: {
    failure: 'The charge is over the rate on file: the excess only.',
    denials: [likely('45', 'N600')],
  },
  necessity: {
    failure: "The member's standing or assessment does not show medical necessity.",
    denials: [likely('50', 'N661')],
    nothingThere: [likely('252', 'N42')],
  },
  diagnosis: {
    failure: 'The diagnosis is in none of the classes named.',
    denials: [likely('11', 'N569'), possible('167', 'N569')],
    nothingThere: [likely('252', 'N42')],
  },
  training: {
    failure: 'Training that the document asks for is missing.',
    denials: [possible('185', 'N570')],
  },
  agency: {
    failure: "The agency's certification or approval is missing.",
    denials: [likely('B7', 'N570'), possible('299', 'N570')],
  },
  bundled: {
    failure: 'Paid inside another service.',
    denials: [likely('97', 'M15')],
  },
  paper: {
    failure: 'A paper asked for at review is incomplete.',
    denials: [likely('251', 'N237')],
    nothingThere: [likely('252', 'N706')],
  },
  note: {
    failure: 'A note asked for at review is incomplete.',
    denials: [likely('251', 'N394')],
    nothingThere: [likely('252', 'N393')],
  },
} as const satisfies Record<string, DenialRow>;

export type DenialKey = keyof typeof denialTable;

/** Fresh copies of a row, for a finding to keep. */
export function denialsOf(key: DenialKey | undefined, reason: SpecialCase | 'denials' = 'denials'): Denial[] {
  if (key === undefined) return [];
  const row: DenialRow = denialTable[key];
  return (row[reason] ?? row.denials).map((denial) => ({ ...denial }));
}
