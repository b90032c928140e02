/** One of them loads its entries by their names in TypeScript. */
const ofServices = ['test/services/*.test.ts', '!test/services/alone.test.ts'];
const besideEachOther = ['test/claims/*.test.ts', 'test/schedule/*.test.ts', '!test/claims/month.test.ts'];

/** For each folder of `src/`, the tests that its changes are tried on. */
export const folders = {
  values: ['test/values/*.test.ts'],
  units: ['test/units/*.test.ts'],
  readings: ['test/readings/*.test.ts'],
  conditions: ['test/conditions/*.test.ts', 'test/schema/{define,files}.test.ts'],
  findings: ['test/findings/*.test.ts'],
  // One loads the library anew, one tries 20,000 variations.
  facts: ['test/facts/*.test.ts', '!test/facts/{accept,zod}.test.ts'],
  rules: [
    'test/rules/**/*.test.ts',
    ...besideEachOther,
    ...ofServices,
    'test/conformance/cases.test.ts',
    'test/check/batch.test.ts',
    // What is said of a rule, and the shape of its data.
    'test/explain/*.test.ts',
    'test/schema/{files,results}.test.ts',
    'test/docs/generated-pages.test.ts',
  ],
  check: [
    'test/check/*.test.ts',
    ...besideEachOther,
    ...ofServices,
    'test/rules/{claim,service,session,units}/*.test.ts',
  ],
};

export const notChanged = [
  // Rows of data, and what is generated from them: `test/generated` and the tests of each table compare them.
  'src/**/generated.ts',
  'src/{decisions,generated}/**',
  'src/facts/{generated,rows}/*.ts',
  'src/readings/table.ts',
];

/** Tests of whole months and a thousand sessions, too slow to try each change on; by the beginning of their names. */
export const leftOut = [
  'is judged as a batch is',
  'totals > are exact over a thousand sessions',
  'a result does not depend on the order of the input',
  'the sessions over a limit are those that a tally sheet turns down',
  'generated pages are current (npm run docs writes them) > no page in',
];
