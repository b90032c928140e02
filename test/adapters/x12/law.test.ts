import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cancelReversals,
  readX12Claims,
  readX12ClaimsStream,
  readX12Remittances,
  readX12RemittancesStream,
} from '../../../src/adapters/x12/index.js';
import type { Claim, ClaimLine } from '../../../src/index.js';
import { readText } from '../../support/cases.js';
import { dayAfter } from '../../oracle/calendar.js';
import {
  all,
  cut,
  inChunks,
  interchange,
  segmentsOf,
  transaction837,
  usual,
  writings,
  type Writing,
} from './support.js';
import { expectSame } from '../../support/alike.js';

/** What an 837P can carry of a claim. */
const key = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ./#-]{0,18}[A-Za-z0-9]$/);
const day = fc.nat({ max: 20_000 }).map((days) => dayAfter('1980-01-01', days));
const money = fc.nat({ max: 99_999_999 }).map((cents) => (cents / 100).toFixed(2));
const quantity = fc.nat({ max: 9_999_999 }).map((thousandths) => thousandths / 1000);
const code = fc.constantFrom('H2017', 'h2017', 'H2017HO', 'H0038', '90837', 'X1');
const modifier = fc.constantFrom('HO', 'HQ', 'TG', '95', 'U1', 'ho');
/** Left out where the file says nothing, as a fact that is not known is. */
const facts = <Facts extends object>(
  model: { [Name in keyof Facts]: fc.Arbitrary<Facts[Name]> },
  ...required: (keyof Facts)[]
) => fc.record(model, { requiredKeys: required });
const unlessEmpty = <Facts extends object>(arbitrary: fc.Arbitrary<Facts>) =>
  arbitrary.filter((value) => Object.keys(value).length > 0);

const staff = unlessEmpty(
  facts<{ id: string; supervisor: { id: string } }>({ id: key, supervisor: fc.record({ id: key }) }),
);
const line: fc.Arbitrary<ClaimLine> = fc
  .tuple(
    facts<ClaimLine>(
      {
        lineNumber: fc.integer({ min: 1, max: 999_999 }),
        procedureCode: code,
        modifiers: fc.array(modifier, { minLength: 1, maxLength: 4 }),
        dateOfService: day,
        charge: money,
        staff,
      },
      'procedureCode',
      'dateOfService',
    ),
    fc.oneof(
      fc.constant({}),
      quantity.map((units) => ({ units })),
      quantity.map((minutes) => ({ session: { minutes } })),
    ),
    fc.nat({ max: 40 }),
  )
  .map(([stated, amount, more]) => ({
    ...stated,
    ...amount,
    ...(more > 20 && { dateOfServiceThrough: dayAfter(stated.dateOfService, more) }),
  }));
const claim: fc.Arbitrary<Claim> = facts<Claim>(
  {
    id: key,
    frequency: fc.constantFrom('original', 'replacement', 'void'),
    replaces: key,
    jurisdiction: fc.constantFrom('MO', 'SC', 'MT'),
    funding: fc.constant('medicaid'),
    member: unlessEmpty(facts<{ id: string; birthDate: string }>({ id: key, birthDate: day })),
    agency: fc.record({ id: key }),
    assessment: fc.record({
      diagnoses: fc.array(fc.constantFrom('F200', 'F1020', 'Z590'), { minLength: 1, maxLength: 6 }),
    }),
    lines: fc.array(line, { minLength: 1, maxLength: 5 }),
  },
  'jurisdiction',
  'lines',
);
const claims = fc.array(claim, { maxLength: 5 });
const writing: fc.Arbitrary<Writing> = fc.constantFrom(...Object.values(writings));
const payers = { MO: 'MO', SC: 'SC', MT: 'MT' };
const mapping = { payers, claimDiagnoses: true };

const textOf = (sent: readonly Claim[], how: Writing) =>
  interchange(
    sent.map((one, place) => transaction837(segmentsOf(one), String(place + 1).padStart(4, '0'))),
    how,
  );

describe('what an 837P can carry', () => {
  test('of any claim, written down and read back, is the same', () => {
    fc.assert(
      fc.property(claims, writing, (sent, how) => {
        const { records, problems } = readX12Claims(textOf(sent, how), mapping);
        expectSame(
          records.map(({ value }) => value),
          sent,
        );
        expectSame(
          problems.filter(({ code: told }) => told !== 'x12-member-without-key'),
          [],
        );
      }),
    );
  });

  test('every fact of it has a place, and every place is of a fact', () => {
    const beside = /^(?:|\/lines\/\d+(?:\/(?:key|placeOfService))?|\/jurisdiction)$/;
    const pointersOf = (value: unknown, at: string): string[] =>
      Array.isArray(value) && at.endsWith('/modifiers')
        ? [at]
        : typeof value === 'object' && value !== null
          ? Object.entries(value).flatMap(([name, inner]) => pointersOf(inner, `${at}/${name}`))
          : [at];
    fc.assert(
      fc.property(claim, (sent) => {
        for (const { value, places } of readX12Claims(textOf([sent], usual), mapping).records) {
          const stated = pointersOf(value, '').filter((pointer) => !beside.test(pointer));
          expectSame(
            Object.keys(places)
              .filter((pointer) => !beside.test(pointer))
              .sort(),
            stated.sort(),
          );
        }
      }),
    );
  });
});

describe('a file cut into pieces anywhere', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 20 });

  test('comes to the same claims and problems', async () => {
    await fc.assert(
      fc.asyncProperty(
        claims,
        fc.array(writing, { minLength: 1, maxLength: 3 }),
        lengths,
        fc.nat(),
        async (sent, how, at, breaks) => {
          const files = how.map((one) => textOf(sent, one)).join('');
          // Now and then it breaks off, so that what is told of that is the same too.
          const text = breaks % 2 === 0 ? files : files.slice(0, breaks % files.length);
          const whole = readX12Claims(text, mapping);
          const stream = readX12ClaimsStream(inChunks(cut(text, at)), mapping);
          expect(await all(stream.records)).toEqual(whole.records);
          expectSame(stream.problems(), whole.problems);
        },
      ),
    );
  });

  test('whatever its characters are', async () => {
    const mark = fc.constantFrom(
      '~',
      '*',
      ':',
      '\n',
      '\r',
      '\r\n',
      'ISA',
      'ISA*',
      '\nISA*',
      'GS*',
      'ST*',
      ' ',
      'A',
      '^',
      '\uFEFF',
    );
    const header = 'ISA*00**00**ZZ*S*ZZ*R*250402*0900*^*00501*1*0*T*:';
    const text = fc
      .tuple(fc.constantFrom('', `${header}~`, `${header}\r\n`, `${header}\r`), fc.array(mark))
      .map(([first, rest]) => first + rest.join(''));
    await fc.assert(
      fc.asyncProperty(text, lengths, async (given, at) => {
        const whole = readX12Claims(given, mapping);
        for (const pieces of [cut(given, at), cut(given, [1])]) {
          const stream = readX12ClaimsStream(inChunks(pieces), mapping);
          expect(await all(stream.records)).toEqual(whole.records);
          expectSame(stream.problems(), whole.problems);
        }
      }),
    );
  });

  test('comes to the same payments and answers', async () => {
    const text = readText('x12/missouri.835');
    const whole = readX12Remittances(text, { jurisdiction: 'MO' });
    expect(whole.records.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(lengths, async (at) => {
        const stream = readX12RemittancesStream(inChunks(cut(text, at)), { jurisdiction: 'MO' });
        const remitted = await all(stream.records);
        const settled = cancelReversals(remitted.flatMap(({ payments }) => payments));
        expectSame(settled.records, whole.records);
        expectSame([...stream.problems(), ...settled.problems], whole.problems);
        expectSame(
          remitted.flatMap(({ answers }) => answers),
          whole.answers,
        );
      }),
      { numRuns: 20 },
    );
  });
});
