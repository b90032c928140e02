import type { Claim } from '../../facts/generated/types.js';
import type { FoundRecord } from '../../facts/found.js';
import type { Problems } from '../reader.js';
import {
  statedAt,
  type FoundLine,
  type LineSegments,
  type Named,
  type Stated,
  type X12LineFacts,
} from './line.js';
import { jurisdictionOf, type X12Mapping } from './mapping.js';
import { componentsOf } from './tokenizer.js';
import { placeOf, type Placed } from './transactions.js';

/** A claim that was read from an 837P. */
export interface X12Claim extends FoundRecord<Claim> {
  /** Of each line of the claim, what has no field in it. */
  readonly lineFacts: readonly X12LineFacts[];
}

/** Whom loop 2010BA or 2010CA names. */
export interface Person extends Named {
  birthDate?: Stated;
}

/** What stands above a claim, and holds for those that follow too. */
export interface Above {
  biller?: Named & { readonly isPerson: boolean };
  funding?: Stated | undefined;
  subscriber?: Person | undefined;
  patient?: Person | undefined;
  payer?: Named | undefined;
}

/** A claim of which more segments may come. */
export interface OpenClaim {
  readonly segment: Placed;
  replaces?: Stated;
  readonly diagnoses: Stated[];
  staff?: Named;
  supervisor?: Named;
  line?: LineSegments | undefined;
  readonly lines: FoundLine[];
  /** Of the facts of its lines, by JSON Pointer into the claim. */
  readonly places: Record<string, string>;
  leftOut: number;
}

const frequencies = new Map<string, Claim['frequency']>([
  ['1', 'original'],
  ['7', 'replacement'],
  ['8', 'void'],
]);

/** A part of CLM05. */
export function partOf(segment: Placed, part: 0 | 2): Stated | undefined {
  const text = componentsOf(segment, 5)[part] ?? '';
  return text === '' ? undefined : { text, place: placeOf(segment, '2300', `CLM05-${String(part + 1)}`) };
}

/** A claim with what stands above it. */
export function claimOf(open: OpenClaim, above: Above, mapping: X12Mapping, problems: Problems): X12Claim {
  const { segment, replaces, diagnoses } = open;
  const { biller, funding, payer } = above;
  const id = statedAt(segment, '2300', 1);
  const place = placeOf(segment, '2300', 'CLM');
  const say = (code: string, message: string, at = place) => {
    problems.add({ code, place: at, message });
  };
  const member = above.patient ?? above.subscriber ?? {};
  if (member.id === undefined)
    say(
      'x12-member-without-key',
      'The member of the claim has no identifier: limits and duplicates cannot be told. A patient beside the subscriber is not the subscriber.',
    );
  const jurisdiction = jurisdictionOf(mapping, payer?.id?.text ?? '');
  if (jurisdiction === undefined)
    say(
      'x12-payer',
      'The payer of the claim is not in "payers": whose rules apply is not known, and its lines are of no service on file. Name its identifier there.',
      payer?.id?.place,
    );
  const stated = partOf(segment, 2);
  const frequency = frequencies.get(stated?.text ?? '');
  const isOther = stated !== undefined && frequency === undefined;
  if (isOther)
    say(
      'x12-frequency',
      'CLM05-3 is neither 1 (original), 7 (replacement) nor 8 (void): the lines of the claim are left out.',
      stated.place,
    );
  const lines = isOther ? [] : open.lines;
  const linesLeftOut = open.leftOut + open.lines.length - lines.length;
  const listed = mapping.claimDiagnoses === true ? diagnoses : [];
  const isMedicaid = funding?.text === 'MC';
  const value: Claim = {
    ...(id && { id: id.text }),
    ...(frequency && { frequency }),
    ...(replaces && { replaces: replaces.text }),
    jurisdiction: jurisdiction ?? '',
    ...(linesLeftOut > 0 && { linesLeftOut }),
    ...(isMedicaid && { funding: 'medicaid' }),
    ...((member.id ?? member.birthDate) && {
      member: {
        ...(member.id && { id: member.id.text }),
        ...(member.birthDate && { birthDate: member.birthDate.text }),
      },
    }),
    ...(biller?.id && { agency: { id: biller.id.text } }),
    ...(listed.length > 0 && { assessment: { diagnoses: listed.map(({ text }) => text) } }),
    lines: lines.map(({ line }) => line),
  };
  // One object for all of them: a copy of it would be what takes longest.
  const places: Record<string, string> = isOther ? {} : open.places;
  places[''] = place;
  const put = (pointer: string, fact: Pick<Stated, 'place'> | undefined) => {
    if (fact !== undefined) places[pointer] = fact.place;
  };
  put('/id', id);
  put('/frequency', stated);
  put('/replaces', replaces);
  put('/jurisdiction', payer?.id);
  put('/funding', isMedicaid ? funding : undefined);
  put('/member/id', member.id);
  put('/member/birthDate', member.birthDate);
  put('/agency/id', biller?.id);
  for (const [number, code] of listed.entries()) put(`/assessment/diagnoses/${String(number)}`, code);
  return { value, places, line: segment.line, lineFacts: lines.map(({ facts }) => facts) };
}
