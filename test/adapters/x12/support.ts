import { InputError, type Claim, type ClaimLine } from '../../../src/index.js';

/** How a sender writes what it sends. */
export interface Writing {
  readonly element: string;
  readonly component: string;
  /** ISA11. */
  readonly eleventh: string;
  readonly terminator: string;
  /** What comes after a terminator, such as a line end. */
  readonly after: string;
  /** Whether the elements of the ISA have no blanks at their ends. */
  readonly isTrimmed: boolean;
  readonly before: string;
  /** Whether the last terminator is lacking. */
  readonly endsOpen: boolean;
}

export const usual: Writing = {
  element: '*',
  component: ':',
  eleventh: '^',
  terminator: '~',
  after: '\n',
  isTrimmed: false,
  before: '',
  endsOpen: false,
};

/** The ways of writing that are met, which all say the same. */
export const writings: Readonly<Record<string, Writing>> = {
  'a tilde and a line feed': usual,
  'a tilde, a carriage return and a line feed': { ...usual, after: '\r\n' },
  'all on one line': { ...usual, after: '' },
  'a line feed alone': { ...usual, terminator: '\n', after: '' },
  'a carriage return and a line feed alone': { ...usual, terminator: '\r', after: '\n' },
  'other separators, and U for none that repeats': {
    ...usual,
    element: '|',
    component: '>',
    eleventh: 'U',
    terminator: '!',
  },
  'a trimmed ISA': { ...usual, isTrimmed: true },
  'a mark of byte order, and no terminator at the end': { ...usual, before: '\uFEFF', endsOpen: true },
};

/** A segment as people write it down: `SV1*HC:H2017:HO*81.44*UN*4`. */
export type Written = string | readonly (string | readonly string[])[];

const partsOf = (segment: Written) =>
  typeof segment === 'string' ? segment.split('*').map((element) => element.split(':')) : segment;

function inOneText(segment: Written, { element, component }: Writing): string {
  return partsOf(segment)
    .map((part) => (typeof part === 'string' ? part : part.join(component)))
    .join(element)
    .replace(new RegExp(`\\${element}+$`), '');
}

/** The transactions of one interchange. */
export function interchange(
  transactions: readonly (readonly Written[])[],
  writing: Writing = usual,
  version = '005010X222A1',
): string {
  const { element, component, eleventh, terminator, after, isTrimmed, before, endsOpen } = writing;
  const wide = (text: string, width: number) => (isTrimmed ? text : text.padEnd(width));
  const isa = [
    'ISA',
    '00',
    wide('', 10),
    '00',
    wide('', 10),
    'ZZ',
    wide('RIVER', 15),
    'ZZ',
    wide('STATE', 15),
  ];
  const header = [...isa, '250402', '0900', eleventh, '00501', '000000101', '0', 'T', component].join(
    element,
  );
  const body = [
    `GS*HC*RIVER*STATE*20250402*0900*101*X*${version}`,
    ...transactions.flat(),
    'GE*1*101',
    'IEA*1*000000101',
  ];
  const written = [header, ...body.map((segment) => inOneText(segment, writing))];
  const text = before + written.map((segment) => segment + terminator + after).join('');
  return endsOpen ? text.slice(0, -(terminator + after).length) : text;
}

/** An 837P of these segments, counted right. */
export function transaction837(body: readonly Written[], control = '0001'): Written[] {
  return counted([`ST*837*${control}*005010X222A1`, 'BHT*0019*00*B-1*20250402*0900*CH', ...body], control);
}

export function transaction835(body: readonly Written[], control = '0001'): Written[] {
  return counted([`ST*835*${control}`, ...body], control);
}

function counted(segments: readonly Written[], control: string): Written[] {
  return [...segments, `SE*${String(segments.length + 1)}*${control}`];
}

/** A claim of the agency whose loops stand above it. */
export const AGENCY = [
  'HL*1**20*1',
  'NM1*85*2*RIVER AGENCY*****XX*1999999984',
  'N3*1 RIVER RD',
  'N4*ROLLA*MO*65401',
];
export const MEMBER = [
  'HL*2*1*22*0',
  'SBR*P*18*******MC',
  'NM1*IL*1*DOE*SAM****MI*00012345',
  'DMG*D8*19790211*M',
  'NM1*PR*2*STATE MEDICAID*****PI*MO0001',
];
export const CLAIM = ['CLM*C-501*81.44***53:B:1*Y*A*Y*Y'];
export const LINE = ['LX*1', 'SV1*HC:H2017:HO*81.44*UN*4***1', 'DTP*472*D8*20250318'];

export interface Loops {
  readonly agency?: readonly Written[];
  readonly member?: readonly Written[];
  readonly claim?: readonly Written[];
  readonly line?: readonly Written[];
}

/** One claim of one line, with other loops where they are stated. */
export function oneClaim({
  agency = AGENCY,
  member = MEMBER,
  claim = CLAIM,
  line = LINE,
}: Loops = {}): string {
  return interchange([transaction837([...agency, ...member, ...claim, ...line])]);
}

/** What oneClaim comes to. */
export const expected = {
  id: 'C-501',
  frequency: 'original',
  jurisdiction: 'MO',
  funding: 'medicaid',
  member: { id: '00012345', birthDate: '1979-02-11' },
  agency: { id: '1999999984' },
  lines: [
    {
      lineNumber: 1,
      procedureCode: 'H2017',
      modifiers: ['HO'],
      dateOfService: '2025-03-18',
      units: 4,
      charge: '81.44',
    },
  ],
} as const satisfies Claim;

const compact = (day: string) => day.replaceAll('-', '');

/** The segments of a claim of ours, as far as an 837P can say it: naive, and sharing nothing with the reader. */
export function segmentsOf(claim: Claim): Written[] {
  const { member, agency, assessment } = claim;
  const birth = member?.birthDate;
  const frequencies = { original: '1', replacement: '7', void: '8' };
  return [
    ['HL', '1', '', '20', '1'],
    ['NM1', '85', '2', 'AGENCY', '', '', '', '', 'XX', agency?.id ?? ''],
    ['HL', '2', '1', '22', '0'],
    ['SBR', 'P', '18', '', '', '', '', '', '', claim.funding === 'medicaid' ? 'MC' : ''],
    ['NM1', 'IL', '1', 'DOE', 'SAM', '', '', '', 'MI', member?.id ?? ''],
    ...(birth == null ? [] : [['DMG', 'D8', compact(birth), 'U']]),
    ['NM1', 'PR', '2', 'STATE', '', '', '', '', 'PI', claim.jurisdiction],
    [
      'CLM',
      claim.id ?? '',
      '0',
      '',
      '',
      ['53', 'B', claim.frequency == null ? '' : frequencies[claim.frequency]],
    ],
    ...(claim.replaces == null ? [] : [['REF', 'F8', claim.replaces]]),
    ...(assessment == null || assessment === 'none'
      ? []
      : [['HI', ...(assessment.diagnoses ?? []).map((code, place) => [place === 0 ? 'ABK' : 'ABF', code])]]),
    // Somebody who renders none of the lines, as each names who does.
    ...(claim.lines.every(({ staff }) => staff?.id != null)
      ? [['NM1', '82', '1', 'NOE', 'NAN', '', '', '', 'XX', 'NOBODY']]
      : []),
    ...claim.lines.flatMap(segmentsOfLine),
  ];
}

function segmentsOfLine(line: ClaimLine): Written[] {
  const {
    procedureCode,
    modifiers,
    dateOfService,
    dateOfServiceThrough: through,
    units,
    charge,
    staff,
  } = line;
  const minutes = line.session?.minutes;
  const quantity = minutes == null ? ['UN', units == null ? '' : String(units)] : ['MJ', String(minutes)];
  const supervisor = staff?.supervisor;
  return [
    ['LX', line.lineNumber == null ? '' : String(line.lineNumber)],
    ['SV1', ['HC', procedureCode, ...(modifiers ?? [])], charge ?? '', ...quantity],
    through == null
      ? ['DTP', '472', 'D8', compact(dateOfService)]
      : ['DTP', '472', 'RD8', `${compact(dateOfService)}-${compact(through)}`],
    ...(staff?.id == null ? [] : [['NM1', '82', '1', 'ROE', 'PAT', '', '', '', 'XX', staff.id]]),
    ...(supervisor == null || supervisor === 'none'
      ? []
      : [['NM1', 'DQ', '1', 'POE', 'LEE', '', '', '', 'XX', supervisor.id ?? '']]),
  ];
}

/** Text in pieces, as a file gives them. */
export async function* inChunks(pieces: readonly string[]): AsyncGenerator<string> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

/** A text cut into pieces of these lengths, over and over. */
export function cut(text: string, lengths: readonly number[]): string[] {
  const pieces: string[] = [];
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const length = Math.max(1, lengths[turn % Math.max(1, lengths.length)] ?? text.length);
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** What an input error lists, by place and code. */
export function issuesOf(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error.issues.map(({ path, code }) => `${path} ${code}`);
    throw error;
  }
  return [];
}
