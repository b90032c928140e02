import { describe, expect, test } from 'vitest';
import {
  cancelReversals,
  readX12Remittances,
  type X12Mapping,
  type X12Payment,
} from '../../../src/adapters/x12/index.js';
import { checkClaims, createChecker, type PriorUse } from '../../../src/index.js';
import { interchange, issuesOf, transaction835, usual, type Written } from './support.js';

const MO: X12Mapping = { jurisdiction: 'MO' };
const PAID_ON = 'BPR*I*81.44*C*ACH************20250416';
const PAYER = 'N1*PR*STATE MEDICAID*XV*MO0001';
const CLAIM = 'CLP*C-1*1*81.44*81.44**MC*2025106000001';
const PATIENT = 'NM1*QC*1*DOE*SAM****MI*M-1';
const LINE = 'SVC*HC:H2017:HO*81.44*81.44**4';
const DAY = 'DTM*472*20250318';
const usual835 = [PAID_ON, PAYER, 'LX*1', CLAIM, PATIENT, LINE, DAY];

const fileOf = (...body: readonly Written[]) =>
  interchange([transaction835(body)], usual, '005010X221A1').replace('GS*HC', 'GS*HP');
const read = (body: readonly Written[], mapping = MO, options = {}) =>
  readX12Remittances(fileOf(...body), mapping, options);
const usesIn = (body: readonly Written[]) => read(body).records.map(({ value }) => value);
const codesIn = (body: readonly Written[]) => read(body).problems.map(({ code }) => code);
const changed = (from: string, ...to: readonly string[]) =>
  usual835.flatMap((segment) => (segment === from ? to : [segment]));

const use = {
  id: 'C-1',
  service: 'mo/H2017HO',
  payerClaimId: '2025106000001',
  memberId: 'M-1',
  dateOfService: '2025-03-18',
  units: 4,
} as const;
const notOnFile = (procedureCode: string, modifiers: readonly string[] = []) => ({
  ...use,
  service: null,
  procedureCode,
  modifiers,
});

describe('what was paid', () => {
  test('a line, and where each fact of it stands', () => {
    const { records, problems } = read(usual835);
    expect(records).toEqual([
      {
        value: use,
        paidOn: '2025-04-16',
        line: 9,
        places: {
          '': 'line 9, ST 0001 segment 7, loop 2110, SVC',
          '/id': 'line 7, ST 0001 segment 5, loop 2100, CLP01',
          '/payerClaimId': 'line 7, ST 0001 segment 5, loop 2100, CLP07',
          '/memberId': 'line 8, ST 0001 segment 6, loop 2100, NM109',
          '/service': 'line 9, ST 0001 segment 7, loop 2110, SVC01-2',
          '/units': 'line 9, ST 0001 segment 7, loop 2110, SVC05',
        },
      },
    ]);
    expect(problems).toEqual([]);
  });

  test.each<[what: string, body: readonly Written[], uses: readonly object[]]>([
    ...['1', '2', '3', '19', '20', '21'].map((status): [string, Written[], object[]] => [
      `CLP02 ${status} is paid`,
      changed(CLAIM, CLAIM.replace('*1*', `*${status}*`)),
      [use],
    ]),
    ['CLP02 4 is denied', changed(CLAIM, CLAIM.replace('*1*', '*4*')), []],
    [
      'CLP01 and CLP07 left out',
      changed(CLAIM, 'CLP**1*81.44*81.44'),
      [{ service: use.service, memberId: 'M-1', dateOfService: use.dateOfService, units: 4 }],
    ],
    ['NM1*74 wins over QC', changed(PATIENT, PATIENT, 'NM1*74*1******C*M-9'), [{ ...use, memberId: 'M-9' }]],
    ['NM1*74 of a name alone does not', changed(PATIENT, PATIENT, 'NM1*74*1*DOE*SAMUEL'), [use]],
    [
      'NM1*IL and 82 are others',
      changed(PATIENT, PATIENT, 'NM1*IL*1*DOE*ANN****MI*M-2', 'NM1*82*1*ROE*PAT****XX*1888'),
      [use],
    ],
    [
      'SVC01 is as judged, SVC06 as sent',
      changed(LINE, 'SVC*HC:H2017:HO:HQ*81.44*20.36**4*HC:H2017:HO'),
      [{ ...use, service: 'mo/H2017HOHQ' }],
    ],
    ['SVC05 left out is one', changed(LINE, 'SVC*HC:H2017:HO*81.44*81.44'), [{ ...use, units: 1 }]],
    ['SVC05 0 is no use', changed(LINE, 'SVC*HC:H2017:HO*81.44*0**0'), []],
    ['SVC05 of a fraction', changed(LINE, 'SVC*HC:H2017:HO*81.44*81.44**2.5'), [{ ...use, units: 2.5 }]],
    [
      'DTM*150 and 151',
      changed(DAY, 'DTM*150*20250318', 'DTM*151*20250320'),
      [{ ...use, dateOfServiceThrough: '2025-03-20' }],
    ],
    ['DTM*150 alone', changed(DAY, 'DTM*150*20250318'), [use]],
    ['DTM*472 before 150', changed(DAY, 'DTM*150*20250301', 'DTM*151*20250320', DAY), [use]],
    [
      'DTM*232 and 233 of the claim, where the line has none',
      [...usual835.slice(0, 5), 'DTM*232*20250318', 'DTM*233*20250319', LINE],
      [{ ...use, dateOfServiceThrough: '2025-03-19' }],
    ],
    ["the line's own before the claim's", [...usual835.slice(0, 5), 'DTM*232*20250301', LINE, DAY], [use]],
    ['PLB moves no units', [...usual835, 'PLB*1999999984*20251231*WO:77*-81.44', 'DTM*472*20250401'], [use]],
    ['what a code of the state is paid for', changed(LINE, 'SVC*HC:H2017P*81.44*81.44**4'), [use]],
    ['a modifier that only says how', changed(LINE, 'SVC*HC:H2017:HO:95*81.44*81.44**4'), [use]],
    [
      'a code that no definition has',
      changed(LINE, 'SVC*HC:H0038:U1*81.44*81.44**4'),
      [notOnFile('H0038', ['U1'])],
    ],
    [
      'a line that a denial takes whole',
      [...changed(LINE, 'SVC*HC:H2017:HO*81.44*0'), 'CAS*CO*119*81.44'],
      [],
    ],
    ['the same, in two parts', [...changed(LINE, 'SVC*HC:H2017:HO*81.44*0'), 'CAS*CO*119*80**273*1.44'], []],
    [
      'a line of which a denial takes a part',
      [...changed(LINE, 'SVC*HC:H2017:HO*81.44*61.08**3'), 'CAS*CO*119*20.36'],
      [{ ...use, units: 3 }],
    ],
    [
      'a line whose rest is over the rate',
      [...changed(LINE, 'SVC*HC:H2017:HO*81.44*0**4'), 'CAS*CO*45*81.44'],
      [use],
    ],
    [
      'a line that the patient pays',
      [...changed(LINE, 'SVC*HC:H2017:HO*81.44*0**4'), 'CAS*PR*1*81.44'],
      [use],
    ],
    [
      'a line that an earlier payer paid',
      [...changed(LINE, 'SVC*HC:H2017:HO*81.44*0**4'), 'CAS*OA*23*81.44'],
      [use],
    ],
    ['a denial without an amount', [...changed(LINE, 'SVC*HC:H2017:HO*81.44*0**4'), 'CAS*CO*119*ALL'], [use]],
    ['a line without amounts', changed(LINE, 'SVC*HC:H2017:HO****4'), [use]],
    [
      'several claims and lines',
      [
        ...usual835,
        LINE,
        'DTM*472*20250319',
        'LX*2',
        CLAIM.replace('C-1', 'C-2'),
        PATIENT,
        LINE,
        DAY,
        CLAIM.replace('C-1', 'C-3'),
        PATIENT,
        LINE,
        DAY,
      ],
      [use, { ...use, dateOfService: '2025-03-19' }, { ...use, id: 'C-2' }, { ...use, id: 'C-3' }],
    ],
    ['a segment before the first claim', ['DTM*405*20250416', ...usual835], [use]],
    ['a name that is no payer', ['N1*PE*RIVER AGENCY*XX*1999999984', ...usual835], [use]],
  ])('%s', (_what, body, uses) => {
    expect(usesIn(body)).toEqual(uses);
  });

  test.each<[what: string, body: readonly Written[], code: string, place: string]>([
    [
      'CLP02 of what is neither',
      changed(CLAIM, CLAIM.replace('*1*', '*23*')),
      'x12-status',
      'line 7, ST 0001 segment 5, loop 2100, CLP02',
    ],
    [
      'no identifier of the patient',
      changed(PATIENT, 'NM1*QC*1*DOE*SAM'),
      'x12-payment-without-member',
      'line 7, ST 0001 segment 5, loop 2100, CLP',
    ],
    [
      'no service lines',
      usual835.slice(0, 5),
      'x12-payment-without-lines',
      'line 7, ST 0001 segment 5, loop 2100, CLP',
    ],
    [
      'SVC01 without HCPCS',
      changed(LINE, 'SVC*NU:0900*81.44*81.44**4'),
      'x12-payment-without-hcpcs',
      'line 9, ST 0001 segment 7, loop 2110, SVC01',
    ],
    ['no day', usual835.slice(0, -1), 'x12-payment-day', 'line 9, ST 0001 segment 7, loop 2110, SVC'],
    [
      'a day that does not exist',
      [...usual835.slice(0, 5), 'DTM*232*20250301', LINE, 'DTM*472*20250230'],
      'x12-payment-day',
      'line 10, ST 0001 segment 8, loop 2110, SVC',
    ],
    [
      'units of words',
      changed(LINE, 'SVC*HC:H2017:HO*81.44*81.44**FOUR'),
      'x12-payment-units',
      'line 9, ST 0001 segment 7, loop 2110, SVC05',
    ],
    [
      'units below zero that are no reversal',
      changed(LINE, 'SVC*HC:H2017:HO*81.44*81.44**-4'),
      'x12-payment-units',
      'line 9, ST 0001 segment 7, loop 2110, SVC05',
    ],
  ])('%s: left out, and told', (_what, body, code, place) => {
    const { records, problems } = read(body);
    expect(records).toEqual([]);
    expect(problems).toMatchObject([{ code, place }]);
  });

  test('of a text that breaks off, the last line', () => {
    const text = fileOf(...usual835, LINE, 'DTM*472*20250319');
    const { records, problems } = readX12Remittances(text.slice(0, text.indexOf('SE*')), MO);
    expect(records.map(({ value }) => value)).toEqual([use]);
    expect(problems.map(({ code }) => code)).toEqual(['x12-cut-off', 'x12-no-end']);
    expect(readX12Remittances(text.slice(0, text.indexOf('CLP*')), MO).records).toEqual([]);
  });

  test('the payer of one transaction is not that of the next', () => {
    const body = [transaction835(usual835), transaction835(usual835.slice(2), '0002')];
    const { records, problems } = readX12Remittances(interchange(body, usual, '005010X221A1'), {
      payers: { MO0001: 'MO' },
    });
    expect(records.map(({ value }) => value)).toEqual([use]);
    expect(problems).toMatchObject([
      { code: 'x12-payer', place: 'line 14, ST 0002 segment 3, loop 2100, CLP' },
    ]);
  });

  test('a claim is no remittance, and a mapping without a jurisdiction none', () => {
    const claims = interchange([['ST*837*0001*005010X222A1', 'SE*2*0001']]);
    expect(readX12Remittances(claims, MO).problems).toMatchObject([{ code: 'x12-other-transaction' }]);
    expect(issuesOf(() => read(usual835, {}))).toEqual(['/jurisdiction not-stated']);
  });
});

describe('codes on file', () => {
  const codes = { 'mo/peer-support': [{ procedureCode: 'H0038' }] };

  test('a code that no definition has is told once, with what to state', () => {
    const body = changed(LINE, 'SVC*HC:H0038*81.44*81.44**4');
    const { problems } = read([...body, ...body.slice(2)]);
    expect(problems).toMatchObject([
      { code: 'x12-code-not-on-file', place: 'line 9, ST 0001 segment 7, loop 2110, SVC01-2', count: 2 },
    ]);
    expect(problems[0]?.message).toContain('"codes"');
  });

  test('not where it can be of no service without a code', () => {
    expect(codesIn(changed(LINE, 'SVC*HC:H2017*81.44*81.44**4'))).toEqual([]);
    const ofAnother = read(changed(LINE, 'SVC*HC:H0038*81.44*81.44**4'), { jurisdiction: 'SC' });
    expect(ofAnother.problems).toEqual([]);
  });

  test("the caller's own", () => {
    const checker = createChecker({ codes });
    const { records, problems } = read(changed(LINE, 'SVC*HC:H0038*81.44*81.44**4'), MO, { checker });
    expect(records.map(({ value }) => value)).toEqual([{ ...use, service: 'mo/peer-support' }]);
    expect(problems).toEqual([]);
  });

  test('a code of several services is of none', () => {
    const checker = createChecker({ codes: { ...codes, 'mo/H2017HO': [{ procedureCode: 'H0038' }] } });
    const { records, problems } = read(changed(LINE, 'SVC*HC:H0038*81.44*81.44**4'), MO, { checker });
    expect(records).toEqual([]);
    expect(problems).toMatchObject([{ code: 'x12-several-services' }]);
  });
});

describe('reversals', () => {
  const reversal = (units: string, changes: readonly [string, string] = ['', '']) => [
    CLAIM.replace('*1*81.44*81.44', '*22*-81.44*-81.44').replace(...changes),
    PATIENT,
    `SVC*HC:H2017:HO*-81.44*-81.44${units}`,
    DAY,
  ];
  const corrected = [CLAIM, PATIENT, 'SVC*HC:H2017:HO*40.72*40.72**2', DAY];

  test.each<[what: string, body: readonly Written[], uses: readonly object[]]>([
    ['its units below zero', [...usual835, ...reversal('**-4')], []],
    ['its units above zero', [...usual835, ...reversal('**4')], []],
    ['its units left out', [...usual835, ...reversal('')], []],
    ['its units 0', [...usual835, ...reversal('**0')], []],
    ['by the number of the payer alone', [...usual835, ...reversal('**4', ['C-1', 'C-8'])], []],
    ['by the own number alone', [...usual835, ...reversal('**4', ['2025106000001', '2025106000002'])], []],
    ['what comes after it stays', [...usual835, ...reversal('**-4'), ...corrected], [{ ...use, units: 2 }]],
    [
      'of several lines, that of as many units',
      [...usual835, 'SVC*HC:H2017:HO*40.72*40.72**2', DAY, ...reversal('**-4')],
      [{ ...use, units: 2 }],
    ],
    ['each takes one', [...usual835, LINE, DAY, ...reversal('**-4')], [use]],
  ])('%s', (_what, body, uses) => {
    const { records, problems } = read(body);
    expect(records.map(({ value }) => value)).toEqual(uses);
    expect(problems).toMatchObject([{ code: 'x12-reversed' }]);
    expect(issuesOf(() => checkClaims([], { history: records.map(({ value }) => value) }))).toEqual([]);
  });

  test.each<[what: string, body: readonly Written[]]>([
    [
      'of another claim',
      reversal('**-4', ['C-1*22*-81.44*-81.44**MC*2025106000001', 'C-9*22*-81.44*-81.44**MC*9']),
    ],
    ['of another day', [...reversal('**-4').slice(0, 3), 'DTM*472*20250319']],
    ['of another member', reversal('**-4').map((one) => one.replace('M-1', 'M-2'))],
    ['of another service', reversal('**-4').map((one) => one.replace('H2017:HO', 'H2017:TG'))],
    ['of a code that no definition has', reversal('**-4').map((one) => one.replace('H2017:HO', 'H2017'))],
  ])('a reversal %s takes nothing back, and is left out', (_what, body) => {
    const { records, problems } = read([...usual835, ...body]);
    expect(records.map(({ value }) => value)).toEqual([use]);
    expect(problems).toMatchObject([
      { code: 'x12-reversal-of-nothing', place: expect.stringMatching(/^line \d+, ST 0001/) as string },
    ]);
  });

  test('those of nothing are counted', () => {
    const { problems } = read([...usual835.slice(0, 2), ...reversal('**-4'), ...reversal('**-4')]);
    expect(problems).toMatchObject([{ code: 'x12-reversal-of-nothing', count: 2 }]);
  });

  test('one of a line that was denied takes back nothing, and is not told', () => {
    const denied = [CLAIM, PATIENT, 'SVC*HC:H2017:HO*81.44*0', DAY, 'CAS*CO*119*81.44'];
    const back = [
      CLAIM.replace('*1*', '*22*'),
      PATIENT,
      'SVC*HC:H2017:HO*-81.44*0',
      DAY,
      'CAS*CO*119*-81.44',
    ];
    expect(codesIn([...usual835.slice(0, 2), ...denied, ...back, ...corrected])).toEqual([]);
  });

  test('one whose units are words is told', () => {
    expect(codesIn([...usual835, ...reversal('**ALL')])).toEqual(['x12-payment-units']);
  });

  describe('over several files', () => {
    const payment = (units: number, paidOn?: string, more: Partial<PriorUse> = {}): X12Payment => ({
      value: { ...use, units, ...more },
      places: { '': 'line 9, ST 0001 segment 7, loop 2110, SVC' },
      ...(paidOn !== undefined && { paidOn }),
    });
    const unitsOf = (payments: readonly X12Payment[], others?: readonly PriorUse[]) =>
      cancelReversals(payments, others).records.map(({ value }) => value.units);

    test('what was paid before is taken back, in whichever order the files are read', () => {
      const [first, back, again] = [
        payment(4, '2025-04-16'),
        payment(-1, '2025-05-07'),
        payment(2, '2025-05-07'),
      ] as const;
      expect(unitsOf([first, back, again])).toEqual([2]);
      expect(unitsOf([back, again, first])).toEqual([2]);
      expect(unitsOf([back, again])).toEqual([2]);
      expect(unitsOf([payment(4), payment(-4)])).toEqual([]);
    });

    test.each<[what: string, other: PriorUse, units: readonly number[]]>([
      ['with the number of the claim', { ...use, units: 7 }, [-7]],
      ['with the number of the payer', { ...use, id: 'S-1', units: 7 }, [-7]],
      [
        'with neither',
        { service: use.service, memberId: 'M-1', dateOfService: use.dateOfService, units: 7 },
        [-7],
      ],
      ['with another number', { ...use, id: 'S-1', payerClaimId: null, units: 7 }, []],
      ['of another day', { ...use, dateOfService: '2025-03-19' }, []],
    ])('a use from elsewhere %s', (_what, other, units) => {
      const { records, problems } = cancelReversals([payment(-1)], [other]);
      expect(records.map(({ value }) => value.units)).toEqual(units);
      expect(problems).toMatchObject([
        { code: units.length > 0 ? 'x12-reversed' : 'x12-reversal-of-nothing' },
      ]);
      const history = [other, ...records.map(({ value }) => value)];
      expect(issuesOf(() => checkClaims([], { history }))).toEqual([]);
    });

    test('from elsewhere, of a code that no definition has, whatever the order of its modifiers', () => {
      const coded = { service: null, procedureCode: 'H0038', modifiers: ['U1', 'U2'] };
      const other = { ...use, ...coded, modifiers: ['U2', 'U1'] };
      const { records } = cancelReversals([payment(-4, undefined, coded)], [other]);
      expect(records.map(({ value }) => value)).toEqual([{ ...other, units: -4 }]);
    });

    test('given to the reader', () => {
      const { records } = read([...usual835.slice(0, 2), ...reversal('**-4')], MO, { others: [use] });
      expect(records.map(({ value }) => value)).toEqual([{ ...use, units: -4 }]);
    });
  });
});

describe('what was answered', () => {
  test('to each line as it was sent, with its adjustments and remarks', () => {
    const { answers } = read([
      ...changed(LINE, 'MOA***MA01*MA07', 'SVC*HC:H2017:TG*81.44*0**0*HC:H2017:HO'),
      'CAS*CO*119*61.08*3*45*10',
      'CAS*PR*1*10.36',
      'REF*6R*L-1',
      'REF*0K*9',
      'LQ*HE*N362',
      'LQ*RX*70',
      'LQ*HE',
    ]);
    expect(answers).toEqual([
      {
        claimId: 'C-1',
        payerClaimId: '2025106000001',
        status: '1',
        line: { key: 'L-1', procedureCode: 'H2017', modifiers: ['HO'], dateOfService: '2025-03-18' },
        adjustments: [
          {
            group: 'CO',
            carc: '119',
            amount: '61.08',
            place: 'line 12, ST 0001 segment 10, loop 2110, CAS02',
          },
          {
            group: 'CO',
            carc: '45',
            amount: '10.00',
            place: 'line 12, ST 0001 segment 10, loop 2110, CAS05',
          },
          { group: 'PR', carc: '1', amount: '10.36', place: 'line 13, ST 0001 segment 11, loop 2110, CAS02' },
        ],
        rarcs: ['N362', 'MA01', 'MA07'],
        place: 'line 10, ST 0001 segment 8, loop 2110, SVC',
      },
    ]);
  });

  test('up to six adjustments in one CAS', () => {
    const { answers } = read([...usual835, 'CAS*CO*1*1**2*2**3*3**4*4**5*5**6*-6']);
    expect(answers[0]?.adjustments.map(({ carc, amount }) => [carc, amount])).toEqual([
      ['1', '1.00'],
      ['2', '2.00'],
      ['3', '3.00'],
      ['4', '4.00'],
      ['5', '5.00'],
      ['6', '-6.00'],
    ]);
    expect(read([...usual835, 'CAS*CO**5*1*16*A']).answers[0]?.adjustments).toMatchObject([{ carc: '16' }]);
  });

  test('to a claim as a whole, and by one that has no numbers', () => {
    const { answers } = read([
      ...usual835.slice(0, 3),
      'CLP**4*81.44*0',
      PATIENT,
      'CAS*CO*16*81.44',
      'MOA***N382',
      LINE,
      DAY,
    ]);
    expect(answers).toMatchObject([
      {
        status: '4',
        adjustments: [{ carc: '16', place: 'line 9, ST 0001 segment 7, loop 2100, CAS02' }],
        rarcs: ['N382'],
      },
      { status: '4', line: { procedureCode: 'H2017' }, adjustments: [], rarcs: ['N382'] },
    ]);
    expect(answers[0]).not.toHaveProperty('line');
    expect(answers[0]).not.toHaveProperty('claimId');
    expect(answers[0]).not.toHaveProperty('payerClaimId');
  });

  test('a claim without lines, a line without a code; a reversal answers nothing', () => {
    expect(read(usual835.slice(0, 5)).answers).toMatchObject([{ claimId: 'C-1', adjustments: [] }]);
    expect(read([...usual835.slice(0, 5), 'REF*6R*X', 'SVC*NU:0900*1*1', 'REF*6R']).answers).toMatchObject([
      { line: {} },
    ]);
    expect(read(changed(CLAIM, CLAIM.replace('*1*', '*22*'))).answers).toEqual([]);
  });
});
