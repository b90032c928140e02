import { baseSession, bases, readText } from '../../support/cases.js';
import { domainsOn } from '../../support/domains.js';
import { sessionStating } from '../../support/facts.js';

const ON = '2024-03-12';

/** The first value of the domain of each fact, in one session: all that can be stated at once. */
const everything = sessionStating({
  service: 'mo/peer-support',
  dateOfService: ON,
  ...Object.fromEntries(Object.entries(domainsOn(ON)).map(([path, [first]]) => [path, first])),
});

/** The complete sessions of every service, and one that states every fact. */
export const sessions: readonly unknown[] = [...bases.map(baseSession), everything];

/** Claims of an invented agency, with lines of several services. */
export const claims = readText('claims/missouri.ndjson')
  .split('\n')
  .filter((line) => line.includes('"lines"'))
  .slice(0, 12)
  .map((line) => JSON.parse(line) as unknown);

export const history = [
  { id: 'U-1', service: 'mo/peer-support', memberId: 'M-1', dateOfService: '2017-05-16', units: 3 },
  {
    service: 'mo/H2017TG',
    memberId: 'M-1',
    dateOfService: '2024-03-12',
    units: 4,
    startTime: '09:00',
    endTime: '10:00',
  },
];

/** Every option, at something that is not its default. */
export const options = {
  history,
  asOf: '2025-03-03',
  readings: { rounding: 'midpoint', weekStartsOn: 1, leapBirthday: 'feb-28' },
  missingFacts: 'report',
};

export const configuration = {
  readings: {
    groupRatio: 'flat',
    diagnosisClasses: {
      bipolar: ['F31'],
      majorDepression: ['F33'],
      psychotic: ['F20'],
      substanceUse: ['F10.1'],
    },
  },
  codes: {
    'mo/peer-support': [{ procedureCode: 'H0038', modifiers: ['HE'], rate: '20.36', from: '2020-01-01' }],
    'mt/imr': [{ procedureCode: 'H2017', unitMinutes: 15, rate: '10.00', providerPay: '9.00' }],
  },
};
