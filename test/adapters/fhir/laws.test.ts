import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  readFhir,
  readFhirStream,
  type FhirFile,
  type FhirMapping,
  type Problem,
} from '../../../src/adapters/fhir/index.js';
import { compareText } from '../../../src/values/canonical-json.js';
import { findService, type Claim } from '../../../src/index.js';
import { readFixture, readText } from '../../support/cases.js';
import { ndjson } from './support.js';
import { expectSame } from '../../support/alike.js';

interface Expected {
  readonly id: string;
  readonly trap?: string;
  readonly tells?: string;
  readonly isUnread?: boolean;
  readonly value: unknown;
}

const services = { findService };
const mapping = readFixture('fhir/mapping.json') as FhirMapping;
const exported = readText('fhir/export.ndjson');
const resources = exported.trimEnd().split('\n');
const expected = readFixture('fhir/expected.json') as {
  told: Record<string, number>;
  records: Expected[];
  leftOut: Expected[];
  claims: Expected[];
};
const readWhole = (text: string) => readFhir(text, mapping, services);

/** What of a file holds for any order of it: a problem is told at the first place. */
function inAnyOrder({ records, history = [], problems }: FhirFile) {
  const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort(compareText);
  const told = problems.map(({ code, message, count }): Omit<Problem, 'place'> & { count: number } => ({
    code,
    message,
    count: count ?? 1,
  }));
  const found = records.map(({ value, places }) => ({ value, places }));
  return { records: sorted(found), history: sorted(history), problems: sorted(told) };
}

async function readPieces(text: string, size: number): Promise<FhirFile> {
  let opened = 0;
  async function* open() {
    opened += 1;
    for (let start = 0; start < text.length; start += size) {
      yield await Promise.resolve(text.slice(start, start + size));
    }
  }
  const { history, records, problems } = await readFhirStream(open, mapping, services);
  const found: FhirFile['records'] = [];
  for await (const record of records) found.push(record);
  expect(opened).toBe(2);
  return { history, records: found, problems: problems() };
}

describe('a bulk export comes out as planted', () => {
  const file = readWhole(exported);
  const isUnread = ({ unread }: FhirFile['records'][number]) => unread !== undefined;
  const unread = file.records.filter(isUnread);
  const byId = new Map(file.records.filter((one) => !isUnread(one)).map(({ value }) => [value.id, value]));

  test.each(expected.records.map((one) => [one.trap ?? one.id, one] as const))(
    '%s',
    (_title, { id, value }) => {
      expectSame(byId.get(id), value);
    },
  );

  test.each(expected.leftOut.map((one) => [String(one.trap), one] as const))(
    '%s: left out',
    (_title, { id, tells, isUnread = false }) => {
      expect(byId.has(id)).toBe(false);
      expect(unread.some(({ value }) => value.id === id)).toBe(isUnread);
      const { place } = file.problems.find(({ code }) => code === tells) ?? {};
      expect(place).toContain(`Encounter/${id}`);
    },
  );

  test('and nothing else is read or told', () => {
    const leftOut = expected.leftOut.filter(({ isUnread }) => isUnread);
    expect(file.records).toHaveLength(expected.records.length + leftOut.length);
    expectSame(Object.fromEntries(file.problems.map(({ code, count }) => [code, count ?? 1])), expected.told);
    expectSame(
      file.history?.map(({ value }) => value),
      [
        {
          id: 'c-paid',
          payerClaimId: 'b1',
          memberId: 'M-01',
          service: 'mo/H2017HO',
          dateOfService: '2025-03-10',
          units: 6,
        },
      ],
    );
  });
});

describe('claims come out as planted', () => {
  const { records, problems } = readWhole(readText('fhir/claims.json'));
  test.each(expected.claims.map((one, place) => [String(one.trap), one, place] as const))(
    '%s',
    (_title, { value, tells }, place) => {
      expectSame(records[place]?.value, value);
      if (tells !== undefined) expect(problems.map(({ code }) => code)).toContain(tells);
    },
  );
});

describe('any order of a file gives the same', () => {
  const inOrder = inAnyOrder(readWhole(exported));
  const shuffled = fc.shuffledSubarray(resources, { minLength: resources.length });

  test('of lines, of a list and of the entries of a Bundle', () => {
    fc.assert(
      fc.property(shuffled, (lines) => {
        const all = lines.map((line) => JSON.parse(line) as unknown);
        const entry = all.map((resource) => ({ resource }));
        expectSame(inAnyOrder(readWhole(lines.join('\n'))), inOrder);
        expectSame(inAnyOrder(readWhole(JSON.stringify(all))), inOrder);
        expectSame(inAnyOrder(readWhole(JSON.stringify({ resourceType: 'Bundle', entry }))), inOrder);
      }),
      { numRuns: 25, seed: 1 },
    );
  });

  test('records come in the order of the file', () => {
    fc.assert(
      fc.property(shuffled, (lines) => {
        const ids = readWhole(lines.join('\n')).records.map(({ value }) => value.id);
        const inFile = lines.map((line) => (JSON.parse(line) as { id: string }).id);
        expectSame(
          ids,
          inFile.filter((id) => ids.includes(id)),
        );
      }),
      { numRuns: 25, seed: 2 },
    );
  });
});

describe('read in pieces, a file comes out as whole', () => {
  test('wherever they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(exported, readText('fhir/claims.json'), `${exported}{"resource`, ''),
        fc.integer({ min: 1, max: 4000 }),
        async (text, size) => {
          expect(await readPieces(text, size)).toEqual(readWhole(text));
        },
      ),
      { numRuns: 25, seed: 3 },
    );
  });

  test('visits one after the other', async () => {
    let given = 0;
    async function* open() {
      for (const line of resources) {
        given += 1;
        yield await Promise.resolve(`${line}\n`);
      }
    }
    const { records } = await readFhirStream(open, mapping);
    expect(given).toBe(resources.length);
    for await (const record of records) {
      expect(record.value.id).toBeDefined();
      break;
    }
    expect(given).toBeLessThan(2 * resources.length);
  });

  test('a malformed mapping rejects', async () => {
    async function* open() {
      yield await Promise.resolve('');
    }
    await expect(readFhirStream(open, { zone: 'CST' })).rejects.toThrow('/zone: expected the IANA name');
  });
});

describe('nothing that stands in a file throws, or makes a claim hold less than it does', () => {
  const values = fc.oneof(
    fc.constantFrom<unknown>(null, 5, '', 'x', true, [], {}, [null], [5], [{}], { coding: 5 }, { value: {} }),
    fc.jsonValue(),
  );
  const claims = (
    readFixture('fhir/claims.json') as { entry: { resource: Record<string, unknown> }[] }
  ).entry.map(({ resource }) => resource);

  test('with any part of any resource in place of which stands something else', () => {
    const all = [...resources.map((line) => JSON.parse(line) as Record<string, unknown>), ...claims];
    fc.assert(
      fc.property(fc.nat(), fc.nat(), values, (which, part, value) => {
        const one = all[which % all.length] ?? {};
        const keys = Object.keys(one);
        const changed = { ...one, [keys[part % keys.length] ?? 'id']: value };
        const text = ndjson([...all.filter((other) => other !== one), changed]);
        for (const { code, place, message } of readWhole(text).problems)
          expect([code, place, message].every((told) => told !== '')).toBe(true);
      }),
      { numRuns: 150, seed: 4 },
    );
  });

  test('each item of a claim that is read is a line, or is counted as left out', () => {
    const [claim = {}] = claims;
    const [item] = claim['item'] as Record<string, unknown>[];
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(item ?? {})), values, (key, value) => {
        const items = [item, { ...item, [key]: value }];
        const [record] = readWhole(JSON.stringify({ ...claim, item: items })).records;
        const read = record?.value as Claim;
        expect(read.lines.length + (read.linesLeftOut ?? 0)).toBe(items.length);
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});
