const besideEachOther = ['test/claims/*.test.ts', 'test/schedule/*.test.ts', '!test/claims/month.test.ts'];

/** For each folder of `src/`, the tests that its changes are tried on. */
export const folders = {
  values: ['test/values/*.test.ts'],
  conditions: ['test/conditions/*.test.ts'],
  findings: ['test/findings/*.test.ts'],
  facts: ['test/facts/*.test.ts', '!test/facts/zod.test.ts'],
  rules: [
    'test/rules/**/*.test.ts',
    ...besideEachOther,
    'test/services/*.test.ts',
    'test/conformance/cases.test.ts',
  ],
  check: [
    'test/check/*.test.ts',
    ...besideEachOther,
    'test/services/*.test.ts',
    'test/rules/{claim,service,session,units}/*.test.ts',
  ],
};

/** Read anew by each of its own tests, which a process that stays loaded cannot do. */
export const notChanged = ['src/facts/zod.ts'];

/** Tests of whole months and a thousand sessions, too slow to try each change on; by the beginning of their names. */
export const leftOut = [
  'is judged as a batch is',
  'totals > are exact over a thousand sessions',
  'a result does not depend on the order of the input',
  'the sessions over a limit are those that a tally sheet turns down',
];
