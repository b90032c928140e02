import type { FactType } from '../../../src/index.js';

export const factTypes: Readonly<Record<FactType, string>> = {
  boolean: 'yes or no',
  code: 'code',
  codes: 'list of codes',
  'dated-codes': 'list of codes with dates',
  date: 'day',
  integer: 'whole number',
  money: 'US dollars',
  number: 'number',
  'prior-uses': 'list of prior uses',
  text: 'text',
  time: 'time',
  trainings: 'list of trainings',
};
