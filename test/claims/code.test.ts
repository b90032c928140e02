import { describe, expect, test } from 'vitest';
import { createChecker, InputError, type Finding } from '../../src/index.js';
import {
  denialsOf,
  foundIn,
  lineResultOf,
  oneLine,
  outcomeOf,
  resultOf,
  saidOf,
  type Base,
} from './support.js';
import { notVoid } from '../support/not-void.js';

const rule = 'claim/code';

interface Written {
  code: string;
  modifiers?: string[];
  /** The service that the line states. */
  service?: string;
  jurisdiction?: string;
  on?: string;
}

/** A claim with a line of this code; without `modifiers` it states none. The session behind it is of the base. */
function claimWith({ code, modifiers, service, jurisdiction, on }: Written, base: Base = 'mo-H2017TG') {
  const line = {
    procedureCode: code,
    modifiers: modifiers ?? null,
    service: service ?? null,
    ...(on !== undefined && { dateOfService: on }),
  };
  return oneLine(base, line, jurisdiction === undefined ? {} : { jurisdiction });
}

const judged = (written: Written) => lineResultOf(claimWith(written));
function findingOf(written: Written): Finding {
  const said = saidOf(rule, judged(written));
  if (typeof said === 'string') throw new Error(`found: ${said}`);
  return said;
}

describe('a code names its service by the exact set of its modifiers', () => {
  test.each<[title: string, Written, service: string]>([
    ['TG', { code: 'H2017', modifiers: ['TG'] }, 'mo/H2017TG'],
    ['HO', { code: 'H2017', modifiers: ['HO'] }, 'mo/H2017HO'],
    [
      'HO and HQ: the group service, never the individual one',
      { code: 'H2017', modifiers: ['HO', 'HQ'] },
      'mo/H2017HOHQ',
    ],
    ['in another order', { code: 'H2017', modifiers: ['HQ', 'HO'] }, 'mo/H2017HOHQ'],
    ['in small letters', { code: 'h2017', modifiers: ['tg'] }, 'mo/H2017TG'],
    ['in mixed letters', { code: 'h2017', modifiers: ['hQ', 'Ho'] }, 'mo/H2017HOHQ'],
    ['run together', { code: 'H2017TG' }, 'mo/H2017TG'],
    ['run together, two modifiers', { code: 'H2017HOHQ' }, 'mo/H2017HOHQ'],
    ['run together, in another order', { code: 'H2017HQHO' }, 'mo/H2017HOHQ'],
    ['run together, in small letters', { code: 'h2017hohq' }, 'mo/H2017HOHQ'],
    ['run together in part', { code: 'H2017HO', modifiers: ['HQ'] }, 'mo/H2017HOHQ'],
    ['blanks between the modifiers', { code: 'H2017', modifiers: ['HO', '', 'HQ', ' ', ''] }, 'mo/H2017HOHQ'],
    ['no modifiers listed', { code: 'H2017HO', modifiers: [] }, 'mo/H2017HO'],
    ['the local code of TG', { code: 'H2017G' }, 'mo/H2017TG'],
    ['the local code of HO', { code: 'H2017P' }, 'mo/H2017HO'],
    ['the local code of HO HQ', { code: 'H2017S' }, 'mo/H2017HOHQ'],
    ['a local code in small letters', { code: 'h2017s' }, 'mo/H2017HOHQ'],
    ['H2017 alone in South Carolina', { code: 'H2017', jurisdiction: 'SC' }, 'sc/prs'],
    ['and with an empty list', { code: 'H2017', modifiers: [], jurisdiction: 'SC' }, 'sc/prs'],
  ])('%s', (_title, written, service) => {
    const line = judged(written);
    expect([outcomeOf(rule, line), line.service]).toEqual(['pass', service]);
  });
});

describe('a set that names nothing on file is not known', () => {
  test.each<[title: string, Written, nearest: string[]]>([
    [
      'H2017 alone in Missouri: regular PSR, another service',
      { code: 'H2017' },
      ['mo/H2017TG', 'mo/H2017HO', 'mo/H2017HOHQ'],
    ],
    [
      'and with an empty list',
      { code: 'H2017', modifiers: [] },
      ['mo/H2017TG', 'mo/H2017HO', 'mo/H2017HOHQ'],
    ],
    ['HQ alone', { code: 'H2017', modifiers: ['HQ'] }, ['mo/H2017HOHQ']],
    ['a modifier that no definition mentions', { code: 'H2017', modifiers: ['TG', 'HE'] }, ['mo/H2017TG']],
    ['beside two right ones', { code: 'H2017', modifiers: ['U1', 'HO', 'HQ'] }, ['mo/H2017HOHQ']],
    ['one that says how, beside another', { code: 'H2017', modifiers: ['TG', 'GT', 'HE'] }, ['mo/H2017TG']],
    ['one that says how, alone', { code: 'H2017', modifiers: ['GT'] }, ['mo/H2017TG']],
    [
      'modifiers of two services, and one that says how',
      { code: 'H2017', modifiers: ['TG', 'HO', '95'] },
      ['mo/H2017TG', 'mo/H2017HO'],
    ],
    ['modifiers of two services', { code: 'H2017', modifiers: ['TG', 'HO'] }, ['mo/H2017TG', 'mo/H2017HO']],
    ['all three modifiers', { code: 'H2017', modifiers: ['TG', 'HO', 'HQ'] }, ['mo/H2017HOHQ']],
    ['HO in South Carolina', { code: 'H2017', modifiers: ['HO'], jurisdiction: 'SC' }, ['sc/prs']],
    ['a local code in South Carolina', { code: 'H2017G', jurisdiction: 'SC' }, ['sc/prs']],
    ['a code of nobody', { code: 'T1017' }, []],
    ['Montana names no code', { code: 'H2017', jurisdiction: 'MT' }, []],
    ['a state without definitions', { code: 'H2017', modifiers: ['TG'], jurisdiction: 'TX' }, []],
  ])('%s', (_title, written, nearest) => {
    const claim = claimWith(written);
    const line = lineResultOf(claim);
    expect(outcomeOf(rule, line)).toBe('unknown');
    expect([line.verdict, line.service, line.units, line.price]).toEqual([
      'undetermined',
      null,
      undefined,
      undefined,
    ]);
    const finding = findingOf(written);
    const services = (finding.data as { nearest: { service: string }[] }).nearest.map(
      ({ service }) => service,
    );
    expect(services.slice(0, nearest.length).sort()).toEqual([...nearest].sort());
    expect([finding.severity, finding.missing, finding.denials]).toEqual(['error', [], []]);
  });

  test("only codes of the claim's own jurisdiction are near", () => {
    const { data } = findingOf({ code: 'H2017' });
    const { nearest } = data as { nearest: { service: string }[] };
    expect(nearest.every(({ service }) => service.startsWith('mo/'))).toBe(true);
  });

  test('nothing else is judged of such a line, whatever its session states', () => {
    expect(foundIn(judged({ code: 'H2017' }))).toEqual({ [rule]: 'unknown' });
  });

  test('it holds the verdict back, also where missing facts are only reported', () => {
    const claim = claimWith({ code: 'H2017' });
    expect(resultOf(claim, { missingFacts: 'report' }).verdict).toBe('undetermined');
    expect(lineResultOf(claim, { missingFacts: 'report' }).verdict).toBe('undetermined');
  });

  test('a claim whose other line is on file is undetermined, and that line billable', () => {
    const claim = claimWith({ code: 'H2017', modifiers: ['TG'] });
    const [tg] = claim.lines;
    if (tg === undefined) throw new Error('one line');
    const other = { ...tg, modifiers: [], session: { ...tg.session, startTime: '13:00', endTime: '14:30' } };
    const { verdict, lines } = resultOf({ ...claim, lines: [tg, other] });
    expect([verdict, ...lines.map((line) => line.verdict)]).toEqual([
      'undetermined',
      'billable',
      'undetermined',
    ]);
  });
});

describe('modifiers that only say how the service was given name the service that the others name, with a warning', () => {
  test.each<[title: string, Written, service: string]>([
    ['95 beside one', { code: 'H2017', modifiers: ['HO', '95'] }, 'mo/H2017HO'],
    ['beside two', { code: 'H2017', modifiers: ['95', 'HQ', 'HO'] }, 'mo/H2017HOHQ'],
    ['93, run together', { code: 'H2017TG93' }, 'mo/H2017TG'],
    ['GT and GQ', { code: 'H2017', modifiers: ['gt', 'TG', 'GQ'] }, 'mo/H2017TG'],
    ['FQ with a local code', { code: 'H2017P', modifiers: ['FQ'] }, 'mo/H2017HO'],
    ['FR alone in South Carolina', { code: 'H2017', modifiers: ['FR'], jurisdiction: 'SC' }, 'sc/prs'],
  ])('%s', (_title, written, service) => {
    const finding = findingOf(written);
    expect(finding).toMatchObject({
      outcome: 'fail',
      severity: 'warning',
      reading: { name: 'extra-modifiers', setting: null },
      data: { missing: [] },
    });
    expect(denialsOf(finding)).toEqual(['(4 N519)']);
    expect(judged(written)).toMatchObject({ service });
  });

  test('one that a definition asks for is no other', () => {
    const codes = { 'mo/peer-support': [{ procedureCode: 'H0038', modifiers: ['GT'] }] };
    const checker = createChecker({ codes });
    const outcome = (modifiers: string[], service?: string) => {
      const claim = claimWith(
        { code: 'H0038', modifiers, ...(service !== undefined && { service }) },
        'mo-peer-support',
      );
      const [line] = notVoid(checker.checkClaim(claim, { history: [] })).lines;
      return line && outcomeOf(rule, line);
    };
    expect([outcome(['GT']), outcome(['GT', '95']), outcome(['95'])]).toEqual(['pass', 'warning', 'unknown']);
    expect([outcome(['GT', '95'], 'mo/peer-support'), outcome(['95'], 'mo/peer-support')]).toEqual([
      'warning',
      'fail',
    ]);
  });
});

describe('a doubled modifier always fails', () => {
  test.each<[title: string, Written]>([
    ['twice in the list', { code: 'H2017', modifiers: ['HO', 'HO'] }],
    ['in another letter case', { code: 'H2017', modifiers: ['TG', 'tg'] }],
    ['run together and in the list', { code: 'H2017HO', modifiers: ['HO'] }],
    ['run together twice', { code: 'H2017HOHO' }],
    ['beside the other', { code: 'H2017', modifiers: ['HO', 'HQ', 'HO'] }],
    ['where nothing else matches', { code: 'T1017', modifiers: ['HO', 'HO'] }],
    ['with the service stated', { code: 'H2017', modifiers: ['TG', 'TG'], service: 'mo/H2017TG' }],
    ['that only says how', { code: 'H2017', modifiers: ['HO', '95', '95'] }],
    ['in South Carolina', { code: 'H2017', modifiers: ['HO', 'HO'], jurisdiction: 'SC' }],
    ['of a service without a code', { code: 'H0038', modifiers: ['HF', 'HF'], service: 'mo/peer-support' }],
  ])('%s', (_title, written) => {
    const finding = findingOf(written);
    expect([finding.outcome, finding.severity]).toEqual(['fail', 'error']);
    expect(denialsOf(finding)).toEqual(['16 M51', '(181 M51)']);
    expect(judged(written).verdict).toBe('not-billable');
  });
});

describe('a line that states its service', () => {
  test.each<[title: string, Written]>([
    ['has its code', { code: 'H2017', modifiers: ['TG'], service: 'mo/H2017TG' }],
    ['has it run together', { code: 'h2017hqho', service: 'mo/H2017HOHQ' }],
    ['has its local code', { code: 'H2017G', service: 'mo/H2017TG' }],
    ['has its code without modifiers', { code: 'H2017', service: 'sc/prs', jurisdiction: 'SC' }],
  ])('passes where it %s', (_title, written) => {
    const line = judged(written);
    expect([outcomeOf(rule, line), line.service]).toEqual(['pass', written.service]);
  });

  test.each<[title: string, Written, denials: string[], missing: string[]]>([
    [
      'has another base code',
      { code: 'T1017', modifiers: ['TG'], service: 'mo/H2017TG' },
      ['16 M51', '(181 M51)'],
      [],
    ],
    ['has the local code of another', { code: 'H2017P', service: 'mo/H2017TG' }, ['16 M51', '(181 M51)'], []],
    ['lacks the modifier', { code: 'H2017', service: 'mo/H2017TG' }, ['16 N822'], ['TG']],
    ['lacks both modifiers', { code: 'H2017', service: 'mo/H2017HOHQ' }, ['16 N822'], ['HO', 'HQ']],
    ['lacks one of two', { code: 'H2017', modifiers: ['HQ'], service: 'mo/H2017HOHQ' }, ['16 N822'], ['HO']],
    [
      'lacks one of two, which is another service',
      { code: 'H2017', modifiers: ['HO'], service: 'mo/H2017HOHQ' },
      ['16 N822'],
      ['HQ'],
    ],
    [
      'lacks it and has one that nobody mentions',
      { code: 'H2017', modifiers: ['GT'], service: 'mo/H2017TG' },
      ['16 N822'],
      ['TG'],
    ],
    [
      'has one more, which is another service',
      { code: 'H2017', modifiers: ['HO', 'HQ'], service: 'mo/H2017HO' },
      ['4 N519'],
      [],
    ],
    [
      'has one more, which is another service, beside one that says how',
      { code: 'H2017', modifiers: ['HO', 'HQ', '95'], service: 'mo/H2017HO' },
      ['4 N519'],
      [],
    ],
    [
      'lacks one of two, beside one that says how',
      { code: 'H2017', modifiers: ['HO', '95'], service: 'mo/H2017HOHQ' },
      ['16 N822'],
      ['HQ'],
    ],
    [
      'has one more, which is another service, run together',
      { code: 'H2017HOHQ', service: 'mo/H2017HO' },
      ['4 N519'],
      [],
    ],
  ])('fails where it %s', (_title, written, denials, missing) => {
    const finding = findingOf(written);
    expect([finding.outcome, finding.severity]).toEqual(['fail', 'error']);
    expect((finding.data as { missing: string[] }).missing).toEqual(missing);
    expect(denialsOf(finding)).toEqual(denials);
    expect(judged(written)).toMatchObject({ verdict: 'not-billable', service: written.service });
  });

  test.each<[title: string, Written, another: string, missing: string[]]>([
    ['HO for TG', { code: 'H2017', modifiers: ['HO'], service: 'mo/H2017TG' }, 'mo/H2017HO', ['TG']],
    [
      'TG for HO and HQ',
      { code: 'H2017', modifiers: ['TG'], service: 'mo/H2017HOHQ' },
      'mo/H2017TG',
      ['HO', 'HQ'],
    ],
  ])('fails where it has the modifiers of another instead: %s', (_title, written, another, missing) => {
    const finding = findingOf(written);
    expect(finding).toMatchObject({ outcome: 'fail', severity: 'error', data: { missing } });
    expect(finding.message).toMatch(new RegExp(`those of [^(]+ \\(${another}\\)`));
    expect(denialsOf(finding)).toEqual(['4 N519']);
  });

  test.each<[title: string, Written, extra: number, denials?: string[]]>([
    ['one', { code: 'H2017', modifiers: ['TG', 'HE'], service: 'mo/H2017TG' }, 1],
    [
      'one that only says how',
      { code: 'H2017', modifiers: ['TG', 'GT'], service: 'mo/H2017TG' },
      1,
      ['(4 N519)'],
    ],
    ['two', { code: 'H2017', modifiers: ['95', 'TG', 'U1'], service: 'mo/H2017TG' }, 2],
    [
      'one of another service, together no service',
      { code: 'H2017', modifiers: ['TG', 'HO'], service: 'mo/H2017TG' },
      1,
    ],
    ['one with a local code', { code: 'H2017G', modifiers: ['U1'], service: 'mo/H2017TG' }, 1],
  ])('is warned of more modifiers: %s', (_title, written, extra, denials = ['4 N519']) => {
    const finding = findingOf(written);
    expect(finding).toMatchObject({
      outcome: 'fail',
      severity: 'warning',
      basis: 'reading',
      reading: { name: 'extra-modifiers', setting: null },
      data: { missing: [], extra },
    });
    expect(denialsOf(finding)).toEqual(denials);
    expect(judged(written).verdict).toBe('billable');
  });
});

describe('the jurisdiction is judged first', () => {
  test.each<[title: string, Written]>([
    ['a service of South Carolina in Missouri', { code: 'H2017', service: 'sc/prs' }],
    [
      'a service of Missouri in South Carolina',
      { code: 'H2017', modifiers: ['TG'], service: 'mo/H2017TG', jurisdiction: 'SC' },
    ],
    [
      'though the modifier is doubled',
      { code: 'H2017', modifiers: ['TG', 'TG'], service: 'mo/H2017TG', jurisdiction: 'SC' },
    ],
    ['though the service has no code', { code: 'H2017', service: 'mt/imr' }],
    ['peer support in Montana', { code: 'H0038', service: 'mo/peer-support', jurisdiction: 'MT' }],
    [
      'a state without definitions',
      { code: 'H2017', modifiers: ['TG'], service: 'mo/H2017TG', jurisdiction: 'TX' },
    ],
  ])('%s fails', (_title, written) => {
    const finding = findingOf(written);
    expect([finding.outcome, finding.severity]).toEqual(['fail', 'error']);
    expect(finding.message).toContain('jurisdiction');
    expect(finding.paths).toEqual(['/lines/0/service', '/jurisdiction']);
    expect(judged(written).verdict).toBe('not-billable');
  });
});

describe('a service without a code on file is reached by `service` alone', () => {
  test.each<[title: string, Base, Written]>([
    ['peer support, with the usual code', 'mo-peer-support', { code: 'H0038', service: 'mo/peer-support' }],
    ['with a code of nobody', 'mo-peer-support', { code: 'X0001', service: 'mo/peer-support' }],
    [
      'Montana, with a code of other States',
      'mt-imr',
      { code: 'H2017', service: 'mt/imr', jurisdiction: 'MT' },
    ],
  ])('%s', (_title, base, written) => {
    const line = lineResultOf(claimWith(written, base));
    expect([outcomeOf(rule, line), outcomeOf('claim/charge', line), line.verdict, line.service]).toEqual([
      'not applicable',
      'not applicable',
      'billable',
      written.service,
    ]);
  });

  test.each<[title: string, Written]>([
    ['that of another service', { code: 'H2017', modifiers: ['TG'] }],
    ['with a modifier that only says how', { code: 'H2017', modifiers: ['95', 'HO'] }],
    ['a local one', { code: 'H2017G' }],
    ['H2017 alone, which is regular PSR', { code: 'H2017' }],
    ['H2017 with a modifier of nobody', { code: 'H2017', modifiers: ['U1'] }],
  ])('but its code is not %s', (_title, written) => {
    const claim = claimWith({ ...written, service: 'mo/peer-support' }, 'mo-peer-support');
    const line = lineResultOf(claim);
    expect([line.verdict, line.service]).toEqual(['not-billable', 'mo/peer-support']);
    expect(saidOf(rule, line)).toMatchObject({ outcome: 'fail', severity: 'error', basis: 'general' });
    expect(denialsOf(saidOf(rule, line))).toEqual(['16 M51', '(181 M51)']);
  });

  test('peer support is not found by a code', () => {
    expect(outcomeOf(rule, judged({ code: 'H0038' }))).toBe('unknown');
  });

  test('a code that the caller binds reaches it, and is then the one that it has', () => {
    const checker = createChecker({
      codes: { 'mo/peer-support': [{ procedureCode: 'H0038', rate: '4.95' }] },
    });
    const outcome = (written: Written) => {
      const [line] = notVoid(
        checker.checkClaim(claimWith(written, 'mo-peer-support'), { history: [] }),
      ).lines;
      if (line === undefined) throw new Error('one line');
      return [outcomeOf(rule, line), line.service];
    };
    expect(outcome({ code: 'h0038' })).toEqual(['pass', 'mo/peer-support']);
    expect(outcome({ code: 'H0038', service: 'mo/peer-support' })).toEqual(['pass', 'mo/peer-support']);
    expect(outcome({ code: 'H0038', modifiers: ['HQ'] })).toEqual(['unknown', null]);
    expect(outcome({ code: 'H2017', service: 'mo/peer-support' })).toEqual(['fail', 'mo/peer-support']);
  });

  test('of several codes, the line is compared with the one most like it', () => {
    const bindings = [{ procedureCode: 'H0038' }, { procedureCode: 'H0038', modifiers: ['HQ', 'HF'] }];
    const checker = createChecker({ codes: { 'mo/peer-support': bindings } });
    const written = { code: 'H0038', modifiers: ['HQ', 'HF', 'GT'], service: 'mo/peer-support' };
    const [line] = notVoid(checker.checkClaim(claimWith(written, 'mo-peer-support'), { history: [] })).lines;
    expect(line && saidOf(rule, line)).toMatchObject({
      severity: 'warning',
      data: { missing: [], extra: 1 },
    });
  });

  test('an empty list of codes binds none', () => {
    const checker = createChecker({ codes: { 'mo/peer-support': [] } });
    const claim = claimWith({ code: 'H0038', service: 'mo/peer-support' }, 'mo-peer-support');
    const [line] = notVoid(checker.checkClaim(claim, { history: [] })).lines;
    expect(line && outcomeOf(rule, line)).toBe('not applicable');
  });

  test('a service that is not on file is an input error', () => {
    expect(() => judged({ code: 'H2017', service: 'mo/H2017XX' })).toThrow(InputError);
    expect(() => judged({ code: 'H2017', service: 'mo/H2017XX' })).toThrow(/^\/lines\/0\/service: /);
  });
});

describe('before the definition is in force', () => {
  test.each<[string[], before: string, from: string]>([
    [['TG'], '2009-03-29', '2009-03-30'],
    [['HO'], '2009-06-02', '2009-06-03'],
    [['HO', 'HQ'], '2009-06-02', '2009-06-03'],
  ])('H2017 %j on %s: no rules on file, from %s on there are', (modifiers, before, from) => {
    const early = judged({ code: 'H2017', modifiers, on: before });
    expect(foundIn(early)).toEqual({ 'service/in-force': 'unknown' });
    expect([early.verdict, early.units, early.price]).toEqual(['undetermined', undefined, undefined]);
    const onTime = judged({ code: 'H2017', modifiers, on: from });
    expect(foundIn(onTime)).not.toHaveProperty('service/in-force');
    expect(outcomeOf(rule, onTime)).toBe('pass');
  });

  test.each<[title: string, Written]>([
    ['right', { code: 'H2017', modifiers: ['TG'] }],
    ['doubled', { code: 'H2017', modifiers: ['TG', 'TG'] }],
    ['not that of the service stated', { code: 'T1017', service: 'mo/H2017TG' }],
  ])('no other rule runs, though the code is %s', (_title, written) => {
    const early = judged({ ...written, on: '2009-03-29' });
    expect(early).toMatchObject({ verdict: 'undetermined', passed: [], notApplicable: [] });
    expect(foundIn(early)).toEqual({ 'service/in-force': 'unknown' });
  });

  test('also where missing facts are only reported', () => {
    const claim = claimWith({ code: 'H2017', modifiers: ['TG'], on: '2009-03-29' });
    expect(lineResultOf(claim, { missingFacts: 'report' }).verdict).toBe('undetermined');
  });

  test('peer support by its service', () => {
    const on = (day: string) =>
      foundIn(
        lineResultOf(claimWith({ code: 'H0038', service: 'mo/peer-support', on: day }, 'mo-peer-support')),
      );
    expect(on('2014-09-30')).toEqual({ 'service/in-force': 'unknown' });
    expect(on('2014-10-01')).not.toHaveProperty('service/in-force');
  });
});

test('the finding points at code and modifiers of its line', () => {
  const finding = findingOf({ code: 'H2017', service: 'mo/H2017TG' });
  expect(finding.paths).toEqual(['/lines/0/procedureCode', '/lines/0/modifiers']);
  expect(finding.message).toMatch(/TG/);
});

describe('a code that several definitions have', () => {
  const checker = createChecker({ codes: { 'mo/peer-support': [{ procedureCode: 'H2017G' }] } });
  const judgedBy = (written: Written) => {
    const [line] = notVoid(checker.checkClaim(claimWith(written), { history: [] })).lines;
    if (line === undefined) throw new Error('one line');
    return line;
  };

  test('is told apart by the service that the line states', () => {
    const line = judgedBy({ code: 'H2017G', service: 'mo/H2017TG' });
    expect([outcomeOf(rule, line), line.service]).toEqual(['pass', 'mo/H2017TG']);
  });

  test('is not known without it', () => {
    const line = judgedBy({ code: 'H2017G' });
    expect(line).toMatchObject({ verdict: 'undetermined', service: null });
    expect(saidOf(rule, line)).toMatchObject({
      outcome: 'unknown',
      data: { nearest: [{ service: 'mo/H2017TG' }, { service: 'mo/peer-support' }] },
      paths: ['/lines/0/procedureCode', '/lines/0/service'],
    });
  });
});

test('a claim of which no line has a definition on file, and prior use that states no member', () => {
  const history = [{ service: 'mo/peer-support', dateOfService: '2024-03-12', startTime: '09:00', units: 4 }];
  const { lines, verdict } = notVoid(createChecker().checkClaim(claimWith({ code: 'H9999' }), { history }));
  expect([lines.map(({ service }) => service), verdict]).toEqual([[null], 'undetermined']);
});
