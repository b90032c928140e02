import { describe, expect, test } from 'vitest';
import { checkSessions, createChecker } from '../../src/index.js';
import { waysToPass } from '../../src/evidence/explain.js';
import { html, json, reportOf, text } from '../../src/reports/index.js';
import { baseSession } from '../support/cases.js';

const base = baseSession('mo-peer-support');
const checker = createChecker({ codes: { 'mo/peer-support': [{ procedureCode: 'X0001', rate: '10.00' }] } });
const sessions = [
  base,
  { ...base, id: 'too-many', units: 9, dateOfService: '2017-05-17' },
  { ...base, id: 'young', member: { ...base.member, id: 'M-5', birthDate: '2010-01-01' } },
  { ...base, id: 'proposed', dateOfService: '2017-05-18', phase: 'proposed' as const, endTime: '10:45' },
];
const batch = checker.checkSessions(sessions, { history: [] });
const ways = sessions.map((session, index) =>
  index === 0 ? undefined : waysToPass(session, { history: [], checker }),
);

function told(...given: (typeof ways)[number][]): string {
  return [...reportOf(text, batch, sessions, { ways: given, width: 1000 })].join('');
}

test('a report in text is given the ways, and tells them below what is found', () => {
  const lines = told(...ways)
    .split('\n')
    .map((line) => line.trim());
  expect(lines).toContain(
    '- units/time: 8 units are claimed (billing) [checked again: billable, $10.00 less].',
  );
  expect(lines).toContain('All that can be changed at once [checked again: billable, $10.00 less].');
  expect(lines).toContain('- member/age: nothing may be changed; do not bill it.');
  expect(lines).toContain(
    '- units/time: either 7 units are claimed (billing) [checked again: billable, $10.00 less]; or the session ends at 11:00 (front desk) [checked again: billable].',
  );
});

test('that there is more to try is told, and of what needs nothing nothing is', () => {
  const [, first] = ways;
  expect(told(undefined, first && { ...first, notSearched: true })).toContain(
    'There is more to try than was tried',
  );
  expect(told()).not.toContain('to pass:');
  expect(told(undefined, { verdict: 'billable', needs: [] })).not.toContain('to pass:');
});

describe('a page', () => {
  const pageOf = (...given: (typeof ways)[number][]) =>
    [...reportOf(html, batch, sessions, { ways: given })].join('');
  const cardsOf = (page: string, id: string) => {
    const [, row = ''] = page.split(`(${id})</th>`);
    const [, cards = ''] = (row.split('</tr>')[0] ?? '').split('<div class="ways">');
    return cards.split('</div>')[0];
  };

  test('has a card for each need, with each way to meet it, of whom it is to be asked, and what was checked again', () => {
    expect(cardsOf(pageOf(...ways), 'proposed')).toBe(
      '<p>To pass:</p><ul class="needs" role="list"><li><b>units/time:</b> <ul>' +
        '<li>either 7 units are claimed <span class="ask">(billing)</span> <span class="billable">[checked again: billable, $10.00 less]</span></li>' +
        '<li>or the session ends at 11:00 <span class="ask">(front desk)</span> <span class="billable">[checked again: billable]</span></li></ul></li></ul>' +
        '<p>All that can be changed at once: <span class="billable">[checked again: billable, $10.00 less]</span>.</p>',
    );
  });

  test('says what may not be changed, and what is the only way', () => {
    const page = pageOf(...ways);
    expect(cardsOf(page, 'young')).toBe(
      '<p>To pass:</p><ul class="needs" role="list"><li><b>member/age:</b> <span class="not-billable">nothing may be changed; do not bill it.</span></li></ul>',
    );
    expect(cardsOf(page, 'too-many')).toContain(
      '<li><b>units/time:</b> 8 units are claimed <span class="ask">(billing)</span>',
    );
  });

  test('says that each of several is needed, and that there is more to try', () => {
    const need = { rules: ['member/age' as const], ways: [] };
    const cards = cardsOf(
      pageOf(undefined, { verdict: 'not-billable', needs: [need, need], notSearched: true }),
      'too-many',
    );
    expect(cards?.match(/<b>member\/age:<\/b>/g)).toHaveLength(2);
    expect(cards).toMatch(/^<p>To pass, each of these is needed:<\/p>/);
    expect(cards).toContain('<p>There is more to try than was tried: there may be other ways.</p>');
  });

  test('has no card where there is no need, or none was searched', () => {
    for (const page of [pageOf(), pageOf(undefined, { verdict: 'billable', needs: [] })])
      expect(page).not.toContain('class="ways"');
  });

  test('shows words as words, and runs and looks as without them', () => {
    const demands = [{ says: '<img src=x onerror="alert(1)">', paths: [], heldBy: 'billing' as const }];
    const need = { rules: ['member/age' as const], ways: [{ kind: 'answer' as const, demands }] };
    const page = pageOf(undefined, { verdict: 'not-billable', needs: [need] });
    expect(page).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; <span class="ask">');
    expect(page).not.toContain('<img');
    const policyOf = (one: string) => /<meta http-equiv[^>]*>/.exec(one)?.[0];
    expect(policyOf(page)).toBe(policyOf(pageOf()));
  });
});

test('in JSON they stand in the result', () => {
  const report = JSON.parse([...reportOf(json, batch, sessions, { ways })].join('')) as {
    results: { ways?: unknown }[];
  };
  expect(report.results.map((result) => result.ways)).toEqual(ways);
});

test('without them a report is as it was', () => {
  const plain = checkSessions(sessions, { history: [] });
  expect([...reportOf(json, plain, sessions)].join('')).not.toContain('"ways"');
});
