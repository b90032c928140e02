import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRecords, createChecker, type Claim, type Session } from '../../src/index.js';
import { createAuditRecords } from '../../src/evidence/audit-records.js';
import { auditRecords, replay, replayRecords, type EntryRecord } from '../../src/evidence/record.js';
import { digestOf } from '../../src/values/digest.js';
import { checks } from '../laws/random-sessions.js';
import { sessionOf } from '../oracle/generate.js';
import { baseSession } from '../support/cases.js';
import { lawRuns } from '../support/runs.js';
import { changedAt, leavesOf } from './changed.js';

const session: Session = { ...baseSession('mo-peer-support'), id: 'V-1' };
const used = { service: 'mo/peer-support', dateOfService: '2017-05-01', units: 8, memberId: 'M-1' };
const options = { history: [used], asOf: '2025-04-01' };
const seal = 'a secret of nobody at all';
const claim: Claim = {
  id: 'C-1',
  jurisdiction: 'MO',
  lines: [
    { procedureCode: 'H2017HO', dateOfService: '2024-03-12', units: 1.5, charge: '20.36' },
    { procedureCode: '99213', dateOfService: '2024-03-12' },
  ],
};
const entries = [
  session,
  { ...session, id: 'V-2', units: 30 },
  claim,
  { ...claim, id: 'C-2', frequency: 'void', replaces: 'P-1' },
  { ...session, units: 'many' },
  null,
];
const records = auditRecords(entries, options);
const given = { entries, options, seal };

/** A record that somebody has changed, and made a digest for. */
function remade(record: EntryRecord, change: Partial<EntryRecord>): EntryRecord {
  const content: Partial<EntryRecord> = { ...record, ...change };
  delete (content as { digest?: string }).digest;
  return { ...(content as EntryRecord), digest: digestOf(content) };
}

/** Of a batch of one, with a change. */
const [alone] = auditRecords([session], { history: [] }) as [EntryRecord];
const changed = (change: Partial<EntryRecord>) => [remade(alone, change)];

describe('the records of a batch', () => {
  test('are one of each entry, with what comes of it beside the others', () => {
    const { results } = checkRecords(entries, options);
    expect(records.map(({ outcome }) => outcome)).toEqual(results.map((result) => ({ result })));
    expect(
      records.map(({ asked }) => ('sealed' in asked ? null : 'claim' in asked ? asked.claim : asked.session)),
    ).toEqual(entries);
    expect(records.map(({ asked: { among } }) => among)).toEqual(
      entries.map((_, entry) => ({ entry, judged: 'together', ...(entry === 5 && { last: true }) })),
    );
    expect(records[1]?.rules).toEqual(results[1]?.kind === 'session' && results[1].rules);
  });

  test('are a chain, and may go on with another', () => {
    for (const [index, { previous }] of records.entries()) expect(previous).toBe(records[index - 1]?.digest);
    const [first] = auditRecords(entries, options, { previous: 'sha256:before' });
    expect(first?.previous).toBe('sha256:before');
  });

  test('hold the history once', () => {
    expect(JSON.stringify(records).split('"2017-05-01"')).toHaveLength(2);
    expect(records[1]?.asked).toMatchObject({ options: { history: digestOf([used]) } });
    expect(auditRecords([session, session], { history: [] })[1]?.asked).toMatchObject({
      options: { history: [] },
    });
  });

  test('stay as they were when what was asked is written to', () => {
    const own = { ...session };
    const kept = auditRecords([own], options);
    own.units = 1;
    expect(replayRecords(kept)).toEqual({ same: true });
  });

  test('of nothing are none', () => {
    expect(auditRecords([])).toEqual([]);
    expect(replayRecords([])).toEqual({ same: true });
  });
});

const openly = records;
const sealed = auditRecords(entries, options, { seal });

describe('replayRecords', () => {
  const ofAnotherChain = auditRecords(entries, options, { previous: 'sha256:of-another' });

  test.each<[string, readonly EntryRecord[], Parameters<typeof replayRecords>[1], object]>([
    ['as they were made', openly, {}, { same: true }],
    ['with what was asked', openly, given, { same: true }],
    ['through a checker', openly, { checker: createChecker() }, { same: true }],
    ['under a seal', sealed, given, { same: true }],
    [
      'with another entry',
      openly,
      { entries: entries.with(1, session) },
      { same: false, records: [{ record: 1, why: 'facts' }] },
    ],
    [
      'with an entry more',
      openly,
      { entries: [...entries, session] },
      { same: false, records: [{ record: 5, why: 'facts' }] },
    ],
    [
      'with fewer entries',
      openly,
      { entries: entries.slice(0, 4) },
      {
        same: false,
        records: [
          { record: 4, why: 'facts' },
          { record: 5, why: 'facts' },
        ],
      },
    ],
    [
      'with another day of the check',
      openly.slice(0, 0).concat(auditRecords([session], options)),
      { options: { ...options, asOf: '2025-04-02' } },
      { same: false, records: [{ record: 0, why: 'facts' }] },
    ],
    [
      'with another history',
      auditRecords([session], options),
      { options: { ...options, history: [] } },
      { same: false, records: [{ record: 0, why: 'facts' }] },
    ],
    [
      'under a seal with another entry',
      sealed,
      { ...given, entries: entries.with(2, session) },
      { same: false, records: [{ record: 2, why: 'facts' }] },
    ],
    [
      'under a seal with another seal',
      auditRecords([session], {}, { seal }),
      { entries: [session], seal: `${seal}!` },
      { same: false, records: [{ record: 0, why: 'facts' }] },
    ],
    ['without the last', openly.slice(0, -1), {}, { same: false, records: [{ record: 4, why: 'changed' }] }],
    [
      'without the first',
      openly.slice(1),
      {},
      { same: false, records: [0, 1, 2, 3, 4].map((record) => ({ record, why: 'changed' })) },
    ],
    [
      'with one of another chain in its place',
      openly.flatMap((one, place) => (place === 2 ? ofAnotherChain.slice(2, 3) : one)),
      {},
      { same: false, records: [2, 3].map((record) => ({ record, why: 'changed' })) },
    ],
    [
      'of another definition',
      changed({ rules: { ...alone.rules, definition: 'sha256:0' } }),
      {},
      { same: false, records: [{ record: 0, why: 'definition' }] },
    ],
    [
      'of other settings',
      changed({ rules: { ...alone.rules, settings: { asOf: '2020-01-01' } } }),
      {},
      { same: false, records: [{ record: 0, why: 'definition' }] },
    ],
    [
      'of another version',
      changed({ rules: { ...alone.rules, version: '0.0.1' } }),
      {},
      { same: false, records: [{ record: 0, why: 'version' }] },
    ],
    [
      'of another outcome',
      changed({ outcome: { result: { kind: 'void', findings: [], notices: [] } } }),
      {},
      { same: false, records: [{ record: 0, why: 'outcome' }] },
    ],
  ])('%s', (_, own, with_, said) => {
    expect(replayRecords(own, with_)).toEqual(said);
  });

  test.each([
    ['without what was asked', () => replayRecords(sealed, { seal })],
    ['without the seal', () => replayRecords(sealed, { entries, options })],
    ['of a seal that keeps nothing secret', () => auditRecords(entries, options, { seal: 'short' })],
  ])('%s it is an error', (_, act) => {
    expect(act).toThrow(RangeError);
  });

  test.each([
    ['by the shipped checker', undefined],
    ['by one of your own', createChecker()],
  ])('records of members that were judged one after the other are judged so again %s', (_, checker) => {
    const members = ['M-1', 'M-2'].map((id) => ({ ...session, id, member: { ...session.member, id } }));
    const stream = createChecker().createBatch({ history: [], of: 'records' });
    const chain = createAuditRecords(
      { history: [] },
      { judged: 'by-member', previous: undefined, seal: undefined },
    );
    for (const member of members) stream.add(member);
    const made = stream.end().results.flatMap((result, index) => chain.add(members[index], result));
    made.push(...chain.end());
    expect(replayRecords(made, { checker })).toEqual({ same: true });
    const together = auditRecords(members, { history: [] });
    expect(together.map(({ outcome }) => outcome)).not.toEqual(made.map(({ outcome }) => outcome));
  });

  test('under a seal hold no fact', () => {
    const text = JSON.stringify(sealed.map(({ asked, outcome }) => [asked, outcome]));
    for (const value of ['V-1', 'C-1', 'H2017HO', '20.36', session.member?.birthDate, '2017-05-01'])
      expect(text).not.toContain(String(value));
    expect(sealed.map(({ outcome }) => ('sealed' in outcome ? outcome.verdict : null))).toEqual([
      'billable',
      'not-billable',
      'not-billable',
      'void',
      'invalid',
      'invalid',
    ]);
  });
});

describe('replay takes a record of a batch for one of its own where it can be told alone', () => {
  const independent = auditRecords([session, { ...session, id: 'V-9', dateOfService: '2017-05-20' }], {
    history: [],
  });
  const keyed = auditRecords([session], options, { seal });
  test.each<[string, EntryRecord | undefined, Parameters<typeof replay>[1], object]>([
    ['the only one', alone, {}, { same: true }],
    ['of others that change nothing', independent[0], {}, { same: true }],
    ['under a seal', keyed[0], { session, options, seal }, { same: true }],
    ['with another session', alone, { session: { ...session, units: 1 } }, { same: false, why: 'facts' }],
    ['that was changed', { ...alone, previous: 'sha256:0' }, {}, { same: false, why: 'changed' }],
    ['through a checker', alone, { checker: createChecker() }, { same: true }],
  ])('%s', (_, record, with_, said) => {
    expect(record && replay(record, with_)).toEqual(said);
  });

  test.each([
    ['one that others decide', auditRecords([session, { ...session, id: 'V-2' }], { history: [] })[1]],
    ['one whose history is in the first', records[1]],
  ])('%s is an error', (_, record) => {
    expect(() => record && replay(record)).toThrow(RangeError);
  });
});

test('law: one value changed, one record left out and two that change places are noticed', () => {
  const batches = fc.tuple(
    fc.array(checks, { minLength: 2, maxLength: 4 }),
    fc.boolean(),
    fc.nat(),
    fc.nat(),
  );
  fc.assert(
    fc.property(batches, ([all, isSealed, which, where]) => {
      const own = all.map(sessionOf);
      const made = auditRecords(own, options, isSealed ? { seal } : {});
      const with_ = isSealed ? { entries: own, options, seal } : {};
      expect(replayRecords(made, with_)).toEqual({ same: true });
      const at = which % made.length;
      const leaves = leavesOf(made[at]);
      const tampered = made.with(at, changedAt(made[at], leaves[where % leaves.length] ?? []) as EntryRecord);
      const said = replayRecords(tampered, with_);
      expect(said).toMatchObject({ same: false });
      expect(said).toHaveProperty('records', expect.arrayContaining([{ record: at, why: 'changed' }]));
      for (const others of [made.toSpliced(at, 1), [...made].reverse()])
        expect(replayRecords(others, with_)).toMatchObject({ same: false });
    }),
    lawRuns(25, 73),
  );
});
