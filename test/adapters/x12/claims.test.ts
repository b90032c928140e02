import { describe, expect, test } from 'vitest';
import { readX12Claims, type X12Mapping } from '../../../src/adapters/x12/index.js';
import { checkClaims } from '../../../src/index.js';
import {
  AGENCY,
  CLAIM,
  expected,
  interchange,
  issuesOf,
  LINE,
  MEMBER,
  oneClaim,
  transaction837,
  type Loops,
} from './support.js';

const MO: X12Mapping = { jurisdiction: 'MO' };
const [line] = expected.lines;

function read(loops: Loops, mapping = MO) {
  const { records, problems } = readX12Claims(oneClaim(loops), mapping);
  const [record] = records;
  if (record === undefined) throw new Error('a claim is read');
  return { ...record, problems };
}

const withLine = (changes: object) => ({ ...expected, lines: [{ ...line, ...changes }] });
const without = <Facts extends object>(facts: Facts, ...names: (keyof Facts)[]) =>
  Object.fromEntries(Object.entries(facts).filter(([name]) => !names.includes(name as keyof Facts)));
const lineWith = (service: string, date = 'DTP*472*D8*20250318') => ({ line: ['LX*1', service, date] });
const staffed = (id: string) => `NM1*82*1*ROE*PAT****XX*${id}`;
const supervised = (id: string) => `NM1*DQ*1*POE*LEE****XX*${id}`;
const PERSON = ['HL*1**20*1', 'NM1*85*1*ROE*PAT****XX*1777777777'];
const PATIENT = ['HL*3*2*23*0', 'PAT*19'];

describe('each row of the table of elements', () => {
  test('a claim, and where each fact of it stands', () => {
    const { value, places, line: begins, lineFacts, problems } = read({ line: [...LINE, 'REF*6R*L-1'] });
    expect(begins).toBe(14);
    expect(value).toEqual(expected);
    expect(lineFacts).toEqual([{ key: 'L-1', placeOfService: '53' }]);
    expect(problems).toEqual([]);
    expect(places).toEqual({
      '': 'line 14, ST 0001 segment 12, loop 2300, CLM',
      '/id': 'line 14, ST 0001 segment 12, loop 2300, CLM01',
      '/frequency': 'line 14, ST 0001 segment 12, loop 2300, CLM05-3',
      '/jurisdiction': 'line 13, ST 0001 segment 11, loop 2010BB, NM109',
      '/funding': 'line 10, ST 0001 segment 8, loop 2000B, SBR09',
      '/member/id': 'line 11, ST 0001 segment 9, loop 2010BA, NM109',
      '/member/birthDate': 'line 12, ST 0001 segment 10, loop 2010BA, DMG02',
      '/agency/id': 'line 6, ST 0001 segment 4, loop 2010AA, NM109',
      '/lines/0': 'line 15, ST 0001 segment 13, loop 2400, LX',
      '/lines/0/lineNumber': 'line 15, ST 0001 segment 13, loop 2400, LX01',
      '/lines/0/procedureCode': 'line 16, ST 0001 segment 14, loop 2400, SV101-2',
      '/lines/0/modifiers': 'line 16, ST 0001 segment 14, loop 2400, SV101-3',
      '/lines/0/charge': 'line 16, ST 0001 segment 14, loop 2400, SV102',
      '/lines/0/units': 'line 16, ST 0001 segment 14, loop 2400, SV104',
      '/lines/0/dateOfService': 'line 17, ST 0001 segment 15, loop 2400, DTP03',
      '/lines/0/placeOfService': 'line 14, ST 0001 segment 12, loop 2300, CLM05-1',
      '/lines/0/key': 'line 18, ST 0001 segment 16, loop 2400, REF02',
    });
  });

  test.each<[what: string, loops: Loops, value: object]>([
    [
      '2010AA: a person who bills and has no other rendering provider renders',
      { agency: PERSON },
      { ...withLine({ staff: { id: '1777777777' } }), agency: { id: '1777777777' } },
    ],
    [
      '2010AA: beside a rendering provider the biller does not',
      { agency: PERSON, claim: [...CLAIM, staffed('1888')] },
      { ...withLine({ staff: { id: '1888' } }), agency: { id: '1777777777' } },
    ],
    [
      '2010AA: nor beside one who is not identified',
      { agency: PERSON, claim: [...CLAIM, staffed('')] },
      { ...expected, agency: { id: '1777777777' } },
    ],
    [
      '2010AA: without an identifier the agency is not stated',
      { agency: ['HL*1**20*1', 'NM1*85*2*RIVER'] },
      without(expected, 'agency'),
    ],
    [
      '2010AB: the address for payment is no agency',
      { agency: [...AGENCY, 'NM1*87*2*BANK*****XX*1666'] },
      expected,
    ],
    [
      'SBR09 other than MC: not stated',
      { member: MEMBER.map((one) => one.replace('*MC', '*CI')) },
      without(expected, 'funding'),
    ],
    [
      'DMG of no day that exists: the birth date is not known',
      { member: MEMBER.map((one) => one.replace('19790211', '19790230')) },
      { ...expected, member: { id: '00012345' } },
    ],
    [
      'DMG in another form than D8',
      { member: MEMBER.map((one) => one.replace('D8', 'D6')) },
      { ...expected, member: { id: '00012345' } },
    ],
    [
      'DMG without a day',
      { member: MEMBER.map((one) => one.replace('D8*19790211*M', '')) },
      { ...expected, member: { id: '00012345' } },
    ],
    [
      '2010CA: the patient is the member',
      { member: [...MEMBER, ...PATIENT, 'NM1*QC*1*DOE*KIM****MI*P-7', 'DMG*D8*20100504*F'] },
      { ...expected, member: { id: 'P-7', birthDate: '2010-05-04' } },
    ],
    [
      '2010CA: a patient without an identifier is not the subscriber',
      { member: [...MEMBER, ...PATIENT, 'NM1*QC*1*DOE*KIM', 'DMG*D8*20100504*F'] },
      { ...expected, member: { birthDate: '2010-05-04' } },
    ],
    [
      '2000C without a name is not the subscriber either',
      { member: [...MEMBER, ...PATIENT] },
      without(expected, 'member'),
    ],
    ['CLM01 left out', { claim: ['CLM**81.44***53:B:1'] }, without(expected, 'id')],
    ['CLM05-3 left out', { claim: ['CLM*C-501*81.44***53:B'] }, without(expected, 'frequency')],
    [
      '7: a replacement, of the number of the payer',
      { claim: ['CLM*C-501*81.44***53:B:7', 'REF*F8*2025106000001'] },
      { ...expected, frequency: 'replacement', replaces: '2025106000001' },
    ],
    [
      '8: a void, without that number',
      { claim: ['CLM*C-501*81.44***53:B:8'] },
      { ...expected, frequency: 'void' },
    ],
    ['REF*F8 without a number', { claim: [...CLAIM, 'REF*F8'] }, expected],
    ['another REF', { claim: [...CLAIM, 'REF*G1*PA-1'] }, expected],
    [
      'REF*F8 of another payer (2330B)',
      { claim: [...CLAIM, 'SBR*S*18*******CI', 'NM1*PR*2*OTHER*****PI*X1', 'REF*F8*999'] },
      expected,
    ],
    [
      'REF*F8 of a provider',
      { claim: [...CLAIM, staffed('1888'), 'REF*F8*999'] },
      withLine({ staff: { id: '1888' } }),
    ],
    ['HI: not without claimDiagnoses', { claim: [...CLAIM, 'HI*ABK:F200'] }, expected],
    ['2310B: who renders', { claim: [...CLAIM, staffed('1888')] }, withLine({ staff: { id: '1888' } })],
    [
      '2310B PRV: a taxonomy is no credential',
      { claim: [...CLAIM, staffed('1888'), 'PRV*PE*PXC*101YM0800X'] },
      withLine({ staff: { id: '1888' } }),
    ],
    [
      "2420A: the line's wins",
      { claim: [...CLAIM, staffed('1888')], line: [...LINE, staffed('1999')] },
      withLine({ staff: { id: '1999' } }),
    ],
    [
      '2420A: one who is not identified is not that of the claim',
      { claim: [...CLAIM, staffed('1888')], line: [...LINE, staffed('')] },
      expected,
    ],
    [
      '2310A, 2310C: who refers and where are nobody of ours',
      { claim: [...CLAIM, 'NM1*DN*1*LOE*ANN****XX*1555', 'NM1*77*2*HOUSE*****XX*1444'] },
      expected,
    ],
    [
      '2310D: who supervises',
      { claim: [...CLAIM, supervised('1333')] },
      withLine({ staff: { supervisor: { id: '1333' } } }),
    ],
    [
      "2420D: the line's wins",
      { claim: [...CLAIM, staffed('1888'), supervised('1333')], line: [...LINE, supervised('1222')] },
      withLine({ staff: { id: '1888', supervisor: { id: '1222' } } }),
    ],
    [
      '2420D: one who is not identified',
      { claim: [...CLAIM, supervised('1333')], line: [...LINE, supervised('')] },
      expected,
    ],
    [
      "2320, 2330: another payer's, whoever they are",
      {
        claim: [
          ...CLAIM,
          'SBR*S*18*******MC',
          'NM1*IL*1*ROE*ANN****MI*X-1',
          'DMG*D8*19600101*F',
          'NM1*PR*2*OTHER*****PI*SC0001',
          staffed('1111'),
          supervised('1112'),
          'NM1*85*1*OTHER*****XX*1113',
        ],
      },
      expected,
    ],
    [
      'NM1 after CLM',
      {
        claim: [
          ...CLAIM,
          'NM1*IL*1*ROE*ANN****MI*X-1',
          'NM1*PR*2*OTHER*****PI*SC0001',
          'NM1*QC*1*ROE*ANN****MI*X-2',
        ],
      },
      expected,
    ],
    [
      'LX01 that is no number',
      { line: ['LX*A', ...LINE.slice(1)] },
      { ...expected, lines: [without(line, 'lineNumber')] },
    ],
    ['SV1 without LX', { line: LINE.slice(1) }, { ...expected, lines: [without(line, 'lineNumber')] }],
    [
      'SV101-3 to -6 are modifiers, -7 and -8 are none',
      lineWith('SV1*HC:H2017:HO:HQ:95:GT:GROUP:H2019*81.44*UN*4'),
      withLine({ modifiers: ['HO', 'HQ', '95', 'GT'] }),
    ],
    ['SV101-3 left out before another', lineWith('SV1*HC:H2017::HO*81.44*UN*4'), expected],
    [
      'SV101 without modifiers',
      lineWith('SV1*HC:H2017*81.44*UN*4'),
      { ...expected, lines: [without(line, 'modifiers')] },
    ],
    ['SV102 81.4', lineWith('SV1*HC:H2017:HO*81.4*UN*4'), withLine({ charge: '81.40' })],
    ['SV102 81', lineWith('SV1*HC:H2017:HO*81*UN*4'), withLine({ charge: '81.00' })],
    ['SV102 .50', lineWith('SV1*HC:H2017:HO*.50*UN*4'), withLine({ charge: '0.50' })],
    ['SV102 00081.440', lineWith('SV1*HC:H2017:HO*00081.440*UN*4'), expected],
    ['SV102 0', lineWith('SV1*HC:H2017:HO*0*UN*4'), withLine({ charge: '0.00' })],
    ['SV102 left out', lineWith('SV1*HC:H2017:HO**UN*4'), { ...expected, lines: [without(line, 'charge')] }],
    ['SV104 of units, a fraction', lineWith('SV1*HC:H2017:HO*81.44*UN*4.5'), withLine({ units: 4.5 })],
    ['SV104 .5', lineWith('SV1*HC:H2017:HO*81.44*UN*.5'), withLine({ units: 0.5 })],
    [
      'SV104 left out',
      lineWith('SV1*HC:H2017:HO*81.44*UN'),
      { ...expected, lines: [without(line, 'units')] },
    ],
    [
      'SV103 and SV104 left out',
      lineWith('SV1*HC:H2017:HO*81.44'),
      { ...expected, lines: [without(line, 'units')] },
    ],
    [
      'SV103 MJ: minutes are never units',
      lineWith('SV1*HC:H2017:HO*81.44*MJ*60'),
      { ...expected, lines: [{ ...without(line, 'units'), session: { minutes: 60 } }] },
    ],
    [
      'SV103 MJ without minutes',
      lineWith('SV1*HC:H2017:HO*81.44*MJ'),
      { ...expected, lines: [without(line, 'units')] },
    ],
    [
      'RD8: from a day through a day',
      lineWith('SV1*HC:H2017:HO*81.44*UN*4', 'DTP*472*RD8*20250318-20250320'),
      withLine({ dateOfServiceThrough: '2025-03-20' }),
    ],
    [
      'RD8 of equal days is one day',
      lineWith('SV1*HC:H2017:HO*81.44*UN*4', 'DTP*472*RD8*20250318-20250318'),
      expected,
    ],
    ['another DTP', { line: [...LINE, 'DTP*304*D8*20250101'] }, expected],
    ['the day twice', { line: [...LINE, 'DTP*472*D8*20250318'] }, expected],
    ['REF without a key', { line: [...LINE, 'REF*6R'] }, expected],
    [
      'NTE, K3, PWK: times in words are not parsed',
      {
        claim: [...CLAIM, 'PWK*OZ*BM', 'K3*0900-1000', 'NTE*ADD*0900 TO 1000'],
        line: [...LINE, 'NTE*ADD*0900 TO 1000'],
      },
      expected,
    ],
    [
      '2410, 2430, 2440: drugs, what another payer judged, forms',
      {
        line: [
          ...LINE,
          'LIN**N4*01234567891',
          'REF*6R*XZ',
          'SVD*X1*40*HC:H2019:TG**2',
          'DTP*472*D8*20250401',
          'LQ*UT*01',
          'DTP*472*D8*20250402',
        ],
      },
      expected,
    ],
    ['a birth date of nobody', { agency: [...AGENCY, 'DMG*D8*19700101*M'] }, expected],
    ['no loop above the claim', { agency: [], member: [] }, without(expected, 'member', 'agency', 'funding')],
    ['a segment of no claim', { agency: [...AGENCY, 'CUR*85*USD', 'SBR*S********CI'] }, expected],
  ])('%s', (_what, loops, value) => {
    expect(read(loops).value).toEqual(value);
  });

  test('SV105 wins over CLM05-1; neither is there: not stated', () => {
    const [own, none] = [
      read(lineWith('SV1*HC:H2017:HO*81.44*UN*4*99')),
      read({ claim: ['CLM*C-501*81.44'] }),
    ];
    expect(own.lineFacts).toEqual([{ placeOfService: '99' }]);
    expect(own.places['/lines/0/placeOfService']).toBe('line 16, ST 0001 segment 14, loop 2400, SV105');
    expect(none.lineFacts).toEqual([{}]);
    expect(none.places).not.toHaveProperty(['/lines/0/placeOfService']);
  });

  test('minutes, spans, people and diagnoses have their places too', () => {
    const loops = {
      claim: [
        ...CLAIM,
        'REF*F8*77',
        'HI*ABK:F200*ABF:F1020*BH:11',
        'HI*APR:R45',
        staffed('1888'),
        supervised('1333'),
      ],
      line: ['LX*1', 'SV1*HC:H2017:HO*81.44*MJ*60', 'DTP*472*RD8*20250318-20250320'],
    };
    const { value, places } = read(loops, { ...MO, claimDiagnoses: true });
    expect(value.assessment).toEqual({ diagnoses: ['F200', 'F1020'] });
    expect(places).toMatchObject({
      '/replaces': 'line 15, ST 0001 segment 13, loop 2300, REF02',
      '/assessment/diagnoses/0': 'line 16, ST 0001 segment 14, loop 2300, HI01-2',
      '/assessment/diagnoses/1': 'line 16, ST 0001 segment 14, loop 2300, HI02-2',
      '/lines/0/staff/id': 'line 18, ST 0001 segment 16, loop 2310B, NM109',
      '/lines/0/staff/supervisor/id': 'line 19, ST 0001 segment 17, loop 2310D, NM109',
      '/lines/0/session/minutes': 'line 21, ST 0001 segment 19, loop 2400, SV104',
      '/lines/0/dateOfServiceThrough': 'line 22, ST 0001 segment 20, loop 2400, DTP03',
    });
  });

  test('diagnoses that are asked for, and not there, are not stated', () => {
    const claim = [...CLAIM, 'HI*ABK'];
    expect(read({ claim }, { ...MO, claimDiagnoses: true }).value).toEqual(expected);
  });
});

describe('whose rules apply', () => {
  test.each<[what: string, mapping: X12Mapping, jurisdiction: string]>([
    ['the payer that is named', { payers: { MO0001: 'SC' } }, 'SC'],
    ['the payer before what stands for all others', { payers: { MO0001: 'SC' }, jurisdiction: 'MO' }, 'SC'],
    ['what stands for all others', { payers: { X1: 'SC' }, jurisdiction: 'MT' }, 'MT'],
    ['no payer that is named: of no jurisdiction', { payers: { X1: 'SC' } }, ''],
    ['a payer by the name of what every object has', { payers: { constructor: 'SC' } }, ''],
  ])('%s', (_what, mapping, jurisdiction) => {
    expect(read({}, mapping).value.jurisdiction).toBe(jurisdiction);
  });

  test('a claim of a payer that is not named is told, and can be no more than undetermined', () => {
    const { value, problems } = read({}, { payers: { X1: 'MO' } });
    expect(problems).toMatchObject([
      { code: 'x12-payer', place: 'line 13, ST 0001 segment 11, loop 2010BB, NM109' },
    ]);
    expect(checkClaims([value], { history: [] }).results.map(({ verdict }) => verdict)).toEqual([
      'undetermined',
    ]);
    const noPayer = read({ member: MEMBER.slice(0, -1) }, { payers: { X1: 'MO' } });
    expect(noPayer.problems).toMatchObject([{ place: 'line 13, ST 0001 segment 11, loop 2300, CLM' }]);
  });

  test.each<[what: string, mapping: unknown, issues: string[]]>([
    ['nothing', {}, ['/jurisdiction not-stated']],
    ['an empty text', { jurisdiction: '' }, ['/jurisdiction empty-text']],
    ['another key', { jurisdiction: 'MO', payer: {} }, ['/payer unknown-key']],
    ['a payer without a text', { payers: { MO0001: 1 } }, ['/payers/MO0001 wrong-type']],
    ['no object', 'MO', [' wrong-type']],
    ['a flag in words', { jurisdiction: 'MO', claimDiagnoses: 'yes' }, ['/claimDiagnoses wrong-type']],
  ])('a mapping of %s is refused', (_what, mapping, issues) => {
    expect(issuesOf(() => readX12Claims(oneClaim(), mapping as X12Mapping))).toEqual(issues);
  });
});

describe('what cannot be carried over is told, counted, and never billable', () => {
  test.each<[what: string, line: string[], code: string, place: string]>([
    [
      'SV101-1 ER',
      ['LX*1', 'SV1*ER:H2017:HO*81.44*UN*4', 'DTP*472*D8*20250318'],
      'x12-line-without-hcpcs',
      'line 19, ST 0001 segment 17, loop 2400, SV101',
    ],
    [
      'SV101-1 IV',
      ['LX*1', 'SV1*IV:H2017:HO*81.44*UN*4', 'DTP*472*D8*20250318'],
      'x12-line-without-hcpcs',
      'line 19, ST 0001 segment 17, loop 2400, SV101',
    ],
    [
      'SV101-1 WK',
      ['LX*1', 'SV1*WK:H2017:HO*81.44*UN*4', 'DTP*472*D8*20250318'],
      'x12-line-without-hcpcs',
      'line 19, ST 0001 segment 17, loop 2400, SV101',
    ],
    [
      'SV101-2 left out',
      ['LX*1', 'SV1*HC*81.44*UN*4', 'DTP*472*D8*20250318'],
      'x12-line-without-hcpcs',
      'line 19, ST 0001 segment 17, loop 2400, SV101',
    ],
    [
      'SV101 twice in one',
      ['LX*1', 'SV1*HC:H2017:HO^HC:H2017:HQ*81.44*UN*4', 'DTP*472*D8*20250318'],
      'x12-line-without-hcpcs',
      'line 19, ST 0001 segment 17, loop 2400, SV101',
    ],
    [
      'SV102 with a part of a cent',
      ['LX*1', 'SV1*HC:H2017:HO*81.445*UN*4', 'DTP*472*D8*20250318'],
      'x12-charge',
      'line 19, ST 0001 segment 17, loop 2400, SV102',
    ],
    [
      'SV102 below zero',
      ['LX*1', 'SV1*HC:H2017:HO*-81.44*UN*4', 'DTP*472*D8*20250318'],
      'x12-charge',
      'line 19, ST 0001 segment 17, loop 2400, SV102',
    ],
    [
      'SV102 with a comma',
      ['LX*1', 'SV1*HC:H2017:HO*1,018.00*UN*4', 'DTP*472*D8*20250318'],
      'x12-charge',
      'line 19, ST 0001 segment 17, loop 2400, SV102',
    ],
    [
      'SV102 of a point',
      ['LX*1', 'SV1*HC:H2017:HO*.*UN*4', 'DTP*472*D8*20250318'],
      'x12-charge',
      'line 19, ST 0001 segment 17, loop 2400, SV102',
    ],
    [
      'SV103 of neither units nor minutes',
      ['LX*1', 'SV1*HC:H2017:HO*81.44*DA*4', 'DTP*472*D8*20250318'],
      'x12-quantity',
      'line 19, ST 0001 segment 17, loop 2400, SV104',
    ],
    [
      'SV103 of neither, without a number',
      ['LX*1', 'SV1*HC:H2017:HO*81.44*DA', 'DTP*472*D8*20250318'],
      'x12-quantity',
      'line 19, ST 0001 segment 17, loop 2400, SV104',
    ],
    [
      'SV104 without SV103',
      ['LX*1', 'SV1*HC:H2017:HO*81.44**4', 'DTP*472*D8*20250318'],
      'x12-quantity',
      'line 19, ST 0001 segment 17, loop 2400, SV104',
    ],
    [
      'SV104 of words',
      ['LX*1', 'SV1*HC:H2017:HO*81.44*UN*FOUR', 'DTP*472*D8*20250318'],
      'x12-quantity',
      'line 19, ST 0001 segment 17, loop 2400, SV104',
    ],
    [
      'no day',
      ['LX*1', 'SV1*HC:H2017:HO*81.44*UN*4'],
      'x12-day',
      'line 19, ST 0001 segment 17, loop 2400, SV1',
    ],
    [
      'a day that does not exist',
      ['LX*1', 'SV1*HC:H2017:HO*81.44*UN*4', 'DTP*472*D8*20250230'],
      'x12-day',
      'line 20, ST 0001 segment 18, loop 2400, DTP03',
    ],
    [
      'a day with a time',
      ['LX*1', 'SV1*HC:H2017:HO*81.44*UN*4', 'DTP*472*DT*202503180900'],
      'x12-day',
      'line 20, ST 0001 segment 18, loop 2400, DTP03',
    ],
    [
      'a last day before the first',
      ['LX*1', 'SV1*HC:H2017:HO*81.44*UN*4', 'DTP*472*RD8*20250318-20250317'],
      'x12-day',
      'line 20, ST 0001 segment 18, loop 2400, DTP03',
    ],
    [
      'RD8 of one day',
      ['LX*1', 'SV1*HC:H2017:HO*81.44*UN*4', 'DTP*472*RD8*20250318'],
      'x12-day',
      'line 20, ST 0001 segment 18, loop 2400, DTP03',
    ],
    [
      'RD8 of three',
      ['LX*1', 'SV1*HC:H2017:HO*81.44*UN*4', 'DTP*472*RD8*20250318-20250319-20250320'],
      'x12-day',
      'line 20, ST 0001 segment 18, loop 2400, DTP03',
    ],
    [
      'two days',
      ['LX*1', 'SV1*HC:H2017:HO*81.44*UN*4', 'DTP*472*D8*20250318', 'DTP*472*D8*20250319'],
      'x12-day',
      'line 20, ST 0001 segment 18, loop 2400, DTP03',
    ],
    [
      'no SV1',
      ['LX*1', 'DTP*472*D8*20250318'],
      'x12-line-without-service',
      'line 18, ST 0001 segment 16, loop 2400, LX01',
    ],
    [
      'two SV1',
      ['LX*1', 'SV1*HC:H2017:HO*81.44*UN*4', 'SV1*HC:H2017:HQ*81.44*UN*4', 'DTP*472*D8*20250318'],
      'x12-two-services',
      'line 20, ST 0001 segment 18, loop 2400, SV1',
    ],
  ])('a line: %s', (_what, left, code, place) => {
    const { value, problems, lineFacts } = read({ line: [...LINE, ...left] });
    expect(value).toEqual({ ...expected, linesLeftOut: 1 });
    expect(lineFacts).toHaveLength(1);
    expect(problems).toEqual([
      { code, place, message: expect.stringContaining('The line is left out') as string },
    ]);
    const [result] = checkClaims([value], { history: [] }).results;
    expect(result?.verdict).toBe('undetermined');
    const alone = read({ line: left });
    expect(alone.value).toEqual({ ...expected, linesLeftOut: 1, lines: [] });
    expect(checkClaims([alone.value], { history: [] }).results).toMatchObject([
      { verdict: 'invalid', id: 'C-501' },
    ]);
  });

  test('a claim that is neither original, replacement nor void: all of its lines', () => {
    const { value, problems } = read({
      claim: ['CLM*C-501*81.44***53:B:6'],
      line: [...LINE, ...LINE, 'LX*3'],
    });
    expect(value).toEqual({ ...without(expected, 'frequency'), linesLeftOut: 3, lines: [] });
    expect(problems.map(({ code }) => code)).toEqual(['x12-line-without-service', 'x12-frequency']);
  });

  test('a member without a key is told once, with how often', () => {
    const patients = [...MEMBER, ...PATIENT, 'NM1*QC*1*DOE*KIM', ...CLAIM, ...LINE, ...CLAIM, ...LINE];
    const { records, problems } = readX12Claims(interchange([transaction837([...AGENCY, ...patients])]), MO);
    expect(records).toHaveLength(2);
    expect(problems).toMatchObject([
      { code: 'x12-member-without-key', place: 'line 17, ST 0001 segment 15, loop 2300, CLM', count: 2 },
    ]);
  });

  test('lines of services that are not on file stay lines', () => {
    const { value, problems } = read(lineWith('SV1*HC:90837*150*UN*1'));
    expect(value.lines).toMatchObject([{ procedureCode: '90837' }]);
    expect(problems).toEqual([]);
  });

  test('no problem repeats what the file says', () => {
    const secret = 'ZQ9';
    const text = oneClaim({
      member: [
        'HL*2*1*22*0',
        `NM1*IL*1*${secret}*${secret}`,
        `DMG*D8*${secret}`,
        `NM1*PR*2*X*****PI*${secret}`,
      ],
      claim: [`CLM*${secret}*1***53:B:${secret}`],
      line: [
        'LX*1',
        `SV1*${secret}:${secret}*1*UN*1`,
        'LX*2',
        `SV1*HC:H2017*${secret}`,
        'LX*3',
        `SV1*HC:H2017**UN*${secret}`,
        'LX*4',
        'SV1*HC:H2017',
        `DTP*472*D8*${secret}`,
      ],
    });
    const { problems } = readX12Claims(text, { payers: { X1: 'MO' } });
    expect(problems).toHaveLength(8);
    expect(JSON.stringify(problems)).not.toContain(secret);
  });
});

describe('several claims, members, agencies, transactions, interchanges', () => {
  const member = (id: string) => MEMBER.map((one) => one.replace('00012345', id));
  const claim = (id: string) => [`CLM*${id}*81.44***53:B:1`, ...LINE];
  const whose = (text: string) =>
    readX12Claims(text, MO).records.map(({ value: { id, member: of, agency } }) =>
      [id, of?.id, agency?.id].join(' '),
    );

  test('what stands above a claim holds for those that follow, until it is stated anew', () => {
    const other = AGENCY.map((one) => one.replace('1999999984', '1888888885'));
    const body = [
      ...AGENCY,
      ...[...member('M-1'), ...claim('1'), ...claim('2')],
      ...[...PATIENT, 'NM1*QC*1*DOE*KIM****MI*P-1', ...claim('3')],
      ...[...PATIENT, 'NM1*QC*1*DOE*TIM****MI*P-2', ...claim('4')],
      ...[...member('M-2'), ...claim('5')],
      ...[...other, 'HL*9*8*22*0', 'NM1*IL*1*POE*ANN', ...claim('6')],
      ...['HL*10*8*19*0', ...claim('7')],
    ];
    const first = interchange([
      transaction837(body),
      transaction837([...member('M-8'), ...claim('8')], '0002'),
    ]);
    expect(whose(first + oneClaim())).toEqual([
      ...['1 M-1 1999999984', '2 M-1 1999999984', '3 P-1 1999999984', '4 P-2 1999999984', '5 M-2 1999999984'],
      ...['6  1888888885', '7  1888888885', '8 M-8 ', 'C-501 00012345 1999999984'],
    ]);
  });

  test('places go by line of the file, and by transaction', () => {
    const { records } = readX12Claims(oneClaim() + oneClaim().replaceAll('*0001', '*1101'), MO);
    expect(records.map(({ places }) => places['/id'])).toEqual([
      'line 14, ST 0001 segment 12, loop 2300, CLM01',
      'line 34, ST 1101 segment 12, loop 2300, CLM01',
    ]);
  });
});
