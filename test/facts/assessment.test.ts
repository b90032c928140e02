import { describe, expect, test } from 'vitest';
import { parseSession } from '../../src/index.js';
import { sessionWith } from './contract.js';
import { withoutCodes } from '../support/issues.js';

function issuesOf(path: string, value: unknown) {
  const parsed = parseSession(sessionWith(path, value));
  return parsed.ok ? [] : withoutCodes(parsed.issues);
}

describe('the Parenting Stress Index is a percentile', () => {
  test.each([0, 80, 81, 99.5, 100])('%d', (value) => {
    expect(issuesOf('assessment.scores.psiPercentile', value)).toEqual([]);
  });

  test.each([
    [100.5, 'expected a number of at most 100, found a larger one'],
    [-0.5, 'expected a number of at least 0, found a smaller one'],
  ])('not %d', (value, message) => {
    expect(issuesOf('assessment.scores.psiPercentile', value)).toEqual([
      { path: '/assessment/scores/psiPercentile', message },
    ]);
  });
});

describe('T scores and composites have no upper bound here', () => {
  test.each(['cbclSyndromeT', 'cbclDsmT', 'calocusComposite'])('%s', (score) => {
    expect(issuesOf(`assessment.scores.${score}`, 250)).toEqual([]);
  });
});

describe('a misspelt item of the assessment is named', () => {
  test.each([
    ['assessment.symptomInterfere', 'symptomsInterfere'],
    ['assessment.needs.atrisk', 'atRisk'],
    ['assessment.impairments.dailyliving', 'dailyLiving'],
    ['assessment.scores.psiPercentil', 'psiPercentile'],
  ])('%s: %s', (path, meant) => {
    const key = path.split('.').at(-1) ?? '';
    expect(issuesOf(path, true)).toEqual([
      {
        path: `/${path.replaceAll('.', '/')}`,
        message: `unknown key "${key}"; did you mean "${meant}"?`,
      },
    ]);
  });
});
