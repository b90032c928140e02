import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createChecker, type Session } from '../../src/index.js';
import { auditRecord, replay, type AuditRecord } from '../../src/evidence/record.js';
import { digestOf } from '../../src/values/digest.js';
import { checkerOf, checks } from '../laws/random-sessions.js';
import { sessionOf } from '../oracle/generate.js';
import { baseSession } from '../support/cases.js';
import { copyOf } from '../support/copy.js';
import { lawRuns } from '../support/runs.js';
import { changedAt, leavesOf } from './changed.js';

const session = baseSession('mo-peer-support');
const options = { history: [], asOf: '2025-04-01' };
const seal = 'a secret of nobody at all';
const record = auditRecord(session, options);

/** A record that somebody has changed, and made a digest for. */
function remade(change: Partial<AuditRecord>): AuditRecord {
  const content: Partial<AuditRecord> = { ...record, ...change };
  delete (content as { digest?: string }).digest;
  return { ...(content as AuditRecord), digest: digestOf(content) };
}

describe('a record', () => {
  test('holds what was asked, what judged and what came out', () => {
    expect(record).toEqual({
      kind: 'audit-record',
      asked: { session, options },
      rules: createChecker().checkSession(session, options).rules,
      outcome: { result: createChecker().checkSession(session, options) },
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
    });
  });

  test('names the one before it', () => {
    const next = auditRecord(session, options, { previous: record.digest });
    expect(next.previous).toBe(record.digest);
    expect(next.digest).not.toBe(record.digest);
    expect(replay(next)).toEqual({ same: true });
  });

  test('says nothing of whether the session was trusted', () => {
    expect(auditRecord(session, { ...options, trusted: true })).toEqual(record);
    expect(replay(record, { session, options: { ...options, trusted: true } })).toEqual({ same: true });
  });

  test('stays as it was when what was asked is written to', () => {
    const own = copyOf(session);
    const kept = auditRecord(own, options);
    Object.assign(own, { units: 1 });
    expect(replay(kept)).toEqual({ same: true });
  });

  test('of a checker of your own is replayed with it', () => {
    const checker = createChecker({ readings: { rounding: 'midpoint' } });
    const own = auditRecord(session, options, { checker });
    expect(replay(own, { checker })).toEqual({ same: true });
    expect(replay(own)).toEqual({ same: false, why: 'definition' });
  });
});

describe('replay says why it is not the same', () => {
  const other: Session = { ...session, units: 1 };
  test.each<[string, AuditRecord, Parameters<typeof replay>[1], ReturnType<typeof replay>]>([
    ['a record as it was made', record, {}, { same: true }],
    ['the same session stated again', record, { session, options }, { same: true }],
    ['a value of it changed', { ...record, previous: 'sha256:0' }, {}, { same: false, why: 'changed' }],
    ['another session', record, { session: other }, { same: false, why: 'facts' }],
    ['other options', record, { options: {} }, { same: false, why: 'facts' }],
    [
      'of another definition',
      remade({ rules: { ...record.rules, definition: 'sha256:0' } }),
      {},
      { same: false, why: 'definition' },
    ],
    [
      'of another version',
      remade({ rules: { ...record.rules, version: '0.0.1' } }),
      {},
      { same: false, why: 'version' },
    ],
    [
      'of another outcome',
      remade({ outcome: auditRecord(other, options).outcome }),
      {},
      { same: false, why: 'outcome' },
    ],
  ])('%s', (_, one, given, said) => {
    expect(replay(one, given)).toEqual(said);
  });
});

describe('a record under a seal', () => {
  const own: Session = { ...session, id: 'V-/~1', member: { ...session.member, id: 'M-SEALED' } };
  const sealed = auditRecord(own, options, { seal });

  test('holds no fact, and no word of the findings', () => {
    const text = JSON.stringify(sealed);
    for (const said of ['M-SEALED', 'V-/', String(session.member?.birthDate), '2025-04-01'])
      expect(text.split('"rules"')[0]).not.toContain(said);
    expect(Object.keys(sealed.outcome)).toEqual(['verdict', 'findings', 'sealed']);
    const failing = auditRecord({ ...own, units: 33 }, options, { seal });
    expect(JSON.stringify(failing.outcome)).not.toContain('33');
    expect(failing.outcome).toMatchObject({ verdict: 'not-billable' });
  });

  test.each([
    ['what was asked', own, options, seal, { same: true }],
    ['another session', { ...own, units: 1 }, options, seal, { same: false, why: 'facts' }],
    ['other options', own, {}, seal, { same: false, why: 'facts' }],
    ['another seal', own, options, `${seal}!`, { same: false, why: 'facts' }],
  ])('is replayed with %s', (_, asked, given, secret, said) => {
    expect(replay(sealed, { session: asked, options: given, seal: secret })).toEqual(said);
  });

  test.each([
    ['without the seal', () => replay(sealed, { session: own, options })],
    ['without the session', () => replay(sealed, { seal })],
    ['of a seal that keeps nothing secret', () => auditRecord(own, options, { seal: 'short' })],
  ])('%s it is an error', (_, act) => {
    expect(act).toThrow(RangeError);
  });
});

function inOtherOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOtherOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, inOtherOrder(inner)] as const);
  return Object.fromEntries(entries.reverse());
}

const records = fc.tuple(checks, fc.boolean(), fc.nat()).map(([check, isSealed, seed]) => {
  const checker = checkerOf(check);
  const asked = { session: sessionOf(check), options: check.options };
  const made = auditRecord(asked.session, asked.options, { checker, ...(isSealed && { seal }) });
  return { made, asked, checker, isSealed, seed };
});

test('law: one value changed anywhere is noticed', () => {
  fc.assert(
    fc.property(records, ({ made, asked, checker, isSealed, seed }) => {
      const given = isSealed ? { ...asked, seal, checker } : { checker };
      expect(replay(made, given)).toEqual({ same: true });
      const leaves = leavesOf(made);
      const changed = changedAt(made, leaves[seed % leaves.length] ?? []) as AuditRecord;
      expect(replay(changed, given)).toEqual({ same: false, why: 'changed' });
    }),
    lawRuns(60, 71),
  );
});

test('law: the order of keys changes nothing', () => {
  fc.assert(
    fc.property(records, ({ made, asked, checker, isSealed }) => {
      const given = isSealed ? { ...(inOtherOrder(asked) as typeof asked), seal, checker } : { checker };
      expect(replay(inOtherOrder(made) as AuditRecord, given)).toEqual({ same: true });
      const again = auditRecord(inOtherOrder(asked.session) as Session, asked.options, {
        checker,
        ...(isSealed && { seal }),
      });
      expect(again.digest).toBe(made.digest);
    }),
    lawRuns(40, 72),
  );
});
