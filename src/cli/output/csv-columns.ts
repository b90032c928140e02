/** The columns of the report in CSV, in their order, with what each holds. */
export const csvColumnWords = {
  file: 'where the record was read',
  line: 'the line on which it starts',
  id: "the record's own key",
  verdict: 'of the record: billable, not-billable, undetermined or invalid',
  claimLine: 'the line of the claim that the finding is about',
  service: 'of the session or line',
  dateOfService: 'of the session or line',
  rule: 'of the finding; empty where a record has none',
  outcome: 'fail, unknown or due',
  severity: 'error, warning or info',
  message: 'what is found, or why the record cannot be read',
  facts: 'JSON Pointers of the facts that may have to be corrected',
  missing: 'JSON Pointers of the facts that would settle it',
  questions: 'what to ask for them',
  clause: 'where it is written',
  reading: 'the named reading on which it rests',
  denials: 'what a payer may answer: group, CARC, RARC, likely or possible',
  other: 'file and line of the record that it is about beside this one',
} as const;

export type CsvColumn = keyof typeof csvColumnWords;

export const csvColumns = Object.keys(csvColumnWords) as readonly CsvColumn[];
