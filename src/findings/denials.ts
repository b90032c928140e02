import type { Denial } from './result.js';

/**
 * The denials that a failure may draw, by number. Which one a payer sends is the payer's choice, so each is likely or
 * possible and none is certain. The numbers are kept by X12 (https://x12.org/codes); the words are ours.
 */
export interface DrawnDenials {
  readonly failure: string;
  readonly denials: readonly Denial[];
}

/** Drawn instead where the paper, plan or assessment does not exist, the plan's dates miss the day, or a credential lapsed. */
export type SpecialCase = 'nothingThere' | 'notInForce' | 'lapsed';

interface DenialRow extends DrawnDenials, Partial<Record<SpecialCase, DrawnDenials>> {}

/** Of what shows on a claim. */
function likely(carc: string, rarc?: string, group: Denial['group'] = 'CO'): Denial {
  return { carc, ...(rarc !== undefined && { rarc }), group, likelihood: 'likely', seenAt: 'claim' };
}

function possible(carc: string, rarc?: string, group?: Denial['group']): Denial {
  return { ...likely(carc, rarc, group), likelihood: 'possible' };
}

/** Of what no claim shows: it may come years later, as a recovery, and is never likely. */
function atAudit(carc: string, rarc?: string): Denial {
  return { ...possible(carc, rarc), seenAt: 'audit' };
}

const noAssessment = { failure: 'There is no assessment.', denials: [atAudit('252', 'N42')] } as const;

export const denialTable = {
  limit: {
    failure: 'More units than are paid for in a period.',
    denials: [likely('119', 'N362'), possible('273')],
  },
  unitsBeyondTime: {
    failure: 'More units than the record supports.',
    denials: [atAudit('151', 'N206')],
  },
  unitCount: {
    failure: 'The unit count cannot be processed.',
    denials: [likely('16', 'M53')],
  },
  timeOfService: {
    failure: 'The time of service cannot be processed.',
    denials: [atAudit('16', 'N443')],
  },
  notYetDelivered: {
    failure: 'Billed before the day of service.',
    denials: [likely('110')],
  },
  notTakenPlace: {
    failure: 'Nothing was furnished.',
    denials: [atAudit('112')],
  },
  birthDate: {
    failure: 'The birth date is after the date of service.',
    denials: [likely('14')],
  },
  age: {
    failure: "The service does not fit the member's age.",
    denials: [likely('6', 'N129')],
  },
  adultProgram: {
    failure: 'The program is for adults, and the text names no age.',
    denials: [possible('6', 'N129')],
  },
  program: {
    failure: 'The member is not enrolled in what the service is for.',
    denials: [atAudit('177', 'N30')],
  },
  programRules: {
    failure: "The way the service is given or staffed does not meet the program's rules.",
    denials: [atAudit('272', 'N180')],
  },
  renderingStaff: {
    failure: 'The rendering person may not give the service.',
    denials: [atAudit('185', 'N570')],
    lapsed: {
      failure: 'A credential that would do is not held on the day.',
      denials: [atAudit('185', 'N570'), atAudit('B7', 'N570')],
    },
  },
  notCovered: {
    failure: 'What was done is not the covered service.',
    denials: [atAudit('96', 'N180')],
  },
  plan: {
    failure: 'The plan does not carry the service.',
    denials: [atAudit('272', 'M135')],
    notInForce: {
      failure: 'The dates of the plan miss the date of service.',
      denials: [atAudit('272', 'N351')],
    },
  },
  code: {
    failure: 'The code cannot be processed: another one, a modifier twice, or one of another funding.',
    denials: [likely('16', 'M51'), possible('181', 'M51')],
  },
  modifier: {
    failure: 'A modifier does not belong to the code.',
    denials: [likely('4', 'N519')],
  },
  informationalModifier: {
    failure: 'A modifier says how the service was given, and none is asked.',
    denials: [possible('4', 'N519')],
  },
  missingModifier: {
    failure: 'A modifier that the code needs is missing.',
    denials: [likely('16', 'N822')],
  },
  duplicate: {
    failure: 'The same session was billed before.',
    denials: [likely('18', 'M86', 'OA')],
  },
  oneLine: {
    failure: 'One code was billed on several lines of a day.',
    denials: [possible('18', 'M86', 'OA')],
  },
  sameId: {
    failure: 'Another entry has the same id.',
    denials: [possible('18', 'M86', 'OA')],
  },
  replacedClaim: {
    failure: 'The claim for which it stands is not named.',
    denials: [likely('16', 'M47')],
  },
  memberOverlap: {
    failure: 'The member has another service at the same time.',
    denials: [atAudit('97', 'M80'), atAudit('236', 'M80')],
  },
  excessCharge: {
    failure: 'The charge is over the rate on file: the excess only.',
    denials: [likely('45', 'N600')],
  },
  necessity: {
    failure: "The member's standing or assessment does not show medical necessity.",
    denials: [atAudit('50', 'N661')],
    nothingThere: noAssessment,
  },
  diagnosis: {
    failure: 'The diagnosis is in none of the classes named.',
    denials: [likely('11', 'N569'), possible('167', 'N569')],
    nothingThere: noAssessment,
  },
  training: {
    failure: 'Training that the document asks for is missing.',
    denials: [atAudit('185', 'N570')],
  },
  agency: {
    failure: "The agency's certification or approval is missing.",
    denials: [atAudit('B7', 'N570'), atAudit('299', 'N570')],
  },
  bundled: {
    failure: 'Paid inside another service.',
    denials: [likely('97', 'M15')],
  },
  paper: {
    failure: 'A paper asked for at review is incomplete.',
    denials: [atAudit('251', 'N237')],
    nothingThere: { failure: 'A paper asked for at review is not there.', denials: [atAudit('252', 'N706')] },
  },
  note: {
    failure: 'A note asked for at review is incomplete.',
    denials: [atAudit('251', 'N394')],
    nothingThere: { failure: 'A note asked for at review is not there.', denials: [atAudit('252', 'N393')] },
  },
} as const satisfies Record<string, DenialRow>;

/** A row of the denial table, by what failed. What each row stands for: `docs/denials.md`. */
export type DenialKey = keyof typeof denialTable;

/** Fresh copies of a row's denials, for a finding to keep. */
export function denialsOf(key: DenialKey | undefined, special?: SpecialCase): Denial[] {
  if (key === undefined) return [];
  const row: DenialRow = denialTable[key];
  const { denials } = (special === undefined ? undefined : row[special]) ?? row;
  return denials.map((denial) => ({ ...denial }));
}

/** Every kind of failure of a row. */
export function kindsOf(key: DenialKey): [special: SpecialCase | undefined, DrawnDenials][] {
  const { nothingThere, notInForce, lapsed, ...usual }: DenialRow = denialTable[key];
  const all = [
    [undefined, usual],
    ['nothingThere', nothingThere],
    ['notInForce', notInForce],
    ['lapsed', lapsed],
  ] as const;
  return all.flatMap(([special, drawn]) =>
    drawn === undefined ? [] : [[special, drawn] as [SpecialCase | undefined, DrawnDenials]],
  );
}
