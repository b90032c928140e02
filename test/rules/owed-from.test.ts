import { describe, expect, test } from 'vitest';
import { createChecker, type CheckOptions } from '../../src/index.js';
import { sessionOf, type Case } from '../support/cases.js';
import { saidBy } from './support.js';

const checker = createChecker();
const noNote: Case['change'] = { documentation: { weeklyNote: { clientResponse: false } } };

function outcome(change: Case['change'], options: CheckOptions) {
  const session = sessionOf({ base: 'mo-H2017TG', change });
  const said = saidBy('documentation/weekly-note', checker.checkSession(session, options));
  return typeof said === 'string' ? said : said.outcome;
}

describe('a weekly note that is not complete, for Wednesday 2025-03-05', () => {
  const wednesday = (rest: object): Case['change'] => ({
    ...(noNote as object),
    dateOfService: '2025-03-05',
    ...rest,
  });

  test.each<[title: string, change: object, CheckOptions, expected: string]>([
    ['checked on the day', {}, { asOf: '2025-03-05' }, 'due'],
    ['checked on Saturday, the last day of the week', {}, { asOf: '2025-03-08' }, 'due'],
    ['checked on Sunday', {}, { asOf: '2025-03-09' }, 'fail'],
    [
      'checked on Sunday, where weeks begin on Monday',
      {},
      { asOf: '2025-03-09', readings: { weekStartsOn: 1 } },
      'due',
    ],
    [
      'checked on Monday, where weeks begin on Monday',
      {},
      { asOf: '2025-03-10', readings: { weekStartsOn: 1 } },
      'fail',
    ],
    ['with no day of the check', {}, {}, 'fail'],
    ['proposed, with no day of the check', { phase: 'proposed' }, {}, 'due'],
    ['proposed, checked long after', { phase: 'proposed' }, { asOf: '2025-12-31' }, 'due'],
  ])('%s: %s', (_title, change, options, expected) => {
    expect(outcome(wednesday(change), options)).toBe(expected);
  });

  test.each([
    ['checked before that', {}, { asOf: '2025-03-06' }],
    ['proposed', { phase: 'proposed' }, {}],
  ])('says when the week is over, and which reading tells: %s', (_title, change, options) => {
    const session = sessionOf({ base: 'mo-H2017TG', change: wednesday(change) });
    const said = saidBy('documentation/weekly-note', checker.checkSession(session, options));
    expect(said).toMatchObject({
      message: expect.stringMatching(/\. It is due when the week ends on 2025-03-08\.$/) as string,
      data: { weekThrough: '2025-03-08' },
      reading: { name: 'week', setting: 'weekStartsOn' },
      denials: [],
    });
  });
});
