import { describe, expect, test } from 'vitest';
import { readX12Claims } from '../../../src/adapters/x12/index.js';
import { checkClaims } from '../../../src/index.js';
import {
  AGENCY,
  CLAIM,
  expected,
  interchange,
  LINE,
  MEMBER,
  oneClaim,
  transaction835,
  transaction837,
  usual,
  writings,
} from './support.js';

const MO = { jurisdiction: 'MO' };
const body = transaction837([...AGENCY, ...MEMBER, ...CLAIM, ...LINE]);
const codes = (text: string) => readX12Claims(text, MO).problems.map(({ code }) => code);
const values = (text: string) => readX12Claims(text, MO).records.map(({ value }) => value);

describe('one 837P in each way of writing', () => {
  const usually = checkClaims(values(interchange([body])), { history: [] });

  test.each(Object.entries(writings))('%s', (_way, writing) => {
    const { records, problems } = readX12Claims(interchange([body], writing), MO);
    expect(records.map(({ value }) => value)).toEqual([expected]);
    expect(problems).toEqual([]);
    expect(
      checkClaims(
        records.map(({ value }) => value),
        { history: [] },
      ),
    ).toEqual(usually);
  });

  test.each<[way: string, line: number]>([
    ['a tilde and a line feed', 16],
    ['a tilde, a carriage return and a line feed', 16],
    ['all on one line', 1],
    ['a line feed alone', 16],
    ['a carriage return and a line feed alone', 16],
  ])('lines are counted: %s', (way, line) => {
    const [record] = readX12Claims(interchange([body], writings[way]), MO).records;
    expect(record?.places['/lines/0/units']).toBe(`line ${line}, ST 0001 segment 14, loop 2400, SV104`);
  });

  test('several after each other, each with its own separators', () => {
    const one = interchange([body], writings['other separators, and U for none that repeats']);
    const other = interchange([body, body], writings['a line feed alone']);
    const open = interchange([body], { ...usual, endsOpen: true });
    const { records, problems } = readX12Claims([one, other, one, open].join(''), MO);
    expect(records.map(({ value }) => value)).toEqual(Array(5).fill(expected));
    expect(problems).toEqual([]);
  });

  test('one that begins on the line after a terminator that is lacking', () => {
    const open = interchange([body], { ...usual, endsOpen: true });
    const other = interchange([body], writings['other separators, and U for none that repeats']);
    const { records, problems } = readX12Claims([open, other, open].join('\n'), MO);
    expect(records.map(({ value }) => value)).toEqual(Array(3).fill(expected));
    expect(problems).toEqual([]);
    expect(records.map(({ places }) => places['/id'])).toEqual([
      'line 14, ST 0001 segment 12, loop 2300, CLM01',
      'line 34, ST 0001 segment 12, loop 2300, CLM01',
      'line 55, ST 0001 segment 12, loop 2300, CLM01',
    ]);
  });

  test('lines that are broken at eighty characters', () => {
    const flat = interchange([body], { ...usual, after: '' });
    expect(values((flat.match(/.{1,80}/gs) ?? []).join('\r\n'))).toEqual([expected]);
  });

  test('a letter in ISA11 separates nothing, any other mark what repeats', () => {
    const named = interchange([transaction837([...AGENCY, ...MEMBER, 'CLM*CU^1*81***53:B:1', ...LINE])]);
    const withU = named.replace('0900*^*', '0900*U*');
    expect(values(withU)[0]?.id).toBe('CU^1');
    expect(values(named)[0]).not.toHaveProperty('id');
    expect(values(named.replace('0900*^*', '0900*%*'))[0]?.id).toBe('CU^1');
    expect(values(named.replace('0900*^*', '0900* *'))[0]?.id).toBe('CU^1');
  });

  test('blanks at the end of an element are none of it', () => {
    expect(values(oneClaim().replaceAll('*HC:H2017:HO*', '*HC:H2017 :HO  *'))).toEqual([expected]);
  });
});

describe('what is not read is said', () => {
  test.each<[what: string, text: string, place: string]>([
    ['nothing', '', 'line 1'],
    ['a table', 'id,member\nA-1,M-1\n', 'line 1'],
    ['a word', 'IS', 'line 1'],
    ['a name that begins alike', 'ISABEL ROE', 'line 1'],
    ['a header that breaks off', '\n\nISA*00*', 'line 3'],
    ['a header that breaks off before its terminator', oneClaim().slice(0, 105), 'line 1'],
    ['a header of fifteen elements', oneClaim().replace('*T*:', '*:'), 'line 1'],
    ['a header with one separator for two things', oneClaim().replace('*T*:', '*T**'), 'line 1'],
    ['a header whose terminator separates components', oneClaim().replace('*T*:~', '*T*~~'), 'line 1'],
    ['a header without end', `ISA*${'0'.repeat(600)}`, 'line 1'],
    ['a header with an element without end', `ISA*${'0'.repeat(600)}${'*'.repeat(15)}:~`, 'line 1'],
  ])('%s', (_what, text, place) => {
    const { records, problems } = readX12Claims(text, MO);
    expect(records).toEqual([]);
    expect(problems).toMatchObject([{ code: 'x12-unreadable', place }]);
  });

  test('a segment without end: what came before stays', () => {
    const text = oneClaim() + oneClaim().replace('LX*1', `LX*1${'1'.repeat(100_001)}`);
    const { records, problems } = readX12Claims(text, MO);
    expect(records.map(({ value }) => value)).toEqual([
      expected,
      { ...expected, linesLeftOut: 1, lines: [] },
    ]);
    expect(problems).toMatchObject([{ code: 'x12-cut-off' }, { code: 'x12-unreadable', place: 'line 35' }]);
    expect(values(oneClaim().replace('LX*1', `LX*1${'1'.repeat(99_000)}`))).toHaveLength(1);
  });

  test.each<[what: string, from: string, to: string]>([
    ['ST03 of an institutional claim', 'ST*837*0001*005010X222A1', 'ST*837*0001*005010X223A2'],
    ['GS08 of a dental claim', '*X*005010X222A1', '*X*005010X224A2'],
    ['an older version', '*X*005010X222A1', '*X*004010X098A1'],
    ['an 835', 'ST*837*0001*005010X222A1', 'ST*835*0001'],
  ])('%s is skipped', (_what, from, to) => {
    const skipped = oneClaim().replace(from, to);
    const { records, problems } = readX12Claims(skipped + oneClaim(), MO);
    expect(records.map(({ value }) => value)).toEqual([expected]);
    expect(problems).toMatchObject([{ code: 'x12-other-transaction', place: 'line 3, ST 0001 segment 1' }]);
  });

  test('either of ST03 and GS08 may be left out, not both', () => {
    expect(values(oneClaim().replace('ST*837*0001*005010X222A1', 'ST*837*0001'))).toEqual([expected]);
    expect(values(oneClaim().replace('*X*005010X222A1', '*X'))).toEqual([expected]);
    const neither = oneClaim().replaceAll('*005010X222A1', '');
    expect(codes(neither)).toEqual(['x12-other-transaction']);
  });

  test('what an earlier interchange states is not taken for the next', () => {
    const text =
      oneClaim().replace('GE*1*101~\nIEA*1*000000101~\n', '') + oneClaim().replaceAll('*005010X222A1', '');
    expect(codes(text)).toEqual(['x12-no-end', 'x12-other-transaction']);
  });

  test('a wrong SE01 is a problem of the file, and not of the claim', () => {
    const { records, problems } = readX12Claims(oneClaim().replace('SE*16', 'SE*17'), MO);
    expect(records.map(({ value }) => value)).toEqual([expected]);
    expect(problems).toMatchObject([
      { code: 'x12-segment-count', place: 'line 18, ST 0001 segment 16, SE01' },
    ]);
  });

  test('a control number that is none stands in no place', () => {
    const text = oneClaim().replace('ST*837*0001*', 'ST*837*SAM DOE, 1979*');
    expect(readX12Claims(text, MO).records[0]?.places['/id']).toBe(
      'line 14, ST segment 12, loop 2300, CLM01',
    );
  });
});

describe('a text that breaks off', () => {
  const segments = oneClaim().split('~\n');
  const upTo = (name: string) =>
    `${segments
      .slice(
        0,
        segments.findIndex((one) => one.startsWith(name)),
      )
      .join('~\n')}~\n`;
  const two = [
    ...AGENCY,
    ...MEMBER,
    ...CLAIM,
    ...LINE,
    'LX*2',
    'SV1*HC:H2017:HO*20.36*UN*1',
    'DTP*472*D8*20250319',
  ];
  const ofTwo = interchange([transaction837(two)]);

  test.each<[what: string, text: string]>([
    ['after a line', ofTwo.slice(0, ofTwo.indexOf('SE*'))],
    ['within the number of its units', ofTwo.slice(0, ofTwo.indexOf('*UN*1') + 4)],
    ['after an LX', ofTwo.slice(0, ofTwo.indexOf('SV1*HC:H2017:HO*20.36'))],
    [
      'before the next transaction',
      ofTwo.slice(0, ofTwo.indexOf('SE*')) + oneClaim().slice(oneClaim().indexOf('ST*')),
    ],
    [
      'before the next group',
      ofTwo.slice(0, ofTwo.indexOf('SE*')) + oneClaim().slice(oneClaim().indexOf('GS*')),
    ],
    ['before the next file', ofTwo.slice(0, ofTwo.indexOf('SE*')) + oneClaim()],
    [
      'within an element, before the next file',
      `${ofTwo.slice(0, ofTwo.indexOf('*UN*1') + 4)}\n${oneClaim()}`,
    ],
    ['before the end of its group', ofTwo.slice(0, ofTwo.indexOf('SE*')) + ofTwo.slice(ofTwo.indexOf('GE*'))],
    [
      'before the end of its interchange',
      ofTwo.slice(0, ofTwo.indexOf('SE*')) + ofTwo.slice(ofTwo.indexOf('IEA*')),
    ],
  ])('%s: the last line is left out', (_what, text) => {
    const { records, problems } = readX12Claims(text, MO);
    expect(records[0]?.value).toEqual({ ...expected, linesLeftOut: 1 });
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'x12-cut-off', place: 'line 3, ST 0001 segment 1' }),
    );
  });

  test('before its first line, and before its first claim', () => {
    expect(values(upTo('LX'))).toEqual([{ ...expected, linesLeftOut: 1, lines: [] }]);
    expect(values(upTo('CLM'))).toEqual([]);
    expect(codes(upTo('CLM'))).toEqual(['x12-cut-off', 'x12-no-end']);
  });

  test('within the key of a claim: no claim has half a key', () => {
    const text = interchange([
      transaction837([...AGENCY, ...MEMBER, ...CLAIM, ...LINE, 'CLM*C-502*81***53:B:1', ...LINE]),
    ]);
    const { records } = readX12Claims(text.slice(0, text.indexOf('CLM*C-502') + 7), MO);
    expect(records.map(({ value }) => value)).toEqual([{ ...expected, linesLeftOut: 1, lines: [] }]);
  });

  test('after a whole transaction: the claims stand, and more may be missing', () => {
    const { records, problems } = readX12Claims(upTo('GE'), MO);
    expect(records.map(({ value }) => value)).toEqual([expected]);
    expect(problems).toMatchObject([{ code: 'x12-no-end', place: 'line 1, ISA' }]);
  });

  test('after a whole transaction, before the next file', () => {
    const { records, problems } = readX12Claims(upTo('GE') + oneClaim(), MO);
    expect(records).toHaveLength(2);
    expect(problems).toMatchObject([{ code: 'x12-no-end', place: 'line 1, ISA' }]);
  });

  test('a transaction that is skipped breaks off too', () => {
    const text = interchange([transaction835(['CLP*C-1*1'])], usual, '005010X221A1');
    expect(codes(text.slice(0, text.indexOf('SE*')))).toEqual([
      'x12-other-transaction',
      'x12-cut-off',
      'x12-no-end',
    ]);
  });
});
