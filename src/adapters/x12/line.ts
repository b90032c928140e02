import type { ClaimLine } from '../../facts/generated/types.js';
import type { Problem } from '../../facts/found.js';
import { componentsOf, elementOf } from './tokenizer.js';
import { placeOf, type Placed } from './transactions.js';
import { amountOf, daysOf, quantityOf, type Days } from './values.js';

/** A text of the file, and where it stands. */
export interface Stated {
  readonly text: string;
  readonly place: string;
}

/** Somebody whom a loop names; without an identifier it is not known who it is. */
export interface Named {
  readonly id?: Stated;
}

/** What a service line states for which a claim line of ours has no field. */
export interface X12LineFacts {
  /** The number that the sender gave it (REF*6R); an 835 gives it back. */
  readonly key?: string;
  /** SV105, else that of the claim (CLM05-1). */
  readonly placeOfService?: string;
}

/** The segments of a service line, loops 2400 and 2420. */
export interface LineSegments {
  /** LX; of a line without one, its SV1. */
  readonly first: Placed;
  readonly services: Placed[];
  readonly dates: Placed[];
  key?: Stated;
  staff?: Named;
  supervisor?: Named;
}

/** What stands for every line that does not state its own. */
export interface ForLines {
  readonly placeOfService?: Stated | undefined;
  readonly staff?: Named | undefined;
  readonly supervisor?: Named | undefined;
}

export interface FoundLine {
  readonly line: ClaimLine;
  readonly facts: X12LineFacts;
}

type Why = Omit<Problem, 'count'>;

const LOOP = '2400';
const LEFT_OUT = 'The line is left out, and its claim cannot be found billable.';

function why(code: string, what: string, segment: Placed, element: string): { readonly leftOut: Why } {
  return { leftOut: { code, place: placeOf(segment, LOOP, element), message: `${what} ${LEFT_OUT}` } };
}

/** Text that is there. */
export function statedAt(segment: Placed, loop: string, number: number): Stated | undefined {
  const text = elementOf(segment, number);
  const element = `${String(segment.elements[0])}${String(number).padStart(2, '0')}`;
  return text === '' ? undefined : { text, place: placeOf(segment, loop, element) };
}

/** Takes the place of a fact, by JSON Pointer into what is read. */
export type Put = (pointer: string, place: string) => void;

/**
 * A service line as a line of ours, or why it cannot be one: no part of it is guessed.
 *
 * @param put takes places, by JSON Pointer into the line.
 */
export function lineOf(
  segments: LineSegments,
  forLines: ForLines,
  put: Put,
): FoundLine | { readonly leftOut: Why } {
  const { first, services, dates } = segments;
  const [service, another] = services;
  if (service === undefined)
    return why('x12-line-without-service', 'A service line has no SV1.', first, 'LX01');
  if (another !== undefined) return why('x12-two-services', 'A service line has two SV1.', another, 'SV1');
  const [qualifier, procedureCode = '', ...others] = componentsOf(service, 1);
  if (qualifier !== 'HC' || procedureCode === '')
    return why('x12-line-without-hcpcs', 'SV101 names no HCPCS code (HC).', service, 'SV101');
  const charge = amountOf(elementOf(service, 2));
  if (charge === undefined && elementOf(service, 2) !== '')
    return why(
      'x12-charge',
      'SV102 is no amount of dollars and whole cents, of zero or more.',
      service,
      'SV102',
    );
  const quantity = quantityIn(service);
  if (quantity === undefined)
    return why('x12-quantity', 'SV104 is no number of units (SV103 UN) or minutes (MJ).', service, 'SV104');
  const days = daysIn(dates);
  if (days === undefined) {
    const [date] = dates;
    const what =
      'The service line does not state its day as a DTP*472 of a day (D8) or a first and last one (RD8) that exist.';
    return date === undefined ? why('x12-day', what, service, 'SV1') : why('x12-day', what, date, 'DTP03');
  }
  const modifiers = others.slice(0, 4).filter((modifier) => modifier !== '');
  const number = elementOf(first, 1);
  const isNumbered = first.elements[0] === 'LX' && /^[1-9]\d{0,5}$/.test(number);
  const ownPlace = statedAt(service, LOOP, 5);
  const placeOfService = ownPlace ?? forLines.placeOfService;
  const staff = segments.staff ?? forLines.staff;
  const supervisor = segments.supervisor ?? forLines.supervisor;
  const supervised = supervisor?.id && { supervisor: { id: supervisor.id.text } };
  const at = (element: string) => placeOf(service, LOOP, element);
  const [date] = dates as [Placed];
  const day = placeOf(date, LOOP, 'DTP03');
  const line: ClaimLine = {
    ...(isNumbered && { lineNumber: Number(number) }),
    procedureCode,
    ...(modifiers.length > 0 && { modifiers }),
    ...days,
    ...quantity,
    ...(charge !== undefined && { charge }),
    ...((staff?.id ?? supervised) && { staff: { ...(staff?.id && { id: staff.id.text }), ...supervised } }),
  };
  put('', placeOf(first, LOOP, String(first.elements[0])));
  if (isNumbered) put('/lineNumber', placeOf(first, LOOP, 'LX01'));
  put('/procedureCode', at('SV101-2'));
  if (modifiers.length > 0) put('/modifiers', at('SV101-3'));
  put('/dateOfService', day);
  if (days.dateOfServiceThrough !== undefined) put('/dateOfServiceThrough', day);
  if (quantity.units !== undefined) put('/units', at('SV104'));
  if (quantity.session !== undefined) put('/session/minutes', at('SV104'));
  if (charge !== undefined) put('/charge', at('SV102'));
  if (staff?.id !== undefined) put('/staff/id', staff.id.place);
  if (supervisor?.id !== undefined) put('/staff/supervisor/id', supervisor.id.place);
  if (placeOfService !== undefined) put('/placeOfService', placeOfService.place);
  if (segments.key !== undefined) put('/key', segments.key.place);
  return {
    line,
    facts: {
      ...(segments.key && { key: segments.key.text }),
      ...(placeOfService && { placeOfService: placeOfService.text }),
    },
  };
}

/** Minutes are never units: what they are worth is told by the service. */
function quantityIn(service: Placed): Pick<ClaimLine, 'units' | 'session'> | undefined {
  const [unit, text] = [elementOf(service, 3), elementOf(service, 4)];
  if (text === '') return unit === '' || unit === 'UN' || unit === 'MJ' ? {} : undefined;
  const quantity = quantityOf(text);
  if (quantity === undefined) return undefined;
  if (unit === 'UN') return { units: quantity };
  return unit === 'MJ' ? { session: { minutes: quantity } } : undefined;
}

/** The days on which all of the line's dates agree. */
function daysIn(dates: readonly Placed[]): Days | undefined {
  const [first, ...others] = dates.map((date) => daysOf(elementOf(date, 2), elementOf(date, 3)));
  const agree = others.every(
    (other) =>
      other?.dateOfService === first?.dateOfService &&
      other?.dateOfServiceThrough === first?.dateOfServiceThrough,
  );
  return agree ? first : undefined;
}
