import type { Denial } from './result.js';

/**
 * The denials that a failure may draw, by number. Which one a payer sends is the payer's choice, so each is likely or
 * possible and none is certain. The numbers are kept by X12 (https://x12.org/codes); the words are ours.
 */
interface DenialRow {
  readonly denials: readonly Denial[];
  /** Instead of them, where the paper, the plan or the assessment does not exist at all. */
  readonly nothingThere?: readonly Denial[];
  /** Instead of them, where the plan's dates miss the date of service. */
  readonly notInForce?: readonly Denial[];
  /** Instead of them, where a credential that would do is not held on the day. */
  readonly lapsed?: readonly Denial[];
}

function likely(carc: string, rarc?: string, group: Denial['group'] = 'CO'): Denial {
  return { carc, ...(rarc !== undefined && { rarc }), group, likelihood: 'likely' };
}

function possible(carc: string, rarc?: string): Denial {
  return { ...likely(carc, rarc), likelihood: 'possible' };
}

export const denialTable = {
  /** More units than the plan pays for in a period. */
  limit: { denials: [likely('119', 'N362'), possible('273')] },
  /** More units than the record supports. */
  unitsBeyondTime: { denials: [likely('151', 'N206')] },
  /** The unit count cannot be processed. */
  unitCount: { denials: [likely('16', 'M53')] },
  /** The time of service cannot be processed. */
  timeOfService: { denials: [likely('16', 'N443')] },
  /** Billed before the day of service. */
  notYetDelivered: { denials: [likely('110')] },
  /** The service does not fit the member's age. */
  age: { denials: [likely('6', 'N129')] },
  /** The member is not enrolled in what the service is for. */
  program: { denials: [likely('177', 'N30')] },
  /** The way the service is given or staffed does not meet the program's rules; seen at audit. */
  programRules: { denials: [likely('272', 'N180')] },
  /** The rendering person may not give the service; B7 where a credential lapsed. */
  renderingStaff: {
    denials: [likely('185', 'N570')],
    lapsed: [likely('185', 'N570'), possible('B7', 'N570')],
  },
  /** What was done is not the covered service. */
  notCovered: { denials: [likely('96', 'N180')] },
  /** The plan does not carry the service. */
  plan: { denials: [likely('272', 'M135')], notInForce: [likely('272', 'N351')] },
  /** The code, or a doubled modifier, cannot be processed. */
  code: { denials: [likely('16', 'M51'), possible('181', 'M51')] },
  /** A modifier that does not belong to the code. */
  modifier: { denials: [likely('4', 'N519')] },
  /** A modifier that the code needs. */
  missingModifier: { denials: [likely('16', 'N822')] },
  /** The same session billed before. */
  duplicate: { denials: [likely('18', 'M86', 'OA')] },
  /** Another service for the member at the same time. */
  memberOverlap: { denials: [likely('97', 'M80'), possible('236', 'M80')] },
  /** The charge is over the rate on file: the excess only. */
  excessCharge: { denials: [likely('45', 'N600')] },
  /** The member's standing or assessment does not show medical necessity. */
  necessity: { denials: [likely('50', 'N661')], nothingThere: [likely('252', 'N42')] },
  /** The diagnosis is in none of the classes named. */
  diagnosis: {
    denials: [likely('11', 'N569'), possible('167', 'N569')],
    nothingThere: [likely('252', 'N42')],
  },
  /** Training that the document asks for. */
  training: { denials: [possible('185', 'N570')] },
  /** The agency's certification or approval. */
  agency: { denials: [likely('B7', 'N570'), possible('299', 'N570')] },
  /** Paid inside another service. */
  bundled: { denials: [likely('97', 'M15')] },
  /** Papers asked for at review: incomplete, or not there. */
  paper: { denials: [likely('251', 'N237')], nothingThere: [likely('252', 'N706')] },
  /** The same for a note. */
  note: { denials: [likely('251', 'N394')], nothingThere: [likely('252', 'N393')] },
} as const satisfies Record<string, DenialRow>;

export type DenialKey = keyof typeof denialTable;

/** Fresh copies of a row, for a finding to keep. */
export function denialsOf(key: DenialKey | undefined, reason: keyof DenialRow = 'denials'): Denial[] {
  if (key === undefined) return [];
  const row: DenialRow = denialTable[key];
  return (row[reason] ?? row.denials).map((denial) => ({ ...denial }));
}
