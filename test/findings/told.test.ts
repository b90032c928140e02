import { describe, expect, test } from 'vitest';
import { eachOnce, notice } from '../../src/findings/notices.js';
import { noticeSchema, notApplicableSchema } from '../../src/schema/said.js';
import { notices, reasons } from '../support/told.js';

const oneSentence = /^[A-Z][^\n]*[^.]\.$/;

describe('what each notice says', () => {
  test('by its code', () => {
    expect(Object.fromEntries(notices.map(({ code, message }) => [code, message]))).toMatchInlineSnapshot(`
      {
        "cells-empty": "Cells of march.csv that say NULL, N/A, none, a dash or the like are read as empty: 2 of member.id, 1 of staff.id.",
        "charges-left-out": "The totals leave out the charges of 2 entries: none is stated and no rate is on file, or the units are not known.",
        "code-bound-to-several": "Your own configuration of codes gives several services the code of this line: mo/H2017TG, mo/peer-support. State which it is.",
        "code-not-judged": "The code of the line is not judged: no code is on file for its service.",
        "config-found": "The configuration is billability.config.json, which was found by itself; --no-config leaves it.",
        "file-read": "The file visits.csv is read as CSV parted by semicolons; nothing is read from column "Room".",
        "history-wanted": "What was already billed is not known, so unit limits cannot be judged. Give it with --history FILE, or say --history none if nothing else was billed.",
        "ids-agree": "Sessions already billed with the id of an entry, but of another day, service or member, are counted, and not taken for it: 1.",
        "keys-alike": "Sessions already billed whose member's key differs from that of an entry only in letter case, blanks or zeros at its start: 1. Whether they are of the same member is not known.",
        "limit-not-set": "Units are not limited by this source.",
        "limits-seen-here": "Unit limits are judged on the units stated; units billed by other agencies are not seen.",
        "list-in-object": "The records are the list in "data" of the object that march.json holds.",
        "missing-facts-reported": "Missing facts are reported and do not hold the verdict back.",
        "no-clock-times": "Overlaps: 2 entries without both clock times could not be compared.",
        "no-history": "Duplicates of what was billed before, and overlaps with it, are not seen: no history is given.",
        "no-records": "Nothing to check: the input holds no records.",
        "no-staff-key": "Overlaps of staff: 1 entry could not be compared, as it is not said who rendered the service.",
        "no-start-time": "Duplicates: 2 sessions already billed without a start time could not be compared.",
        "not-compared": "Members are judged one by one. Not judged: overlaps of staff (12 entries); rosters of groups (1 entry); ids that agree with those of other members (4 entries); claims that replace or void what is of another member (5 entries); entries without a member beside others (3 entries); entries of members whose keys differ only in letter case, blanks or zeros at the start (2 entries).",
        "not-in-force": "No rules are on file for this date.",
        "problem": "Claim/C-1.item[0] (the first of 2): The charge of the item is no amount of US dollars and whole cents, and the item is left out.",
        "rate-bound": "The rate is $5.20, of your own configuration, in place of the $4.95 of the document.",
        "rate-date": "The rate on file is of 2009-03-30.",
        "rate-not-set": "A rate is not set by this source.",
        "rates-differ": "The codes of the service have different rates, and none is known to be meant.",
        "replaced": "Another claim of the batch stands for this one, which is in no sum and moves no exit status.",
        "replaces-nothing": "Claims that stand for another one, which is found neither among the entries nor among the sessions already billed that they are compared with: 1.",
        "reversals": "Reversals among what was already billed, each of which cancels units of what it reverses: 2.",
        "source-age": "The rules are those of 2014-10-01; later ones are not on file. Compare with what your payer says now.",
        "source-undated": "The source is undated; it is taken to be in force on every date.",
        "units-left-out": "The totals leave out the units of 1 line: they are not known.",
        "uses-not-on-file": "Sessions already billed of services not on file, which count toward no limit: 2.",
        "uses-of-others": "Sessions already billed for members whom no entry names: 3.",
        "waivers-expired": "Waivers that have expired, and are not applied: /waivers/0.",
        "waivers-not-applied": "None of 2 waivers is applied: the day of the check (asOf) is not stated, so that it is not known which have expired.",
        "waivers-unused": "Waivers of no use here, as nothing is found for which they hold: /waivers/1, /waivers/4.",
        "waivers-wide": "Waivers of more than a year of service, which is wide: /waivers/2. Let each end sooner.",
      }
    `);
  });

  test.each(notices)('$code: a sentence, as the schema has it', (told) => {
    expect(told.message).toMatch(oneSentence);
    expect(noticeSchema.parse(told)).toEqual(told);
  });
});

describe('what each reason says', () => {
  test('by its code', () => {
    expect(Object.fromEntries(reasons.map(({ code, message }) => [code, message]))).toMatchInlineSnapshot(`
      {
        "as-of-not-stated": "No day of the check (asOf) is stated.",
        "birth-date-not-stated": "No birth date is stated.",
        "charge-not-stated": "No charge is stated.",
        "clause-does-not-apply": "The clause does not apply.",
        "clock-not-known": "The clock times are not both known, or cannot be so.",
        "clock-not-stated": "No clock times are stated.",
        "funding-not-set": "Who pays is not set by this source.",
        "funding-not-told": "The code of the line tells no funding.",
        "group-not-stated": "No group is stated.",
        "limit-not-set": "Units are not limited by this source on that day.",
        "members-one-by-one": "Sessions of other members are not seen in a grouped batch.",
        "minutes-not-added": "The minutes of a day are not added up under the readings in use.",
        "no-code-on-file": "No code is on file for this service.",
        "not-taken-place": "The session did not take place.",
        "phase-proposed": "The session is proposed.",
        "rate-not-set": "A rate is not set by this source.",
        "rates-differ": "The codes of the service have different rates, and none is known to be meant.",
        "session-individual": "The session is individual.",
        "several-days": "The line is of several days, and its clock times are not read.",
        "staff-not-known": "It is not known who rendered the session.",
        "times-impossible": "The times stated cannot be so.",
        "times-tell-no-units": "The times stated cannot be so, and tell no units.",
        "turned-off": "The rule is turned off in your own configuration.",
        "unit-not-set": "A unit is not set by this source.",
        "units-not-stated": "No units are stated.",
        "units-or-time-not-known": "The units or the time are not known.",
      }
    `);
  });

  test.each(reasons)('$code: one sentence, as the schema has it', (told) => {
    expect(told.message).toMatch(oneSentence);
    expect(notApplicableSchema.parse({ rule: 'units/time', ...told })).toEqual({
      rule: 'units/time',
      ...told,
    });
  });
});

test('one and many', () => {
  const leftOut = (count: number, unitsNotKnown: number) =>
    notice('charges-left-out', { count, of: 'line', unitsNotKnown }).message;
  expect([leftOut(1, 0), leftOut(2, 2)]).toEqual([
    'The totals leave out the charges of 1 line: none is stated and no rate is on file.',
    'The totals leave out the charges of 2 lines: none is stated and no rate is on file, or the units are not known.',
  ]);
});

test('notices are alike that have code and data in common', () => {
  const [one, other] = [notice('no-clock-times', { count: 1 }), notice('no-clock-times', { count: 2 })];
  expect(eachOnce([one, other, { ...one }, notice('no-history')])).toEqual([
    one,
    other,
    notice('no-history'),
  ]);
});
