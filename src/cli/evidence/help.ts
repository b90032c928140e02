/** What the options of `diff` leave unsaid. */
export const diffHelp = `
Records are the same that have the same key; where some have none, or one has the key of
another, those at the same place. A verdict falls from billable to cannot be told yet, to
not billable, to unreadable. A record that is in one of the two alone falls nowhere, and is
told. Of findings rule, outcome and severity are compared; where the words alone differ
they are the same. The money is what is billable in all; NDJSON has no totals, so that none
is told where one of the two is NDJSON.

Exit status:
  0  no verdict fell
  1  a verdict fell
  2  bad usage, or a file that holds no results
  4  the answer cannot be written

Examples:
  billability check march.ndjson --history none --format json --output before.json
  billability check march.ndjson --history none --format json --output after.json
  billability diff before.json after.json
`;
