import type { Problem } from '../../facts/found.js';
import type { Problems } from '../reader.js';
import { claimOf, partOf, type Above, type OpenClaim, type X12Claim } from './claim.js';
import { lineOf, statedAt, type LineSegments, type Named } from './line.js';
import { readMapping, type X12Mapping } from './mapping.js';
import { readStream, readWhole, type X12Stream } from './reading.js';
import { componentsOf, elementOf } from './tokenizer.js';
import { placeOf, readerOf, type Placed, type Reader } from './transactions.js';
import { dayOf } from './values.js';

/** The loop that an NM1 opens, by what it stands in: a loop of another payer has the same qualifiers. */
const loopsOfNames: Readonly<Record<string, string>> = {
  '2000A 85': '2010AA',
  '2000B IL': '2010BA',
  '2000B PR': '2010BB',
  '2000C QC': '2010CA',
  '2300 82': '2310B',
  '2300 DQ': '2310D',
  '2400 82': '2420A',
  '2400 DQ': '2420D',
};
const levels = new Map([
  ['20', '2000A'],
  ['22', '2000B'],
  ['23', '2000C'],
]);
/** Segments that open loops of a line in which nothing is read. */
const opensOther = new Set(['LIN', 'SVD', 'LQ']);

/**
 * The claims of an 837P (005010X222A1), each with the places of its facts, such as
 * `line 30, ST 1101 segment 28, loop 2400, SV104`.
 *
 * What the format cannot carry is left out, and nothing is guessed: a service line that cannot be carried over is a
 * problem and is counted in `linesLeftOut`, so that its claim is never billable. A claim of which no line is left has an
 * empty list of lines, which a check calls invalid; one whose payer has no jurisdiction has an empty one.
 *
 * @param mapping whose rules apply, see {@link X12Mapping}.
 * @throws InputError if the mapping is malformed or tells no jurisdiction; a text that is no X12 is a problem.
 *
 * @example
 * const segments = [
 *   'ISA*00**00**ZZ*SENDER*ZZ*STATE*250402*0900*^*00501*000000101*0*T*:',
 *   'GS*HC*SENDER*STATE*20250402*0900*101*X*005010X222A1',
 *   'ST*837*0001*005010X222A1',
 *   'HL*1**22*0',
 *   'NM1*IL*1*DOE*SAM****MI*M-1',
 *   'CLM*C-1*81.44***53:B:1',
 *   'LX*1',
 *   'SV1*HC:H2017:HO*81.44*UN*4',
 *   'DTP*472*D8*20250318',
 *   'SE*8*0001',
 *   'GE*1*101',
 *   'IEA*1*000000101~',
 * ];
 * const { records, problems } = readX12Claims(segments.join('~'), { jurisdiction: 'MO' });
 * problems; // []
 * records[0]?.value.lines; // [ { lineNumber: 1, procedureCode: 'H2017', modifiers: [ 'HO' ], dateOfService: '2025-03-18', …
 * records[0]?.places['/lines/0/units']; // 'line 1, ST 0001 segment 6, loop 2400, SV104'
 */
export function readX12Claims(
  text: string,
  mapping: X12Mapping,
): { records: X12Claim[]; problems: Problem[] } {
  const stated = readMapping(mapping);
  const { found, problems } = readWhole(text, (told) => claimsReader(stated, told));
  return { records: found, problems: problems.all() };
}

/**
 * The same as {@link readX12Claims}, claim by claim, from pieces of text that may be cut anywhere.
 *
 * @throws InputError if the mapping is malformed or tells no jurisdiction.
 *
 * @example
 * async function countLines(chunks: AsyncIterable<string>): Promise<number> {
 *   let count = 0;
 *   const { records } = readX12ClaimsStream(chunks, { jurisdiction: 'MO' });
 *   for await (const { value } of records) count += value.lines.length;
 *   return count;
 * }
 */
export function readX12ClaimsStream(chunks: AsyncIterable<string>, mapping: X12Mapping): X12Stream<X12Claim> {
  const stated = readMapping(mapping);
  return readStream(chunks, (told) => claimsReader(stated, told));
}

/** Reads the claims of an 837P, each when it is done. */
function claimsReader(mapping: X12Mapping, problems: Problems): Reader<X12Claim> {
  let above: Above = {};
  /** What the segment stands in: a level, 2300, 2320 or 2400. */
  let within = '';
  let loop = '';
  let claim: OpenClaim | undefined;

  function enter(next: string): void {
    within = next;
    loop = next;
  }

  function endLine(open: OpenClaim): void {
    const { line, staff, supervisor, segment } = open;
    open.line = undefined;
    if (line === undefined) return;
    const forLines = {
      placeOfService: partOf(segment, 0),
      // A biller who is a person renders what nobody else does.
      staff: staff ?? (above.biller?.isPerson === true ? above.biller : undefined),
      supervisor,
    };
    const at = `/lines/${String(open.lines.length)}`;
    const found = lineOf(line, forLines, (pointer, place) => {
      open.places[at + pointer] = place;
    });
    if ('leftOut' in found) {
      open.leftOut += 1;
      problems.add(found.leftOut);
    } else open.lines.push(found);
  }

  function* endClaim(isWhole: boolean): Generator<X12Claim> {
    if (claim === undefined) return;
    const open = claim;
    claim = undefined;
    if (isWhole) endLine(open);
    else open.leftOut += 1;
    yield claimOf(open, above, mapping, problems);
  }

  function name(segment: Placed): void {
    loop = loopsOfNames[`${within} ${elementOf(segment, 1)}`] ?? '';
    const id = statedAt(segment, loop, 9);
    const named: Named = id === undefined ? {} : { id };
    if (claim !== undefined) {
      const whose = claim.line ?? claim;
      if (loop === '2310B' || loop === '2420A') whose.staff = named;
      if (loop === '2310D' || loop === '2420D') whose.supervisor = named;
    } else if (loop === '2010AA') above.biller = { ...named, isPerson: elementOf(segment, 2) === '1' };
    else if (loop === '2010BA') above.subscriber = named;
    else if (loop === '2010BB') above.payer = named;
    else if (loop === '2010CA') above.patient = named;
  }

  function birth(segment: Placed): void {
    const person = loop === '2010BA' ? above.subscriber : loop === '2010CA' ? above.patient : undefined;
    const stated = statedAt(segment, loop, 2);
    if (person === undefined || stated === undefined) return;
    const day = elementOf(segment, 1) === 'D8' ? dayOf(stated.text) : undefined;
    if (day !== undefined) person.birthDate = { ...stated, text: day };
    else
      problems.add({
        code: 'x12-birth-date',
        place: stated.place,
        message: 'DMG02 is no day that exists (D8): the birth date is not known.',
      });
  }

  function* level(segment: Placed): Generator<X12Claim> {
    yield* endClaim(true);
    enter(levels.get(elementOf(segment, 3)) ?? '');
    if (within === '2000A') above = {};
    else if (within === '2000B') above = { ...(above.biller && { biller: above.biller }) };
    else above.patient = {};
  }

  function diagnose({ diagnoses }: OpenClaim, segment: Placed): void {
    for (let number = 1; number < segment.elements.length; number += 1) {
      const [qualifier, text = ''] = componentsOf(segment, number);
      const element = `HI${String(number).padStart(2, '0')}-2`;
      if ((qualifier === 'ABK' || qualifier === 'ABF') && text !== '')
        diagnoses.push({ text, place: placeOf(segment, '2300', element) });
    }
  }

  function inLine(line: LineSegments, segment: Placed, id: string): void {
    if (opensOther.has(id)) loop = '';
    if (loop !== '2400') return;
    if (id === 'SV1') line.services.push(segment);
    if (id === 'DTP' && elementOf(segment, 1) === '472') line.dates.push(segment);
    const key = id === 'REF' && elementOf(segment, 1) === '6R' ? statedAt(segment, loop, 2) : undefined;
    if (key !== undefined) line.key = key;
  }

  function inClaim(open: OpenClaim, segment: Placed, id: string): void {
    if (id === 'LX' || (id === 'SV1' && open.line === undefined)) {
      endLine(open);
      enter('2400');
      open.line = { first: segment, services: [], dates: [] };
    }
    if (open.line !== undefined) inLine(open.line, segment, id);
    else if (id === 'SBR') enter('2320');
    else if (loop !== '2300') return;
    else if (id === 'HI') diagnose(open, segment);
    else if (id === 'REF' && elementOf(segment, 1) === 'F8') {
      const replaces = statedAt(segment, loop, 2);
      if (replaces !== undefined) open.replaces = replaces;
    }
  }

  function* take(segment: Placed): Generator<X12Claim> {
    const [id = ''] = segment.elements;
    if (id === 'HL') yield* level(segment);
    else if (id === 'NM1') name(segment);
    else if (id === 'CLM') {
      yield* endClaim(true);
      enter('2300');
      claim = { segment, diagnoses: [], lines: [], places: {}, leftOut: 0 };
    } else if (claim !== undefined) inClaim(claim, segment, id);
    else if (id === 'DMG') birth(segment);
    else if (id === 'SBR' && within === '2000B') above.funding = statedAt(segment, within, 9);
  }

  return readerOf(
    { code: '837', guide: 'X222', name: '837P (005010X222A1)' },
    {
      start() {
        above = {};
        enter('');
      },
      take,
      end: endClaim,
    },
    problems,
  );
}
